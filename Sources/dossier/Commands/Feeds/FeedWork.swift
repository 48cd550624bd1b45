import Feeds
import Library
import Sync
import Topics
import Workers

/// A library's feeds with what they are fetched, read and tagged with.
final class FeedWork: Sendable {
    private let library: Library
    private let fetcher: FetchPool
    private let readers: WorkerPool
    let refresh: FeedRefresh

    /// Starts nothing yet.
    convenience init(_ library: Library, _ arguments: LibraryArguments, options: FeedOptions = FeedOptions()) throws {
        self.init(library, try arguments.learning(library).tagger(), options: options)
    }

    init(_ library: Library, _ tagger: LibraryTagger, options: FeedOptions = FeedOptions()) {
        self.library = library
        let environment = Environment.variables
        var processes = WorkerOptions(environment: environment)
        readers = WorkerPool(processes)
        processes.count = options.hosts
        fetcher = FetchPool(processes, environment: environment)
        refresh = FeedRefresh(library, fetcher: fetcher, readers: readers, options: options) {
            let session = tagger.session()
            return { IncomingArticle($0, links: session.tag($0), edition: tagger.edition) }
        }
    }

    /// Writes what was taken in, and ends all processes.
    func finish() throws {
        end()
        try IndexKeeping.finish(library)
    }

    /// Ends all processes.
    func end() {
        fetcher.end()
        readers.end()
    }

    /// Calls off the fetching that is under way, from any thread.
    func interrupt() { fetcher.interrupt() }
}

/// How a person wants a feed to be kept.
struct FeedWishArguments {
    /// `Law/Europe` as the folders that it names.
    static func folders(_ text: String?) -> [String] {
        (text ?? "").split(separator: "/").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            .filter { !$0.isEmpty }
    }
}
