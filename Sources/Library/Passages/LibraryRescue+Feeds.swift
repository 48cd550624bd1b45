import Articles
import GRDB
import Topics

/// Articles of feeds have no file of their own: they are brought back from what of the damaged database can still be read. The next
/// refresh brings those that the feeds still have.
extension LibraryRescue {
    /// An entry's place in the damaged database.
    private struct Place {
        var feed: String
        var key: String
        var article: Int64
        var seen: Int64
    }

    /// Articles of one feed that are written at once.
    private static let batch = 100

    /// Brings them into `library`, whose feeds are there already; to be called behind ``setAside()``. How many came, and whether all
    /// could be read. Their topics are found by the next tagging.
    public func restoreFeedArticles(into library: Library) throws -> (count: Int, isWhole: Bool) {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.prepareDatabase { $0.add(tokenizer: RetiredTokenizer.self) }
        let path = aside + "/" + LibraryLocation.databaseName
        guard let damaged = try? DatabaseQueue(path: path, configuration: configuration) else { return (0, false) }
        defer { try? damaged.close() }
        let feeds = Dictionary(try library.feeds().map { (Credentials.removed(from: $0.url), $0.id) }) { first, _ in first }
        guard !feeds.isEmpty else { return (0, true) }
        var run = FeedRescue(library: library)
        try damaged.unsafeRead { database in
            try Self.restoreSecrets(from: database, feeds, into: library)
            let reading = Self.places(in: database)
            run.isWhole = reading.isWhole
            for place in reading.places {
                let url = try? database.first("SELECT url FROM feed WHERE uuid = ?", place.feed) { Credentials.removed(from: $0.text(0)) }
                guard let url, let feed = feeds[url] else { continue }
                do {
                    guard let article = try database.articleContent(ArticleID(place.article))?.article else { continue }
                    try run.take(article, key: place.key, seen: place.seen, of: feed)
                } catch is DatabaseError {
                    run.isWhole = false
                } catch is BinaryReader.Damage {
                    run.isWhole = false
                }
            }
        }
        try run.flush()
        return (run.count, run.isWhole)
    }

    /// Names and passwords, and what feeds may ask: no file of ours has the first, and none is believed about the second.
    private static func restoreSecrets(from database: Database, _ feeds: [String: String], into library: Library) throws {
        // What of the table cannot be read is lost.
        let found = (try? database.all("SELECT \(Feed.columns) FROM feed WHERE removed = 0") { Feed($0) }) ?? []
        for old in found {
            guard let id = feeds[Credentials.removed(from: old.url)], var feed = try library.feeds().first(where: { $0.id == id }) else { continue }
            if feed.url != old.url { try library.moveFeed(id, to: old.url) }
            guard feed.permission != old.permission else { continue }
            feed.permission = old.permission
            try library.changeFeed(feed)
        }
    }

    /// By feed. Row by row from both ends where a part of the table cannot be read, as with all that is rescued.
    private static func places(in database: Database) -> (places: [Place], isWhole: Bool) {
        var found: [String: Place] = [:]
        var isWhole = true
        for order in ["ASC", "DESC"] {
            do {
                try database.each(
                    """
                    SELECT f.path, p.article, f.modified FROM file f JOIN place p ON p.file = f.id
                    WHERE f.path >= ? AND f.path < ? ORDER BY f.path \(order)
                    """, [FeedPlace.prefix, FeedPlace.end]
                ) { columns in
                    let parts = columns.text(0).dropFirst(FeedPlace.prefix.count).split(separator: "/", maxSplits: 1)
                    guard parts.count == 2 else { return }
                    found[columns.text(0)] = Place(
                        feed: String(parts[0]), key: String(parts[1]), article: columns.int64(1),
                        seen: (columns.optionalInt64(2) ?? 0) / 1_000_000_000)
                }
                if order == "ASC" { break }
            } catch {
                isWhole = false
            }
        }
        return (found.sorted { $0.key < $1.key }.map(\.value), isWhole)
    }

    /// Articles under way to their feeds.
    private struct FeedRescue {
        let library: Library
        var count = 0
        var isWhole = true
        private var feed = ""
        private var waiting: [FeedEntryArticle] = []

        init(library: Library) { self.library = library }

        /// Without a hash, so that the next refresh takes each in again, as the feed has it.
        mutating func take(_ article: Article, key: String, seen: Int64, of feed: String) throws {
            if feed != self.feed || waiting.count >= LibraryRescue.batch { try flush() }
            self.feed = feed
            waiting.append(
                FeedEntryArticle(key: key, contentHash: "", incoming: IncomingArticle(article, Tagging([]), edition: 0), firstSeen: seen > 0 ? seen : nil))
        }

        mutating func flush() throws {
            guard !waiting.isEmpty else { return }
            try library.applyFeed(feed, waiting)
            count += waiting.count
            waiting.removeAll()
        }
    }
}
