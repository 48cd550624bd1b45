import Library
import Search
import Topics

/// What ``ReaderState/update(_:at:)`` asks to be done outside. What comes of it returns as an ``Answer``. A generation is
/// returned with the answer, so that one which was overtaken is known.
public enum Effect: Hashable, Sendable {
    // Reading from the library.
    case loadOrder(LibraryFilter, SearchRequest.Order, generation: Int)
    case loadRows([ArticleID])
    /// How many articles there are and are unread, where the order is as it was.
    case loadTotals
    case loadArticle(ArticleID, generation: Int)
    case search(SearchQuestion, generation: Int)
    /// Rows and snippets of the results at these places.
    case loadHits(Range<Int>, SearchQuestion, generation: Int)
    /// Words of the library that could be written at the cursor, a UTF-8 offset.
    case complete(String, cursor: Int, generation: Int)
    case loadNotes(generation: Int)
    case loadTopicCounts
    case loadTags
    /// The names that complete a query besides those of the vocabulary.
    case loadNames
    /// Where a query has its hits in an article that was opened from the results.
    case locate(query: String, ArticleID)

    // Changing it.
    case setRead(ArticleID, Bool, isSilent: Bool)
    case toggleBookmark(ArticleID, Range<Int>)
    case toggleTag(String, Picker.Target)
    case trash(ArticleID)
    case removeNote(id: String)
    /// Says it of topics in passages, or takes it back; `words` are those of the status line. One undo takes all back.
    case judge(Verdict?, [DecisionPlace], words: String)
    /// Which passages a judgement on many would be on.
    case countJudgements(BulkRequest)
    /// Leaves a label or a word of a topic out, and tags the article anew; `label` is the topic's.
    case exclude(LearningExclusion, String, TopicID, label: String, in: ArticleID)
    case undo
    case redo
    case savePlace(ArticleID, Int)
    case saveSession(Session)

    // The folder.
    case sync
    case cancelSync
    /// Ends making the search index anew; it goes on later.
    case cancelIndexing

    // The terminal.
    case copy(String)
    case setMouse(Bool)
    case redraw
    case suspend
    case quit
}
