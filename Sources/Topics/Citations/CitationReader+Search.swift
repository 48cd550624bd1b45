/// What follows a citation at once: «of the Budapest Convention», «GDPR», «of the one».
struct CitationAttachment {
    var find: CitationReader.Find?
    /// Its words point at something that only a reader can tell: «of the one».
    var isUnclear = false
    /// The mention's place among the block's.
    var mention: Int?
}

extension CitationReader {
    /// For each citation what is attached to it; «Article 24 or Article 7 of the UN Convention» shares it.
    func attachments(_ bytes: Bytes.Text) -> [CitationAttachment?] {
        var attachments = block.marks.indices.map { attachment(of: $0, bytes) }
        for place in block.marks.indices.dropLast().reversed() where attachments[place] == nil {
            guard isJoined(place, bytes), precedingMention(block.marks[place], bytes) == nil, let next = attachments[place + 1]
            else { continue }
            attachments[place] = CitationAttachment(
                find: next.find.map { Find(instrument: $0.instrument, scope: $0.scope) }, isUnclear: next.isUnclear)
        }
        return attachments
    }

    /// Whether nothing but a comma or «or» stands between a citation and the next, of the same kind.
    private func isJoined(_ place: Int, _ bytes: Bytes.Text) -> Bool {
        let gap = block.marks[place].range.upperBound..<block.marks[place + 1].range.lowerBound
        guard gap.count <= 8, block.marks[place].kind == block.marks[place + 1].kind else { return false }
        var packed: UInt64 = 0
        for byte in bytes[gap] where byte != 0x20 { packed = packed << 8 | UInt64(Bytes.lowered(byte)) }
        return Self.joining.contains(packed)
    }

    /// What may join two citations; eight bytes at most fit into a number.
    private static let joining = Set(
        ["and", "or", ",and", ",or", ",", "et", "ou", "y", "o", "&"].map { $0.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } })

    /// The most bytes and words between a citation and its instrument.
    private enum Reach {
        static let bytes = 48
        static let words = 6
    }

    private func attachment(of place: Int, _ bytes: Bytes.Text) -> CitationAttachment? {
        let mark = block.marks[place]
        let start = mark.range.upperBound
        let next = block.mention(from: start)
        guard next < block.mentions.count, isDirect(place, start..<block.mentions[next].range.lowerBound, bytes) else {
            return pointing(from: start, mark, bytes)
        }
        let mention = block.mentions[next]
        guard fits(mention.instrument, mark.kind) else { return nil }
        return CitationAttachment(
            find: Find(instrument: mention.instrument, scope: .clause, end: mention.range.upperBound), mention: next)
    }

    /// Whether nothing but «of the later» or the like stands between.
    private func isDirect(_ place: Int, _ gap: Range<Int>, _ bytes: Bytes.Text) -> Bool {
        guard gap.count <= Reach.bytes, gap.allSatisfy({ !CitedBlock.isBreak(bytes, $0) && bytes[$0] != UInt8(ascii: ".") })
        else { return false }
        guard let first = Bytes.nextWord(bytes, in: gap) else { return true }
        guard Self.words[bytes, first] == .connector else { return false }
        let isMarked = place + 1 < block.marks.count && block.marks[place + 1].range.upperBound <= gap.upperBound
        var count = 1
        var last = first
        while let word = Bytes.nextWord(bytes, in: last.upperBound..<gap.upperBound) {
            count += 1
            last = word
        }
        return !isMarked && count <= Reach.words
    }

    /// What a word between a citation and its instrument may be.
    private enum Word: Hashable {
        case connector, article
        /// Points at something that only a reader can tell.
        case unclear
        case kind(InstrumentKind)
    }

    private static let words: ByteWords<Word> = {
        var words = InstrumentKind.words.mapValues { Word.kind($0) }
        for word in ["of", "under", "in", "to", "from", "de", "du", "des", "del", "d"] { words[word] = .connector }
        for word in [
            "the", "this", "that", "said", "same", "new", "la", "le", "les", "l", "cette", "ce", "el", "esta", "este", "los",
        ] { words[word] = .article }
        for word in ["one", "other", "former", "latter", "another", "which"] { words[word] = .unclear }
        return ByteWords(words)
    }()

    /// «of the Convention», «of that treaty»: the nearest instrument before it of that kind. «of the one»: unclear.
    private func pointing(from start: Int, _ mark: CitationMark, _ bytes: Bytes.Text) -> CitationAttachment? {
        let end = min(bytes.count, start + Reach.bytes)
        var stop = start
        while stop < end, !CitedBlock.isBreak(bytes, stop), bytes[stop] != UInt8(ascii: ".") { stop += 1 }
        guard let first = Bytes.nextWord(bytes, in: start..<stop), Self.words[bytes, first] == .connector else { return nil }
        var noun = Bytes.nextWord(bytes, in: first.upperBound..<stop)
        while let word = noun, Self.words[bytes, word] == .article { noun = Bytes.nextWord(bytes, in: word.upperBound..<stop) }
        guard let noun else { return nil }
        switch Self.words[bytes, noun] {
        case .unclear: return CitationAttachment(isUnclear: true)
        case .kind(let kind): return pointing(at: kind, mark, bytes)
        case .connector, .article, nil: return nil
        }
    }

    private func pointing(at kind: InstrumentKind, _ mark: CitationMark, _ bytes: Bytes.Text) -> CitationAttachment? {
        let before = block.mentions[..<block.mentions(before: mark.range.lowerBound)].last { isOf($0.instrument, kind) }
        if let before {
            let start = before.range.lowerBound
            let isSentence = block.isInSentence(of: mark, start, bytes)
            return CitationAttachment(find: Find(instrument: before.instrument, scope: isSentence ? .sentence : .paragraph))
        }
        guard let dominant = dominance.instrument(for: mark.kind), isOf(dominant, kind) else { return CitationAttachment(isUnclear: true) }
        return CitationAttachment(find: Find(instrument: dominant, scope: .article))
    }

    private func isOf(_ instrument: Instrument, _ kind: InstrumentKind) -> Bool {
        switch instrument {
        case .treaty(let place): finder.names.kinds[place].contains(kind)
        case .other: false
        }
    }

    private func fits(_ instrument: Instrument, _ kind: CitationMark.Kind) -> Bool {
        switch instrument {
        case .treaty(let place): kind.fits(finder.names.units[place])
        case .other: kind == .article || kind == .section
        }
    }

    /// «Budapest’s Article 7», «GDPR Article 33».
    private func precedingMention(_ mark: CitationMark, _ bytes: Bytes.Text) -> InstrumentMention? {
        let before = block.mentions(before: mark.range.lowerBound)
        guard before > 0 else { return nil }
        let mention = block.mentions[before - 1]
        let gap = mention.range.upperBound..<mark.range.lowerBound
        guard gap.count <= 6, fits(mention.instrument, mark.kind) else { return nil }
        guard let word = Bytes.nextWord(bytes, in: gap) else { return mention }
        let isPossessive = Bytes.isLowered(bytes, word, "s") && Bytes.nextWord(bytes, in: word.upperBound..<gap.upperBound) == nil
        return isPossessive ? mention : nil
    }

    /// From the clause outwards.
    func search(_ mark: CitationMark, taken: [Bool], _ bytes: Bytes.Text) -> Find? {
        if let mention = precedingMention(mark, bytes) { return Find(instrument: mention.instrument, scope: .clause) }
        if block.isTable { return tabled(mark, bytes) }
        let inBlock = nearest(mark, in: 0..<bytes.count, without: taken)
        if mayBeNear(mark, taken: taken, bytes), let near = searchNear(mark, taken: taken, bytes) { return near }
        let far = [
            inBlock.map { Find(instrument: $0.instrument, scope: .paragraph) },
            block.heading.flatMap { fits($0, mark.kind) ? Find(instrument: $0, scope: .paragraph) : nil },
            dominance.instrument(for: mark.kind).map { Find(instrument: $0, scope: .article) },
        ].compactMap { $0 }
        // So far from its name, a number that the instrument does not have is another's.
        return far.first { has(mark, $0.instrument) } ?? far.first
    }

    /// In the sentence, from the clause outwards.
    private func searchNear(_ mark: CitationMark, taken: [Bool], _ bytes: Bytes.Text) -> Find? {
        searchSurely(mark, taken: taken, bytes) ?? searchSentence(mark, taken: taken, bytes)
    }

    /// The same, always by the bounds of the sentence.
    func searchSentence(_ mark: CitationMark, taken: [Bool], _ bytes: Bytes.Text) -> Find? {
        let sentence = block.sentence(of: mark)
        let near: [(Citation.Scope, Range<Int>?)] = [
            (.clause, block.clause(of: mark, in: sentence, bytes)),
            (.parenthesis, block.parenthesis(of: mark, in: sentence, bytes)), (.sentence, sentence),
        ]
        for (scope, range) in near {
            guard let range, let mention = nearest(mark, in: range, without: taken) else { continue }
            return Find(instrument: mention.instrument, scope: scope)
        }
        return nil
    }

    /// In a table the instrument stands in the cell or at the head of the column.
    private func tabled(_ mark: CitationMark, _ bytes: Bytes.Text) -> Find? {
        guard let (cell, head) = block.cells(of: mark, bytes) else { return nil }
        let free = [Bool](repeating: false, count: block.mentions.count)
        if let mention = nearest(mark, in: cell, without: free) { return Find(instrument: mention.instrument, scope: .clause) }
        return nearest(mark, in: head, without: free).map { Find(instrument: $0.instrument, scope: .paragraph) }
    }

    /// The same where what stands between is enough to know, without the bounds of the sentence: a clause and a parenthesis
    /// are never wider without them, and the nearest instrument is the same.
    func searchSurely(_ mark: CitationMark, taken: [Bool], _ bytes: Bytes.Text) -> Find? {
        let widest = block.surroundings(of: mark, bytes)
        if let mention = nearest(mark, in: block.clause(of: mark, in: widest, bytes), without: taken) {
            return block.isOneSentence(mark, mention.range.lowerBound, bytes) ? Find(instrument: mention.instrument, scope: .clause) : nil
        }
        guard let mention = before(mark, in: widest), block.isOneSentence(mark, mention.range.lowerBound, bytes) else { return nil }
        guard let inside = block.parenthesis(of: mark, in: widest, bytes) else {
            return Find(instrument: mention.instrument, scope: .sentence)
        }
        let isSure = inside.lowerBound >= mark.range.upperBound || block.isOneSentence(mark, inside.lowerBound, bytes)
        guard isSure else { return nil }
        if inside.contains(mention.range.lowerBound) { return Find(instrument: mention.instrument, scope: .parenthesis) }
        return nearest(mark, in: inside, without: taken) == nil ? Find(instrument: mention.instrument, scope: .sentence) : nil
    }

    /// Whether an instrument may be in the sentence; many are surely in others.
    func mayBeNear(_ mark: CitationMark, taken: [Bool], _ bytes: Bytes.Text) -> Bool {
        [before(mark, in: 0..<bytes.count), behind(mark, in: 0..<bytes.count, without: taken)].contains { mention in
            mention.map { !block.isParted(mark, $0.range.lowerBound, bytes) } ?? false
        }
    }

    /// The last instrument before the citation, else the first behind it that belongs to no other.
    private func nearest(_ mark: CitationMark, in range: Range<Int>, without taken: [Bool]) -> InstrumentMention? {
        before(mark, in: range) ?? behind(mark, in: range, without: taken)
    }

    /// The last instrument before the citation that starts in the range.
    private func before(_ mark: CitationMark, in range: Range<Int>) -> InstrumentMention? {
        var place = block.mentions(before: mark.range.lowerBound) - 1
        while place >= 0, block.mentions[place].range.lowerBound >= range.lowerBound {
            let mention = block.mentions[place]
            if mention.range.lowerBound < range.upperBound, fits(mention.instrument, mark.kind) { return mention }
            place -= 1
        }
        return nil
    }

    /// The first instrument behind the citation that starts in the range and belongs to no other.
    private func behind(_ mark: CitationMark, in range: Range<Int>, without taken: [Bool]) -> InstrumentMention? {
        var place = block.mention(from: max(mark.range.upperBound, range.lowerBound))
        while place < block.mentions.count, block.mentions[place].range.lowerBound < range.upperBound {
            if !taken[place], fits(block.mentions[place].instrument, mark.kind) { return block.mentions[place] }
            place += 1
        }
        return nil
    }
}
