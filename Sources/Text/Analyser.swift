/// What a ``Lexicon`` knows and does; a value, so that its fields are reached without checks in the inner loop.
struct Analyser {
    /// A writing, folded and stemmed.
    private struct Entry {
        var form: UInt32
        var stem: UInt32
        var flags: Token.Flags
    }

    private static let noStem = UInt32.max

    let language: Language
    private let capacity: Int
    private let isASCIIFast: Bool
    private let stemmer: Stemmer?
    /// Forms and stems.
    private(set) var terms = TermTable()
    /// For each term that is an ASCII form, its stem; ``noStem`` where none was asked for.
    private var stems: [UInt32] = []
    /// Writings that are not ASCII, as they stand in texts.
    private var writings = TermTable()
    private var entries: [Entry] = []
    private var pinned = 0
    private(set) var generation = 0

    init(language: Language, capacity: Int, isASCIIFast: Bool) {
        self.language = language
        self.capacity = max(1, capacity)
        self.isASCIIFast = isASCIIFast
        stemmer = Stemmer(language)
    }

    mutating func pin() {
        pinned = terms.count
    }

    mutating func forgetIfFull() {
        guard terms.count - pinned > capacity || writings.count > capacity else { return }
        terms.truncate(to: pinned)
        stems.removeSubrange(min(pinned, stems.count)...)
        for index in stems.indices where stems[index] >= UInt32(pinned) { stems[index] = Self.noStem }
        writings.truncate(to: 0)
        entries.removeAll()
        generation += 1
    }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>, to tokens: inout [Token]) {
        WordUnit.ascii.withUnsafeBufferPointer { ascii in
            var scanner = WordScanner(text, ascii: ascii, elides: language.elides, isASCIIFast: isASCIIFast)
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: WordScanner.longestWord + 8) { scratch in
                while let word = scanner.next() {
                    tokens.append(word.isASCII ? asciiToken(word, in: text, scratch) : token(word, in: text))
                }
            }
        }
    }

    private func token(_ word: WordScanner.Word, _ entry: Entry) -> Token {
        var flags = entry.flags
        if word.isJoined { flags.insert(.isJoined) }
        if word.isDotted { flags.insert(.isDotted) }
        return Token(
            start: UInt32(truncatingIfNeeded: word.range.lowerBound), end: UInt32(truncatingIfNeeded: word.range.upperBound),
            form: entry.form, stem: entry.stem, flags: flags)
    }
}

extension Analyser {
    @inline(__always)
    private mutating func asciiToken(
        _ word: WordScanner.Word, in text: UnsafeBufferPointer<UInt8>, _ scratch: UnsafeMutableBufferPointer<UInt8>
    ) -> Token {
        var writing = Writing()
        var count = 0
        for offset in word.range {
            let byte = text[offset]
            writing.add(byte)
            scratch[count] = byte | (byte &- 0x41 < 26 ? 0x20 : 0)
            count += 1
        }
        if writing.hasComma { count = Self.removeThousands(scratch, count) }
        let form = UnsafeBufferPointer(rebasing: scratch[..<count])
        let number = terms.intern(form)
        // Apart from the call on `self` below, which would hold a copy of the tables while they are written.
        let stem = stem(of: number, form)
        return token(word, Entry(form: number, stem: stem, flags: writing.flags))
    }

    @inline(__always)
    private mutating func stem(of number: UInt32, _ form: UnsafeBufferPointer<UInt8>) -> UInt32 {
        if Int(number) < stems.count, stems[Int(number)] != Self.noStem { return stems[Int(number)] }
        let stem = newStem(of: form)
        if Int(number) >= stems.count {
            stems.append(contentsOf: repeatElement(Self.noStem, count: Int(number) + 1 - stems.count))
        }
        stems[Int(number)] = stem
        return stem
    }

    private mutating func newStem(of form: UnsafeBufferPointer<UInt8>) -> UInt32 {
        guard let stemmer else { return terms.intern(form) }
        return stemmer.withStem(of: form) { terms.intern($0) }
    }

    private mutating func token(_ word: WordScanner.Word, in text: UnsafeBufferPointer<UInt8>) -> Token {
        let writing = UnsafeBufferPointer(rebasing: text[word.range])
        let number = Int(writings.intern(writing))
        if number == entries.count { entries.append(entry(for: writing, isDotted: word.isDotted)) }
        return token(word, entries[number])
    }

    private mutating func entry(for writing: UnsafeBufferPointer<UInt8>, isDotted: Bool) -> Entry {
        var folded = Folding.caseFolded(writing)
        if isDotted { folded.removeAll { $0 == 0x2E } }
        folded = Self.withoutThousands(folded)
        let form = Folding.withoutDiacritics(folded).withUnsafeBufferPointer { terms.intern($0) }
        let accented = Array(String(decoding: folded, as: UTF16.self).utf8)
        let stem = accented.withUnsafeBufferPointer { self.stem(ofAccented: $0) }
        return Entry(form: form, stem: stem, flags: Writing.flags(of: writing))
    }

    private mutating func stem(ofAccented form: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let stem: [UInt8] = stemmer.map { $0.withStem(of: form) { Array($0) } } ?? Array(form)
        let units = Array(String(decoding: stem, as: UTF8.self).utf16)
        return Folding.withoutDiacritics(units).withUnsafeBufferPointer { terms.intern($0) }
    }
}
