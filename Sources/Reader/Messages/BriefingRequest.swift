import Articles
import Briefings
import Library
import Topics

/// What the screens of briefings ask to be done outside.
public enum BriefingRequest: Hashable, Sendable {
    case load(Board.Address, generation: Int)
    /// Notes that the news were looked at.
    case visit
    case compose(ComposeSource, title: String)
    case edit(String, Briefing.Edit, Library.DocumentStep)
    case refresh(String)
    case remove(String, title: String)
    /// The ending of the path says the format.
    case export(String, path: String, replaces: Bool)
    case setInterest(TopicID, by: Int)
    /// What is related to a passage, for its panel. Takes the place of what was asked for before.
    case relate(LikeTarget, limit: Int)
    /// The passage was left.
    case stopRelating
    /// Where a quote of a briefing stands now.
    case find(identity: String, Int)
}

/// Of what a briefing is made.
public enum ComposeSource: Hashable, Sendable {
    case articles([ArticleID])
    /// By their numbers.
    case passages([Int64])
    case range(ArticleID, Range<Int>)
    case query(String)
    case today

    /// How many things that are, in words.
    var words: String {
        switch self {
        case .articles(let ids): ids.count.counted("article", "articles")
        case .passages(let numbers): numbers.count.counted("passage", "passages")
        case .range: "the passage"
        case .query(let query): "what / \(query) finds, now and later"
        case .today: "today's news"
        }
    }
}

/// What came of a ``BriefingRequest``.
public enum BriefingAnswer: Hashable, Sendable {
    case page(Board.Page, Board.Address, generation: Int)
    /// A briefing was made and kept.
    case composed(StoredDocument)
    case fileIsThere(BriefingRequest, String)
    case found(ArticleID, Int)
    case related(LikeTarget, [Board.RelatedLine])
}
