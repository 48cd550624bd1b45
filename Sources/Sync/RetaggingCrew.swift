import Library
import Topics
import Workers

/// Threads that tag articles, a bounded number of batches ahead of who writes them.
final class RetaggingCrew: Sendable {
    private struct State {
        /// The first article that nobody has taken.
        var next = 0
        var atWork = 0
        var results: [Result<Retagged, any Error>] = []
        var isStopped = false
    }

    private let library: Library
    private let tagger: LibraryTagger
    private let articles: [ArticleID]
    private let batch: Int
    private let mostWaiting: Int
    private let state = Monitor(State())
    private let threads: Monitor<[CrewThread]>

    init(_ library: Library, _ tagger: LibraryTagger, _ articles: [ArticleID], batch: Int, workers: Int) {
        self.library = library
        self.tagger = tagger
        self.articles = articles
        self.batch = batch
        mostWaiting = 2 * workers
        threads = Monitor([])
        let batches = (articles.count + batch - 1) / batch
        let started = (0..<max(1, min(workers, batches))).compactMap { _ in CrewThread { [self] in work() } }
        threads.update { $0 = started }
    }

    private func work() {
        let session = tagger.session()
        while let ids = take() {
            let result = Result { try library.retagged(ids, version: tagger.edition) { session.tagging(of: $0) } }
            state.update {
                $0.results.append(result)
                $0.atWork -= 1
            }
        }
    }

    /// The articles to tag next, as soon as there is room for them; nothing when there are no more.
    private func take() -> [ArticleID]? {
        state.wait { state -> [ArticleID]?? in
            if state.isStopped || state.next >= articles.count { return .some(nil) }
            guard state.results.count + state.atWork < mostWaiting else { return nil }
            let ids = Array(articles[state.next...].prefix(batch))
            state.next += ids.count
            state.atWork += 1
            return ids
        }
    }

    /// A batch that is ready, whichever it is; nothing when all were given. Where the system gave no thread, it is tagged here.
    func next() throws -> Retagged? {
        if threads.update({ $0.isEmpty }) {
            guard let ids = take() else { return nil }
            defer { state.update { $0.atWork -= 1 } }
            let session = tagger.session()
            return try library.retagged(ids, version: tagger.edition) { session.tagging(of: $0) }
        }
        return try state.wait { state -> Result<Retagged, any Error>?? in
            if !state.results.isEmpty { return state.results.removeFirst() }
            return state.next >= articles.count && state.atWork == 0 ? .some(nil) : nil
        }?.get()
    }

    /// Has the threads end after the batches that they are at, and waits for them.
    func stop() {
        state.update { $0.isStopped = true }
        for thread in threads.update({ $0 }) { thread.join() }
    }
}
