import Articles
import CGumbo
import Formats

/// Makes blocks of a part of a tree. The walk is a loop with a stack of its own.
struct HTMLBlocks {
    /// An element that has been entered, and what is to be done where it ends.
    private struct Open {
        let end: Int
        let action: Action
    }

    private enum Action {
        case nothing, endBlock, endSpan, endQuote, endQuotation, endList, endItem, endHeading, endCaption, endFigure
    }

    private struct List {
        var numbering: HTMLNumbering?
        var number: Int
        var step: Int
    }

    private let tree: HTMLTree
    private let address: WebAddress?
    private let limits: FormatLimits
    /// Whether a node and all in it is left out.
    private let isLeftOut: (Int) -> Bool
    /// Whether a picture without a caption is described by what stands for it.
    private var describesPictures = true
    /// Whether an element is a caption without being called one by its tag.
    private var isCaption: (Int) -> Bool = { _ in false }

    private var blocks: [Block] = []
    private var open: [Open] = []
    private var inline = HTMLInline()
    private var lists: [List] = []
    private var quotations = 0
    private var marker: String?
    private var heading: Int?
    private var captions = 0
    /// Descriptions of the pictures in each open figure.
    private var figures: [String?] = []
    private var lineEnds = 0
    private var cells = 0

    /// The blocks of the nodes in `range`, but for those that `isLeftOut` names.
    static func blocks(
        of tree: HTMLTree, in range: Range<Int>, base: WebAddress?, limits: FormatLimits,
        describesPictures: Bool = true, isCaption: @escaping (Int) -> Bool = { _ in false },
        isLeftOut: @escaping (Int) -> Bool
    ) -> [Block] {
        var maker = HTMLBlocks(tree: tree, address: base, limits: limits, isLeftOut: isLeftOut)
        maker.describesPictures = describesPictures
        maker.isCaption = isCaption
        maker.walk(range)
        return maker.finished()
    }

    private init(tree: HTMLTree, address: WebAddress?, limits: FormatLimits, isLeftOut: @escaping (Int) -> Bool) {
        self.tree = tree
        self.address = address
        self.limits = limits
        self.isLeftOut = isLeftOut
    }

    private mutating func walk(_ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            while let last = open.last, last.end <= index { leave() }
            let node = tree.nodes[index]
            if node.isText {
                appendText(index)
                index += 1
            } else if isLeftOut(index) || node.tag.role.contains(.leftOut) {
                index = Int(node.end)
            } else {
                index = enter(index, node)
            }
        }
        while !open.isEmpty { leave() }
        endBlock()
    }

    private mutating func appendText(_ index: Int) {
        let before = inline.count
        inline.append(tree.text(of: index))
        if inline.count > before { lineEnds = 0 }
    }

    // MARK: Elements

    /// Enters an element; the place where the walk goes on.
    private mutating func enter(_ index: Int, _ node: HTMLTree.Node) -> Int {
        let end = Int(node.end)
        switch node.tag {
        case .br: takeLineEnd()
        case .hr: appendRule()
        case .img: appendPicture(index)
        case .pre:
            appendCode(index)
            return end
        case .table where HTMLTable.isData(index, in: tree, isLeftOut: isLeftOut):
            appendTable(index)
            return end
        default: push(action(index, node), end)
        }
        return index + 1
    }

    private mutating func push(_ action: Action, _ end: Int) {
        open.append(Open(end: end, action: action))
    }

    /// Opens what an element opens, and says what closes it.
    private mutating func action(_ index: Int, _ node: HTMLTree.Node) -> Action {
        let role = node.tag.role
        guard role.contains(.block) else { return spanAction(index, node, role) }
        endBlock()
        if let level = node.tag.headingLevel {
            heading = level
            return .endHeading
        }
        switch node.tag {
        case .blockquote:
            quotations += 1
            return .endQuotation
        case .ul, .ol, HTMLTag(GUMBO_TAG_MENU), HTMLTag(GUMBO_TAG_DIR):
            lists.append(list(index, node))
            return .endList
        case .li:
            openItem(index)
            return .endItem
        case .figure:
            figures.append(nil)
            return .endFigure
        case .figcaption, .caption:
            captions += 1
            return .endCaption
        default:
            guard captions == 0, isCaption(index) else { return .endBlock }
            captions += 1
            return .endCaption
        }
    }

    private mutating func spanAction(_ index: Int, _ node: HTMLTree.Node, _ role: HTMLRole) -> Action {
        if node.tag == .q {
            inline.append("“")
            return .endQuote
        }
        guard let kind = Self.spanKind(role) else { return .nothing }
        guard kind == .link else {
            inline.openSpan(kind)
            return .endSpan
        }
        guard let target = tree.attribute("href", of: index).flatMap({ WebAddress.resolve($0, base: address) }) else {
            return .nothing
        }
        inline.openSpan(.link, target: target)
        return .endSpan
    }

    private static func spanKind(_ role: HTMLRole) -> Span.Kind? {
        if role.contains(.link) { return .link }
        if role.contains(.emphasis) { return .emphasis }
        if role.contains(.strong) { return .strong }
        if role.contains(.code) { return .code }
        return role.contains(.strikethrough) ? .strikethrough : nil
    }

    private mutating func leave() {
        guard let last = open.popLast() else { return }
        switch last.action {
        case .nothing: break
        case .endSpan: inline.closeSpan()
        case .endQuote: inline.append("”")
        case .endBlock: endBlock()
        case .endHeading:
            endBlock()
            heading = nil
        case .endQuotation:
            endBlock()
            quotations -= 1
        case .endList:
            endBlock()
            _ = lists.popLast()
        case .endItem:
            endBlock()
            marker = nil
        case .endCaption:
            endBlock()
            captions -= 1
        case .endFigure:
            endBlock()
            endFigure()
        }
    }

    // MARK: Lists

    private func list(_ index: Int, _ node: HTMLTree.Node) -> List {
        guard node.tag == .ol else { return List(numbering: nil, number: 0, step: 0) }
        let isReversed = tree.attribute("reversed", of: index) != nil
        let start = tree.string("start", of: index).flatMap { Int($0) }
        let first = start ?? (isReversed ? items(of: index) : 1)
        return List(
            numbering: HTMLNumbering(type: tree.string("type", of: index)), number: max(-9_999, min(first, 999_999)),
            step: isReversed ? -1 : 1)
    }

    private func items(of list: Int) -> Int {
        tree.inside(list).count { tree.nodes[$0].tag == .li && Int(tree.nodes[$0].parent) == list }
    }

    private mutating func openItem(_ index: Int) {
        guard var list = lists.last, let numbering = list.numbering else {
            marker = "•"
            return
        }
        if let value = tree.string("value", of: index).flatMap({ Int($0) }) {
            list.number = max(-9_999, min(value, 999_999))
        }
        marker = numbering.text(list.number)
        list.number += list.step
        lists[lists.count - 1] = list
    }

    // MARK: Blocks

    private mutating func takeLineEnd() {
        if heading != nil { return inline.appendBlank() }
        lineEnds += 1
        guard lineEnds > 1 else { return inline.appendLineEnd() }
        endBlock()
    }

    /// Ends the block that is open, if any has text.
    private mutating func endBlock() {
        lineEnds = 0
        guard !inline.isEmpty else {
            _ = inline.take()
            return
        }
        let (text, spans) = inline.take()
        guard !text.isEmpty else { return }
        append(text, spans)
    }

    private mutating func append(_ text: String, _ spans: [Span]) {
        if captions > 0 {
            blocks.append(Block(.caption, text, spans: spans))
        } else if let heading {
            blocks.append(Block(.heading, text, level: heading, marker: takeMarker(), spans: spans))
        } else if !lists.isEmpty || marker != nil {
            blocks.append(Block(.listItem, text, level: max(lists.count, 1), marker: takeMarker(), spans: spans))
        } else if quotations > 0 {
            blocks.append(Block(.quotation, text, level: quotations, spans: spans))
        } else {
            let kind: Block.Kind =
                Promotion.isPromotion(text) ? .promotion : !figures.isEmpty ? .caption : .paragraph
            blocks.append(Block(kind, text, spans: spans))
        }
    }

    private mutating func takeMarker() -> String? {
        defer { marker = nil }
        return marker
    }

    private mutating func appendRule() {
        endBlock()
        guard let last = blocks.last, last.kind != .rule else { return }
        blocks.append(Block(.rule, ""))
    }

    /// Text set as it was written: all of the element but what it hides.
    private mutating func appendCode(_ index: Int) {
        endBlock()
        var code = HTMLInline()
        for place in tree.inside(index) {
            if tree.nodes[place].isText { code.appendVerbatim(tree.text(of: place)) }
            if tree.nodes[place].tag == .br { code.append(mark: 0x0A) }
        }
        var text = code.finished(keepingBlanks: true).text[...]
        while text.utf8.last == 0x0A || text.utf8.last == 0x20 { text = text.dropLast() }
        while text.utf8.first == 0x0A { text = text.dropFirst() }
        guard !text.isEmpty else { return }
        blocks.append(Block(.code, String(text), marker: takeMarker()))
    }

    private mutating func appendTable(_ index: Int) {
        endBlock()
        let table = HTMLTable(index, in: tree, base: address, isLeftOut: isLeftOut)
        if let caption = table.caption(base: address) { blocks.append(caption) }
        guard let (block, count) = table.block(cellsLeft: limits.tableCells - cells) else { return }
        cells += count
        blocks.append(block)
    }

    // MARK: Pictures

    private mutating func appendPicture(_ index: Int) {
        guard describesPictures, let last = figures.indices.last, figures[last] == nil else { return }
        figures[last] = tree.string("alt", of: index)
    }

    /// A figure without a caption has the description of its picture for one, where that is a sentence and no file name.
    private mutating func endFigure() {
        guard let description = figures.popLast(), let text = description?.trimmingBlanks,
            text.utf8.contains(0x20), text.split(separator: " ").count >= 4,
            blocks.last?.kind != .caption
        else { return }
        blocks.append(Block(.caption, text.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
    }

    private func finished() -> [Block] {
        var result = blocks[...]
        while result.last?.kind == .rule { result = result.dropLast() }
        return result.flatMap { $0.parts(limit: limits.blockSize) }
    }
}

/// How an ordered list counts.
enum HTMLNumbering: Hashable {
    case decimal, lowerLetters, upperLetters, lowerRoman, upperRoman

    init(type: String?) {
        self =
            switch type {
            case "a": .lowerLetters
            case "A": .upperLetters
            case "i": .lowerRoman
            case "I": .upperRoman
            default: .decimal
            }
    }

    /// The marker of an item.
    func text(_ number: Int) -> String {
        switch self {
        case .decimal: "\(number)."
        case .lowerLetters: Self.letters(number) + "."
        case .upperLetters: Self.letters(number).uppercased() + "."
        case .lowerRoman: Self.roman(number) + "."
        case .upperRoman: Self.roman(number).uppercased() + "."
        }
    }

    /// a to z, aa, ab…; numbers that have no letters stay numbers.
    private static func letters(_ number: Int) -> String {
        guard number > 0 else { return "\(number)" }
        var rest = number
        var text = ""
        while rest > 0 {
            text = String(UnicodeScalar(UInt8(0x61 + (rest - 1) % 26))) + text
            rest = (rest - 1) / 26
        }
        return text
    }

    private static func roman(_ number: Int) -> String {
        guard (1...3_999).contains(number) else { return "\(number)" }
        var rest = number
        var text = ""
        for (value, sign) in romanSigns {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }

    private static let romanSigns = [
        (1_000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
        (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
}
