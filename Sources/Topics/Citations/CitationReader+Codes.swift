extension CitationReader {
    /// Sections of the United States Code and parts of the regulations: their title must be given with them, in the same
    /// paragraph, or elsewhere in the article with the same number.
    func coded(_ place: Int, _ attachment: CitationAttachment?) -> Outcome {
        let mark = block.marks[place]
        guard let treaty = mark.kind == .section ? finder.sections : finder.parts, let first = mark.numbers.first else {
            return (.unresolved(.noInstrument), nil, nil)
        }
        if let title = mark.title { return coded(mark, title, treaty, .clause) }
        if let attachment, attachment.find?.instrument == .other { return (.unresolved(.otherInstrument), .clause, attachment.find?.end) }
        if let near = nearestTitle(place) {
            let outcome = coded(mark, near.title, treaty, near.isSentence ? .sentence : .paragraph)
            if case .resolved = outcome.reading { return outcome }
        }
        if let title = dominance.title(ofSection: first.first) { return coded(mark, title, treaty, .article) }
        return (.unresolved(.noInstrument), nil, nil)
    }

    private func coded(_ mark: CitationMark, _ title: String, _ treaty: Int, _ scope: Citation.Scope) -> Outcome {
        let provisions = provisions(mark.numbers, of: treaty, title: title)
        return (provisions.isEmpty ? .unresolved(.unknownNumber) : .resolved(provisions), scope, nil)
    }

    /// The title that the nearest citation of the kind has; one in the same sentence before all others.
    private func nearestTitle(_ place: Int) -> (title: String, isSentence: Bool)? {
        let mark = block.marks[place]
        let near = block.titled(near: place)
        guard !near.isEmpty else { return nil }
        let sentence = block.sentence(of: mark)
        let best = near.map { place -> (place: Int, isSentence: Bool, distance: Int) in
            let start = block.marks[place].range.lowerBound
            return (place, sentence.contains(start), abs(start - mark.range.lowerBound))
        }.min { ($0.isSentence ? 0 : 1, $0.distance) < ($1.isSentence ? 0 : 1, $1.distance) }
        return best.flatMap { best in block.marks[best.place].title.map { ($0, best.isSentence) } }
    }

    // MARK: Numbers

    /// The most provisions that one range is taken to name.
    private static let longestRange = 200

    /// The provisions with these numbers that the vocabulary has, in order, each once.
    func provisions(_ numbers: [CitationMark.Number], of treaty: Int, title: String? = nil) -> [ProvisionID] {
        let table = finder.provisions
        if let number = numbers.first, numbers.count == 1, number.last == nil {
            return table.place(number.first, of: treaty, title: title).map { [table.id($0, of: treaty)] } ?? []
        }
        var found: [ProvisionID] = []
        var isFound = [Bool](repeating: false, count: table.count(of: treaty))
        func add(_ place: Int?) {
            guard let place, !isFound[place] else { return }
            isFound[place] = true
            found.append(table.id(place, of: treaty))
        }
        for number in numbers {
            if let range = Self.range(number) {
                for number in range { add(table.place(number, of: treaty, title: title)) }
            } else {
                add(table.place(number.first, of: treaty, title: title))
                if let last = number.last { add(table.place(last, of: treaty, title: title)) }
            }
        }
        return found
    }

    private static func range(_ number: CitationMark.Number) -> ClosedRange<Int>? {
        guard let last = number.last, let from = Int(number.first), let to = Int(last), from < to, to - from < longestRange
        else { return nil }
        return from...to
    }

    /// Whether the instrument has every number that the citation names, first and last of a range.
    func has(_ mark: CitationMark, _ instrument: Instrument) -> Bool {
        guard case .treaty(let treaty) = instrument else { return true }
        return mark.numbers.allSatisfy { number in
            finder.provisions.place(number.first, of: treaty, title: nil) != nil
                && (number.last.map { finder.provisions.place($0, of: treaty, title: nil) != nil } ?? true)
        }
    }
}
