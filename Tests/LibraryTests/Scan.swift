import Articles
import Library
import Search
import Text
import Topics

/// Answers queries by looking at every article, by the rules as they are documented and with none of the index's code.
final class Scan {
    private let languages: [Language]
    private let provisions: [ArticleID: [ProvisionID]]
    private let citations: [String: [ProvisionID]]
    private var lexicons: [Language: Lexicon] = [:]

    /// `citations` are those of articles by their own ids, as their files gave them.
    init(_ articles: [StoredArticle], citations: [String: [ProvisionID]]) {
        self.citations = citations
        provisions = Dictionary(uniqueKeysWithValues: articles.map { ($0.id, Self.provisions(of: $0)) })
        languages = Array(Set(articles.map { Self.language(of: $0) }))
        for language in languages + [.english] { lexicons[language] = Lexicon(language: language) }
    }

    private static func language(of article: StoredArticle) -> Language {
        article.article.language.map { Language(tag: $0) } ?? .english
    }

    func matches(_ query: Query, _ article: StoredArticle) -> Bool {
        switch query {
        case .all: true
        case .text(let text): contains(text, article)
        case .topic(let topic):
            article.row.topics.contains {
                $0.rawValue == topic.topic || !topic.isExact && (broaderTopics[$0] ?? []).contains { $0.rawValue == topic.topic }
            }
        case .tag(let tag): article.row.tags.contains { $0.lowercased() == tag.name.lowercased() }
        case .state(.read): article.row.isRead
        case .state(.unread): !article.row.isRead
        case .dates: article.row.sortDate.description.hasPrefix("2024-02")
        case .and(let parts): parts.allSatisfy { matches($0, article) }
        case .or(let parts): parts.contains { matches($0, article) }
        case .not(let inner): !matches(inner, article)
        case .any(let parts): parts.contains { matches($0, article) }
        case .state(.starred): article.row.isStarred
        case .state(.noted), .has(.notes): article.passages.contains { $0.note != nil }
        case .state(.highlighted), .has(.highlights): article.passages.contains { $0.highlight != nil }
        case .has(.links): article.article.blocks.contains { $0.spans.contains { $0.kind == .link } }
        case .note(let text):
            article.passages.contains { passage in
                passage.note.map { contains(text, in: $0.text, Self.language(of: article)) } ?? false
            }
        case .treaty(let treaty):
            matches(treaty, provisions[article.id] ?? []) || isNamed(treaty, by: article) || isCited(treaty, by: article)
        // Not asked of it.
        case .state, .language, .file, .near, .has, .id: false
        }
    }

    /// What the topics shown give.
    private static func provisions(of article: StoredArticle) -> [ProvisionID] {
        Set(article.links.map(\.topic)).flatMap { topicProvisions[$0]?.given ?? [] }
    }

    /// Whether a topic shown stands for anything of the treaty, be it all of it.
    private func isNamed(_ query: TreatyQuery, by article: StoredArticle) -> Bool {
        query.provision == nil && article.links.contains { link in
            topicProvisions[link.topic]?.treaties.contains {
                query.isPrefix ? $0.rawValue.hasPrefix(query.treaty) : $0.rawValue == query.treaty
            } ?? false
        }
    }

    private func matches(_ query: TreatyQuery, _ provisions: [ProvisionID]) -> Bool {
        provisions.contains { provision in
            guard let number = query.provision else {
                return query.isPrefix ? provision.treaty.rawValue.hasPrefix(query.treaty) : provision.treaty.rawValue == query.treaty
            }
            guard provision.treaty.rawValue == query.treaty else { return false }
            let (own, wanted) = (provision.article.lowercased(), number.lowercased())
            return query.isPrefix ? own.hasPrefix(wanted) : own == wanted
        }
    }

    /// What the text cites, whatever is decided.
    private func isCited(_ query: TreatyQuery, by article: StoredArticle) -> Bool {
        matches(query, article.article.id.flatMap { citations[$0] } ?? [])
    }

    private func contains(_ text: TextQuery, _ article: StoredArticle) -> Bool {
        let own = article.article
        let fields: [(TextField, String)] = [
            (.title, own.title), (.deck, own.deck ?? ""), (.publisher, own.publisher ?? ""), (.body, own.text),
        ] + own.kickers.map { (.kickers, $0) } + own.bylines.map { (.bylines, $0) }
        return fields.contains { field, content in
            (text.field == nil || text.field == field) && contains(text, in: content, Self.language(of: article))
        }
    }

    private func words(_ text: String, _ language: Language) -> [(form: String, stem: String)] {
        guard let lexicon = lexicons[language] else { return [] }
        return lexicon.tokens(in: text).map { (lexicon.form($0.form), lexicon.stem($0.stem)) }
    }

    private func contains(_ query: TextQuery, in text: String, _ language: Language) -> Bool {
        let words = words(text, language)
        return languages.contains { queryLanguage in
            let wanted = self.words(query.words, queryLanguage)
            guard !wanted.isEmpty, words.count >= wanted.count else { return false }
            return (0...(words.count - wanted.count)).contains { start in
                wanted.indices.allSatisfy { index in
                    let word = words[start + index]
                    if query.isPrefix, index == wanted.count - 1 { return word.form.hasPrefix(wanted[index].form) }
                    return word.form == wanted[index].form || stems(of: query.words, at: index, like: wanted).contains(word.stem)
                }
            }
        }
    }

    /// The stems of a word of the query in every language that parts the query alike.
    private func stems(of text: String, at index: Int, like wanted: [(form: String, stem: String)]) -> Set<String> {
        Set(
            languages.compactMap { language in
                let words = words(text, language)
                return words.map(\.form) == wanted.map(\.form) ? words[index].stem : nil
            })
    }
}
