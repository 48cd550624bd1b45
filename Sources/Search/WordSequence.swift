import Text

/// What one word of a query matches. An index and the marking of hits go by the same pattern.
public struct WordPattern: Hashable, Sendable {
    /// Words whose stem is one of these, and is not the word itself, match. Sorted.
    public var stems: [String]
    /// Words whose folded form is one of these match. Sorted.
    public var forms: [String]
    /// Words whose folded form begins so match, and no others.
    public var prefix: String?

    public init(stems: [String], forms: [String], prefix: String? = nil) {
        self.stems = stems
        self.forms = forms
        self.prefix = prefix
    }

    /// Whether the pattern matches a word; `stem` is nothing where it is the form.
    func matches(form: String, stem: String?) -> Bool {
        if let prefix { return form.utf8.starts(with: prefix.utf8) }
        return forms.contains(form) || stem.map(stems.contains) ?? false
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
    /// A word matches those of the same form and, in each language, those of the same stem; stems of one language are
    /// tried in the others too, since a query names none.
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
                    if isPrefix, place == way.forms.count - 1 {
                        return WordPattern(stems: [], forms: [], prefix: way.forms[place])
                    }
                    // A word that is its own stem is kept as its form alone.
                    let stems = way.stems[place]
                    return WordPattern(stems: stems.sorted(), forms: stems.union([way.forms[place]]).sorted())
                })
        }
    }
}

extension Query {
    /// The words to look for in `field`, without those that must not be there.
    public func texts(in field: TextField) -> [TextQuery] {
        switch self {
        case .text(let text): text.field == nil || text.field == field ? [text] : []
        case .and(let parts), .or(let parts): parts.flatMap { $0.texts(in: field) }
        case .all, .topic, .tag, .state, .dates, .language, .file, .not: []
        }
    }
}
