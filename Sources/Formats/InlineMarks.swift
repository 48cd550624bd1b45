import Articles

/// Finds what stands in running text without markup: addresses and «(see: Another Title)».
package enum InlineMarks {
    /// The longest title that a reference may name, in bytes.
    private static let longestTitle = 300

    /// The spans of `text`, ordered by start. Linear in its length.
    package static func spans(in text: String) -> [Span] {
        var text = text
        return text.withUTF8 { bytes in
            guard mayHold(bytes) else { return [] }
            var spans: [Span] = []
            var index = 0
            while index < bytes.count {
                if let span = reference(at: index, in: bytes) ?? link(at: index, in: bytes) {
                    spans.append(span)
                    index = span.end
                } else {
                    index += 1
                }
            }
            return spans
        }
    }

    /// The address that the whole of `text` is.
    package static func wholeLink(_ text: String) -> String? {
        let spans = spans(in: text)
        return spans.count == 1 && spans[0].kind == .link && spans[0].range == 0..<text.utf8.count
            ? spans[0].target : nil
    }

    /// Every span has a colon behind a letter.
    private static func mayHold(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.contains(UInt8(ascii: ":"))
    }

    // MARK: References

    private static let openings = [Array("see:".utf8), Array("see also:".utf8)]

    private static func reference(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Span? {
        guard bytes[index] == UInt8(ascii: "(") || bytes[index] == UInt8(ascii: "[") else { return nil }
        guard let opening = openings.first(where: { matches($0, at: index + 1, in: bytes) }) else { return nil }
        var start = index + 1 + opening.count
        while start < bytes.count, Bytes.isBlank(bytes[start]) { start += 1 }
        guard var end = closing(of: index, in: bytes) else { return nil }
        while end > start, Bytes.isBlank(bytes[end - 1]) { end -= 1 }
        guard end > start else { return nil }
        let title = Bytes.string(bytes[start..<end])
        if wholeAddress(title) { return nil }
        return Span(.reference, start: start, end: end, target: title)
    }

    private static func wholeAddress(_ title: String) -> Bool {
        title.hasPrefix("http://") || title.hasPrefix("https://")
    }

    /// The bracket that closes the one at `index`, with others nested between them.
    private static func closing(of index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let open = bytes[index]
        let close = open == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
        var depth = 0
        for place in index..<min(bytes.count, index + longestTitle) {
            if bytes[place] == open { depth += 1 }
            if bytes[place] == close { depth -= 1 }
            if depth == 0 { return place }
        }
        return nil
    }

    /// Without regard to the case of ASCII letters.
    private static func matches(_ word: [UInt8], at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard index + word.count <= bytes.count else { return false }
        return word.indices.allSatisfy {
            word[$0] == (Bytes.isLetter(bytes[index + $0]) ? bytes[index + $0] | 0x20 : bytes[index + $0])
        }
    }

    // MARK: Addresses

    private static let schemes = [Array("https://".utf8), Array("http://".utf8), Array("mailto:".utf8)]

    private static func link(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Span? {
        guard bytes[index] | 0x20 == UInt8(ascii: "h") || bytes[index] | 0x20 == UInt8(ascii: "m") else { return nil }
        guard index == 0 || !isWordByte(bytes[index - 1]),
            let scheme = schemes.first(where: { matches($0, at: index, in: bytes) })
        else { return nil }
        let start = index + scheme.count
        var end = start
        while end < bytes.count, isAddressByte(bytes[end]) { end += 1 }
        end = withoutTail(start, end, in: bytes)
        guard end > start,
            Bytes.isLetter(bytes[start]) || Bytes.isDigit(bytes[start]) || bytes[start] == UInt8(ascii: "[")
                || bytes[start] >= 0x80
        else { return nil }
        return Span(.link, start: index, end: end, target: Bytes.string(bytes[index..<end]))
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        Bytes.isLetter(byte) || Bytes.isDigit(byte) || byte == UInt8(ascii: "_")
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != 0x7F && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">")
            && byte != UInt8(ascii: "\"") && byte != 0xE2
            && byte != UInt8(ascii: "`")
    }

    /// Punctuation at the end belongs to the sentence, and so does a bracket that the address did not open.
    private static func withoutTail(_ start: Int, _ end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var end = end
        var open = bytes[start..<end].reduce(0) {
            $0 + ($1 == UInt8(ascii: "(") ? 1 : $1 == UInt8(ascii: ")") ? -1 : 0)
        }
        while end > start {
            let last = bytes[end - 1]
            if last == UInt8(ascii: ")") {
                guard open < 0 else { break }
                open += 1
            } else if !".,;:!?'*_]}".utf8.contains(last) {
                break
            }
            end -= 1
        }
        return end
    }
}
