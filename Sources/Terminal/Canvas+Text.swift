extension Canvas {
    /// The clusters, rows joined by newlines, blanks at the end of a row cut.
    public var text: String {
        (0..<rows).map(text(row:)).joined(separator: "\n")
    }

    /// The clusters of one row, blanks at its end cut.
    public func text(row: Int) -> String {
        guard row >= 0, row < rows else { return "" }
        let packed = cells[row * columns..<(row + 1) * columns]
        let end = packed.lastIndex { $0.glyph != PackedCell.space }.map { $0 + 1 } ?? packed.startIndex
        return packed[..<end].reduce(into: "") { $0 += clusters.cluster($1.glyph) }
    }

    /// The styles as a second layer for screen tests: a grid with one letter for each cell, and below it, after an
    /// empty line, what each letter stands for.
    ///
    /// A plain cell is `.`, others get letters in the order in which they appear, row by row, so that the same canvas
    /// always gives the same text. Trailing plain cells are cut.
    /// - Parameter legend: letters that are fixed beforehand, such as those of a theme's roles.
    public func attributes(legend: [Style: Character] = [:]) -> String {
        var letters = StyleLetters(fixed: legend)
        let grid = (0..<rows).map { row in
            let line = (0..<columns).map { letters.letter(for: cells[row * columns + $0].style.style) }
            return String(line[..<(line.lastIndex { $0 != "." }.map { $0 + 1 } ?? 0)])
        }
        return (grid + [""] + letters.legend).joined(separator: "\n")
    }
}

/// Letters for styles, given out in the order in which they are asked for.
private struct StyleLetters {
    private var letters: [Style: Character]
    private var used: [(Character, Style)] = []
    private var free: [Character]

    init(fixed: [Style: Character]) {
        letters = fixed
        letters[.plain] = letters[.plain] ?? "."
        let taken = Set(letters.values)
        free = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".filter { !taken.contains($0) }.reversed()
    }

    mutating func letter(for style: Style) -> Character {
        let letter = letters[style] ?? free.popLast() ?? "?"
        letters[style] = letter
        if !used.contains(where: { $0.1 == style }) { used.append((letter, style)) }
        return letter
    }

    var legend: [String] {
        used.filter { $0.1 != .plain }.map { "\($0.0) \($0.1)" }
    }
}
