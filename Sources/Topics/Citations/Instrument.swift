/// What an article is an article of.
enum Instrument: Hashable, Sendable {
    /// A treaty, law or standard of the vocabulary, by its place there.
    case treaty(Int)
    /// One that it does not have.
    case other
}

/// Where a text names an instrument.
struct InstrumentMention {
    var instrument: Instrument
    /// In bytes of the text.
    var range: Range<Int>
}

/// The names of instruments, found in texts.
struct InstrumentNames: Sendable {
    private struct Name: Sendable {
        var bytes: [UInt8]
        var treaty: Int
        var isExact: Bool
    }

    /// By the first three bytes in lower case, the longest first.
    private let names: [UInt32: [Name]]
    /// Whether any name has a head of this hash; most words are turned away here.
    private let hasHead: [Bool]
    /// For each treaty, the nouns by which «the Convention» may mean it.
    let nouns: [Set<String>]
    let treaties: [Treaty]

    init(_ treaties: [Treaty]) {
        self.treaties = treaties
        var all: [Name] = []
        for (place, treaty) in treaties.enumerated() {
            for written in treaty.names + [treaty.shortName] {
                let isExact = written.utf8.first == UInt8(ascii: "=")
                let name = isExact ? String(written.dropFirst()) : written
                all.append(Name(bytes: Self.key(name, isExact), treaty: place, isExact: isExact))
                if name.hasPrefix("UN ") {
                    all.append(Name(bytes: Self.key("U.N." + name.dropFirst(2), isExact), treaty: place, isExact: isExact))
                }
            }
        }
        all.removeAll { $0.bytes.count < 3 }
        all.sort { $0.bytes.count != $1.bytes.count ? $0.bytes.count > $1.bytes.count : $0.treaty < $1.treaty }
        names = Dictionary(grouping: all) { Self.head($0.bytes[0], $0.bytes[1], $0.bytes[2]) }
        var hasHead = [Bool](repeating: false, count: Self.heads)
        for head in names.keys { hasHead[Self.place(of: head)] = true }
        self.hasHead = hasHead
        nouns = treaties.map { treaty in
            Set(([treaty.name, treaty.shortName] + treaty.names).flatMap { Self.nouns(in: $0) })
        }
    }

    private static func key(_ name: String, _ isExact: Bool) -> [UInt8] {
        isExact ? Array(name.utf8) : name.utf8.map { lowered($0) }
    }

    private static func head(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
        UInt32(lowered(first)) << 16 | UInt32(lowered(second)) << 8 | UInt32(lowered(third))
    }

    private static let heads = 1 << 12

    @inline(__always)
    private static func place(of head: UInt32) -> Int { Int((head &* 0x9E37_79B1) >> 20) }

    @inline(__always)
    private static func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    /// Kinds of instruments, by the words that name them, in English, French and Spanish.
    static let kinds: [String: String] = [
        "convention": "convention", "convenio": "convention", "convención": "convention", "treaty": "convention",
        "traité": "convention", "tratado": "convention", "protocol": "protocol", "protocole": "protocol",
        "protocolo": "protocol", "directive": "directive", "directiva": "directive", "regulation": "regulation",
        "règlement": "regulation", "reglamento": "regulation", "act": "regulation", "code": "code", "charter": "charter",
        "constitution": "constitution", "statute": "statute", "covenant": "covenant", "law": "law", "pact": "pact",
        "standard": "standard", "ordinance": "law", "bill": "law", "loi": "law", "ley": "law",
    ]

    private static func nouns(in name: String) -> [String] {
        name.lowercased().split { !$0.isLetter }.compactMap { kinds[String($0)] }
    }
}

extension InstrumentNames {
    /// The most mentions of one text that are kept.
    static let limit = 4_000

    /// Where `text` names instruments, in order, none inside another. Linear.
    func mentions(in text: Bytes.Text) -> [InstrumentMention] {
        var mentions: [InstrumentMention] = []
        var place = 0
        while place + 2 < text.count, mentions.count < Self.limit {
            let isStart = Bytes.isWord(text[place]) && (place == 0 || !Bytes.isWord(text[place - 1]) || isCurly(text, place))
            if isStart, let mention = named(text, at: place) ?? other(text, at: place) {
                if !isPlace(mention, in: text) { mentions.append(mention) }
                place = mention.range.upperBound
            } else {
                place += 1
            }
        }
        return mentions
    }

    /// Behind a curly apostrophe, which no ASCII byte ends.
    private func isCurly(_ text: Bytes.Text, _ place: Int) -> Bool {
        place >= 3 && text[place - 1] == 0x99 && text[place - 2] == 0x80 && text[place - 3] == 0xE2
    }

    private func named(_ text: Bytes.Text, at start: Int) -> InstrumentMention? {
        let head = Self.head(text[start], text[start + 1], text[start + 2])
        guard hasHead[Self.place(of: head)], let candidates = names[head] else { return nil }
        for name in candidates {
            guard let end = end(of: name, text, start) else { continue }
            let instrument: Instrument = isNarrowed(text, end, name) ? .other : .treaty(name.treaty)
            return InstrumentMention(instrument: instrument, range: start..<end)
        }
        return nil
    }

    /// Blanks may be any, apostrophes curly.
    private func end(of name: Name, _ text: Bytes.Text, _ start: Int) -> Int? {
        var place = start
        for byte in name.bytes {
            guard place < text.count else { return nil }
            if byte == 0x20 {
                let after = Bytes.skipBlanks(text, place)
                guard after > place else { return nil }
                place = after
            } else if byte == UInt8(ascii: "'"), place + 2 < text.count, text[place] == 0xE2, text[place + 1] == 0x80, text[place + 2] == 0x99 {
                place += 3
            } else if (name.isExact ? text[place] : Self.lowered(text[place])) == byte {
                place += 1
            } else {
                return nil
            }
        }
        return Bytes.isWord(text, at: place) ? nil : place
    }

    /// «UN Convention on the Law of the Sea» is another one than the «UN Convention».
    private func isNarrowed(_ text: Bytes.Text, _ end: Int, _ name: Name) -> Bool {
        guard Self.openEndings.contains(where: { name.bytes.suffix($0.count).elementsEqual($0) }) else { return false }
        let next = Bytes.skipBlanks(text, end)
        guard next > end else { return false }
        return Self.narrowing.contains { Bytes.hasWord($0, in: text, at: next) }
    }

    private static let openEndings = ["convention", "nations unies", "naciones unidas"].map { Array($0.utf8) }
    private static let narrowing = ["on", "against", "for", "relating", "sur", "contre", "relative", "sobre", "contra"]
        .map { Array($0.utf8) }

    /// A town is no treaty: «in Budapest».
    private func isPlace(_ mention: InstrumentMention, in text: Bytes.Text) -> Bool {
        let words = text[mention.range]
        guard words.elementsEqual("Budapest".utf8) || words.elementsEqual("Malabo".utf8) else { return false }
        let end = Bytes.skipBlanksBack(text, mention.range.lowerBound)
        return ["in", "at", "from", "near", "à", "en"].contains(Bytes.lowered(text[Bytes.wordStart(text, end)..<end]))
    }

    /// An instrument of another name: «Vienna Convention», «Computer Misuse Act», «Regulation (EU) 2024/1689», «NATO».
    private func other(_ text: Bytes.Text, at start: Int) -> InstrumentMention? {
        guard text[start] &- 0x41 < 26 else { return nil }
        var end = start
        while Bytes.isWord(text, at: end) { end += 1 }
        let word = text[start..<end]
        if Self.others.contains(where: { word.elementsEqual($0) }) {
            return InstrumentMention(instrument: .other, range: start..<end)
        }
        guard Self.kinds[Bytes.lowered(word)] != nil else { return nil }
        let next = Bytes.skipBlanks(text, end)
        let isNumbered = next + 2 < text.count && text[next] == UInt8(ascii: "(") && Self.lowered(text[next + 1]) == UInt8(ascii: "e")
        let isConstitution = word.elementsEqual("Constitution".utf8)
        guard isNumbered || isConstitution || isNamed(text, before: start) else { return nil }
        return InstrumentMention(instrument: .other, range: start..<end)
    }

    /// Whether a word in capitals, not the first of a sentence nor an article, stands before.
    private func isNamed(_ text: Bytes.Text, before start: Int) -> Bool {
        let end = Bytes.skipBlanksBack(text, start)
        let first = Bytes.wordStart(text, end)
        guard end < start, first < end, text[first] &- 0x41 < 26 else { return false }
        return !["The", "This", "That", "Each", "Any", "A", "Draft"].contains { text[first..<end].elementsEqual($0.utf8) }
    }

    private static let others = [
        "NATO", "ECHR", "ICCPR", "TFEU", "TEU", "FISA", "HIPAA", "CCPA", "DSA", "DMA", "OTAN", "CEDH", "UNCLOS",
    ].map { Array($0.utf8) }
}
