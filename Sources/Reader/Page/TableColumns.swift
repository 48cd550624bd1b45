/// How the columns of a table share the width of a page.
struct TableColumns: Hashable {
    /// Between two columns.
    static let gap = 2
    /// A column is not made narrower than its longest word, but words longer than this do break.
    static let longestWord = 14
    /// No cell of a table that is scrolled sideways is wider: a sentence is read in lines, not along a row.
    static let widestCell = 40

    /// What one column holds.
    struct Content: Hashable {
        /// The columns of its widest cell, on one line.
        var natural = 0
        /// The columns of its longest word.
        var word = 0
        /// Whether all its cells but the first are numbers, which are set flush right.
        var isNumeric = true

        fileprivate var least: Int { max(1, min(natural, word, TableColumns.longestWord)) }
    }

    private(set) var widths: [Int]
    /// Whether the table is wider than the page even so.
    private(set) var isTooWide = false

    /// As wide as their cells where they all fit; else narrower, those with most to give first, down to their words;
    /// else too wide for the page.
    init(_ contents: [Content], width: Int) {
        let gaps = Self.gap * max(0, contents.count - 1)
        let natural = contents.map { max(1, $0.natural) }
        let least = contents.map(\.least)
        let available = width - gaps
        if natural.reduce(0, +) <= available {
            widths = natural
        } else if least.reduce(0, +) <= available {
            widths = Self.share(available, least: least, natural: natural)
        } else {
            widths = natural.map { min($0, Self.widestCell) }
            isTooWide = true
        }
    }

    /// The columns of the whole table.
    var total: Int { widths.reduce(0, +) + Self.gap * max(0, widths.count - 1) }

    /// Where each column begins.
    var starts: [Int] {
        var start = 0
        return widths.map { width in
            defer { start += width + Self.gap }
            return start
        }
    }

    /// Gives every column its least and then, column by column from the one that wants least more, an equal share of what
    /// is left.
    private static func share(_ available: Int, least: [Int], natural: [Int]) -> [Int] {
        var widths = least
        var left = available - least.reduce(0, +)
        let order = least.indices.sorted { (natural[$0] - least[$0], $0) < (natural[$1] - least[$1], $1) }
        for (rank, index) in order.enumerated() {
            let share = min(natural[index] - least[index], left / (order.count - rank))
            widths[index] += share
            left -= share
        }
        return widths
    }
}
