/// How a cluster is drawn by a library that, as ncurses does, takes the width of each scalar by itself.
///
/// Mostly as it is. Where the parts add up to another width than the cluster's (emoji with joiners, skin tones, or the
/// selector that makes a sign an emoji), only its first part is drawn, with a blank beside it where needed; a flag as
/// its two letters.
struct SimpleForm {
    /// One of these goes into one cell: a scalar that takes columns and the marks on it.
    typealias Part = [Unicode.Scalar]

    private(set) var parts: [Part] = []
    private var widths: [Int] = []

    /// ncurses keeps five scalars for a cell.
    private static let longestPart = 5

    /// - Parameters:
    ///   - columns: the width of the cluster on the canvas, 1 or 2. The parts add up to it.
    ///   - widthOf: the columns that ncurses gives to a scalar: 0, 1, 2, or below 0 where it cannot show it.
    init(_ cluster: String, columns: Int, widthOf: (Unicode.Scalar) -> Int) {
        if let letters = SimpleForm.flagLetters(cluster.unicodeScalars), columns == 2 {
            parts = letters
            return
        }
        for scalar in cluster.unicodeScalars { add(scalar, width: widthOf(scalar)) }
        fit(columns)
    }

    private mutating func add(_ scalar: Unicode.Scalar, width: Int) {
        if width > 0 {
            parts.append([scalar])
            widths.append(width)
        } else if width < 0 {
            parts.append(["\u{FFFD}"])
            widths.append(1)
        } else if !SimpleForm.isJoinerOrSelector(scalar), let last = parts.indices.last,
            parts[last].count < SimpleForm.longestPart
        {
            parts[last].append(scalar)
        }
    }

    private mutating func fit(_ columns: Int) {
        if widths.reduce(0, +) == columns { return }
        let width = widths.first ?? 0
        let kept = width > 0 && width <= columns
        parts = [kept ? parts[0] : ["?"]]
        parts += Array(repeating: [" "], count: columns - (kept ? width : 1))
    }

    /// Joiners and the selectors of text and emoji presentation, which terminals understand in different ways.
    private static func isJoinerOrSelector(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200C, 0x200D, 0xFE0E, 0xFE0F, 0xE0020...0xE007F: true
        case _: false
        }
    }

    private static func flagLetters(_ scalars: String.UnicodeScalarView) -> [Part]? {
        let letters = scalars.compactMap { scalar -> Part? in
            guard (0x1F1E6...0x1F1FF).contains(scalar.value) else { return nil }
            return Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41).map { [$0] }
        }
        return letters.count == 2 && scalars.count == 2 ? letters : nil
    }
}
