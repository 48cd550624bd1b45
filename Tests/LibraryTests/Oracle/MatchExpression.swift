import Search
import Text

/// Writes the words of a query in the language of FTS5, as terms that ``ArticleTokenizer`` takes apart again.
struct MatchExpression {
    private let languages: [Language]
    private let analyser: WordAnalyser

    init(languages: [Language], analyser: WordAnalyser) {
        self.languages = languages
        self.analyser = analyser
    }

    /// Nothing where the query holds more than words, or says only what must not be there.
    func text(of query: Query) -> String? {
        switch query {
        case .text(let text): self.text(of: text)
        case .and(let parts): conjunction(parts)
        case .or(let parts), .any(let parts): joined(parts.map { self.text(of: $0) }, by: " OR ")
        // What lies within a distance is not asked of FTS5.
        case .all, .near, .note, .topic, .treaty, .tag, .state, .has, .dates, .language, .file, .id, .not: nil
        }
    }

    /// A part of a conjunction, negated or not, that consists of words.
    func isWords(_ query: Query) -> Bool {
        if case .not(let inner) = query { return text(of: inner) != nil }
        return text(of: query) != nil
    }

    /// `a AND b NOT c`.
    func conjunction(_ parts: [Query]) -> String? {
        var present: [String] = []
        var absent: [String] = []
        for part in parts {
            if case .not(let inner) = part {
                guard let text = text(of: inner) else { return nil }
                absent.append(text)
            } else {
                guard let text = text(of: part) else { return nil }
                present.append(text)
            }
        }
        guard !present.isEmpty else { return nil }
        let wanted = "(" + present.joined(separator: " AND ") + ")"
        return absent.isEmpty ? wanted : "(" + wanted + " NOT (" + absent.joined(separator: " OR ") + "))"
    }

    private func joined(_ texts: [String?], by sign: String) -> String? {
        let known = texts.compactMap { $0 }
        return known.count == texts.count && !known.isEmpty ? "(" + known.joined(separator: sign) + ")" : nil
    }

    private func text(of text: TextQuery) -> String {
        let column = text.field.map { Self.column($0) + " : " } ?? ""
        let phrases = text.sequences(in: languages, analyser: analyser).map { column + phrase($0) }
        guard !phrases.isEmpty else { return "\"" + IndexedTerm.nothing + "\"" }
        return "(" + phrases.joined(separator: " OR ") + ")"
    }

    private static func column(_ field: TextField) -> String {
        switch field {
        case .title: "title"
        case .deck: "deck"
        case .kickers: "kickers"
        case .bylines: "bylines"
        case .publisher: "publisher"
        case .body: "body"
        }
    }

    private func phrase(_ sequence: WordSequence) -> String {
        var text = ""
        for pattern in sequence.patterns {
            if !text.isEmpty { text.unicodeScalars.append(Unicode.Scalar(IndexedTerm.position)) }
            text += terms(of: pattern).joined(separator: String(Unicode.Scalar(IndexedTerm.alternative)))
        }
        let isPrefix = sequence.patterns.last?.prefix != nil
        return "\"" + text.replacing("\"", with: "\"\"") + "\"" + (isPrefix ? " *" : "")
    }

    private func terms(of pattern: WordPattern) -> [String] {
        if let prefix = pattern.prefix { return [prefix] }
        // A word that is its own stem stands in the index as its form alone.
        return pattern.stems + pattern.stems.map { String(Unicode.Scalar(IndexedTerm.stemMark)) + $0 }
    }
}
