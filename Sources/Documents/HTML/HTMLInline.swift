import Articles
import Formats

/// Gathers the text of one block and its spans, with white space collapsed as browsers do.
struct HTMLInline {
    private struct OpenSpan {
        let kind: Span.Kind
        var start: Int
        let target: String?
    }

    private var text: [UInt8] = []
    private var spans: [Span] = []
    private var open: [OpenSpan] = []
    /// White space was met, which becomes a blank if text follows.
    private var hasBlank = false

    var count: Int { text.count }
    var isEmpty: Bool { text.isEmpty }

    /// Text of the page. Runs of white space become one blank.
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        while start < bytes.count {
            if HTMLBytes.isSpace(bytes[start]) {
                hasBlank = true
                start += 1
                continue
            }
            var end = start + 1
            while end < bytes.count, !HTMLBytes.isSpace(bytes[end]) { end += 1 }
            takeBlank()
            text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
            start = end
        }
    }

    /// Text of ours, as it is.
    mutating func append(_ string: String) {
        takeBlank()
        text.append(contentsOf: string.utf8)
    }

    /// Text whose white space counts.
    mutating func appendVerbatim(_ bytes: UnsafeBufferPointer<UInt8>) { text.append(contentsOf: bytes) }

    mutating func appendBlank() { hasBlank = true }

    private mutating func takeBlank() {
        if hasBlank, let last = text.last, last != 0x20, last != 0x0A, last != 0x09 { text.append(0x20) }
        hasBlank = false
    }

    mutating func appendLineEnd() {
        hasBlank = false
        while text.last == 0x20 { text.removeLast() }
        if !text.isEmpty { text.append(0x0A) }
    }

    /// A mark between the cells of a table.
    mutating func append(mark: UInt8) {
        hasBlank = false
        text.append(mark)
    }

    mutating func openSpan(_ kind: Span.Kind, target: String? = nil) {
        takeBlank()
        open.append(OpenSpan(kind: kind, start: text.count, target: target))
    }

    mutating func closeSpan() {
        guard let last = open.popLast() else { return }
        add(last)
    }

    private mutating func add(_ span: OpenSpan) {
        if text.count > span.start {
            spans.append(Span(span.kind, start: span.start, end: text.count, target: span.target))
        }
    }

    /// The text so far with its spans; those still open go on in what is gathered next.
    mutating func take(keepingBlanks: Bool = false) -> (text: String, spans: [Span]) {
        defer {
            text.removeAll(keepingCapacity: true)
            spans.removeAll(keepingCapacity: true)
            hasBlank = false
            for index in open.indices { open[index].start = 0 }
        }
        if text.isEmpty { return ("", []) }
        for span in open.reversed() { add(span) }
        return finished(keepingBlanks: keepingBlanks)
    }

    /// The text with the spans that are closed.
    func finished(keepingBlanks: Bool = false) -> (text: String, spans: [Span]) {
        let kept = keepingBlanks ? text[...] : Self.trimmed(text[...])
        guard !kept.isEmpty else { return ("", []) }
        let string = String(decoding: kept, as: UTF8.self)
        guard string.utf8.count == kept.count else { return (string, []) }
        let inside = spans.compactMap { $0.clipped(to: kept.startIndex..<kept.endIndex) }
        return (string, HTMLSpans.ordered(inside, in: string))
    }

    /// Without blanks and line ends at either end.
    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = Bytes.trimmed(bytes)
        while rest.first == 0x0A || rest.last == 0x0A {
            rest = Bytes.trimmed(rest.first == 0x0A ? rest.dropFirst() : rest.dropLast())
        }
        return rest
    }
}

/// The spans of a block put in order.
enum HTMLSpans {
    /// By start, the longer first, without those that say a thing twice, and with the addresses and references that
    /// stand in the text without markup.
    static func ordered(_ spans: [Span], in text: String) -> [Span] {
        let bare = InlineMarks.spans(in: text).filter { mark in
            !spans.contains { crosses($0, mark) }
        }
        guard spans.count + bare.count > 1 else { return spans + bare }
        let sorted = (spans + bare).enumerated().sorted {
            ($0.element.start, -$0.element.end, -$0.offset) < ($1.element.start, -$1.element.end, -$1.offset)
        }
        var result: [Span] = []
        for (_, span) in sorted where result.last != span { result.append(span) }
        return result
    }

    /// Whether a mark that was found in the text would cross `span` or say the same.
    private static func crosses(_ span: Span, _ mark: Span) -> Bool {
        guard span.start < mark.end, mark.start < span.end else { return false }
        let isInside = span.start <= mark.start && mark.end <= span.end
        let isAround = mark.start <= span.start && span.end <= mark.end
        return span.kind == .link || span.kind == .code || !(isInside || isAround)
    }
}

/// Small questions to the bytes of a page.
enum HTMLBytes {
    /// White space as HTML knows it: blank, tab, line feed, form feed, carriage return.
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (byte >= 0x09 && byte <= 0x0D && byte != 0x0B)
    }

    static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { bytes.allSatisfy(isSpace) }
}
