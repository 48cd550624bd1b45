extension PackedStyle {
    /// Whether a blank looks the same in both: on the same ground, and nothing of it seen but the ground.
    func showsBlank(as other: PackedStyle) -> Bool {
        let ground: UInt64 = 0x1FF_FFFF << 25
        let seen = UInt64(Attributes.underline.rawValue | Attributes.reverse.rawValue) << 50
        return bits & ground == other.bits & ground && (bits | other.bits) & seen == 0
    }
}

extension Canvas {
    /// The most blanks between words that are sent as they are; a longer gap is jumped over or erased.
    private static let longestGap = 8

    /// The styles in which the cells of a row are sent. Blanks between words have that of the word before them where it looks the
    /// same: colours of their own would take more bytes than a word.
    func cheapStyles(_ row: Int) -> [PackedStyle] {
        let cells = self.cells[row * columns..<(row + 1) * columns]
        var styles = cells.map(\.style)
        var word: Int?
        for (column, cell) in cells.enumerated() where cell.glyph != PackedCell.space {
            defer { word = column }
            guard let word, column - word > 1, column - word <= Canvas.longestGap + 1 else { continue }
            for gap in word + 1..<column where styles[word].showsBlank(as: styles[gap]) { styles[gap] = styles[word] }
        }
        return styles
    }
}
