import Articles

/// Decides what the citations of one block are citations of.
struct CitationReader {
    let finder: CitationFinder
    let block: CitedBlock
    let dominance: Dominance
    let date: ArticleDate?

    /// What was found for a citation.
    struct Find {
        var instrument: Instrument
        var scope: Citation.Scope
        /// Where the instrument that follows at once ends.
        var end: Int?
    }

    func citations() -> [Citation] {
        var text = block.text
        return text.withUTF8 { bytes in
            let attached = attachments(bytes)
            return block.marks.indices.map { place in
                let mark = block.marks[place]
                let outcome = reading(mark, attached[place], attached: attached, bytes)
                let range = mark.range.lowerBound..<max(mark.range.upperBound, outcome.end ?? 0)
                return Citation(
                    range: (range.lowerBound + block.offset)..<(range.upperBound + block.offset),
                    text: String(decoding: bytes[range], as: UTF8.self), reading: outcome.reading, scope: outcome.scope)
            }
        }
    }

    private typealias Outcome = (reading: Citation.Reading, scope: Citation.Scope?, end: Int?)

    private func reading(
        _ mark: CitationMark, _ attachment: CitationAttachment?, attached: [CitationAttachment?], _ bytes: Bytes.Text
    ) -> Outcome {
        if mark.kind == .section || mark.kind == .part { return coded(mark, attachment) }
        if let attachment, attachment.isUnclear { return (.unresolved(.noInstrument), nil, nil) }
        if isOrganisation(mark, attachment, bytes) { return (.unresolved(.organisation), nil, nil) }
        let find = attachment?.find ?? search(mark, attached: attached, bytes)
        if mark.isDraft { return draft(find, isAttached: attachment?.find != nil) }
        guard let find else { return (.unresolved(.noInstrument), nil, nil) }
        guard case .treaty(let place) = find.instrument else { return (.unresolved(.otherInstrument), find.scope, find.end) }
        let treaty = finder.vocabulary.treaties[place]
        if isBefore(treaty) { return (.draft(treaty.id), find.scope, find.end) }
        let provisions = provisions(mark.numbers, of: treaty)
        return (provisions.isEmpty ? .unresolved(.unknownNumber) : .resolved(provisions), find.scope, find.end)
    }

    /// Whether the article is older than the numbers of the treaty; one without a date may be.
    private func isBefore(_ treaty: Treaty) -> Bool {
        guard let final = treaty.finalSince else { return false }
        return date.map { $0.timestamp < final.timestamp } ?? true
    }

    /// «Draft Article 6» names no treaty whose text is settled: it is of the one named with it, else of the one that the
    /// article knows as a draft.
    private func draft(_ find: Find?, isAttached: Bool) -> Outcome {
        if let find, case .treaty(let place) = find.instrument, isAttached || finder.vocabulary.treaties[place].finalSince != nil {
            return (.draft(finder.vocabulary.treaties[place].id), find.scope, find.end)
        }
        let place = finder.vocabulary.treaties.indices.first {
            finder.vocabulary.treaties[$0].finalSince != nil && dominance.names($0)
        }
        return (.draft(place.map { finder.vocabulary.treaties[$0].id }), place == nil ? nil : .article, nil)
    }

    /// ARTICLE 19, the organisation: in capitals, or beside words for such groups.
    private func isOrganisation(_ mark: CitationMark, _ attachment: CitationAttachment?, _ bytes: Bytes.Text) -> Bool {
        guard mark.kind == .article, mark.numbers == [CitationMark.Number(first: "19", last: nil)], attachment == nil else { return false }
        let sentence = block.sentence(of: mark)
        let words = Bytes.lowered(bytes[sentence])
        let isShouted = !bytes[sentence].contains { $0 &- 0x61 < 26 }
        if mark.isCapitals { return !isShouted }
        return Self.groups.contains { words.contains($0) }
    }

    private static let groups = [
        "rights group", "rights organi", "advocacy group", "campaign group", "ngo", "access now", "human rights watch",
        "privacy international", "electronic frontier foundation",
    ]
}

// MARK: Codes

extension CitationReader {
    /// Sections of the United States Code and parts of the regulations: their title must be given with them, in the same
    /// paragraph, or elsewhere in the article with the same number.
    private func coded(_ mark: CitationMark, _ attachment: CitationAttachment?) -> Outcome {
        let code: Treaty.Unit = mark.kind == .section ? .section : .part
        guard let treaty = finder.vocabulary.treaties.first(where: { $0.unit == code }), let first = mark.numbers.first else {
            return (.unresolved(.noInstrument), nil, nil)
        }
        if let title = mark.title { return coded(mark, title, treaty, .clause) }
        if let attachment, attachment.find?.instrument == .other { return (.unresolved(.otherInstrument), .clause, attachment.find?.end) }
        let sentence = block.sentence(of: mark)
        let near = block.marks.filter { $0.kind == mark.kind && $0.title != nil }
            .map { (title: $0.title ?? "", isSentence: sentence.contains($0.range.lowerBound), distance: abs($0.range.lowerBound - mark.range.lowerBound)) }
            .min { ($0.isSentence ? 0 : 1, $0.distance) < ($1.isSentence ? 0 : 1, $1.distance) }
        if let near {
            let outcome = coded(mark, near.title, treaty, near.isSentence ? .sentence : .paragraph)
            if case .resolved = outcome.reading { return outcome }
        }
        if let title = dominance.title(ofSection: first.first) { return coded(mark, title, treaty, .article) }
        return (.unresolved(.noInstrument), nil, nil)
    }

    private func coded(_ mark: CitationMark, _ title: String, _ treaty: Treaty, _ scope: Citation.Scope) -> Outcome {
        let numbers = mark.numbers.map { number in
            CitationMark.Number(first: number.first, last: number.last)
        }
        let provisions = provisions(numbers, of: treaty, title: title)
        return (provisions.isEmpty ? .unresolved(.unknownNumber) : .resolved(provisions), scope, nil)
    }

    // MARK: Numbers

    /// The most provisions that one range is taken to name.
    private static let longestRange = 200

    /// The provisions with these numbers that the vocabulary has, in order.
    private func provisions(_ numbers: [CitationMark.Number], of treaty: Treaty, title: String? = nil) -> [ProvisionID] {
        var found: [ProvisionID] = []
        for number in numbers {
            for text in expanded(number) {
                guard let id = provision(text, of: treaty, title: title), !found.contains(id) else { continue }
                found.append(id)
            }
        }
        return found
    }

    /// Whether the instrument has every number that the citation names, first and last of a range.
    func has(_ mark: CitationMark, _ instrument: Instrument) -> Bool {
        guard case .treaty(let place) = instrument else { return true }
        let treaty = finder.vocabulary.treaties[place]
        return mark.numbers.allSatisfy { number in
            [number.first, number.last ?? number.first].allSatisfy { provision($0, of: treaty, title: nil) != nil }
        }
    }

    private func expanded(_ number: CitationMark.Number) -> [String] {
        guard let last = number.last else { return [number.first] }
        guard let from = Int(number.first), let to = Int(last), from < to, to - from < Self.longestRange else {
            return [number.first, last]
        }
        return (from...to).map { String($0) }
    }

    /// The provision with a number as it is cited; a paragraph's number stands for its article.
    private func provision(_ number: String, of treaty: Treaty, title: String?) -> ProvisionID? {
        let written = treaty.unit == .recommendation ? "R." + number : title.map { $0 + ":" + number } ?? number
        var candidate = written
        while true {
            let id = ProvisionID(treaty: treaty.id, article: candidate)
            if finder.vocabulary.provision(id) != nil { return id }
            guard let dot = candidate.lastIndex(of: "."), treaty.unit != .recommendation else { return nil }
            candidate = String(candidate[..<dot])
        }
    }
}
