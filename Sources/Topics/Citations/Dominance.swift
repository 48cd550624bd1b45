/// How often an article names each instrument.
struct Dominance {
    private let units: [Treaty.Unit]
    /// By the treaty's place in the vocabulary.
    private var counts: [Int]
    private var others = 0
    /// By section number, the title of the code that the article gives with it; nothing where it gives several.
    private var titles: [String: String?] = [:]

    init(_ names: InstrumentNames) {
        units = names.units
        counts = [Int](repeating: 0, count: names.units.count)
    }

    mutating func add(_ mentions: [InstrumentMention], times: Int = 1) {
        for mention in mentions {
            switch mention.instrument {
            case .treaty(let place): counts[place] += times
            case .other: others += times
            }
        }
    }

    mutating func add(_ marks: [CitationMark]) {
        for mark in marks where mark.kind == .section {
            guard let title = mark.title else { continue }
            for number in mark.numbers {
                if let known = titles[number.first], known != title {
                    titles[number.first] = .some(nil)
                } else {
                    titles[number.first] = title
                }
            }
        }
    }

    func names(_ treaty: Int) -> Bool { counts[treaty] > 0 }

    /// The title of the code that the article gives with a section's number elsewhere.
    func title(ofSection number: String) -> String? { titles[number] ?? nil }

    /// The instrument that is named more often than all others of the kind together.
    func instrument(for kind: CitationMark.Kind) -> Instrument? {
        var total = kind == .article ? others : 0
        var best: (treaty: Int, count: Int)?
        for place in units.indices where counts[place] > 0 && kind.fits(units[place]) {
            total += counts[place]
            if counts[place] > best?.count ?? 0 { best = (place, counts[place]) }
        }
        guard let best, best.count * 2 > total else { return nil }
        return .treaty(best.treaty)
    }
}
