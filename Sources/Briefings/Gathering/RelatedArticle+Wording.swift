import Library
import Topics

extension RelatedArticle {
    /// Why it is shown, in words: the provisions that both stand under, else topics, else words that both have.
    public func reason(_ vocabulary: Vocabulary) -> String {
        if !provisions.isEmpty { return "both on " + Self.listed(provisions.map { vocabulary.citation(of: $0) }) }
        if !topics.isEmpty { return "both on " + Self.listed(topics.map { vocabulary.topic($0)?.label ?? $0.rawValue }) }
        return words.isEmpty ? "alike in its words" : "both have " + Self.listed(words.map { "“\($0)”" })
    }

    private static func listed(_ names: [String]) -> String {
        names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " and \(names.count - 3) more" : "")
    }
}

extension TreatyMap.Counterpart {
    /// What it is, and on what that rests: «= Budapest Convention, Article 2 (3)», with the number of its articles.
    public func sentence(in map: TreatyMap) -> String {
        "= \(map.other?.citation(of: provision.id.article) ?? provision.id.description) (\(articles))" + PageWords.basis(basis)
    }
}
