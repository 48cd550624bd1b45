/// How much of what a person made is exported.
public enum ExportScope: Hashable, Sendable {
    case all
    /// What is on some articles.
    case articles(Set<ArticleID>)
    /// Some passages, by their identities.
    case passages(Set<String>)

    func holds(_ passage: StoredPassage) -> Bool {
        switch self {
        case .all: true
        case .articles(let articles): articles.contains(passage.article)
        case .passages(let ids): ids.contains(passage.id)
        }
    }
}
