import Articles
import Library

/// What is to be exported of that which the user made.
public enum ExportWish: Hashable, Sendable {
    case all
    /// Passages by their numbers.
    case passages([Int64])
    /// All that was made of these articles.
    case articles([ArticleID])

    /// For the sentence of the prompt.
    var words: String {
        switch self {
        case .all: "All that you made"
        case .passages(let numbers): numbers.count.counted("passage", "passages")
        case .articles(let ids): "What you made of \(ids.count.counted("article", "articles"))"
        }
    }
}
