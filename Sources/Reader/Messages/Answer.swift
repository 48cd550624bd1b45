import Library
import Search
import Topics

/// What came of an ``Effect``, or what happened by itself.
public enum Answer: Hashable, Sendable {
    /// The first screen, before the order is known.
    case firstRows([ArticleRow])
    case order([ArticleID], Totals, generation: Int)
    case rows([ArticleRow])
    case totals(Totals)
    case article(StoredArticle, generation: Int)
    case noArticle(generation: Int)
    case found(Findings, generation: Int)
    /// All results, in their order, after the first were found.
    case foundOrder([ArticleID], generation: Int)
    case hits([HitRow], generation: Int)
    /// Words that could be written where a query is being typed.
    case completions([Completion], generation: Int)
    /// What completes the line of a prompt.
    case promptItems([Prompt.Item], generation: Int)
    case names(tags: [TagCount], languages: [LanguageCount])
    /// The order of the notes, as far as it was asked for, with the first rows.
    case notes(PassageOrder, rows: [Int64: StoredPassage], isWhole: Bool, generation: Int)
    case noteRows([Int64: StoredPassage])
    /// A note that could not be kept; a sentence on why.
    case noteNotKept(Draft, String)
    /// A file would be replaced; what does so all the same.
    case fileIsThere(String, MarkAct)
    case topics(TopicBook)
    case topicCounts([TopicID: TopicCount])
    case tags([TagCount])
    case located(HitPlaces, query: String, ArticleID)
    case changed(Change)
    /// What was said of topics was kept, or could not be.
    case judged(Judged)
    case counted(BulkPlan)
    /// The citations in an article.
    case citations(ArticleID, [Citation])
    /// How far learning from what was judged is, where that takes long enough to be noticed; nothing when it is done.
    case learning(LearningProgress?)
    /// How far making the search index anew is; nothing when it is done.
    case indexing(IndexingProgress?)
    /// The saved searches, in their order.
    case saved([SavedSearch])
    /// How much some of them find, by their identities.
    case savedCounts([String: HitCount])
    case added(AddedFiles)
    case palette(PaletteAnswer)
    case planned(ActPlan)
    /// How far a job is that takes long enough to be noticed; nothing when it is done.
    case job(JobProgress?)
    case topicPage(TopicFacts, generation: Int)
    /// A sentence on what happened that a person is to know of.
    case notice(String)
    /// A sentence on what failed, why, and what to do.
    case failed(String)
    case syncing(SyncProgress)
    case synced(SyncSummary)
    /// What came of a program of the person's own.
    case outside(OutsideAnswer)
    case briefing(BriefingAnswer)
    case feed(FeedAnswer)
    /// Another program wrote into the library.
    case changedElsewhere
}

/// How many articles there are.
public struct Totals: Hashable, Sendable {
    public var all: Int
    public var unread: Int

    public init(all: Int = 0, unread: Int = 0) {
        self.all = all
        self.unread = unread
    }
}

/// Something in the library that was changed for the user, and is kept by now.
public struct Change: Hashable, Sendable {
    /// What was done, for the status line: «bookmarked».
    public var words: String
    public var isUndoable: Bool
    /// The article as it is now, where the change touched one alone; otherwise everything shown is read again.
    public var article: StoredArticle?
    /// An article that left the lists.
    public var removed: ArticleID?

    public init(_ words: String, isUndoable: Bool = true, article: StoredArticle? = nil, removed: ArticleID? = nil) {
        self.words = words
        self.isUndoable = isUndoable
        self.article = article
        self.removed = removed
    }
}

/// What became of a judgement.
public struct Judged: Hashable, Sendable {
    /// The article as it is now, where it was one alone; otherwise everything shown is read again.
    public var article: StoredArticle?
    /// A sentence on why it could not be kept.
    public var failure: String?
    /// For the status line, where it was not said at once.
    public var words: String?

    public init(article: StoredArticle? = nil, failure: String? = nil, words: String? = nil) {
        self.article = article
        self.failure = failure
        self.words = words
    }
}
