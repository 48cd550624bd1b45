import Articles
import Search
import Topics

/// A folder's articles and what the user made of them.
///
/// Every call is synchronous and may be made from any thread; reads run beside one another and beside one write.
/// Calls throw ``LibraryError``.
public final class Library: Sendable {
    public let location: LibraryLocation

    init(location: LibraryLocation) { self.location = location }
}

// The calls, before they do anything.
extension Library {
    /// Opens the library of `folder`, and makes it where there is none. Refuses, and leaves untouched, what a newer version wrote.
    public static func open(folder: String, options: LibraryOptions) throws -> Library { throw LibraryError.closed }
    /// Ends the use of the library. Calls made later throw ``LibraryError/closed``.
    public func close() throws { throw LibraryError.closed }

    // MARK: Lists
    /// Costs one row.
    public func counts() throws -> LibraryCounts { throw LibraryError.closed }
    /// The first rows of a list. For a query of one condition, the rows read do not grow with the library.
    public func firstRows(_ query: Query = .all, order: ListOrder = .newest, limit: Int) throws -> [ArticleRow] {
        throw LibraryError.closed
    }
    /// Every article of a list, in its order: for lists that load their rows as they are shown.
    public func order(
        of query: Query = .all, order: ListOrder = .newest, limit: Int? = nil,
        cancellation: SearchCancellation = SearchCancellation()
    ) throws -> [ArticleID] { throw LibraryError.closed }
    /// The rows of `ids`, in that order; without those that the library does not hold.
    public func rows(_ ids: [ArticleID]) throws -> [ArticleRow] { throw LibraryError.closed }
    public func topicCounts() throws -> [TopicID: TopicCount] { throw LibraryError.closed }
    public func search(
        _ query: Query, order: SearchRequest.Order = .newest, limit: Int = 50, offset: Int = 0, countingTo: Int = 10_000,
        cancellation: SearchCancellation = SearchCancellation()
    ) throws -> SearchResults { throw LibraryError.closed }
    public func count(of query: Query, upTo bound: Int = 10_000, cancellation: SearchCancellation = SearchCancellation())
        throws -> HitCount
    { throw LibraryError.closed }

    // MARK: Articles
    public func article(_ id: ArticleID) throws -> StoredArticle { throw LibraryError.closed }
    /// The article whose name begins with `name`; an error where there is none, or where there are several.
    public func article(named name: String) throws -> StoredArticle { throw LibraryError.closed }
    /// The article with the title, as «(see: …)» names it; the newest of several, nothing where there is none.
    public func article(titled title: String) throws -> ArticleID? { throw LibraryError.closed }
    /// The articles that the file at `path`, relative to the folder, holds, in its order.
    public func articles(inFile path: String) throws -> [ArticleID] { throw LibraryError.closed }

    // MARK: What the user makes
    /// `isAction` is false for what the program does of itself: it cannot be undone then.
    public func setRead(_ ids: [ArticleID], _ isRead: Bool, isAction: Bool = true) throws { throw LibraryError.closed }
    /// Notes where reading stopped, as a UTF-8 offset. Not an action that can be undone.
    public func setPlace(_ offset: Int, in article: ArticleID) throws { throw LibraryError.closed }
    /// Makes a passage of `range` of the canonical text, in UTF-8 offsets.
    @discardableResult public func addPassage(
        in article: ArticleID, range: Range<Int>, isBookmarked: Bool, tags: [String] = []
    ) throws -> StoredPassage { throw LibraryError.closed }
    /// Bookmarks exactly this range, or takes the bookmark away. The passage as it is now; nothing where it is no more.
    @discardableResult public func toggleBookmark(in article: ArticleID, range: Range<Int>) throws -> StoredPassage? {
        throw LibraryError.closed
    }
    public func removePassage(_ id: String) throws { throw LibraryError.closed }
    public func passage(_ id: String) throws -> StoredPassage? { throw LibraryError.closed }
    public func passages(_ filter: PassageFilter = PassageFilter()) throws -> [StoredPassage] { throw LibraryError.closed }
    public func tag(_ articles: [ArticleID], _ name: String) throws { throw LibraryError.closed }
    public func untag(_ articles: [ArticleID], _ name: String) throws { throw LibraryError.closed }
    @discardableResult public func tag(passage id: String, _ name: String) throws -> StoredPassage { throw LibraryError.closed }
    /// Nothing where the passage was kept for its tag alone and is no more.
    @discardableResult public func untag(passage id: String, _ name: String) throws -> StoredPassage? { throw LibraryError.closed }
    /// Every tag in use, by name.
    public func allTags() throws -> [TagCount] { throw LibraryError.closed }
    public func trash(_ ids: [ArticleID]) throws { throw LibraryError.closed }
    public func restore(_ ids: [ArticleID]) throws { throw LibraryError.closed }

    // MARK: Undo
    /// Takes back the last action; its words, or nothing where there is none.
    @discardableResult public func undo() throws -> String? { throw LibraryError.closed }
    @discardableResult public func redo() throws -> String? { throw LibraryError.closed }
    /// What ``undo()`` would take back.
    public func nextUndo() throws -> String? { throw LibraryError.closed }
    public func nextRedo() throws -> String? { throw LibraryError.closed }

    // MARK: Settings and changes
    public func setting(_ key: String) throws -> String? { throw LibraryError.closed }
    /// Nothing removes the setting.
    public func setSetting(_ key: String, _ value: String?) throws { throw LibraryError.closed }
    /// Grows with every change of articles or of what the user made, by whichever process.
    public func changeNumber() throws -> Int64 { throw LibraryError.closed }
    /// Another number whenever another process wrote since.
    public func dataVersion() throws -> Int { throw LibraryError.closed }

    // MARK: Sync
    /// Every file that the library has met, by its path relative to the folder.
    public func knownFiles() throws -> [String: KnownFile] { throw LibraryError.closed }
    /// Writes what came of looking at files, all or nothing.
    @discardableResult public func apply(_ batch: [FileOutcome]) throws -> ApplyReport { throw LibraryError.closed }
    /// Tags anew every article that was not tagged by `version` of the tagger; the number of them. What the user decided stays.
    @discardableResult public func retag(
        version: Int, isCancelled: () -> Bool = { false }, tagger: (Article) -> [TopicLink]
    ) throws -> Int { throw LibraryError.closed }
    /// The version of the tagger that new articles are tagged by.
    public func setTaggerVersion(_ version: Int) throws { throw LibraryError.closed }
    /// A bounded piece of the work that keeps searching fast, for idle moments. Whether more is to be done.
    @discardableResult public func maintain() throws -> Bool { throw LibraryError.closed }
    /// Looks through the whole database. Linear in its size.
    public func check() throws -> IntegrityReport { throw LibraryError.closed }
}
