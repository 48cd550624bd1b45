import Articles

/// An article's blocks as HTML, made anew of what was understood: no script, style, picture or attribute of where it came from
/// is in it, and links lead to http, https and mailto alone.
public struct ArticleHTML {
    private var bytes: [UInt8] = []

    /// Linear in the size of the article.
    public static func text(of article: Article) -> String {
        var writer = ArticleHTML()
        for block in article.blocks { writer.write(block) }
        return Bytes.string(writer.bytes)
    }

    private mutating func write(_ block: Block) {
        switch block.kind {
        case .paragraph: write(block, in: ["p"])
        case .heading: write(block, in: ["h\(min(max(block.level ?? 2, 1), 6))"])
        case .quotation: write(block, in: ["blockquote", "p"])
        case .listItem: write(block, in: [block.marker?.utf8.first.map(Bytes.isDigit) ?? false ? "ol" : "ul", "li"])
        case .table, .code: write(block, in: ["pre"])
        case .caption: write(block, in: ["figure", "figcaption"])
        case .promotion: write(block, in: ["aside", "p"])
        case .rule: bytes += Array("<hr>\n".utf8)
        }
    }

    private mutating func write(_ block: Block, in elements: [String]) {
        for element in elements { bytes += Array("<\(element)>".utf8) }
        write(block.text, block.spans)
        for element in elements.reversed() { bytes += Array("</\(element)>".utf8) }
        bytes.append(0x0A)
    }

    /// Spans may overlap: at each place where one begins or ends all are closed, and those that go on opened again.
    private mutating func write(_ text: String, _ spans: [Span]) {
        let source = Array(text.utf8)
        let spans = spans.filter { Self.tag($0) != nil && 0 <= $0.start && $0.start < $0.end && $0.end <= source.count }
        let places = Set(spans.flatMap { [$0.start, $0.end] } + [source.count]).sorted()
        let starts = Dictionary(grouping: spans, by: \.start)
        var open: [Span] = []
        var position = 0
        for place in places {
            for span in open { bytes += Array((Self.tag(span)?.opening ?? "").utf8) }
            escape(source[position..<place])
            for span in open.reversed() { bytes += Array("</\(Self.tag(span)?.name ?? "")>".utf8) }
            open.removeAll { $0.end <= place }
            open += starts[place] ?? []
            position = place
        }
    }

    private static func tag(_ span: Span) -> (name: String, opening: String)? {
        switch span.kind {
        case .link:
            guard let target = span.target, SafeAddress.isSafe(target) else { return nil }
            var address = ArticleHTML()
            address.escape(Array(target.utf8)[...])
            return ("a", "<a href=\"\(Bytes.string(address.bytes))\">")
        case .emphasis: return ("em", "<em>")
        case .strong: return ("strong", "<strong>")
        case .code: return ("code", "<code>")
        case .strikethrough: return ("del", "<del>")
        case .reference: return nil
        }
    }

    private mutating func escape(_ text: ArraySlice<UInt8>) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
            case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
            case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
            case UInt8(ascii: "\""): bytes += Array("&quot;".utf8)
            default: bytes.append(byte)
            }
        }
    }
}
