/// Small questions about UTF-8 bytes.
enum Bytes {
    typealias Text = UnsafeBufferPointer<UInt8>

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    @inline(__always)
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// A digit, a letter, or a part of a character beyond ASCII.
    @inline(__always)
    static func isWord(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) || byte >= 0x80 }

    /// Whether a letter or digit starts at `place`, or goes on there; no-break spaces, «§», dashes and quotes do not.
    static func isWord(_ text: Text, at place: Int) -> Bool {
        guard place < text.count else { return false }
        let byte = text[place]
        guard byte >= 0x80 else { return isDigit(byte) || isLetter(byte) }
        if byte == 0xC2 { return false }
        return !(byte == 0xE2 && place + 1 < text.count && text[place + 1] == 0x80)
    }

    /// Past blanks, line breaks and no-break spaces.
    static func skipBlanks(_ text: Text, _ start: Int) -> Int {
        var place = start
        while place < text.count {
            if text[place] <= 0x20 {
                place += 1
            } else if place + 1 < text.count, text[place] == 0xC2, text[place + 1] == 0xA0 {
                place += 2
            } else if place + 2 < text.count, text[place] == 0xE2, text[place + 1] == 0x80, text[place + 2] == 0xAF {
                place += 3
            } else {
                break
            }
        }
        return place
    }

    static func skipBlanksBack(_ text: Text, _ end: Int) -> Int {
        var place = end
        while place > 0 {
            if text[place - 1] <= 0x20 {
                place -= 1
            } else if place >= 2, text[place - 2] == 0xC2, text[place - 1] == 0xA0 {
                place -= 2
            } else if place >= 3, text[place - 3] == 0xE2, text[place - 2] == 0x80, text[place - 1] == 0xAF {
                place -= 3
            } else {
                break
            }
        }
        return place
    }

    /// Where the word that ends at `end` starts; `end` where none does, or one of more than 24 bytes. An apostrophe, curly
    /// or not, ends a word: «l’article».
    static func wordStart(_ text: Text, _ end: Int) -> Int {
        var start = end
        while start > 0, isWord(text[start - 1]), !isPunctuation(text, before: start) {
            start -= 1
            if end - start > 24 { return end }
        }
        return start
    }

    /// Whether a character of the block «General Punctuation» ends at `end`.
    private static func isPunctuation(_ text: Text, before end: Int) -> Bool {
        end >= 3 && text[end - 3] == 0xE2 && text[end - 2] == 0x80
    }

    /// Whether `word` stands at `place`, and no letter or digit follows where it ends in one.
    static func hasWord(_ word: [UInt8], in text: Text, at place: Int) -> Bool {
        let end = place + word.count
        guard end <= text.count, text[place..<end].elementsEqual(word) else { return false }
        guard let last = word.last, isWord(last) else { return true }
        return !isWord(text, at: end)
    }

    /// Whether a word of `range` goes on at `byte`, or starts there: apostrophes, curly or not, part words.
    @inline(__always)
    private static func isPart(_ byte: UInt8, isFirst: Bool) -> Bool {
        if byte < 0x80 { return isDigit(byte) || isLetter(byte) }
        return byte < 0xC0 ? !isFirst : byte != 0xC2 && byte != 0xE2
    }

    /// The first word inside `range`.
    static func nextWord(_ text: Text, in range: Range<Int>) -> Range<Int>? {
        var start = range.lowerBound
        while start < range.upperBound, !isPart(text[start], isFirst: true) { start += 1 }
        guard start < range.upperBound else { return nil }
        var end = start + 1
        while end < range.upperBound, isPart(text[end], isFirst: false) { end += 1 }
        return start..<end
    }

    /// In lower case, letters beyond ASCII as they are.
    @inline(__always)
    static func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    /// In lower case, ASCII letters alone changed.
    static func lowered(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: bytes.map { lowered($0) }, as: UTF8.self)
    }

    /// Whether `range` holds `word`, which is in lower case.
    static func isLowered(_ text: Text, _ range: Range<Int>, _ word: StaticString) -> Bool {
        guard range.count == word.utf8CodeUnitCount else { return false }
        return range.allSatisfy { lowered(text[$0]) == word.utf8Start[$0 - range.lowerBound] }
    }

    /// Whether `range` begins with `word`, which is in lower case.
    static func startsLowered(_ text: Text, _ range: Range<Int>, _ word: [UInt8]) -> Bool {
        range.count >= word.count && word.indices.allSatisfy { lowered(text[range.lowerBound + $0]) == word[$0] }
    }
}
