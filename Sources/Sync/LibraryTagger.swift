import Articles
import Library
import Topics

/// What tags articles for a library: its vocabulary with what was learned from its decisions. A value that never changes
/// and that all threads share; ``Learning`` makes the one that is current.
public struct LibraryTagger: Sendable {
    public let tagger: Tagger
    /// Another number whenever articles would be tagged otherwise: what a library notes with each article.
    public let edition: Int

    /// Costs some milliseconds.
    public init(vocabulary: Vocabulary, model: TopicModel = .untrained, statistics: LibraryStatistics = .none) {
        tagger = Tagger(vocabulary: vocabulary, model: model, statistics: statistics)
        edition = tagger.edition
    }

    /// For one thread, to be kept for many articles.
    public func session() -> TaggingSession { tagger.session() }

    /// Keeps `library` in step with its folder, tagging what is new.
    public func synchroniser(of library: Library, options: SyncOptions = SyncOptions()) -> Synchroniser {
        Synchroniser(folder: library.location.folder, store: library, options: options, edition: edition) {
            let session = session()
            return { session.tagging(of: $0) }
        }
    }
}
