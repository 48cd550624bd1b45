import Articles
import Foundation
import Library
import Search
import Synchronization
import Testing
import Topics

/// A folder of its own for a test, with a clock that advances by a second a look, and names in order.
final class TestFolder: Sendable {
    let path: String
    private let time = Mutex<Int64>(1_700_000_000)
    private let names = Mutex(0)

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dossier-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    var database: String { path + "/.dossier/library.sqlite" }

    func options(usesStateDirectory: Bool = false, patience: Double = 5) -> LibraryOptions {
        LibraryOptions(
            environment: ["XDG_STATE_HOME": path + "-state", "HOME": "/nonexistent"],
            usesStateDirectory: usesStateDirectory,
            clock: { self.time.withLock { $0 += 1; return $0 } },
            makeIdentifier: { self.names.withLock { $0 += 1; return "passage-\($0)" } },
            broaderTopics: { broaderTopics[$0] ?? [] },
            provisions: { topicProvisions[$0] ?? .none }, patience: patience)
    }

    func open() throws -> Library { try Library.open(folder: path, options: options()) }

    func remove() {
        try? FileManager.default.removeItem(atPath: path)
        try? FileManager.default.removeItem(atPath: path + "-state")
    }
}

/// A small vocabulary: two levels above `extradition`, one above `csam`.
let broaderTopics: [TopicID: [TopicID]] = [
    "extradition": ["international-cooperation", "law"], "csam": ["offences"], "international-cooperation": ["law"],
]

/// What its topics stand for: `law` is the treaty's own topic, `csam` has a provision in two treaties.
let topicProvisions: [TopicID: TopicProvisions] = [
    "law": .test(["UNCC:7", "UNCC:16", "UNCC:37"], given: [], treaties: ["UNCC"]),
    "extradition": .test(["UNCC:37", "BC:24"]), "csam": .test(["UNCC:14", "BC:9", "FATF:R.3"]),
]

extension TopicProvisions {
    /// Of provisions as data writes them, which all are given unless said otherwise.
    static func test(_ all: [String], given: [String]? = nil, treaties: [String]? = nil) -> TopicProvisions {
        let provisions = all.compactMap { ProvisionID($0) }
        return TopicProvisions(
            given: (given ?? all).compactMap { ProvisionID($0) },
            treaties: treaties.map { $0.compactMap { TreatyID($0) } } ?? Set(provisions.map(\.treaty)).sorted(),
            citations: Dictionary(uniqueKeysWithValues: provisions.map { ("Article \($0.article) \($0.treaty)", $0) }))
    }
}

/// Runs a scenario on a new library, and has the library checked at its end.
func scenario(_ body: (Library, TestFolder) throws -> Void) throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let library = try folder.open()
    try body(library, folder)
    #expect(try library.check().problems == [])
    try library.close()
}

extension FileStamp {
    /// A stamp that differs with `number`; the file's date is that many days after 1 January 2024.
    static func test(_ number: Int64) -> FileStamp {
        FileStamp(size: number, modified: (1_704_067_200 + number * 86_400) * 1_000_000_000, inode: UInt64(number + 1))
    }
}

extension FileOutcome {
    /// A file that was read, with its articles.
    static func file(_ path: String, _ articles: [IncomingArticle], stamp: Int64 = 1) -> FileOutcome {
        .read(path: path, stamp: .test(stamp), contentHash: "hash of \(path) \(stamp)", articles: articles)
    }
}

extension IncomingArticle {
    /// An article of paragraphs, with a link of its first paragraph to each topic.
    static func test(
        _ title: String, _ text: String, date: String? = nil, topics: [TopicID] = [], id: String? = nil,
        language: String? = "en", deck: String? = nil, kickers: [String] = [], publisher: String? = nil, bylines: [String] = [],
        hasLink: Bool = false, citations: [String] = []
    ) -> IncomingArticle {
        let spans = hasLink ? [Span(.link, start: 0, end: 1, target: "https://example.org")] : []
        let blocks = text.split(separator: "\n\n").map { Block(.paragraph, String($0), spans: spans) }
        let article = Article(
            id: id, title: title, deck: deck, kickers: kickers, bylines: bylines, publisher: publisher,
            published: date.flatMap { ArticleDate(iso8601: $0) }, language: language, blocks: blocks)
        let links = topics.enumerated().map { TopicLink.test($1, in: article, score: Double(topics.count - $0)) }
        return IncomingArticle(article, Tagging(links, citations: .named(citations)))
    }
}

extension [ProvisionID] {
    /// As data writes them.
    static func named(_ names: [String]) -> [ProvisionID] { names.compactMap { ProvisionID($0) } }
}

extension TopicLink {
    /// A link of the first paragraph, with its first four bytes as evidence.
    static func test(_ topic: TopicID, in article: Article, score: Double, origin: Origin = .engine) -> TopicLink {
        let end = article.blockRanges.first?.upperBound ?? 0
        let words = String(decoding: Array(article.text.utf8.prefix(4)), as: UTF8.self)
        return TopicLink(
            passage: Passage(start: 0, end: end), topic: topic, origin: origin,
            explanation: Explanation(
                prior: -1,
                evidence: [.init(start: 0, end: words.utf8.count, text: words, contribution: 1)],
                context: [.init(name: "title", contribution: score)], threshold: 0.5))
    }
}

extension Library {
    /// The titles of a list.
    func titles(_ query: String = "", order: ListOrder = .newest) throws -> [String] {
        try firstRows(try .init(query), order: order, limit: 1_000).map(\.title)
    }

    func id(_ title: String) throws -> ArticleID { try #require(try article(titled: title)) }

    /// The range of `quote` in the article's text.
    func range(of quote: String, in id: ArticleID) throws -> Range<Int> {
        let text = try article(id).article.text
        let found = try #require(text.firstRange(of: quote))
        let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
        return start..<(start + quote.utf8.count)
    }
}
