import Text

/// What a text is about, by its most telling words, and the query that finds more of the kind.
public struct Likeness: Hashable, Sendable {
    /// A word that tells the text from others.
    public struct Term: Hashable, Sendable {
        /// As the text writes it most often, folded.
        public var word: String
        /// How much it tells: the number of times it stands there, against that of the articles that hold it.
        public var weight: Double
        /// How many articles hold it in some form.
        public var documents: Int
    }

    /// The most telling first.
    public var terms: [Term]

    /// Any of the words, the best answers first.
    public var query: Query {
        terms.isEmpty ? .all : Query.any(terms.map { .text(TextQuery($0.word)) }).normalised
    }
}

extension IndexSearch {
    /// The words of `text`, a passage or a whole article of `language`, that tell it best from all others: those with the most
    /// tf·idf (K. Spärck Jones, J. of Documentation 28(1), 1972), of words that stand in another article too. Linear in the
    /// length of the text.
    public func likeness(of text: String, language: Language, limit: Int = 16) -> Likeness {
        let minimum = 2
        let all = snapshotDocuments
        var terms: [Likeness.Term] = []
        for (stem, forms) in stems(of: text, language: language) {
            let count = forms.values.reduce(0, +)
            let documents = segments.reduce(0) { $0 + ($1.entry(.stem(.any), stem.utf8)?.documentFrequency ?? 0) }
            // A word of every fourth article tells nothing.
            guard documents >= minimum, documents * 4 <= max(all, 8) else { continue }
            let weight = (1 + Self.log2(Double(count))) * Double(Scoring.rarity(documents, of: all))
            let word = forms.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? stem
            terms.append(Likeness.Term(word: word, weight: weight, documents: documents))
        }
        terms.sort { ($1.weight, $0.word) < ($0.weight, $1.word) }
        return Likeness(terms: Array(terms.prefix(max(0, limit))))
    }

    /// How often each form of each stem stands in the text. Numbers, function words and single letters are left out.
    private func stems(of text: String, language: Language) -> [String: [String: Int]] {
        var found: [String: [String: Int]] = [:]
        for (form, stem) in analysedWords(of: text, language: language) {
            guard form.utf8.count > 2, !StopWords.isStop(form), !form.utf8.contains(where: { (0x30...0x39).contains($0) })
            else { continue }
            found[stem, default: [:]][form, default: 0] += 1
        }
        return found
    }
}
