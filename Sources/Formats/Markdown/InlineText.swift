import Articles
import CCmark

/// The text of a block with its spans.
struct InlineText {
    var text: String
    var spans: [Span]
    /// Whether it is nothing but pictures' descriptions.
    var isPicture: Bool
}

/// Gathers the inline nodes of one block.
struct InlineGatherer {
    private struct OpenSpan {
        let kind: Span.Kind
        let start: Int
        let target: String?
    }

    /// Whether blanks at the ends mean something: empty cells of a table.
    private let keepsBlanks: Bool
    private var text: [UInt8] = []
    private var spans: [Span] = []
    private var open: [OpenSpan] = []
    private var pictures = 0
    private var textOutsidePictures = false
    /// The name of the HTML element whose content is no text: `script` or `style`.
    private var hidden: String?

    init(keepsBlanks: Bool = false) { self.keepsBlanks = keepsBlanks }

    mutating func enter(_ node: MarkdownNode) {
        switch node.kind {
        case .text: append(node.literal)
        case .softBreak: appendBreak()
        case .hardBreak: append("\n")
        case .codeSpan: appendSpan(.code, node.literal)
        case .footnoteReference: append("[\(node.literal)]")
        case .html: appendHTML(node.literal)
        case .image: pictures += 1
        case .emphasis, .strong, .strikethrough, .link:
            guard let kind = Self.spanKind(of: node.kind) else { break }
            open.append(OpenSpan(kind: kind, start: text.count, target: kind == .link ? node.address : nil))
        case .document, .quotation, .list, .item, .code, .htmlBlock, .paragraph, .heading, .rule, .footnoteDefinition,
            .table, .tableRow, .tableCell, .other:
            break
        }
    }

    mutating func leave(_ node: MarkdownNode) {
        if node.kind == .image { pictures -= 1 }
        guard let kind = Self.spanKind(of: node.kind), let last = open.last, last.kind == kind else { return }
        open.removeLast()
        // Links are kept only where they lead to a page, a mail address or a place beside the file.
        guard text.count > last.start, last.target.map(SafeAddress.isSafe) ?? true else { return }
        spans.append(Span(kind, start: last.start, end: text.count, target: last.target))
    }

    /// The span that encloses what is inside such a node.
    private static func spanKind(of kind: MarkdownNode.Kind) -> Span.Kind? {
        switch kind {
        case .emphasis: .emphasis
        case .strong: .strong
        case .strikethrough: .strikethrough
        case .link: .link
        case .text, .softBreak, .hardBreak, .codeSpan, .footnoteReference, .html, .image, .document, .quotation, .list,
            .item, .code, .htmlBlock,
            .paragraph, .heading, .rule, .footnoteDefinition, .table, .tableRow, .tableCell, .other:
            nil
        }
    }

    private mutating func append(_ string: String) {
        guard hidden == nil else { return }
        if pictures == 0, !string.utf8.allSatisfy({ $0 == 0x0A || Bytes.isBlank($0) }) { textOutsidePictures = true }
        text.append(contentsOf: string.utf8)
    }

    private mutating func appendSpan(_ kind: Span.Kind, _ string: String) {
        let start = text.count
        append(string)
        if text.count > start { spans.append(Span(kind, start: start, end: text.count)) }
    }

    /// A line end of the source: a blank, but for scripts that are written without.
    private mutating func appendBreak() {
        guard hidden == nil, let last = text.last, last != 0x20, last != 0x0A else { return }
        text.append(0x20)
    }

    private mutating func appendHTML(_ tag: String) {
        let name = HTMLText.tagName(tag)
        if let element = hidden {
            if name == "/" + element { hidden = nil }
        } else if name == "br" {
            append("\n")
        } else if name == "script" || name == "style" {
            hidden = name
        }
    }

    // MARK: Tables

    /// Cells have no line ends of their own, and tabs in them stay inside code.
    mutating func endCell() { text.append(0x09) }

    mutating func endRow() {
        if text.last == 0x09 { text.removeLast() }
        text.append(0x0A)
    }

    // MARK: The whole

    func finished() -> InlineText {
        var end = text.count
        if keepsBlanks {
            if text.last == 0x0A { end -= 1 }
        } else {
            end = withoutBlanks(end)
        }
        var start = 0
        while !keepsBlanks, start < end, text[start] == 0x0A || text[start] == 0x20 { start += 1 }
        let string = Bytes.string(text[start..<end])
        let kept = spans.compactMap { $0.clipped(to: start..<end) }
        return InlineText(
            text: string, spans: Self.ordered(kept + Self.unmarked(in: string, beside: kept)),
            isPicture: !textOutsidePictures && end > start)
    }

    private func withoutBlanks(_ end: Int) -> Int {
        var end = end
        while end > 0, text[end - 1] == 0x0A || Bytes.isBlank(text[end - 1]) { end -= 1 }
        return end
    }

    /// References and addresses that stand in the text without markup, where no link, code or emphasis crosses them.
    private static func unmarked(in text: String, beside spans: [Span]) -> [Span] {
        let found = InlineMarks.spans(in: text) + WikiLink.spans(in: text)
        guard !found.isEmpty else { return [] }
        return found.filter { mark in
            !spans.contains { span in
                guard span.start < mark.end, mark.start < span.end else { return false }
                let isInside = span.start <= mark.start && mark.end <= span.end
                let isAround = mark.start <= span.start && span.end <= mark.end
                return span.kind == .link || span.kind == .code || !(isInside || isAround)
            }
        }
    }

    /// By start, the longer first, so that a span comes before those inside it.
    private static func ordered(_ spans: [Span]) -> [Span] {
        spans.enumerated().sorted {
            ($0.element.start, -$0.element.end, -$0.offset) < ($1.element.start, -$1.element.end, -$1.offset)
        }.map(\.element)
    }
}
