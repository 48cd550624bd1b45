import Articles
import Foundation
import Library
import TestSupport
import Testing
import Text
import Topics

@testable import Sync

@Suite struct SynchroniserTests {
    private let folder: TemporaryFolder
    private let store = MemoryStore()

    init() throws { folder = try TemporaryFolder() }

    @discardableResult
    private func sync(_ rereading: SyncOptions.Rereading = .none, workers: Int = 2) throws -> SyncReport {
        var options = SyncOptions()
        options.rereading = rereading
        options.workers = workers
        store.forgetBatches()
        return try Synchroniser(folder: folder.path, store: store, options: options, makeTagger: { { _ in Tagging([]) } }).run()
    }

    private func paths(_ outcomes: [FileOutcome]) -> [String] {
        outcomes.map { outcome in
            switch outcome {
            case .read(let path, _, _, _): "read \(path)"
            case .part(let path, _, let first, let articles): "\(articles.count) of \(path) from \(first)"
            case .end(let path, _, _): "end \(path)"
            case .unreadable(let path, _, _): "unreadable \(path)"
            case .touched(let path, _): "touched \(path)"
            case .moved(let from, let to, _): "moved \(from) to \(to)"
            case .gone(let path): "gone \(path)"
            }
        }
    }

    @Test func takesInWhatIsThere() throws {
        try folder.write("b.txt", text("B"))
        try folder.write("a/c.md", "# C\n\nText.")
        try folder.write("a/d/e.txt", text("E"))
        try folder.write(".dossier/library.sqlite", "no article")
        try folder.write(".hidden.txt", text("Hidden"))
        try folder.write("b.txt~", text("Backup"))
        try folder.write("picture.png", "no article")
        let report = try sync()
        #expect(paths(store.outcomes) == ["read a/c.md", "read a/d/e.txt", "read b.txt"])
        #expect(store.current.titles == ["b.txt": ["B"], "a/c.md": ["C"], "a/d/e.txt": ["E"]])
        #expect(report.found == 3 && report.read == 3 && report.unchanged == 0 && report.passedOver == 1)
        #expect(report.changes.added == 3)
        #expect(report.problems == [] && report.notes == [] && !report.isCancelled)
    }

    @Test func asItWasIsNotRead() throws {
        try folder.write("a.txt", text("A"))
        try folder.write("b.txt", text("B"))
        try sync()
        let report = try sync()
        #expect(store.outcomes == [])
        #expect(report.unchanged == 2 && report.read == 0)
    }

    @Test func newChangedTouchedMovedAndGone() throws {
        for name in ["changed", "touched", "moved", "copied", "gone", "same"] {
            try folder.write("\(name).txt", text(name))
        }
        try sync()
        try folder.write("changed.txt", text("changed twice"))
        utimes(
            folder.full("touched.txt"),
            [timeval(tv_sec: 1_000_000, tv_usec: 0), timeval(tv_sec: 1_000_000, tv_usec: 0)])
        try folder.move("moved.txt", "deep/renamed.txt")
        try folder.write("z-copy.txt", text("copied"))
        try folder.remove("copied.txt")
        try folder.remove("gone.txt")
        try folder.write("new.txt", text("new"))
        let report = try sync()
        #expect(
            paths(store.outcomes).sorted() == [
                "gone gone.txt", "moved copied.txt to z-copy.txt", "moved moved.txt to deep/renamed.txt",
                "read changed.txt", "read deep/renamed.txt", "read new.txt", "read z-copy.txt", "touched touched.txt",
            ])
        #expect(report.unchanged == 1)
        #expect(store.current.titles["z-copy.txt"] == ["copied"])
        #expect(try sync().unchanged == 6)
        #expect(store.outcomes == [])
    }

    /// Of two new files with the bytes of one that is missing, the first by path is the one that was moved. It is read, since
    /// what it is called may be its title.
    @Test func oneMissingFileIsMovedOnce() throws {
        try folder.write("a.txt", text("A"))
        try sync()
        try folder.remove("a.txt")
        try folder.write("c.txt", text("A"))
        try folder.write("b.txt", text("A"))
        try sync(workers: 4)
        #expect(paths(store.outcomes) == ["moved a.txt to b.txt", "read b.txt", "read c.txt"])
    }

    @Test func aRenamedFolderIsNotRead() throws {
        for index in 0..<300 { try folder.write("old/\(index).txt", text("\(index)")) }
        try sync()
        try folder.move("old", "new")
        let report = try sync()
        #expect(report.changes.moved == 300 && report.read == 0)
        #expect(store.current.titles["new/7.txt"] == ["7"])
    }

    @Test(arguments: [1, 2, 8])
    func theOrderIsThatOfPaths(workers: Int) throws {
        for index in 0..<200 { try folder.write("\(index % 7)/\(index).txt", index % 5 == 0 ? "" : text("\(index)")) }
        try sync(workers: workers)
        let outcomes = paths(store.outcomes).map { $0.split(separator: " ").last.map(String.init) ?? "" }
        #expect(outcomes.count == 200)
        #expect(outcomes == outcomes.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
        #expect(store.current.batches.map(\.count).max() == 120)
    }

    @Test func failuresAreKnownAndTriedAgainWhenAsked() throws {
        try folder.write("empty.txt", "")
        let sentence = "empty.txt: the file is empty; save the article's text in it, or remove it"
        #expect(try sync().problems == [SyncProblem(path: "empty.txt", message: sentence)])
        #expect(try sync().problems == [SyncProblem(path: "empty.txt", message: sentence, isKnown: true)])
        #expect(store.outcomes == [])
        #expect(try sync(.failed).problems == [SyncProblem(path: "empty.txt", message: sentence)])
        #expect(paths(store.outcomes) == ["unreadable empty.txt"])
        try folder.write("empty.txt", text("no more"))
        #expect(try sync().problems == [])
        #expect(paths(store.outcomes) == ["read empty.txt"])
    }

    @Test func readsAllAgainWhenAsked() throws {
        try folder.write("a.txt", text("A"))
        try sync()
        try sync(.all)
        #expect(paths(store.outcomes) == ["read a.txt"])
    }

    @Test func tagsWithOneTaggerAThread() throws {
        for index in 0..<50 { try folder.write("\(index).txt", text("\(index)")) }
        let topic = TopicID("some-topic")
        let synchroniser = Synchroniser(folder: folder.path, store: store) {
            { article in
                Tagging([
                    TopicLink(
                        passage: Passage(start: 0, end: article.text.utf8.count), topic: topic, origin: .engine,
                        explanation: Explanation(prior: 0, evidence: [], context: [], threshold: 0.5))
                ])
            }
        }
        _ = try synchroniser.run()
        let links = store.outcomes.flatMap { outcome -> [TopicLink] in
            guard case .read(_, _, _, let articles) = outcome else { return [] }
            return articles.flatMap(\.links)
        }
        #expect(links.count == 50 && links.allSatisfy { $0.topic == topic })
    }

    // MARK: Interruptions

    @Test func isCancelledBetweenFiles() throws {
        for index in 0..<400 { try folder.write("\(index).txt", text("\(index)")) }
        let cancellation = SyncCancellation()
        var options = SyncOptions()
        options.interval = 0
        let report = try Synchroniser(folder: folder.path, store: store, options: options, makeTagger: { { _ in Tagging([]) } })
            .run(cancellation: cancellation) { if $0.done == 100 { cancellation.cancel() } }
        #expect(report.isCancelled)
        #expect(report.read == 100)
        #expect(store.current.titles.count == 100)
        #expect(try sync().read == 300)
    }

    @Test func aCancelledSyncTakesNothingForGone() throws {
        try folder.write("a.txt", text("A"))
        try sync()
        try folder.remove("a.txt")
        try folder.write("b.txt", text("B"))
        store.forgetBatches()
        let cancellation = SyncCancellation()
        cancellation.cancel()
        _ = try Synchroniser(folder: folder.path, store: store, makeTagger: { { _ in Tagging([]) } }).run(
            cancellation: cancellation)
        #expect(store.outcomes == [])
    }

    @Test func aLibraryThatCannotBeWrittenStopsTheSync() throws {
        for index in 0..<500 { try folder.write("\(index).txt", text("\(index)")) }
        let failing = MemoryStore(failsAt: 2)
        #expect(throws: LibraryError.diskFull(path: "memory", code: 13)) {
            try Synchroniser(folder: folder.path, store: failing, makeTagger: { { _ in Tagging([]) } }).run()
        }
        #expect(failing.current.batches.map(\.count) == [16, 64])
    }

    @Test func noFolder() throws {
        let error = #expect(throws: SyncError.self) {
            try Synchroniser(folder: folder.full("none"), store: store, makeTagger: { { _ in Tagging([]) } }).run()
        }
        #expect(error?.reason == .system(ENOENT))
        #expect(error?.message == "\(folder.full("none")): No such file or directory; see where it leads, or remove it")
    }

    @Test func progressGoesForward() throws {
        for index in 0..<300 { try folder.write("\(index).txt", index == 7 ? "" : text("\(index)")) }
        var options = SyncOptions()
        options.interval = 0
        var seen: [SyncProgress] = []
        _ = try Synchroniser(folder: folder.path, store: store, options: options, makeTagger: { { _ in Tagging([]) } }).run {
            seen.append($0)
        }
        #expect(seen.first == SyncProgress())
        #expect(
            zip(seen, seen.dropFirst()).allSatisfy {
                $0.done <= $1.done && $0.found <= $1.found && $0.seconds <= $1.seconds
            })
        let last = try #require(seen.last)
        #expect(
            last.phase == .done && last.found == 300 && last.toRead == 300 && last.done == 300 && last.failed == 1
                && last.articles == 299)
        #expect(last.remaining == 0)
    }
}
