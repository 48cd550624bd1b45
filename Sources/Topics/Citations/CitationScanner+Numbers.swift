extension CitationScanner {
    /// Reads «7», «16–18», «2 to 6», «29 to 31, 33 and 34», each with its paragraphs. A list is read only after a plural,
    /// since «Article 7 and 24 hours» is none. The end of the last number, or `start` where there is none.
    func readNumbers(from start: Int, isList: Bool, into mark: inout CitationMark, prefix: String = "") -> Int {
        var end = start
        var next = start
        while mark.numbers.count < Self.mostNumbers, let first = number(at: next, prefix) {
            var number = CitationMark.Number(first: first.text, last: nil)
            end = first.end
            if let after = rangeSign(at: end, isList: isList), let last = self.number(at: after, prefix) {
                number.last = last.text
                end = last.end
            }
            mark.numbers.append(number)
            guard isList, let after = listSign(at: end) else { break }
            next = after
        }
        return end
    }

    /// A number with its letters and paragraphs: «2252A», «681b», «1020.320», «A.5», «33(1)», «8.3.6».
    private func number(at start: Int, _ prefix: String) -> (text: String, end: Int)? {
        var place = start
        if place + 2 < text.count, text[place] == UInt8(ascii: "A"), text[place + 1] == UInt8(ascii: ".") { place += 2 }
        let digits = place
        while place < text.count, place - digits < 6, Bytes.isDigit(text[place]) { place += 1 }
        guard place > digits else { return nil }
        while place + 1 < text.count, text[place] == UInt8(ascii: "."), Bytes.isDigit(text[place + 1]) {
            place += 1
            while place < text.count, Bytes.isDigit(text[place]) { place += 1 }
        }
        if place < text.count, Bytes.isLetter(text[place]), !Bytes.isWord(text, at: place + 1) { place += 1 }
        guard !Bytes.isWord(text, at: place), place - start < 24 else { return nil }
        let number = prefix + String(decoding: text[start..<place], as: UTF8.self)
        return (number, endOfParagraphs(place))
    }

    /// Past «(1)(a)(2)».
    private func endOfParagraphs(_ start: Int) -> Int {
        var end = start
        while end < text.count, text[end] == UInt8(ascii: "(") {
            let limit = min(text.count, end + 6)
            guard let close = text[end..<limit].firstIndex(of: UInt8(ascii: ")")), close > end + 1,
                text[(end + 1)..<close].allSatisfy({ Bytes.isDigit($0) || Bytes.isLetter($0) })
            else { break }
            end = close + 1
        }
        return end
    }

    private func rangeSign(at end: Int, isList: Bool) -> Int? {
        var place = Bytes.skipBlanks(text, end)
        if place < text.count, text[place] == UInt8(ascii: "-") { return digits(after: place + 1) }
        // En and em dash.
        if place + 2 < text.count, text[place] == 0xE2, text[place + 1] == 0x80, text[place + 2] == 0x93 || text[place + 2] == 0x94 {
            return digits(after: place + 3)
        }
        guard isList, place > end else { return nil }
        for word in Self.rangeWords where Bytes.hasWord(word, in: text, at: place) {
            place += word.count
            return digits(after: place)
        }
        return nil
    }

    private func listSign(at end: Int) -> Int? {
        var place = Bytes.skipBlanks(text, end)
        var isParted = false
        if place < text.count, text[place] == UInt8(ascii: ",") || text[place] == UInt8(ascii: "&") {
            isParted = true
            place = Bytes.skipBlanks(text, place + 1)
        }
        for word in Self.listWords where Bytes.hasWord(word, in: text, at: place) {
            return digits(after: place + word.count)
        }
        return isParted ? digits(after: place) : nil
    }

    private func digits(after place: Int) -> Int? {
        var place = Bytes.skipBlanks(text, place)
        for _ in 0..<2 where place + 1 < text.count && text[place] == 0xC2 && text[place + 1] == 0xA7 { place += 2 }
        place = Bytes.skipBlanks(text, place)
        let isAnnex = place + 2 < text.count && text[place] == UInt8(ascii: "A") && text[place + 1] == UInt8(ascii: ".")
        guard place < text.count, Bytes.isDigit(text[place]) || isAnnex else { return nil }
        return place
    }

    private static let rangeWords = ["to", "through", "à", "al", "a"].map { Array($0.utf8) }
    private static let listWords = ["and", "or", "et", "ou", "y", "o"].map { Array($0.utf8) }

    // MARK: Codes

    /// «18 U.S.C. § 1030», «16 CFR Part 314», «31 C.F.R. § 1020.320», «23 NYCRR 500», read from the title's number on.
    func code(at start: Int) -> CitationMark? {
        var place = start
        while place < text.count, place - start < 3, Bytes.isDigit(text[place]) { place += 1 }
        guard place > start, start == 0 || !Bytes.isWord(text[start - 1]) else { return nil }
        let titleEnd = place
        place = Bytes.skipBlanks(text, place)
        guard place < text.count, text[place] == UInt8(ascii: "U") || text[place] == UInt8(ascii: "C") || text[place] == UInt8(ascii: "N"),
            let code = Self.codes.first(where: { Bytes.hasWord($0.name, in: text, at: place) }) else { return nil }
        place = Bytes.skipBlanks(text, place + code.name.count)
        var isList = false
        while place + 1 < text.count, text[place] == 0xC2, text[place + 1] == 0xA7 {
            isList = Bytes.skipBlanksBack(text, place) >= 2 && text[place - 1] == 0xA7
            place = Bytes.skipBlanks(text, place + 2)
        }
        for word in Self.partWords where Bytes.hasWord(word.name, in: text, at: place) {
            isList = word.isPlural
            place = Bytes.skipBlanks(text, place + word.name.count)
            break
        }
        var mark = CitationMark(kind: code.kind, numbers: [], range: start..<place, title: String(decoding: text[start..<titleEnd], as: UTF8.self) + code.suffix)
        let end = readNumbers(from: place, isList: isList, into: &mark)
        guard end > place else { return nil }
        mark.range = start..<end
        return mark
    }

    private struct Code {
        var name: [UInt8]
        var kind: CitationMark.Kind
        /// Stands behind the title in the vocabulary.
        var suffix = ""

        init(_ name: String, _ kind: CitationMark.Kind, suffix: String = "") {
            self.name = Array(name.utf8)
            self.kind = kind
            self.suffix = suffix
        }
    }

    private static let codes = [
        Code("U.S.C.", .section), Code("USC", .section), Code("U.S. Code", .section), Code("US Code", .section),
        Code("C.F.R.", .part), Code("CFR", .part), Code("NYCRR", .part, suffix: "NYCRR"),
    ]

    private static let partWords = ["Parts", "Part", "part", "Sections", "Section", "section", "sec."]
        .map { (name: Array($0.utf8), isPlural: $0.hasSuffix("s")) }

    private static let titleWords = ["of", "Title", "title"].map { Array($0.utf8) }

    /// «of title 18», «of Title 18 of the United States Code».
    func titleAfter(_ end: Int) -> (number: String, end: Int)? {
        var place = Bytes.skipBlanks(text, end)
        if place < text.count, text[place] == UInt8(ascii: ",") { place = Bytes.skipBlanks(text, place + 1) }
        for word in Self.titleWords where Bytes.hasWord(word, in: text, at: place) {
            place = Bytes.skipBlanks(text, place + word.count)
        }
        let before = Bytes.skipBlanksBack(text, place)
        guard before >= 5, Bytes.isLowered(text, (before - 5)..<before, "title") else { return nil }
        let start = place
        while place < text.count, place - start < 3, Bytes.isDigit(text[place]) { place += 1 }
        guard place > start, !Bytes.isWord(text, at: place) else { return nil }
        return (String(decoding: text[start..<place], as: UTF8.self), place)
    }
}
