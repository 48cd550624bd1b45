import Articles
import CCmark

/// Walks the tree and makes blocks. The walk uses the parser's iterator and stacks of its own, so that no depth of
/// nesting reaches the call stack.
struct MarkdownBlocks {
    private struct OpenList {
        let isOrdered: Bool
        let isInParentheses: Bool
        var number: Int
    }

    private let limits: FormatLimits
    private var blocks: [Block] = []
    private var lists: [OpenList] = []
    private var quotations = 0
    /// The marker of the item that was opened last, until a block takes it.
    private var marker: String?
    private var inlines: InlineGatherer?
    private var headingLevel = 0
    private var footnotes = 0

    static func blocks(of document: borrowing MarkdownDocument, limits: FormatLimits) -> [Block] {
        var maker = MarkdownBlocks(limits: limits)
        guard let walk = cmark_iter_new(document.root) else { return [] }
        defer { cmark_iter_free(walk) }
        while true {
            let event = cmark_iter_next(walk)
            guard event != CMARK_EVENT_DONE, let pointer = cmark_iter_get_node(walk) else { break }
            let node = MarkdownNode(pointer)
            if event == CMARK_EVENT_ENTER { maker.enter(node) } else { maker.leave(node) }
        }
        return maker.blocks
    }

    private init(limits: FormatLimits) { self.limits = limits }

    private mutating func enter(_ node: MarkdownNode) {
        switch node.kind {
        case .quotation: quotations += 1
        case .list:
            lists.append(
                OpenList(isOrdered: node.isOrderedList, isInParentheses: node.isInParentheses, number: node.firstNumber)
            )
        case .item: openItem(node)
        case .footnoteDefinition:
            // The parser numbers them as they are first referred to, and gives them in that order.
            footnotes += 1
            marker = "[\(footnotes)]"
        case .paragraph: inlines = InlineGatherer()
        case .table: inlines = InlineGatherer(keepsBlanks: true)
        case .heading:
            inlines = InlineGatherer()
            headingLevel = node.headingLevel
        case .code: append(.code, Self.withoutLastLineEnd(node.literal), [])
        case .htmlBlock: appendHTML(node.literal)
        case .rule: blocks.append(Block(.rule, ""))
        case .document, .tableRow, .tableCell, .other: break
        case .text, .softBreak, .hardBreak, .codeSpan, .html, .emphasis, .strong, .link, .image, .footnoteReference,
            .strikethrough:
            inlines?.enter(node)
        }
    }

    private mutating func leave(_ node: MarkdownNode) {
        switch node.kind {
        case .quotation: quotations -= 1
        case .list: _ = lists.popLast()
        case .item, .footnoteDefinition: marker = nil
        case .paragraph: appendParagraph()
        case .heading: appendInlines(.heading, level: headingLevel)
        case .table: appendInlines(.table, level: nil)
        case .tableRow: inlines?.endRow()
        case .tableCell: inlines?.endCell()
        case .document, .code, .htmlBlock, .rule, .other: break
        case .text, .softBreak, .hardBreak, .codeSpan, .html, .emphasis, .strong, .link, .image, .footnoteReference,
            .strikethrough:
            inlines?.leave(node)
        }
    }

    private mutating func openItem(_ node: MarkdownNode) {
        guard let list = lists.last else { return }
        if let isTicked = node.isTicked {
            marker = isTicked ? "☑" : "☐"
        } else if list.isOrdered {
            marker = "\(list.number)" + (list.isInParentheses ? ")" : ".")
            lists[lists.count - 1].number += 1
        } else {
            marker = "•"
        }
    }

    // MARK: Blocks

    private mutating func appendInlines(_ kind: Block.Kind, level: Int?) {
        guard let text = inlines?.finished() else { return }
        inlines = nil
        guard !text.text.isEmpty else { return }
        blocks.append(
            Block(kind, text.text, level: level, marker: kind == .heading ? takeMarker() : nil, spans: text.spans))
    }

    private mutating func appendParagraph() {
        guard let text = inlines?.finished() else { return }
        inlines = nil
        guard !text.text.isEmpty else { return }
        if text.isPicture, quotations == 0, lists.isEmpty {
            blocks.append(Block(.caption, text.text, spans: text.spans))
        } else {
            append(.paragraph, text.text, text.spans)
        }
    }

    /// A block of running text, or of code, which inside of a list or a quotation is part of those.
    private mutating func append(_ kind: Block.Kind, _ text: String, _ spans: [Span]) {
        guard !text.isEmpty else { return }
        if kind == .code {
            blocks.append(Block(.code, text, marker: takeMarker()))
        } else if !lists.isEmpty || marker != nil {
            blocks.append(Block(.listItem, text, level: max(lists.count, 1), marker: takeMarker(), spans: spans))
        } else if quotations > 0 {
            blocks.append(Block(.quotation, text, level: quotations, spans: spans))
        } else if Promotion.isPromotion(text) {
            blocks.append(Block(.promotion, text, spans: spans))
        } else {
            blocks.append(Block(.paragraph, text, spans: spans))
        }
    }

    private mutating func takeMarker() -> String? {
        defer { marker = nil }
        return marker
    }

    private mutating func appendHTML(_ html: String) {
        for text in HTMLText.paragraphs(of: html) { append(.paragraph, text, InlineMarks.spans(in: text)) }
    }

    private static func withoutLastLineEnd(_ text: String) -> String {
        text.hasSuffix("\n") ? String(text.dropLast()) : text
    }
}
