/// Finds ``CitationMark``s: it looks at each number and asks whether the word before it announces a provision. Linear,
/// and fast where there are few digits.
struct CitationScanner {
    /// The most citations of one text that are looked at.
    static let limit = 2_000
    /// The most numbers of one citation.
    static let mostNumbers = 40

    let text: UnsafeBufferPointer<UInt8>

    func marks() -> [CitationMark] {
        var marks: [CitationMark] = []
        var place = 0
        while place < text.count, marks.count < Self.limit {
            guard Bytes.isDigit(text[place]) else {
                place += 1
                continue
            }
            if let mark = mark(at: place) {
                marks.append(mark)
                place = max(mark.range.upperBound, place + 1)
            } else {
                place = end(ofDigitsAt: place)
            }
        }
        return marks
    }

    private func end(ofDigitsAt start: Int) -> Int {
        var place = start
        while place < text.count, Bytes.isDigit(text[place]) { place += 1 }
        return place
    }

    /// A citation whose first number, or the title of its code, stands at `place`.
    private func mark(at place: Int) -> CitationMark? {
        if let coded = code(at: place) { return coded }
        let start = annexStart(place)
        guard let word = announcement(before: start) else { return nil }
        guard word.kind != .clause || start == place || word.isAnnex else { return nil }
        var mark = CitationMark(kind: word.kind, numbers: [], range: word.start..<place, isCapitals: word.isCapitals)
        let end = readNumbers(from: start, isList: word.isPlural, into: &mark, prefix: word.isAnnex && start == place ? "A." : "")
        guard end > start, !isFigure(end) else { return nil }
        mark.range = word.start..<end
        mark.isDraft = Self.draftWords.contains(text, precedingWord(word.start))
        if mark.kind == .section, let title = titleAfter(end) {
            mark.title = title.number
            mark.range = word.start..<title.end
        }
        return mark
    }

    /// «A.5»: the letter belongs to the number.
    private func annexStart(_ place: Int) -> Int {
        place >= 2 && text[place - 1] == UInt8(ascii: ".") && text[place - 2] == UInt8(ascii: "A")
            && (place == 2 || !Bytes.isWord(text[place - 3])) ? place - 2 : place
    }

    /// What looks like a number of a provision and is a quantity: «section 3 %».
    private func isFigure(_ end: Int) -> Bool {
        end < text.count && (text[end] == UInt8(ascii: "%") || Bytes.isWord(text, at: end))
    }

    private static let draftWords = ByteWords(["draft", "projet"])

    // MARK: The announcing word

    private struct Announcement {
        var kind: CitationMark.Kind
        var start: Int
        var isPlural: Bool
        var isCapitals = false
        var isAnnex = false
    }

    private func announcement(before place: Int) -> Announcement? {
        let end = Bytes.skipBlanksBack(text, place)
        if let sign = sectionSign(before: end) { return sign }
        guard end < place else { return nil }
        let stop = end > 0 && text[end - 1] == UInt8(ascii: ".") ? end - 1 : end
        let start = Bytes.wordStart(text, stop)
        guard stop - start > 2, Self.isInitial(text[start]), let known = Self.words[text, start..<stop] else { return nil }
        guard !known.isAbbreviation || stop < end || known.isPlural else { return nil }
        let isCapitals = text[start..<stop].allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
        return Announcement(
            kind: known.kind, start: start, isPlural: known.isPlural, isCapitals: isCapitals, isAnnex: known.isAnnex)
    }

    private func sectionSign(before end: Int) -> Announcement? {
        func isSign(_ end: Int) -> Bool { end >= 2 && text[end - 1] == 0xA7 && text[end - 2] == 0xC2 }
        guard isSign(end) else { return nil }
        let isPlural = isSign(end - 2)
        return Announcement(kind: .section, start: isPlural ? end - 4 : end - 2, isPlural: isPlural)
    }

    /// Whether one of ``words`` starts with the letter.
    private static func isInitial(_ byte: UInt8) -> Bool {
        switch byte | 0x20 {
        case UInt8(ascii: "a"), UInt8(ascii: "s"), UInt8(ascii: "r"), UInt8(ascii: "e"), UInt8(ascii: "c"): true
        default: false
        }
    }

    private struct Word {
        var kind: CitationMark.Kind
        var isPlural = false
        /// Needs the full stop of an abbreviation.
        var isAbbreviation = false
        var isAnnex = false
    }

    /// In English, French and Spanish.
    private static let words = ByteWords<Word>([
        "article": Word(kind: .article), "articles": Word(kind: .article, isPlural: true),
        "art": Word(kind: .article, isAbbreviation: true), "arts": Word(kind: .article, isPlural: true),
        "artículo": Word(kind: .article), "artículos": Word(kind: .article, isPlural: true),
        "section": Word(kind: .section), "sections": Word(kind: .section, isPlural: true),
        "sec": Word(kind: .section, isAbbreviation: true), "secs": Word(kind: .section, isPlural: true),
        "recommendation": Word(kind: .recommendation), "recommendations": Word(kind: .recommendation, isPlural: true),
        "rec": Word(kind: .recommendation, isAbbreviation: true), "recs": Word(kind: .recommendation, isPlural: true),
        "recommandation": Word(kind: .recommendation), "recommandations": Word(kind: .recommendation, isPlural: true),
        "recomendación": Word(kind: .recommendation), "recomendaciones": Word(kind: .recommendation, isPlural: true),
        "requirement": Word(kind: .requirement), "requirements": Word(kind: .requirement, isPlural: true),
        "exigence": Word(kind: .requirement), "exigences": Word(kind: .requirement, isPlural: true),
        "req": Word(kind: .requirement, isAbbreviation: true), "requisito": Word(kind: .requirement),
        "requisitos": Word(kind: .requirement, isPlural: true), "clause": Word(kind: .clause),
        "clauses": Word(kind: .clause, isPlural: true), "annex": Word(kind: .clause, isAnnex: true),
        "control": Word(kind: .clause, isAnnex: true), "controls": Word(kind: .clause, isPlural: true, isAnnex: true),
    ])

    /// The word before `place`; empty where none is.
    private func precedingWord(_ place: Int) -> Range<Int> {
        let end = Bytes.skipBlanksBack(text, place)
        return Bytes.wordStart(text, end)..<end
    }
}
