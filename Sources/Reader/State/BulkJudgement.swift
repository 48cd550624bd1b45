import Library
import Topics

/// Which passages are judged together: those of a list that are linked to a topic and that nobody has judged yet.
public struct BulkRequest: Hashable, Sendable {
    /// Which articles are looked at.
    public enum Scope: Hashable, Sendable {
        case library(LibraryFilter)
        /// The results of a search; only passages with a hit, where the query has words.
        case search(String)
    }

    public var verdict: Verdict
    /// The topic and those below it: each link is judged on its own topic.
    public var topics: Set<TopicID>
    /// What the topic is called.
    public var label: String
    public var scope: Scope
    public var includesPossible: Bool

    public init(verdict: Verdict, topics: Set<TopicID>, label: String, scope: Scope, includesPossible: Bool) {
        self.verdict = verdict
        self.topics = topics
        self.label = label
        self.scope = scope
        self.includesPossible = includesPossible
    }
}

/// What a ``BulkRequest`` came to, before anything is done.
public struct BulkPlan: Hashable, Sendable {
    public var request: BulkRequest
    public var places: [DecisionPlace]
    /// In how many articles.
    public var articles: Int

    public init(request: BulkRequest, places: [DecisionPlace], articles: Int) {
        self.request = request
        self.places = places
        self.articles = articles
    }

    /// «Accept “Extradition” in 42 passages of 12 articles?»
    var question: String {
        let verb = switch request.verdict {
        case .accepted: "Accept"
        case .rejected: "Reject"
        }
        let extent = places.count.counted("passage", "passages") + " of " + articles.counted("article", "articles")
        return "\(verb) «\(request.label)» in \(extent)?"
    }
}

/// A question to be answered before something is done.
public struct Confirmation: Hashable, Sendable {
    public let title: String
    public let sentences: [String]
    let effects: [Effect]
    /// What is said where the answer is no.
    let declined: String

    init(title: String, sentences: [String], effects: [Effect], declined: String = "nothing was changed") {
        self.declined = declined
        self.title = title
        self.sentences = sentences
        self.effects = effects
    }
}
