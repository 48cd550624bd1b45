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
    /// A word matches those of the same stem in each language; stems of one language are tried in the others too, since a
    /// query names none.
    public func sequences(in languages: [Language], analyser: WordAnalyser) -> [WordSequence] {
        var ways: [(forms: [String], stems: [Set<String>])] = []
        for language in languages {
            let words = analyser.words(in: self.words, language: language)
            guard !words.isEmpty else { continue }
            let forms = words.map(\.form)
            let index = ways.firstIndex { $0.forms == forms } ?? ways.count
            if index == ways.count { ways.append((forms, Array(repeating: [], count: forms.count))) }
            for (place, word) in words.enumerated() { ways[index].stems[place].insert(word.stem) }
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

extension Query {
    /// The words to look for in `field`, without those that must not be there.
    public func texts(in field: TextField) -> [TextQuery] {
        switch self {
        case .text(let text): text.field == nil || text.field == field ? [text] : []
        case .near(let near): near.field == nil || near.field == field ? near.texts : []
        case .and(let parts), .or(let parts), .any(let parts): parts.flatMap { $0.texts(in: field) }
        case .all, .note, .topic, .treaty, .tag, .state, .has, .dates, .language, .file, .id, .not: []
        }
    }
}
