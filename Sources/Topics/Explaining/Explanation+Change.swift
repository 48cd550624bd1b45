import Glibc

extension Explanation {
    /// The smallest change that would flip whether a passage is probably about a topic.
    public enum Change: Hashable, Sendable {
        /// Without these, the fewest that suffice, the strongest first: matched words and context factors by name.
        case without([String])
        /// With so much more evidence, in log-odds.
        case more(Double)
    }

    /// The log-odds that the threshold asks for.
    public var thresholdScore: Double {
        threshold <= 0 ? -.infinity : threshold >= 1 ? .infinity : log(threshold / (1 - threshold))
    }

    /// What would flip the result. A probable link is flipped by taking away what speaks for it, the same words wherever they
    /// stand; one that is not, by taking away the single thing that speaks against it, where that suffices, else by more
    /// evidence. Nothing where the prior alone decides.
    public var smallestChange: Change? {
        if let pieces = smallestPieces { return .without(pieces.map(\.name)) }
        let distance = score - thresholdScore
        return distance < 0 && distance.isFinite ? .more(-distance) : nil
    }

    /// The smallest change as a sentence; nothing where there is none.
    public var changeSentence: String? {
        if let pieces = smallestPieces {
            let outcome = score >= thresholdScore ? "only possible" : "probable"
            return "Without \(Self.list(pieces.map(\.inSentence))) it would be \(outcome)."
        }
        guard case .more(let distance) = smallestChange else { return nil }
        return "It would be probable with \(Self.amount(distance)) more evidence."
    }

    /// How sure the link is, as a phrase: «probable: 98 %, 50 % is enough».
    public var verdict: String {
        let (reached, needed) = (Self.percent(probability), Self.percent(threshold))
        return probability >= threshold ? "probable: \(reached), \(needed) is enough" : "possible: \(reached) of the \(needed) it takes"
    }

    /// What takes the score across the threshold by being left out.
    private var smallestPieces: [Reason]? {
        let pieces = reasons
        let distance = score - thresholdScore
        guard distance.isFinite else { return nil }
        guard distance >= 0 else {
            return pieces.filter { $0.contribution < distance }.max { $0.contribution < $1.contribution }.map { [$0] }
        }
        // One piece that suffices, the weakest of them; else the strongest until they do.
        if let one = pieces.filter({ $0.contribution > distance }).min(by: { $0.contribution < $1.contribution }) { return [one] }
        var left = distance
        var chosen: [Reason] = []
        for piece in pieces.sorted(by: { $0.contribution > $1.contribution }) where piece.contribution > 0 && left >= 0 {
            chosen.append(piece)
            left -= piece.contribution
        }
        return left < 0 ? chosen : nil
    }

    private static func list(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " and " + last
    }

    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

    /// In words: nobody reads log-odds.
    private static func amount(_ distance: Double) -> String {
        switch distance {
        case ..<0.5: "a little"
        case ..<2: "some"
        default: "much"
        }
    }
}

extension Explanation.Reason {
    /// Names it in ``Explanation/Change``.
    var name: String {
        switch kind {
        case .words, .silentWords: words
        case .factor(let kind): kind.name
        }
    }

    /// What would have to go, for a sentence that begins with «Without».
    fileprivate var inSentence: String {
        switch kind {
        case .words, .silentWords: phrase
        case .factor(let kind): kind.absence
        }
    }
}

extension FactorKind {
    /// What would have to go, for a sentence that begins with «Without».
    fileprivate var absence: String {
        switch self {
        case .context(let factor): factor.absence
        case .contrast(let words): "“\(words)”"
        case .cites(let provision): "the citation of \(provision)"
        case .undecidedAcronym: "the doubt what the acronym stands for"
        case .surrounding, .otherLearnedWords: phrase
        case .learnedWord(let word): "“\(word)”"
        case .unknown(let name): name
        }
    }
}

extension ContextFactor {
    fileprivate var absence: String {
        switch self {
        case .heading: "its being a heading"
        case .underHeading: "the heading above"
        case .firstParagraph: "its opening the article"
        case .title: "the title"
        case .deck: "the line under the title"
        case .kicker: "the kicker"
        case .neighbour: "the passages around it"
        case .spread: "the other passages of the article"
        case .relatedTopic: "the broader or narrower topic beside it"
        case .coOccurrence: "the related topic beside it"
        case .librarySpecificity: "the count of its words in your library"
        case .contrast: "the words that say it is about something else"
        case .commonWordAlone: "the rule that a common word is not enough"
        }
    }
}
