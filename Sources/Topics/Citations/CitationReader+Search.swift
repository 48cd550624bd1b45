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
        var attachments = block.marks.map { attachment(of: $0, bytes) }
        for place in block.marks.indices.dropLast().reversed() where attachments[place] == nil {
            let gap = block.marks[place].range.upperBound..<block.marks[place + 1].range.lowerBound
            guard gap.count <= 8, block.marks[place].kind == block.marks[place + 1].kind,
                Self.joining.contains(Bytes.lowered(bytes[gap]).filter { $0 != " " }),
                precedingMention(block.marks[place], bytes) == nil, let next = attachments[place + 1]
            else { continue }
            attachments[place] = CitationAttachment(
                find: next.find.map { Find(instrument: $0.instrument, scope: $0.scope) }, isUnclear: next.isUnclear)
        }
        return attachments
    }

    private static let joining: Set<String> = ["and", "or", ",and", ",or", ",", "et", "ou", "y", "o", "&"]

    /// The most bytes and words between a citation and its instrument.
    private enum Reach {
        static let bytes = 48
        static let words = 6
    }

    private func attachment(of mark: CitationMark, _ bytes: Bytes.Text) -> CitationAttachment? {
        let start = mark.range.upperBound
        let next = block.mentions.firstIndex { $0.range.lowerBound >= start }
        if let next, let end = direct(start, block.mentions[next].range.lowerBound, bytes) {
            guard fits(block.mentions[next].instrument, mark.kind) else { return nil }
            let mention = block.mentions[next]
            return end
                ? CitationAttachment(
                    find: Find(instrument: mention.instrument, scope: .clause, end: mention.range.upperBound), mention: next)
                : nil
        }
        return pointing(from: start, mark, bytes)
    }

    /// Whether nothing but «of the later» or the like stands between; nothing where something else does.
    private func direct(_ start: Int, _ end: Int, _ bytes: Bytes.Text) -> Bool? {
        let gap = start..<end
        guard gap.count <= Reach.bytes, gap.allSatisfy({ !CitedBlock.isBreak(bytes, $0) && bytes[$0] != UInt8(ascii: ".") }) else { return nil }
        let words = Self.words(bytes[gap])
        guard let first = words.first else { return true }
        let isMarked = block.marks.contains { $0.range.lowerBound >= start && $0.range.upperBound <= end }
        return !isMarked && words.count <= Reach.words && Self.connectors.contains(first) ? true : nil
    }

    private static let connectors: Set<String> = [
        "of", "under", "in", "to", "from", "de", "du", "des", "del", "d",
    ]

    /// The words in lower case; apostrophes, curly or not, part them.
    private static func words(_ bytes: Slice<Bytes.Text>) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        for byte in bytes {
            let isPart = byte < 0x80 ? Bytes.isDigit(byte) || Bytes.isLetter(byte) : byte < 0xC0 ? !word.isEmpty : byte != 0xC2 && byte != 0xE2
            if isPart {
                word.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
            } else if !word.isEmpty {
                words.append(String(decoding: word, as: UTF8.self))
                word.removeAll(keepingCapacity: true)
            }
        }
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        return words
    }

    /// «of the Convention», «of that treaty»: the nearest instrument before it of that kind. «of the one»: unclear.
    private func pointing(from start: Int, _ mark: CitationMark, _ bytes: Bytes.Text) -> CitationAttachment? {
        let end = min(bytes.count, start + Reach.bytes)
        var stop = start
        while stop < end, !CitedBlock.isBreak(bytes, stop), bytes[stop] != UInt8(ascii: ".") { stop += 1 }
        let words = Self.words(bytes[start..<stop])
        guard let first = words.first, Self.connectors.contains(first) else { return nil }
        guard let noun = words.dropFirst().first(where: { !Self.articles.contains($0) }) else { return nil }
        if Self.unclear.contains(noun) { return CitationAttachment(isUnclear: true) }
        guard let kind = InstrumentNames.kinds[noun] else { return nil }
        let before = block.mentions.last { $0.range.upperBound <= mark.range.lowerBound && isOf($0.instrument, kind) }
        if let before {
            let isSentence = block.sentence(of: mark).contains(before.range.lowerBound)
            return CitationAttachment(find: Find(instrument: before.instrument, scope: isSentence ? .sentence : .paragraph))
        }
        guard let dominant = dominance.instrument(for: mark.kind), isOf(dominant, kind) else { return CitationAttachment(isUnclear: true) }
        return CitationAttachment(find: Find(instrument: dominant, scope: .article))
    }

    private static let articles: Set<String> = [
        "the", "this", "that", "said", "same", "new", "la", "le", "les", "l", "cette", "ce", "el", "esta", "este", "los",
    ]
    private static let unclear: Set<String> = ["one", "other", "former", "latter", "another", "which"]

    private func isOf(_ instrument: Instrument, _ kind: String) -> Bool {
        switch instrument {
        case .treaty(let place): finder.names.nouns[place].contains(kind)
        case .other: false
        }
    }

    private func fits(_ instrument: Instrument, _ kind: CitationMark.Kind) -> Bool {
        switch instrument {
        case .treaty(let place): kind.fits(finder.vocabulary.treaties[place].unit)
        case .other: kind == .article || kind == .section
        }
    }

    /// «Budapest’s Article 7», «GDPR Article 33».
    private func precedingMention(_ mark: CitationMark, _ bytes: Bytes.Text) -> InstrumentMention? {
        guard let mention = block.mentions.last(where: { $0.range.upperBound <= mark.range.lowerBound }),
            mark.range.lowerBound - mention.range.upperBound <= 6, fits(mention.instrument, mark.kind)
        else { return nil }
        let gap = Self.words(bytes[mention.range.upperBound..<mark.range.lowerBound])
        return gap.isEmpty || gap == ["s"] ? mention : nil
    }

    /// From the clause outwards.
    func search(_ mark: CitationMark, attached: [CitationAttachment?], _ bytes: Bytes.Text) -> Find? {
        if let mention = precedingMention(mark, bytes) { return Find(instrument: mention.instrument, scope: .clause) }
        let taken = Set(attached.compactMap { $0?.mention })
        if block.isTable { return tabled(mark, bytes) }
        let sentence = block.sentence(of: mark)
        let near: [(Citation.Scope, Range<Int>?)] = [
            (.clause, block.clause(of: mark, in: sentence, bytes)),
            (.parenthesis, block.parenthesis(of: mark, in: sentence, bytes)), (.sentence, sentence),
        ]
        for (scope, range) in near {
            guard let range, let instrument = nearest(mark, in: range, without: taken) else { continue }
            return Find(instrument: instrument, scope: scope)
        }
        let far = [
            nearest(mark, in: 0..<bytes.count, without: taken).map { Find(instrument: $0, scope: .paragraph) },
            block.heading.flatMap { fits($0, mark.kind) ? Find(instrument: $0, scope: .paragraph) : nil },
            dominance.instrument(for: mark.kind).map { Find(instrument: $0, scope: .article) },
        ].compactMap { $0 }
        // So far from its name, a number that the instrument does not have is another's.
        return far.first { has(mark, $0.instrument) } ?? far.first
    }

    /// In a table the instrument stands in the cell or at the head of the column.
    private func tabled(_ mark: CitationMark, _ bytes: Bytes.Text) -> Find? {
        guard let (cell, head) = block.cells(of: mark, bytes) else { return nil }
        if let instrument = nearest(mark, in: cell, without: []) { return Find(instrument: instrument, scope: .clause) }
        return nearest(mark, in: head, without: []).map { Find(instrument: $0, scope: .paragraph) }
    }

    /// The last instrument before the citation, else the first behind it that belongs to no other.
    private func nearest(_ mark: CitationMark, in range: Range<Int>, without taken: Set<Int>) -> Instrument? {
        let inside = block.mentions.indices.filter {
            range.contains(block.mentions[$0].range.lowerBound) && fits(block.mentions[$0].instrument, mark.kind)
        }
        if let before = inside.last(where: { block.mentions[$0].range.upperBound <= mark.range.lowerBound }) {
            return block.mentions[before].instrument
        }
        let behind = inside.first { block.mentions[$0].range.lowerBound >= mark.range.upperBound && !taken.contains($0) }
        return behind.map { block.mentions[$0].instrument }
    }
}
