/// Finds the words of a text, one after the other.
///
/// A word is a run of letters and digits with their marks. Inside it may stand an apostrophe between letters (`don't`;
/// a possessive `'s` is left out, and where the language elides, the apostrophe parts two words), and a dot, comma,
/// slash or colon between digits (`3.5`, `2024/847`). Letters with dots between them are one word (`U.N.`). A hyphen parts words.
/// Ideographs and kana are a word each; Thai and its like are divided by ICU's dictionaries. `§` is a word.
struct WordScanner {
    struct Word {
        var range: Range<Int>
        var isASCII: Bool
        var isDotted: Bool
        var isJoined: Bool
    }

    /// A longer run of letters is cut into several words.
    static let longestWord = 128

    private let bytes: UnsafeBufferPointer<UInt8>
    private let ascii: UnsafeBufferPointer<WordUnit>
    private let elides: Bool
    private let isASCIIFast: Bool
    private var offset = 0
    /// Where the last word ended with what belongs to it, such as its possessive.
    private var lastEnd = -1
    /// Words found in advance, the last first.
    private var pending: [Word] = []

    /// `ascii` is the table ``WordUnit/ascii``, handed in so that it is looked up once.
    init(
        _ bytes: UnsafeBufferPointer<UInt8>, ascii: UnsafeBufferPointer<WordUnit>, elides: Bool, isASCIIFast: Bool
    ) {
        self.bytes = bytes
        self.ascii = ascii
        self.elides = elides
        self.isASCIIFast = isASCIIFast
    }

    @inline(__always)
    private func unit(at offset: Int) -> (unit: WordUnit, length: Int) {
        guard offset < bytes.count else { return (.other, 0) }
        let byte = bytes[offset]
        if byte < 0x80, isASCIIFast { return (ascii[Int(byte)], 1) }
        let (scalar, length) = UTF8Scalars.decode(bytes, at: offset)
        return (WordUnit(scalar), length)
    }

    mutating func next() -> Word? {
        if let word = pending.popLast() { return word }
        while offset < bytes.count {
            let (unit, length) = unit(at: offset)
            switch unit {
            case .letter, .digit: return scanWord()
            case .sign: return take(length)
            case .ideograph: return take(lengthWithMarks(length))
            case .complex:
                if let word = scanComplex() { return word }
            case .other, .extend, .apostrophe, .dot, .numberSeparator, .hyphen:
                if unit == .hyphen || unit == .apostrophe, offset == lastEnd { lastEnd += length }
                offset += length
            }
        }
        return nil
    }

    /// The word of the next `length` bytes.
    private mutating func take(_ length: Int) -> Word {
        let range = offset..<(offset + length)
        offset = range.upperBound
        return finish(range, isDotted: false)
    }

    private mutating func finish(_ range: Range<Int>, isDotted: Bool) -> Word {
        let isJoined = range.lowerBound == lastEnd
        lastEnd = offset
        return Word(range: range, isASCII: false, isDotted: isDotted, isJoined: isJoined)
    }

    private func lengthWithMarks(_ length: Int) -> Int {
        var end = offset + length
        while end - offset < Self.longestWord {
            let (unit, length) = unit(at: end)
            guard unit == .extend else { break }
            end += length
        }
        return end - offset
    }
}

extension WordScanner {
    @inline(__always)
    private mutating func scanWord() -> Word {
        if let end = endOfDotted() { return takeDotted(end) }
        let start = offset
        let limit = min(bytes.count, start + Self.longestWord + 1)
        var end = start
        var isASCII = isASCIIFast
        var last = WordUnit.letter
        scan: while true {
            if isASCIIFast {
                while end < limit, bytes[end] < 0x80, isLetterOrDigit(ascii[Int(bytes[end])]) { end += 1 }
                if end > start, bytes[end - 1] < 0x80 { last = ascii[Int(bytes[end - 1])] }
            }
            if end - start > Self.longestWord { break }
            let (unit, length) = unit(at: end)
            switch unit {
            case .letter, .digit, .extend:
                if length > 1 { isASCII = false }
                if unit != .extend { last = unit }
                end += length
            case .apostrophe where last == .letter && self.unit(at: end + length).unit == .letter:
                if elides || isPossessive(at: end + length) { break scan }
                end += length
            case .dot, .numberSeparator:
                guard last == .digit, self.unit(at: end + length).unit == .digit else { break scan }
                end += length
            case .other, .apostrophe, .hyphen, .ideograph, .complex, .sign: break scan
            }
        }
        end = cut(end, from: start)
        offset = end
        skipPossessive()
        var word = finish(start..<end, isDotted: false)
        word.isASCII = isASCII
        return word
    }

    @inline(__always)
    private func isLetterOrDigit(_ unit: WordUnit) -> Bool {
        unit == .letter || unit == .digit
    }

    /// `end`, or where the word is cut that is too long.
    @inline(__always)
    private func cut(_ end: Int, from start: Int) -> Int {
        guard end - start > Self.longestWord else { return end }
        var cut = start + Self.longestWord
        while bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
        return cut
    }

    /// Whether the letter at `offset`, which follows an apostrophe, is an `s` that ends the word.
    private func isPossessive(at offset: Int) -> Bool {
        guard bytes[offset] | 0x20 == UInt8(ascii: "s") else { return false }
        return switch unit(at: offset + 1).unit {
        case .letter, .digit, .extend, .apostrophe: false
        case .other, .dot, .numberSeparator, .hyphen, .ideograph, .complex, .sign: true
        }
    }

    /// Steps over a possessive `'s`.
    private mutating func skipPossessive() {
        let (unit, length) = unit(at: offset)
        guard unit == .apostrophe, self.unit(at: offset + length).unit == .letter, isPossessive(at: offset + length)
        else { return }
        offset += length + 1
    }

    /// Where the letters with dots between them end that begin here: `U.N.`, `U.N`, `e.g.`
    @inline(__always)
    private func endOfDotted() -> Int? {
        let first = unit(at: offset)
        let isCandidate = first.unit == .letter && unit(at: offset + first.length).unit == .dot
        return isCandidate ? endOfDotted(after: offset + first.length) : nil
    }

    private func endOfDotted(after dot: Int) -> Int? {
        var end = dot
        var letters = 1
        while unit(at: end).unit == .dot, letters < Self.longestWord / 8 {
            let (unit, length) = unit(at: end + 1)
            guard unit == .letter, !continuesWord(at: end + 1 + length) else { break }
            end += 1 + length
            letters += 1
        }
        guard letters > 1 else { return nil }
        return unit(at: end).unit == .dot ? end + 1 : end
    }

    private func continuesWord(at offset: Int) -> Bool {
        switch unit(at: offset).unit {
        case .letter, .digit, .extend, .apostrophe: true
        case .other, .dot, .numberSeparator, .hyphen, .ideograph, .complex, .sign: false
        }
    }

    private mutating func takeDotted(_ end: Int) -> Word {
        let range = offset..<end
        offset = end
        skipPossessive()
        return finish(range, isDotted: true)
    }
}

extension WordScanner {
    /// The first word of the run of complex script here; the others are kept for later.
    private mutating func scanComplex() -> Word? {
        let start = offset
        while true {
            let (unit, length) = unit(at: offset)
            guard unit == .complex || unit == .extend else { break }
            offset += length
        }
        var found: [Word] = []
        var begin = start
        ICU.forEachBoundary(.word, in: UnsafeBufferPointer(rebasing: bytes[start..<offset])) { boundary in
            let end = start + boundary.offset
            found.append(contentsOf: pieces(of: begin..<end))
            begin = end
            return true
        }
        lastEnd = offset
        pending = found.reversed()
        return pending.popLast()
    }

    /// The words of a run that ICU holds for one, cut where it is too long.
    private func pieces(of range: Range<Int>) -> [Word] {
        var words: [Word] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let end = cut(range.upperBound, from: start)
            words.append(Word(range: start..<end, isASCII: false, isDotted: false, isJoined: start == lastEnd || !words.isEmpty))
            start = end
        }
        return words
    }
}
