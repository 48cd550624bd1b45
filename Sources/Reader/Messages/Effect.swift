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
    /// Files and folders whose paths begin so.
    case completePath(String, generation: Int)
    case loadNotes(NotesQuestion, generation: Int)
    /// Rows of the notes, by the numbers of their passages.
    case loadNoteRows([Int64])
    case loadTopicCounts
    case loadTags
    /// The names that complete a query besides those of the vocabulary.
    case loadNames
    /// Where a query has its hits in an article that was opened from the results.
    case locate(query: String, ArticleID)

    // Changing it.
    case setRead(ArticleID, Bool, isSilent: Bool)
    case toggleBookmark(ArticleID, Range<Int>)
    /// Does something to what the user made of passages.
    case mark(MarkAct)
    case toggleTag(String, Picker.Target)
    case trash(ArticleID)
    case removeNote(id: String)
    case setStar(ArticleID, Bool)
    case restore(ArticleID)
    /// Which of these articles a wish would change, and how.
    case planAct(BulkWish, [ArticleID])
    /// Does it, as one action.
    case act(ActPlan)
    /// What a topic's page shows; `branch` is the topic and all below it.
    case loadTopicPage(TopicID, branch: Set<TopicID>, generation: Int)
    /// Says it of topics in passages, or takes it back; `words` are those of the status line. One undo takes all back.
    case judge(Verdict?, [DecisionPlace], words: String)
    /// Which passages a judgement on many would be on.
    case countJudgements(BulkRequest)
    /// Leaves a label or a word of a topic out, and tags the article anew; `label` is the topic's.
    case exclude(LearningExclusion, String, TopicID, label: String, in: ArticleID)
    /// Has an article say what a person says it should; nothing has it say what its file says.
    case correct(ArticleID, ArticleCorrection?)
    case undo
    case redo
    case savePlace(ArticleID, Int)
    case saveSession(Session)

    // The folder.
    /// Copies a folder or a file into the library's folder, and reads what came.
    case addFiles(String)
    /// Leaves the library for the example articles, and comes back.
    case explore(isTour: Bool)
    case sync
    case cancelSync
    /// Ends making the search index anew; it goes on later.
    case cancelIndexing
    /// The saved searches, and then how much each finds.
    case loadSaved(generation: Int)
    case saveSearch(name: String, query: String)
    case renameSearch(SavedSearch, name: String)
    case removeSearch(SavedSearch)
    /// Ends the job that is under way; what it did is taken back.
    case cancelJob

    /// What the palette wants of the outside.
    case palette(PaletteRequest)

    /// What the screens of briefings want of the outside.
    case briefing(BriefingRequest)

    /// What the list of feeds wants of the outside.
    case feed(FeedRequest)

    // The terminal.
    case copy(String)
    /// Has a program of the person's own do something.
    case outside(OutsideJob)
    case setMouse(Bool)
    case redraw
    case suspend
    case quit
}
