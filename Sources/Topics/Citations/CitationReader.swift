import Articles

/// Decides what the citations of one block are citations of.
struct CitationReader {
    let finder: CitationFinder
    let block: CitedBlock
    let dominance: Dominance
    let date: ArticleDate?

    /// What was found for a citation.
    struct Find: Hashable {
        var instrument: Instrument
        var scope: Citation.Scope
        /// Where the instrument that follows at once ends.
        var end: Int?
    }

    func citations() -> [Citation] {
        var text = block.text
        return text.withUTF8 { bytes in
            let attached = attachments(bytes)
            var taken = [Bool](repeating: false, count: block.mentions.count)
            for mention in attached.lazy.compactMap({ $0?.mention }) { taken[mention] = true }
            return block.marks.indices.map { place in
                let mark = block.marks[place]
                let outcome = reading(place, attached[place], taken: taken, bytes)
                let range = mark.range.lowerBound..<max(mark.range.upperBound, outcome.end ?? 0)
                return Citation(
                    range: (range.lowerBound + block.offset)..<(range.upperBound + block.offset),
                    text: String(decoding: bytes[range], as: UTF8.self), reading: outcome.reading, scope: outcome.scope)
            }
        }
    }

    /// What became of a citation, where its instrument was found, and where that ends if it follows at once.
    typealias Outcome = (reading: Citation.Reading, scope: Citation.Scope?, end: Int?)

    private func reading(
        _ place: Int, _ attachment: CitationAttachment?, taken: [Bool], _ bytes: Bytes.Text
    ) -> Outcome {
        let mark = block.marks[place]
        if mark.kind == .section || mark.kind == .part { return coded(place, attachment) }
        if let attachment, attachment.isUnclear { return (.unresolved(.noInstrument), nil, nil) }
        if isOrganisation(mark, attachment, bytes) { return (.unresolved(.organisation), nil, nil) }
        let find = attachment?.find ?? search(mark, taken: taken, bytes)
        if mark.isDraft { return draft(find, isAttached: attachment?.find != nil) }
        guard let find else { return (.unresolved(.noInstrument), nil, nil) }
        guard case .treaty(let place) = find.instrument else { return (.unresolved(.otherInstrument), find.scope, find.end) }
        if isBefore(place) { return (.draft(finder.vocabulary.treaties[place].id), find.scope, find.end) }
        let provisions = provisions(mark.numbers, of: place)
        return (provisions.isEmpty ? .unresolved(.unknownNumber) : .resolved(provisions), find.scope, find.end)
    }

    /// Whether the article is older than the numbers of the treaty; one without a date may be.
    private func isBefore(_ treaty: Int) -> Bool {
        guard let final = finder.vocabulary.treaties[treaty].finalSince else { return false }
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
        guard !mark.isCapitals else { return bytes[sentence].contains { $0 &- 0x61 < 26 } }
        return sentence.contains { place in
            Bytes.isLetter(bytes[place]) && (place == sentence.lowerBound || !Bytes.isWord(bytes[place - 1]))
                && Self.groups.contains { Bytes.startsLowered(bytes, place..<sentence.upperBound, $0) }
        }
    }

    /// How words for such groups begin.
    private static let groups = [
        "rights group", "rights organi", "advocacy group", "campaign group", "ngo", "access now", "human rights watch",
        "privacy international", "electronic frontier foundation",
    ].map { Array($0.utf8) }
}
