/// What a ``Lexicon`` knows and does; a value, so that its fields are reached without checks in the inner loop.
struct Analyser: ~Copyable {
    /// A writing, folded and stemmed.
    private struct Entry {
        var form: UInt32
        var stem: UInt32
        var flags: Token.Flags
    }

    let language: Language
    private let capacity: Int
    private let isASCIIFast: Bool
    private let stemmer: Stemmer?
    /// Forms and stems. The value of an ASCII form is its stem, once it was asked for.
    private(set) var terms = TermTable()
    /// Writings that are not ASCII, as they stand in texts.
    private var writings = TermTable()
    private var entries: [Entry] = []
    /// What was read of the tables ahead of its use, so that reading it is not left out.
    private var touched: UInt32 = 0
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
        // Words that are met often are met early: the earlier half stays.
        terms.truncate(to: max(pinned, min(terms.count, capacity / 2)))
        let kept = entries.prefix(capacity / 2).prefix { max($0.form, $0.stem) < UInt32(terms.count) }.count
        writings.truncate(to: kept)
        entries.removeSubrange(kept...)
        generation += 1
    }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>, to tokens: inout [Token]) {
        WordUnit.ascii.withUnsafeBufferPointer { ascii in
            var scanner = WordScanner(text, ascii: ascii, elides: language.elides, isASCIIFast: isASCIIFast)
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: WordScanner.longestWord + 8) { scratch in
                withUnsafeTemporaryAllocation(of: ScannedWord.self, capacity: Self.batch) { words in
                    while true {
                        let count = Self.scan(&scanner, text, into: words)
                        touch(words[..<count])
                        for word in words[..<count] { tokens.append(token(word, in: text, scratch)) }
                        if count < Self.batch { return }
                    }
                }
            }
        }
    }

    /// Words are looked for in the tables so many at a time. Most of the time of analysing goes into waiting for memory: read
    /// one after the other in a short loop, the places of several words come at once.
    private static let batch = 16

    /// A word and, where it takes the fast way, its key.
    private struct ScannedWord {
        var word: WordScanner.Word
        var low: UInt64 = 0
        var high: UInt64 = 0
        var hash: UInt32 = 0
        var flags: Token.Flags = []
        var hasKey = false

        var count: Int { word.range.count }
    }

    /// The next words, as many as `words` has room for; fewer at the end.
    private static func scan(
        _ scanner: inout WordScanner, _ text: UnsafeBufferPointer<UInt8>, into words: UnsafeMutableBufferPointer<ScannedWord>
    ) -> Int {
        var count = 0
        while count < words.count, let word = scanner.next() {
            var scanned = ScannedWord(word: word)
            if word.isASCII, word.range.count <= WordKey.longest, let base = text.baseAddress {
                let start = word.range.lowerBound
                let key = WordKey(base + start, count: word.range.count, rest: text.count - start)
                if !key.hasComma {
                    scanned.hasKey = true
                    (scanned.low, scanned.high, scanned.flags) = (key.low, key.high, key.flags)
                    scanned.hash = TermTable.hash(key.low, key.high, word.range.count)
                }
            }
            (words.baseAddress.unsafelyUnwrapped + count).initialize(to: scanned)
            count += 1
        }
        return count
    }

    /// Reads what ``token(_:in:_:)`` will read of the tables for `words`.
    private mutating func touch(_ words: Slice<UnsafeMutableBufferPointer<ScannedWord>>) {
        var sum: UInt32 = 0
        for word in words where word.hasKey { sum &+= terms.touchSlot(word.hash) }
        for word in words where word.hasKey && word.count > 8 { sum &+= terms.touchLong(word.hash) }
        touched = sum
    }

    @inline(__always)
    private mutating func token(
        _ scanned: ScannedWord, in text: UnsafeBufferPointer<UInt8>, _ scratch: UnsafeMutableBufferPointer<UInt8>
    ) -> Token {
        let word = scanned.word
        if scanned.hasKey, let known = terms.entry(scanned.low, scanned.high, count: scanned.count, hash: scanned.hash),
            known.value != TermTable.noValue
        {
            return token(word, Entry(form: known.number, stem: known.value, flags: scanned.flags))
        }
        guard word.isASCII else { return token(word, in: text) }
        return asciiToken(word, bytes: UnsafeBufferPointer(rebasing: text[word.range]), scratch)
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
    /// The token of a word of ASCII byte by byte, also of one that is new.
    @inline(never)
    private mutating func asciiToken(
        _ word: WordScanner.Word, bytes: UnsafeBufferPointer<UInt8>, _ scratch: UnsafeMutableBufferPointer<UInt8>
    ) -> Token {
        var writing = Writing()
        var count = 0
        for byte in bytes {
            writing.add(byte)
            scratch[count] = byte | (byte &- 0x41 < 26 ? 0x20 : 0)
            count += 1
        }
        if writing.hasComma { count = Self.removeThousands(scratch, count) }
        let form = UnsafeBufferPointer(rebasing: scratch[..<count])
        let number = terms.intern(form)
        // Apart from the call on `self` below, which would hold a copy of the tables while they are written.
        let stem = stem(of: form)
        return token(word, Entry(form: number, stem: stem, flags: writing.flags))
    }

    /// The stem of a form that is in the table.
    private mutating func stem(of form: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let known = terms.value(of: form)
        if known != TermTable.noValue { return known }
        let stem = newStem(of: form)
        terms.setValue(stem, of: form)
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
        let bare = Folding.withoutDiacritics(folded)
        let form = bare.withUnsafeBufferPointer { terms.intern($0) }
        let stem = bare.withUnsafeBufferPointer { bare in
            if language.stemsWithoutAccents { return self.stem(of: bare) }
            let accented = Array(String(decoding: folded, as: UTF16.self).utf8)
            return accented.withUnsafeBufferPointer { self.stem(ofAccented: $0) }
        }
        return Entry(form: form, stem: stem, flags: Writing.flags(of: writing))
    }

    private mutating func stem(ofAccented form: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let stem: [UInt8] = stemmer.map { $0.withStem(of: form) { Array($0) } } ?? Array(form)
        let units = Array(String(decoding: stem, as: UTF8.self).utf16)
        return Folding.withoutDiacritics(units).withUnsafeBufferPointer { terms.intern($0) }
    }
}
