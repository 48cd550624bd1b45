import Text

/// What one word of a query matches. An index and the marking of hits go by the same pattern.
public struct WordPattern: Hashable, Sendable {
    /// Words whose stem is one of these match; a word without another stem is its own. Sorted.
    public var stems: [String]
    /// Words whose folded form begins so match, and no others.
    public var prefix: String?
    /// Words whose folded form is written nearly so match too.
    public var fuzzy: FuzzyForm?

    public init(stems: [String], prefix: String? = nil, fuzzy: FuzzyForm? = nil) {
        self.stems = stems
        self.prefix = prefix
        self.fuzzy = fuzzy
    }

    /// Whether the pattern matches a word; `stem` is nothing where it is the form.
    func matches(form: String, stem: String?) -> Bool {
        if let prefix { return form.utf8.starts(with: prefix.utf8) }
        if stems.contains(stem ?? form) { return true }
        guard let fuzzy else { return false }
        return FuzzyMatcher(fuzzy).matches(form)
    }
}

/// Words of a query that follow one another in a text.
public struct WordSequence: Hashable, Sendable {
    public var patterns: [WordPattern]

    public init(_ patterns: [WordPattern]) { self.patterns = patterns }
}

extension TextQuery {
    /// What the query matches in texts of `languages`: any of the sequences, more than one where languages part words
    /// differently. None where it holds no word that could stand in a text.
    ///
    /// A word matches those of the same stem in each language, and those that have itself for a stem; stems of one language are
    /// tried in the others too, since a query names none.
    public func sequences(in languages: [Language], analyser: WordAnalyser) -> [WordSequence] {
        var ways: [(forms: [String], stems: [Set<String>])] = []
        for language in languages {
            let words = analyser.words(in: self.words, language: language)
            guard !words.isEmpty else { continue }
            let forms = words.map(\.form)
            let index = ways.firstIndex { $0.forms == forms } ?? ways.count
            if index == ways.count { ways.append((forms, Array(repeating: [], count: forms.count))) }
            // The form too: what is folded alike can have another stem, as «résumé» has, whose stem is «resume».
            for (place, word) in words.enumerated() { ways[index].stems[place].formUnion([word.stem, word.form]) }
        }
        return ways.map { way in
            WordSequence(
                way.forms.indices.map { place in
                    if match == .prefix, place == way.forms.count - 1 {
                        return WordPattern(stems: [], prefix: way.forms[place])
                    }
                    return WordPattern(stems: way.stems[place].sorted(), fuzzy: fuzzy(way.forms[place]))
                })
        }
    }
}

extension TextQuery {
    private func fuzzy(_ form: String) -> FuzzyForm? {
        if case .fuzzy(let distance) = match { FuzzyForm(form, distance: distance) } else { nil }
    }
}

/// A text of a query to be marked where it stands.
struct WantedText: Hashable {
    /// One side of NEAR: the text counts only where one of the other side is near.
    struct Side: Hashable {
        /// Which NEAR of the query.
        var near: Int
        var isLeft: Bool
        var distance: Int
    }

    var text: TextQuery
    var side: Side?
}

extension Query {
    /// The words to look for in `field`, without those that must not be there, and of a question without its function words.
    public func texts(in field: TextField) -> [TextQuery] { wantedTexts(in: field).map(\.text) }

    func wantedTexts(in field: TextField) -> [WantedText] {
        var found: [WantedText] = []
        var nears = 0
        add(to: &found, in: field, &nears)
        return found
    }

    private func add(to found: inout [WantedText], in field: TextField, _ nears: inout Int) {
        switch self {
        case .text(let text): if text.field == nil || text.field == field { found.append(WantedText(text: text)) }
        case .near(let near):
            guard near.field == nil || near.field == field else { return }
            for (texts, isLeft) in [(near.left, true), (near.right, false)] {
                let side = WantedText.Side(near: nears, isLeft: isLeft, distance: near.distance)
                found += texts.map { WantedText(text: $0, side: side) }
            }
            nears += 1
        case .and(let parts), .or(let parts): for part in parts { part.add(to: &found, in: field, &nears) }
        case .any(let parts): for part in StopWords.telling(parts) { part.add(to: &found, in: field, &nears) }
        case .all, .note, .topic, .treaty, .tag, .state, .has, .dates, .language, .file, .id, .not: break
        }
    }
}
