import Text
import Topics

/// Which labels of a topic stand behind words that were matched in a text.
struct MatchedLabels {
    private let lexicon: Lexicon

    init(language: String?) { lexicon = Lexicon(language: Language(tag: language), capacity: Self.capacity) }

    /// A handful of labels has no more words.
    private static let capacity = 1_024

    /// The labels whose words all stand in `words`, in any form and order, those with most words alone, in their order; of
    /// acronyms and names, those written exactly so. A few labels are looked at.
    func behind(_ words: String, among labels: [Label]) -> [String] {
        let found = stems(words)
        let joined = joined(words)
        var best = 0
        var names: [String] = []
        for label in labels {
            let count: Int
            switch label.match {
            case .never: continue
            case .exact: count = words.contains(label.text) ? stems(label.text).count : 0
            case .stem:
                let own = stems(label.text)
                count = own.isSubset(of: found) || self.joined(label.text) == joined ? own.count : 0
            }
            guard count > 0, count >= best else { continue }
            if count > best { names = [] }
            best = count
            // «money-laundering» is written otherwise only, and goes with it.
            if !names.contains(where: { self.joined($0) == self.joined(label.text) }) { names.append(label.text) }
        }
        return names
    }

    private func stems(_ text: String) -> Set<String> { Set(lexicon.tokens(in: text).map { lexicon.stem($0.stem) }) }

    /// «cyber crime» is «cybercrime» too.
    private func joined(_ text: String) -> String { lexicon.tokens(in: text).map { lexicon.form($0.form) }.joined() }
}
