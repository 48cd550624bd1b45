import Articles
import Library
import Topics

/// Tags anew the articles of a library that another edition of the tagger tagged, on all processors, some at a time.
public struct Retagging: Sendable {
    /// Articles that are tagged and written together.
    private static let batch = 64
    private let library: Library
    private let tagger: LibraryTagger
    private let workers: Int

    /// `options` say how many threads work.
    public init(_ library: Library, _ tagger: LibraryTagger, options: SyncOptions = SyncOptions()) {
        self.library = library
        self.tagger = tagger
        workers = options.workerCount
    }

    /// Returns when every article is tagged by the tagger, or after the batch during which `isCancelled` came true; what was
    /// done is kept, and the next run goes on from there. What the user decided stays, and articles whose links are as they
    /// were are not touched. `progress` is called on this thread. Where there is nothing to do, no label is looked up.
    @discardableResult
    public func run(
        isCancelled: () -> Bool = { false }, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> RetagReport {
        if try library.taggerVersion() != tagger.edition { try library.setTaggerVersion(tagger.edition) }
        let articles = try library.articles(notTaggedBy: tagger.edition)
        var report = RetagReport()
        guard !articles.isEmpty else { return report }
        let crew = RetaggingCrew(library, tagger, articles, batch: Self.batch, workers: workers)
        defer { crew.stop() }
        progress(0, articles.count)
        while !isCancelled(), let batch = try crew.next() {
            report += try library.apply(batch)
            progress(min(report.tagged, articles.count), articles.count)
        }
        return report
    }
}
