/// Decides what the ambiguous acronyms of an article stand for: a definition in the text wins for the whole article,
/// else the cues of the block, else those of the article, else the acronym's default.
struct AcronymResolver {
    /// Whether an acronym means its topic.
    enum Verdict {
        case means
        /// Perhaps: it counts as a common word.
        case mayMean
        case meansOther
    }

    private let acronyms: [Acronym]
    private let matcher: Matcher
    private var defined: [Int: Verdict] = [:]
    /// For each part of the article, and for the whole, the balance of cues by acronym.
    private var balances: [[Int: Int]] = []
    private var total: [Int: Int] = [:]

    /// `parts` are the article's texts with what was found in them. The cues are weighed only where an acronym stands in
    /// them that the article does not define and that is not accepted anyway.
    init(acronyms: [Acronym], parts: [ArticlePart], matcher: Matcher) {
        self.acronyms = acronyms
        self.matcher = matcher
        var pending: Set<Int> = []
        for part in parts {
            for finding in part.findings {
                guard let acronym = finding.acronym else { continue }
                pending.insert(acronym)
                define(acronym, at: finding, in: part)
            }
        }
        let isOpen = pending.contains { defined[$0] == nil && Self.hasChoice(acronyms[$0]) }
        if isOpen { weigh(parts) }
    }

    /// What an acronym stands for in the article's part at `place`.
    func verdict(_ acronym: Int, part place: Int) -> Verdict {
        if let verdict = defined[acronym] { return verdict }
        let here = place < balances.count ? balances[place][acronym, default: 0] : 0
        let balance = here != 0 ? here : total[acronym, default: 0]
        if balance != 0 { return balance > 0 ? .means : .meansOther }
        switch acronyms[acronym].standard {
        case .accept: return .means
        case .weak: return .mayMean
        case .reject: return .meansOther
        }
    }

    private static func hasChoice(_ acronym: Acronym) -> Bool {
        acronym.standard != .accept || !acronym.negative.isEmpty || !acronym.rivals.isEmpty
    }

    /// A definition that means the topic stands against one that does not.
    private mutating func define(_ acronym: Int, at finding: Finding, in part: ArticlePart) {
        guard defined[acronym] != .means else { return }
        var text = part.text
        let verdict: Verdict? = text.withUTF8 { bytes in
            guard let longForm = AcronymDefinition.longForm(of: finding.range, in: bytes) else { return nil }
            let isLabel = part.findings.contains {
                $0.topic == finding.topic && !$0.isCommon && $0.acronym == nil && longForm.overlaps($0.range)
            }
            if isLabel { return .means }
            let stems = matcher.contentStems(in: UnsafeBufferPointer(rebasing: bytes[longForm]))
            return stems == matcher.index.expansions[acronym] ? .means : .meansOther
        }
        if let verdict { defined[acronym] = verdict }
    }

    private mutating func weigh(_ parts: [ArticlePart]) {
        for part in parts {
            var text = part.text
            var balance: [Int: Int] = [:]
            for cue in part.stems.map(matcher.cues(among:)) ?? text.withUTF8({ matcher.cues(in: $0) }) {
                balance[cue.acronym, default: 0] += cue.isPositive ? cue.weight : -cue.weight
            }
            for (acronym, value) in balance { total[acronym, default: 0] += value }
            balances.append(balance)
        }
    }
}
