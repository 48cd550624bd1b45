import Articles
import CGumbo
import Formats

/// A table of data: rows as lines, cells parted by tabs.
struct HTMLTable {
    /// Columns that one cell may span.
    private static let mostColumns = 50
    /// Bytes of a cell beyond which a table is one that arranges a page rather than data.
    private static let longestCell = 1_500

    private let index: Int
    private let tree: HTMLTree
    private let base: WebAddress?
    private let isLeftOut: (Int) -> Bool

    init(_ index: Int, in tree: HTMLTree, base: WebAddress?, isLeftOut: @escaping (Int) -> Bool) {
        self.index = index
        self.tree = tree
        self.base = base
        self.isLeftOut = isLeftOut
    }

    // MARK: Data or arrangement

    /// Whether the table holds data, as against one that sets a page in columns, as mails and old pages do. Data have
    /// two columns at least, and cells that hold a line and not a text.
    static func isData(_ index: Int, in tree: HTMLTree, isLeftOut: (Int) -> Bool) -> Bool {
        if let role = tree.string("role", of: index), role == "presentation" || role == "none" { return false }
        var signs = TableSigns()
        var place = index + 1
        let end = Int(tree.nodes[index].end)
        while place < end {
            let node = tree.nodes[place]
            if !node.isText, isLeftOut(place) || node.tag.role.contains(.leftOut) {
                place = Int(node.end)
                continue
            }
            guard signs.take(node, textLength: node.isText ? textLength(place, in: tree) : 0) else { return false }
            place += 1
        }
        return signs.isData
    }

    private static func textLength(_ place: Int, in tree: HTMLTree) -> Int {
        let text = tree.text(of: place)
        return HTMLBytes.isBlank(text) ? 0 : text.count
    }

    private struct TableSigns {
        private var rows = 0
        private var columns = 0
        private var widest = 0
        private var filled = 0
        private var cellLength = 0
        private var paragraphs = 0
        private var heads = 0

        /// False where the node settles that it is no table of data.
        mutating func take(_ node: HTMLTree.Node, textLength: Int) -> Bool {
            switch node.tag {
            case .text:
                if cellLength == 0, textLength > 0 { filled += 1 }
                cellLength += textLength
                return cellLength <= HTMLTable.longestCell
            case .tr:
                rows += 1
                columns = 0
                cellLength = 0
            case .td, .th:
                columns += 1
                widest = max(widest, columns)
                cellLength = 0
                paragraphs = 0
                if node.tag == .th { heads += 1 }
            case .table, .h1, .h2, .blockquote, .article, .section, .figure: return false
            case .p, .div, .li:
                paragraphs += 1
                return paragraphs <= 12
            default: break
            }
            return true
        }

        var isData: Bool { widest >= 2 && (rows >= 2 || heads > 0) && filled >= 3 }
    }

    // MARK: The block

    /// The table's caption as a block before it.
    func caption(base: WebAddress?) -> Block? {
        guard let place = tree.inside(index).first(where: { tree.nodes[$0].tag == .caption }) else { return nil }
        let text = tree.line(of: place)
        return text.isEmpty ? nil : Block(.caption, text)
    }

    /// The block, and how many cells it has; nothing where no more cells are left or no cell has text.
    func block(cellsLeft: Int) -> (Block, cells: Int)? {
        var writer = TableWriter(cellsLeft: cellsLeft)
        var open: [(end: Int, isSpan: Bool)] = []
        var place = index + 1
        let end = Int(tree.nodes[index].end)
        while place < end, writer.hasRoom {
            while let last = open.last, last.end <= place {
                if last.isSpan { writer.inline.closeSpan() }
                open.removeLast()
            }
            let node = tree.nodes[place]
            if node.isText {
                writer.append(tree.text(of: place))
                place += 1
            } else if isLeftOut(place) || node.tag.role.contains(.leftOut) || node.tag == .caption {
                place = Int(node.end)
            } else {
                open.append((Int(node.end), enter(place, node, &writer)))
                place += 1
            }
        }
        return writer.finished()
    }

    /// Whether a span was opened.
    private func enter(_ place: Int, _ node: HTMLTree.Node, _ writer: inout TableWriter) -> Bool {
        switch node.tag {
        case .tr: writer.openRow()
        case .td, .th: writer.openCell(columns: columns(place))
        case .br: writer.inline.appendBlank()
        case .a:
            guard let target = tree.attribute("href", of: place).flatMap({ WebAddress.resolve($0, base: base) }) else {
                return false
            }
            writer.inline.openSpan(.link, target: target)
            return true
        default:
            if node.tag.isBlock { writer.inline.appendBlank() }
        }
        return false
    }

    private func columns(_ place: Int) -> Int {
        max(1, min(tree.string("colspan", of: place).flatMap { Int($0) } ?? 1, Self.mostColumns))
    }
}

/// Writes rows and cells.
private struct TableWriter {
    var inline = HTMLInline()
    private var cells = 0
    private let cellsLeft: Int
    private var isInCell = false
    private var isFirstCell = true
    private var hasText = false
    /// Tabs still to be written for the columns that the last cell spans.
    private var surplus = 0

    init(cellsLeft: Int) { self.cellsLeft = cellsLeft }

    var hasRoom: Bool { cells < cellsLeft }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        guard isInCell else { return }
        let before = inline.count
        inline.append(text)
        if inline.count > before { hasText = true }
    }

    mutating func openRow() {
        if cells > 0 { inline.append(mark: 0x0A) }
        isFirstCell = true
        isInCell = false
        surplus = 0
    }

    mutating func openCell(columns: Int) {
        for _ in 0..<surplus { inline.append(mark: 0x09) }
        if !isFirstCell { inline.append(mark: 0x09) }
        surplus = columns - 1
        cells += columns
        isFirstCell = false
        isInCell = true
    }

    mutating func finished() -> (Block, cells: Int)? {
        guard hasText else { return nil }
        let (text, spans) = inline.take(keepingBlanks: true)
        let lines = text.utf8.last == 0x0A ? String(text.dropLast()) : text
        return (Block(.table, lines, spans: spans.filter { $0.end <= lines.utf8.count }), cells)
    }
}
