import Articles
import Glibc
import Library
import Topics

/// Keeps a library in step with its folder: finds what is new, changed, moved or gone by names and stamps, has the rest
/// read and tagged on all processors, and hands it to the library in batches from the thread that it was called on.
public struct Synchroniser: Sendable {
    /// Makes what tags articles on one thread.
    public typealias TaggerMaker = @Sendable () -> (Article) -> Tagging

    let folder: String
    let store: any SyncStore
    let options: SyncOptions
    let edition: Int?
    let makeTagger: TaggerMaker

    /// `makeTagger` is called once on each thread, before its first article; `edition` is the tagger's, where the store is to
    /// note another one than it was told last.
    public init(
        folder: String, store: any SyncStore, options: SyncOptions = SyncOptions(), edition: Int? = nil,
        makeTagger: @escaping TaggerMaker
    ) {
        self.folder = folder
        self.store = store
        self.options = options
        self.edition = edition
        self.makeTagger = makeTagger
    }

    /// Brings the library in step, and returns when that is done or was cancelled. Throws where the folder cannot be
    /// opened or the library cannot be written; one bad file never stops the rest.
    ///
    /// `progress` is called on this thread, at the beginning, at the end, and in between every ``SyncOptions/interval``
    /// seconds at most.
    public func run(
        cancellation: SyncCancellation = SyncCancellation(), progress: @escaping (SyncProgress) -> Void = { _ in }
    ) throws -> SyncReport {
        let pace = ProgressPace(options, progress)
        let walk = try FolderWalk(folder, depth: options.depth) { found in
            pace.looked(found)
            return !cancellation.isCancelled
        }
        let known = try store.knownFiles()
        let plan = SyncPlan(walk, known: known, rereading: options.rereading)
        let descriptor = try Self.open(folder)
        defer { close(descriptor) }
        var run = SyncRun(store: store, options: options, pace: pace, walk: walk, plan: plan, known: known)
        try run.read(in: descriptor, tagging: TaggerSource(edition: edition, make: makeTagger), cancellation: cancellation)
        return run.report
    }

    /// What articles are tagged with.
    struct TaggerSource: Sendable {
        var edition: Int?
        var make: TaggerMaker
    }

    private static func open(_ folder: String) throws -> Int32 {
        do {
            return try FileSystem.openFolder(folder, followsLink: true)
        } catch {
            throw SyncError(path: folder, reason: .system(error.number))
        }
    }
}
