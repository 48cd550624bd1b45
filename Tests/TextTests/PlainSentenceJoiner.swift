@testable import Text

/// The joiner without its short ways: every word is looked up.
struct PlainSentenceJoiner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let abbreviations: Abbreviations
    private var ranges: [Range<Int>] = []
    private var start = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ abbreviations: Abbreviations) {
        self.bytes = bytes
        self.abbreviations = abbreviations
    }

    /// Takes the next boundary, in ascending order.
    mutating func add(_ boundary: Int) {
        guard boundary > start else { return }
        let boundary = behindQuote(behindFootnote(boundary))
        let end = endOfContent(before: boundary)
        guard end > start else { return start = boundary }
        if boundary < bytes.count, isJoined(at: end, boundary) { return }
        append(end: end)
        start = boundary
    }

    mutating func finish() -> [Range<Int>] {
        append(end: endOfContent(before: bytes.count))
        return ranges
    }

    private mutating func append(end: Int) {
        var begin = start
        while begin < end, let length = blankLength(at: begin) { begin += length }
        if begin < end { ranges.append(begin..<end) }
        start = max(start, end)
    }

    /// Where what is not white space ends before `offset`.
    private func endOfContent(before offset: Int) -> Int {
        var end = offset
        while end > start, let scalar = UTF8Scalars.last(before: end, in: bytes), Self.isBlank(scalar) {
            end -= UTF8.width(of: scalar)
        }
        return end
    }

    private func blankLength(at offset: Int) -> Int? {
        let (scalar, length) = UTF8Scalars.decode(bytes, at: offset)
        return Self.isBlank(scalar) ? length : nil
    }

    private static func isBlank(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }
}

extension PlainSentenceJoiner {
    /// A boundary that UAX 29 sees inside `law.[1] The` lies behind the mark.
    private func behindFootnote(_ boundary: Int) -> Int {
        guard bytes[boundary - 1] == UInt8(ascii: "[") else { return boundary }
        var end = boundary
        while end < bytes.count, Self.isDigit(bytes[end]) { end += 1 }
        guard end > boundary, end < bytes.count, bytes[end] == UInt8(ascii: "]") else { return boundary }
        end += 1
        while end < bytes.count, bytes[end] == 0x20 { end += 1 }
        return end
    }

    /// `Fini. »` ends behind the quotation mark, which French sets off by a blank.
    private func behindQuote(_ boundary: Int) -> Int {
        guard boundary + 1 < bytes.count, UTF8Scalars.decode(bytes, at: boundary).scalar == 0xBB else { return boundary }
        let end = boundary + 2
        guard end == bytes.count || blankLength(at: end) != nil else { return boundary }
        var next = end
        while next < bytes.count, let length = blankLength(at: next) { next += length }
        return next
    }

    /// Whether what ends at `end` goes on at `next`.
    private func isJoined(at end: Int, _ next: Int) -> Bool {
        if isParagraphBreak(end..<next) { return false }
        let following = word(at: next)
        if following.isLowercase { return true }
        guard let terminator = terminator(before: end) else {
            return isWrapped(before: end) && !isBullet(at: next) && !opensSentence(following)
        }
        guard terminator == UInt8(ascii: "."), bytes[end - 1] == UInt8(ascii: ".") else { return false }
        return isAbbreviated(word(before: end - 1), following)
    }

    /// Whether white space holds two line breaks or one that always parts paragraphs.
    private func isParagraphBreak(_ blank: Range<Int>) -> Bool {
        var breaks = 0
        for offset in blank {
            switch bytes[offset] {
            case 0x0A: breaks += 1
            case 0x0D where offset + 1 == blank.upperBound || bytes[offset + 1] != 0x0A: breaks += 1
            case 0xA9 where bytes[offset - 1] == 0x80: return true  // U+2029
            default: break
            }
        }
        return breaks > 1
    }

    /// A shorter line was not broken because it was full: it is a heading or an item.
    private static let shortestFullLine = 40

    private func isWrapped(before end: Int) -> Bool {
        let begin = max(start, end - Self.shortestFullLine)
        return end - start >= Self.shortestFullLine && !bytes[begin..<end].contains { $0 == 0x0A || $0 == 0x0D }
    }

    /// Whether a list item begins at `offset`.
    private func isBullet(at offset: Int) -> Bool {
        switch UTF8Scalars.decode(bytes, at: offset).scalar {
        case 0x2A, 0x2B, 0x2D, 0xB7, 0x2013, 0x2014, 0x2022, 0x2023, 0x25AA, 0x25CF, 0x25E6: true
        default: false
        }
    }

    /// The sign that ends the sentence before `end`, seen through closing quotes and brackets; `nil` where there is none.
    private func terminator(before end: Int) -> UInt8? {
        var offset = end
        while offset > start, let scalar = UTF8Scalars.last(before: offset, in: bytes) {
            switch scalar {
            case 0x2E, 0x21, 0x3F: return UInt8(scalar)
            case 0x20, 0xA0, 0x202F, 0x22, 0x27, 0x29, 0x5D, 0x7D, 0xBB, 0x2019, 0x201D, 0x201C, 0x203A: offset -= UTF8.width(of: scalar)
            case 0x2026, 0x3002, 0xFF01, 0xFF1F, 0xFF61: return UInt8(ascii: "!")
            default: return nil
            }
        }
        return nil
    }
}

extension PlainSentenceJoiner {
    /// A word as the decision needs it.
    struct Word {
        /// In lower case.
        var text = ""
        var isCapitalised = false
        var isLowercase = false
        var isNumber = false
        /// It is all there is of the sentence.
        var isWhole = false
        /// A quote or bracket opens before it.
        var isOpened = false

        /// Single letters with dots between them, or one letter.
        var isInitials: Bool { text.split(separator: ".").allSatisfy { $0.count == 1 } && !isNumber && !text.isEmpty }
    }

    private func isAbbreviated(_ word: Word, _ next: Word) -> Bool {
        if word.text.isEmpty { return false }
        if word.isNumber { return word.isWhole || isOrdinal(word, next) }
        if abbreviations.numbering.contains(word.text), next.isNumber || isRoman(next) { return true }
        if abbreviations.leading.contains(word.text) { return true }
        // `i.a.`, `z.B.`: nobody ends a sentence with them. `U.N.`, `p.m.` and initials may.
        if word.isInitials, word.text.contains("."), !word.isCapitalised, !abbreviations.closing.contains(word.text) { return true }
        let mayEnd = abbreviations.closing.contains(word.text) || word.isInitials
        return mayEnd && (word.isWhole || !opensSentence(next))
    }

    private func opensSentence(_ word: Word) -> Bool {
        word.isOpened || word.text.isEmpty || abbreviations.openers.contains(word.text)
    }

    private func isOrdinal(_ word: Word, _ next: Word) -> Bool {
        abbreviations.hasOrdinals && word.text.utf8.count <= 2 && !opensSentence(next)
    }

    private func isRoman(_ word: Word) -> Bool {
        word.isCapitalised && word.text.utf8.count > 1 && word.text.allSatisfy { "ivxlcdm".contains($0) }
            || word.text == "v" && word.isCapitalised
    }

    /// A longer run is no word of any list.
    private static let longestWord = 32

    /// The word that ends at `end`.
    private func word(before end: Int) -> Word {
        var begin = end
        while begin > start, end - begin < Self.longestWord, let scalar = UTF8Scalars.last(before: begin, in: bytes),
            Self.isWordPart(scalar)
        {
            begin -= UTF8.width(of: scalar)
        }
        var word = Word(of: begin..<end, in: bytes)
        word.isWhole = (start..<begin).allSatisfy { bytes[$0] <= 0x20 || bytes[$0] == UInt8(ascii: "(") }
        return word
    }

    /// The word that begins at `offset`, behind opening quotes and brackets.
    private func word(at offset: Int) -> Word {
        var begin = offset
        while begin < bytes.count {
            let (scalar, length) = UTF8Scalars.decode(bytes, at: begin)
            guard Self.isOpening(scalar) || Self.isBlank(scalar) else { break }
            begin += length
        }
        var end = begin
        while end < bytes.count, end - begin < Self.longestWord {
            let (scalar, length) = UTF8Scalars.decode(bytes, at: end)
            guard Self.isWordPart(scalar), scalar != 0x2E else { break }
            end += length
        }
        var word = Word(of: begin..<end, in: bytes)
        word.isOpened = begin > offset && (offset..<begin).contains { bytes[$0] > 0x20 && bytes[$0] != UInt8(ascii: "(") }
        return word
    }

    private static func isOpening(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x22, 0x27, 0x28, 0x5B, 0xAB, 0x2018, 0x201A, 0x201C, 0x201E, 0x2039: true
        default: false
        }
    }

    private static func isWordPart(_ scalar: UInt32) -> Bool {
        switch ICU.category(of: scalar) {
        case .letter, .number, .nonspacingMark: true
        case .symbol: scalar == 0x2E || scalar == 0x2D || scalar == 0xBA || scalar == 0xB0
        case .otherNumber, .spacingMark, .format, .control, .space, .separator, .privateUse, .surrogate, .unassigned: false
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension PlainSentenceJoiner.Word {
    init(of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
        text = String(decoding: bytes[range], as: UTF8.self).lowercased()
        guard !range.isEmpty else { return }
        let first = UTF8Scalars.decode(bytes, at: range.lowerBound).scalar
        isCapitalised = ICU.isUppercase(first)
        isLowercase = ICU.isLowercase(first)
        isNumber = ICU.category(of: first) == .number
    }
}
