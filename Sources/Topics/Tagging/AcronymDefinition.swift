import Text

/// Finds what a text says that an acronym stands for: «business email compromise (BEC)» or «BEC (business email
/// compromise)», by the algorithm of Schwartz and Hearst, «A simple algorithm for identifying abbreviation definitions
/// in biomedical text», PSB 2003. Works on ASCII letters and digits; all else only parts words.
enum AcronymDefinition {
    private static let longestParenthesis = 200

    /// Where the long form of the acronym at `range` stands; nothing where the text does not define it there.
    static func longForm(of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        let acronym = Array(text[range])
        if range.lowerBound > 0, text[range.lowerBound - 1] == UInt8(ascii: "("), range.upperBound < text.count,
            isClosing(text[range.upperBound])
        {
            let window = wordsBefore(range.lowerBound - 1, count: min(acronym.count + 5, acronym.count * 2), in: text)
            return match(acronym, window, in: text)
        }
        guard let inside = parenthesis(after: range.upperBound, in: text), isSeveralWords(inside, in: text) else { return nil }
        return match(acronym, inside, in: text)
    }

    private static func isClosing(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ")") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "s")
    }

    /// The stretch of at most `count` words that ends at `end`, without the blanks there.
    private static func wordsBefore(_ end: Int, count: Int, in text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var stop = end
        while stop > 0, isBlank(text[stop - 1]) { stop -= 1 }
        var start = stop
        var words = 0
        while start > 0 {
            if isBlank(text[start - 1]) {
                words += 1
                if words == count { break }
            }
            start -= 1
        }
        return start..<stop
    }

    private static func parenthesis(after offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        var start = offset
        while start < text.count, isBlank(text[start]) { start += 1 }
        guard start < text.count, start > offset, text[start] == UInt8(ascii: "(") else { return nil }
        let limit = min(text.count, start + longestParenthesis)
        guard let end = text[start..<limit].firstIndex(of: UInt8(ascii: ")")) else { return nil }
        return (start + 1)..<end
    }

    private static func isSeveralWords(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        text[range].contains { isBlank($0) }
    }

    /// Goes through both from their ends; each character of the acronym must be found in the long form, its first at the
    /// beginning of a word.
    private static func match(_ acronym: [UInt8], _ window: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        var place = window.upperBound - 1
        for (index, byte) in acronym.enumerated().reversed() where isWordByte(byte) {
            while place >= window.lowerBound {
                let isStart = place == window.lowerBound || !isWordByte(text[place - 1])
                if lowered(text[place]) == lowered(byte), index > 0 || isStart { break }
                place -= 1
            }
            guard place >= window.lowerBound else { return nil }
            place -= 1
        }
        var start = place + 1
        while start > window.lowerBound, !isBlank(text[start - 1]) { start -= 1 }
        guard isSeveralWords(start..<window.upperBound, in: text) else { return nil }
        return start..<window.upperBound
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        let letter = lowered(byte)
        return (letter >= 0x61 && letter <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
