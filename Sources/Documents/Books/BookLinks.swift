import Articles

/// Books print the address of a link behind it, for readers that have no links: `the manual [https://example.org/]`.
/// It goes, where it is the same; the link stays.
enum BookLinks {
    static func withoutAddresses(_ block: Block) -> Block {
        guard block.kind != .code, block.spans.contains(where: { $0.kind == .link && $0.target != nil }) else { return block }
        let bytes = Array(block.text.utf8)
        let gone = block.spans.compactMap { range(behind: $0, in: bytes) }.sorted { $0.lowerBound < $1.lowerBound }
        guard !gone.isEmpty else { return block }
        var block = block
        var text: [UInt8] = []
        var start = 0
        for range in gone where range.lowerBound >= start {
            text += bytes[start..<range.lowerBound]
            start = range.upperBound
        }
        block.text = String(decoding: text + bytes[start...], as: UTF8.self)
        block.spans = block.spans.compactMap { moved($0, gone) }
        return block
    }

    /// ` [address]` or ` (address)` behind the link.
    private static func range(behind span: Span, in bytes: [UInt8]) -> Range<Int>? {
        guard span.kind == .link, let target = span.target, span.end <= bytes.count else { return nil }
        let address = Array(target.utf8)
        for (open, close) in [("[", "]"), ("(", ")")] {
            for blank in [" ", ""] {
                let mark = Array((blank + open).utf8) + address + Array(close.utf8)
                if bytes[span.end...].starts(with: mark) { return span.end..<(span.end + mark.count) }
            }
        }
        return nil
    }

    private static func moved(_ span: Span, _ gone: [Range<Int>]) -> Span? {
        func place(_ offset: Int) -> Int {
            offset - gone.reduce(0) { $0 + max(0, min(offset, $1.upperBound) - $1.lowerBound) }
        }
        let start = place(span.start)
        let end = place(span.end)
        return end > start ? Span(span.kind, start: start, end: end, target: span.target) : nil
    }
}
