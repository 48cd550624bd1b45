import Articles
import FoundationEssentials
import Formats
import Library
import Text
import Workers

/// Asks for one feed at a time and takes apart what comes, on one thread. Writes nothing.
struct FeedVisitor {
    /// What came of a visit.
    enum Result {
        case unchanged
        case entries([FeedEntryArticle])
        /// The sentence, and what it is about where it came from fetching.
        case failed(String, FetchError?)
    }

    struct Visit {
        var feed: Feed
        /// As it is from now on, where it was reached.
        var state: FeedState
        var result: Result
        /// Where the feed is from now on, with its credentials.
        var movedTo: String?
        var notes: [String] = []
    }

    /// There is nothing to work with, or the work was called off.
    enum Stop: Error {
        case workers(WorkersError)
        case interrupted
        case library(LibraryError)

        init(_ error: any Error) {
            self =
                switch error {
                case ReadingFailure.workers(let error), FetchFailure.workers(let error): .workers(error)
                case let error as LibraryError: .library(error)
                case let error as Stop: error
                default: .interrupted
                }
        }
    }

    let library: Library
    let fetcher: any Fetcher
    let readers: WorkerPool
    let options: FeedOptions
    let incoming: (Article) -> IncomingArticle

    /// Entries that the library is asked about at once.
    private static let batch = 256
    /// Sentences about single entries that a visit keeps.
    private static let mostNotes = 20

    // MARK: Asking

    func visit(_ feed: Feed, isForced: Bool) throws(Stop) -> Visit {
        if feed.permission == .file { return try visitFile(feed, isForced: isForced) }
        let answer: FetchAnswer
        do throws(FetchFailure) {
            answer = try fetcher.fetch(request(for: feed, isForced: isForced))
        } catch {
            switch error {
            case .fetch(let error): return failure(feed, error.message, error)
            case .workers(let error): throw .workers(error)
            case .interrupted: throw .interrupted
            }
        }
        return try take(answer, of: feed, isForced: isForced)
    }

    func request(for feed: Feed, isForced: Bool) -> FetchRequest {
        var request = FetchRequest(url: feed.url, userAgent: options.userAgent)
        request.limits = options.limits
        request.allowsPrivate = feed.permission == .privateNetwork
        if !isForced {
            request.etag = feed.state.etag
            request.lastModified = feed.state.lastModified
        }
        return request
    }

    private func visitFile(_ feed: Feed, isForced: Bool) throws(Stop) -> Visit {
        var answer = FetchAnswer(status: 200, url: feed.url)
        do throws(FeedsError) {
            guard let path = FeedSource.path(feed.url) else { throw .fileNotAllowed(feed.url) }
            answer.bytes = try FeedSource.read(path).bytes
        } catch {
            return failure(feed, error.message, nil)
        }
        return try take(answer, of: feed, isForced: isForced)
    }

    // MARK: Taking apart

    /// What is in an answer.
    func take(_ answer: FetchAnswer, of feed: Feed, isForced: Bool) throws(Stop) -> Visit {
        var visit = Visit(feed: feed, state: feed.state, result: .unchanged)
        visit.movedTo = answer.movedTo.flatMap { moved($0, feed) }
        guard !answer.isUnchanged else { return reached(visit, answer, head: FeedHeadCoding.head(feed.state.head)) }
        let hash = answer.bytes.withUnsafeBytes { ContentHash(of: $0) }.hexadecimal
        if hash == feed.state.contentHash, !isForced {
            return reached(visit, answer, head: FeedHeadCoding.head(feed.state.head))
        }
        let file = SourceFile(name: answer.url, bytes: answer.bytes)
        do {
            switch try readers.inspect(file) {
            case .feed(let head):
                visit.state.contentHash = hash
                visit.movedTo = visit.movedTo ?? head.newURL.flatMap { moved($0, feed) }
                visit = reached(visit, answer, head: head)
                visit.result = .entries(try entries(try readers.readings(in: file), of: feed, &visit.notes))
                return visit
            case .page: return failure(feed, FeedsError.pageInPlaceOfFeed(answer.url).message, nil)
            case .list, .other: return failure(feed, FeedsError.notAFeed(answer.url).message, nil)
            }
        } catch ReadingFailure.file(let error) {
            return failure(feed, error.message, nil)
        } catch {
            throw Stop(error)
        }
    }

    /// The address that a server or a feed names as its new one, with the credentials that the feed is asked with where the host is
    /// the same. Nothing where it is the old one, or less safe.
    private func moved(_ address: String, _ feed: Feed) -> String? {
        guard let old = WebLocation(feed.url), var new = WebLocation(address), ["http", "https"].contains(new.scheme),
            old.scheme == "http" || new.scheme == "https"
        else { return nil }
        new.credentials = new.host == old.host ? old.credentials : nil
        let text = new.text(showsCredentials: true)
        return text == feed.url ? nil : text
    }

    private func reached(_ visit: Visit, _ answer: FetchAnswer, head: FeedHead?) -> Visit {
        var visit = visit
        let now = options.clock()
        visit.state.asked = now
        visit.state.succeeded = now
        visit.state.failures = 0
        visit.state.failure = nil
        visit.state.isStopped = false
        // A server that says nothing of them with 304 means those that it was asked with.
        visit.state.etag = answer.etag ?? (answer.isUnchanged ? visit.state.etag : nil)
        visit.state.lastModified = answer.lastModified ?? (answer.isUnchanged ? visit.state.lastModified : nil)
        if let head {
            visit.state.feedTitle = head.title ?? visit.state.feedTitle
            visit.state.siteURL = head.siteURL ?? visit.state.siteURL
            visit.state.head = FeedHeadCoding.text(head)
        }
        visit.state.due = options.schedule.next(after: now, head: head, maxAge: answer.maxAge)
        return visit
    }

    private func failure(_ feed: Feed, _ message: String, _ error: FetchError?) -> Visit {
        var state = feed.state
        let now = options.clock()
        var retryAfter: Int?
        if case .status(let status, let seconds) = error?.reason {
            retryAfter = seconds
            if status == 410 { state.isStopped = true }
        }
        state.asked = now
        state.failures += 1
        state.failure = message
        state.due = options.schedule.retry(after: now, failures: state.failures, retryAfter: retryAfter)
        return Visit(feed: feed, state: state, result: .failed(message, error))
    }

    /// The entries that are new or changed, tagged.
    private func entries(_ readings: Readings, of feed: Feed, _ notes: inout [String]) throws -> [FeedEntryArticle] {
        var found: [FeedEntryArticle] = []
        var batch: [FeedEntryKey] = []
        for result in readings {
            switch result {
            case .success(let reading): batch.append(FeedEntryKey(reading.article, of: feed))
            case .failure(let error): if notes.count < Self.mostNotes { notes.append(error.message) }
            }
            if batch.count == Self.batch { try settle(&batch, feed, &found) }
        }
        try settle(&batch, feed, &found)
        return found
    }

    private func settle(_ batch: inout [FeedEntryKey], _ feed: Feed, _ found: inout [FeedEntryArticle]) throws(Stop) {
        defer { batch.removeAll(keepingCapacity: true) }
        let known: [String: KnownFeedEntry]
        do {
            known = try library.feedEntries(of: feed.id, keys: batch.map(\.key))
        } catch {
            throw Stop(error)
        }
        for entry in batch {
            if let before = known[entry.key], before.isExpired || before.contentHash == entry.contentHash { continue }
            found.append(
                FeedEntryArticle(key: entry.key, contentHash: entry.contentHash, incoming: incoming(entry.article)))
        }
    }
}

/// By what an entry is known, and whether it is as it was.
struct FeedEntryKey {
    var article: Article
    /// 32 hexadecimal digits.
    var key: String
    var contentHash: String

    init(_ article: Article, of feed: Feed) {
        var article = article
        key = String(Self.hash(of: article).hexadecimal.prefix(32))
        // An id that is no address of any kind is the feed's alone: another feed may have the same.
        if let id = article.id, !id.contains(":") { article.id = feed.id + "/" + id }
        self.article = article
        contentHash = ContentHash(of: article.json.text).hexadecimal
    }

    private static func hash(of article: Article) -> ContentHash {
        if let id = article.id, !id.isEmpty { return ContentHash(of: "id:" + id) }
        if let url = article.url, !url.isEmpty { return ContentHash(of: "url:" + url) }
        return article.identity
    }
}

/// What a feed says of itself, as the library keeps it.
enum FeedHeadCoding {
    static func text(_ head: FeedHead) -> String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return (try? encoder.encode(head)).map { String(decoding: $0, as: UTF8.self) }
    }

    static func head(_ text: String?) -> FeedHead? {
        text.flatMap { try? JSONDecoder().decode(FeedHead.self, from: Data($0.utf8)) }
    }
}
