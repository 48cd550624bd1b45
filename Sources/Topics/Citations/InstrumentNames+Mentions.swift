extension InstrumentNames {
    /// The most mentions of one text that are kept.
    static let limit = 4_000

    /// Where `text` names instruments, in order, none inside another. Linear.
    func mentions(in text: Bytes.Text) -> [InstrumentMention] {
        var mentions: [InstrumentMention] = []
        var place = 0
        var isInside = false
        while place + 2 < text.count, mentions.count < Self.limit {
            let isWord = Bytes.isWord(text[place])
            if isWord, !isInside || isCurly(text, place), let mention = mention(text, at: place) {
                if !isPlace(mention, in: text) { mentions.append(mention) }
                place = mention.range.upperBound
                isInside = Bytes.isWord(text[place - 1])
            } else {
                place += 1
                isInside = isWord
                // Most of a text is the insides of words.
                while isWord, place < text.count, Bytes.isLetter(text[place]), text[place - 1] < 0x80 { place += 1 }
            }
        }
        return mentions
    }

    /// Behind a curly apostrophe, which no ASCII byte ends.
    private func isCurly(_ text: Bytes.Text, _ place: Int) -> Bool {
        place >= 3 && text[place - 1] == 0x99 && text[place - 2] == 0x80 && text[place - 3] == 0xE2
    }

    @inline(__always)
    private func mention(_ text: Bytes.Text, at place: Int) -> InstrumentMention? {
        if let candidates = candidates(text, at: place), let mention = named(text, at: place, candidates) { return mention }
        return text[place] &- 0x41 < 26 ? other(text, at: place) : nil
    }

    private func named(_ text: Bytes.Text, at start: Int, _ candidates: Range<Int>) -> InstrumentMention? {
        for place in candidates {
            let name = names[place]
            guard let end = end(of: name, text, start) else { continue }
            let instrument: Instrument = name.isOpen && isNarrowed(text, end) ? .other : .treaty(name.treaty)
            return InstrumentMention(instrument: instrument, range: start..<end)
        }
        return nil
    }

    /// Blanks may be any, apostrophes curly.
    private func end(of name: Name, _ text: Bytes.Text, _ start: Int) -> Int? {
        var place = start
        for letter in name.range {
            let byte = bytes[letter]
            guard place < text.count else { return nil }
            if byte == 0x20 {
                let after = Bytes.skipBlanks(text, place)
                guard after > place else { return nil }
                place = after
            } else if byte == UInt8(ascii: "'"), place + 2 < text.count, isCurly(text, place + 3) {
                place += 3
            } else if (name.isExact ? text[place] : Bytes.lowered(text[place])) == byte {
                place += 1
            } else {
                return nil
            }
        }
        return Bytes.isWord(text, at: place) ? nil : place
    }

    /// «UN Convention on the Law of the Sea» is another one than the «UN Convention».
    private func isNarrowed(_ text: Bytes.Text, _ end: Int) -> Bool {
        let next = Bytes.skipBlanks(text, end)
        guard next > end else { return false }
        return Self.narrowing.contains { Bytes.hasWord($0, in: text, at: next) }
    }

    private static let narrowing = ["on", "against", "for", "relating", "sur", "contre", "relative", "sobre", "contra"]
        .map { Array($0.utf8) }

    /// A town is no treaty: «in Budapest».
    private func isPlace(_ mention: InstrumentMention, in text: Bytes.Text) -> Bool {
        let first = text[mention.range.lowerBound]
        guard first == UInt8(ascii: "B") || first == UInt8(ascii: "M") else { return false }
        let words = text[mention.range]
        guard words.elementsEqual("Budapest".utf8) || words.elementsEqual("Malabo".utf8) else { return false }
        let end = Bytes.skipBlanksBack(text, mention.range.lowerBound)
        return Self.placing.contains(text, Bytes.wordStart(text, end)..<end)
    }

    private static let placing = ByteWords(["in", "at", "from", "near", "à", "en"])

    /// What a word in capitals may be.
    private enum Capitalised {
        /// An instrument, where all of its letters are capitals.
        case acronym
        /// An instrument, where something of its name stands beside it.
        case kind
    }

    /// An instrument of another name: «Vienna Convention», «Computer Misuse Act», «Regulation (EU) 2024/1689», «NATO».
    private func other(_ text: Bytes.Text, at start: Int) -> InstrumentMention? {
        var end = start + 1
        while Bytes.isWord(text, at: end) { end += 1 }
        guard let word = Self.others[text, start..<end] else { return nil }
        switch word {
        case .acronym where text[start..<end].allSatisfy { $0 &- 0x41 < 26 }: break
        case .acronym: return nil
        case .kind:
            let isConstitution = text[start..<end].elementsEqual("Constitution".utf8)
            guard isNumbered(text, end) || isConstitution || isNamed(text, before: start) else { return nil }
        }
        return InstrumentMention(instrument: .other, range: start..<end)
    }

    /// «Regulation (EU)».
    private func isNumbered(_ text: Bytes.Text, _ end: Int) -> Bool {
        let next = Bytes.skipBlanks(text, end)
        return next + 2 < text.count && text[next] == UInt8(ascii: "(") && Bytes.lowered(text[next + 1]) == UInt8(ascii: "e")
    }

    /// Whether a word in capitals, not the first of a sentence nor an article, stands before.
    private func isNamed(_ text: Bytes.Text, before start: Int) -> Bool {
        let end = Bytes.skipBlanksBack(text, start)
        let first = Bytes.wordStart(text, end)
        guard end < start, first < end, text[first] &- 0x41 < 26 else { return false }
        return !["The", "This", "That", "Each", "Any", "A", "Draft"].contains { text[first..<end].elementsEqual($0.utf8) }
    }

    private static let others: ByteWords<Capitalised> = {
        let acronyms = [
            "nato", "echr", "iccpr", "tfeu", "teu", "fisa", "hipaa", "ccpa", "dsa", "dma", "otan", "cedh", "unclos",
        ]
        let words = acronyms.map { ($0, Capitalised.acronym) } + InstrumentKind.words.keys.map { ($0, Capitalised.kind) }
        return ByteWords(Dictionary(words) { first, _ in first })
    }()
}
