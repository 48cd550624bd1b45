import Library
import Search
import Topics

/// The names that complete a query without asking the library: topics and treaties of the vocabulary, tags, languages.
struct QueryNames: CompletionSource {
    var topics: [TopicTree.Node] = []
    var counts: [TopicID: TopicCount] = [:]
    var book = TopicBook.empty
    var tags: [TagCount] = []
    var languages: [LanguageCount] = []
    var capabilities = QueryCapabilities.available

    func names(of field: QueryField?, beginningWith beginning: String, limit: Int) -> [CompletionName] {
        guard let field, !capabilities.unanswered.contains(.field(field)) else { return [] }
        switch field {
        case .topic: return topicNames(beginning, limit)
        case .treaty: return treatyNames(beginning, limit)
        case .tag: return tagNames(beginning, limit)
        case .language: return languageNames(beginning, limit)
        case .since: return spans(beginning)
        // Words are the library's, and the rest has no names.
        case .title, .deck, .kicker, .text, .by, .from, .note, .state, .has, .date, .before, .file, .id, .any, .sort: return []
        }
    }

    // MARK: Each field

    /// By code, name or any word of the label; `=` before it stays.
    private func topicNames(_ beginning: String, _ limit: Int) -> [CompletionName] {
        let isExact = beginning.hasPrefix("=")
        let typed = NameMatch(isExact ? String(beginning.dropFirst()) : beginning)
        return typed.best(of: topics, limit: limit, size: { counts[$0.id]?.articles ?? 0 }) {
            [$0.id.rawValue, $0.code, $0.label]
        }.map { topic in
            let articles = counts[topic.id].map { " · " + $0.articles.counted("article", "articles") } ?? ""
            return CompletionName((isExact ? "=" : "") + topic.id.rawValue, help: topic.label + articles)
        }
    }

    /// Treaties; behind a slash, the provisions of the one before it.
    private func treatyNames(_ beginning: String, _ limit: Int) -> [CompletionName] {
        guard let slash = beginning.firstIndex(of: "/") else {
            let all = book.treaties.map { (id: $0.key, name: $0.value) }.sorted { $0.id < $1.id }
            return NameMatch(beginning).best(of: all, limit: limit) { [$0.id.rawValue, $0.name] }
                .map { CompletionName($0.id.rawValue, help: $0.name) }
        }
        let treaty = beginning[..<slash].uppercased()
        let typed = NameMatch(String(beginning[beginning.index(after: slash)...]))
        let provisions = book.cited.filter { $0.key.treaty.rawValue == treaty }
            .sorted { ($0.key.article.numbered, $0.key.article) < ($1.key.article.numbered, $1.key.article) }
        return typed.best(of: provisions, limit: limit) { [$0.key.article, $0.value.title ?? ""] }
            .map { CompletionName("\(treaty)/\($0.key.article)", help: $0.value.title ?? $0.value.number) }
    }

    private func tagNames(_ beginning: String, _ limit: Int) -> [CompletionName] {
        NameMatch(beginning).best(of: tags, limit: limit, size: { $0.articles + $0.passages }) { [$0.name] }.map { tag in
            let uses = [
                tag.articles > 0 ? tag.articles.counted("article", "articles") : nil,
                tag.passages > 0 ? tag.passages.counted("passage", "passages") : nil,
            ]
            return CompletionName(tag.name, help: uses.compactMap { $0 }.joined(separator: ", "))
        }
    }

    private func languageNames(_ beginning: String, _ limit: Int) -> [CompletionName] {
        NameMatch(beginning).best(of: languages, limit: limit, size: \.articles) { [$0.code] }
            .map { CompletionName($0.code, help: $0.articles.counted("article", "articles")) }
    }

    private func spans(_ beginning: String) -> [CompletionName] {
        [("7d", "the last seven days"), ("1m", "the last month"), ("1y", "the last year")]
            .filter { $0.0.hasPrefix(beginning) }.map { CompletionName($0.0, help: $0.1) }
    }
}

/// How well what was typed fits the names of a thing: the beginning of one, or of a word in one. Case does not matter.
struct NameMatch {
    private let typed: String

    init(_ typed: String) { self.typed = typed.lowercased() }

    /// At most `limit` of the things that fit: those of which a name begins so, then those with a word that does, each by
    /// `size`, the largest first, and then as they came.
    func best<Thing>(
        of things: [Thing], limit: Int, size: (Thing) -> Int = { _ in 0 }, names: (Thing) -> [String]
    ) -> [Thing] {
        let fits = things.enumerated().compactMap { place, thing in
            rank(names(thing)).map { (rank: $0, size: -size(thing), place: place, thing: thing) }
        }
        return fits.sorted { ($0.rank, $0.size, $0.place) < ($1.rank, $1.size, $1.place) }.prefix(limit).map(\.thing)
    }

    private func rank(_ names: [String]) -> Int? {
        let names = names.map { $0.lowercased() }
        if names.contains(where: { $0.hasPrefix(typed) }) { return 0 }
        let isInside = names.contains { name in
            name.indices.contains { index in
                index > name.startIndex && !name[name.index(before: index)].isLetter && name[index...].hasPrefix(typed)
            }
        }
        return isInside ? 1 : nil
    }
}

extension String {
    /// The number it begins with; 0 without one.
    fileprivate var numbered: Int { Int(prefix { $0.isNumber }) ?? 0 }
}
