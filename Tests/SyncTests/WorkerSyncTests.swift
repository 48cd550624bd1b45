import Foundation
import Glibc
import Library
import TestSupport
import Testing
import Topics

@testable import Sync
@testable import Workers

/// Syncs whose files are read in processes of their own. One after the other: those processes are counted.
@Suite(.serialized, .timeLimit(.minutes(5))) struct WorkerSyncTests {
    private let folder: TemporaryFolder
    private let store = MemoryStore()
    /// Holds the worker under a name of this suite, so that those of others are not taken for its own.
    private let programs: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        programs = try TemporaryFolder()
        try programs.link("sync-worker", to: WorkerOptions().program())
    }

    private func options(_ program: String? = nil) -> SyncOptions {
        var options = SyncOptions()
        options.workers = 2
        options.processes = WorkerOptions(environment: ["DOSSIER_WORKER": program ?? programs.full("sync-worker")])
        options.processes.isTesting = true
        options.processes.count = 2
        options.processes.seconds = 20
        return options
    }

    private func sync(_ options: SyncOptions, _ cancellation: SyncCancellation = SyncCancellation()) throws -> SyncReport {
        store.forgetBatches()
        return try Synchroniser(folder: folder.path, store: store, options: options, makeTagger: { { _ in Tagging([]) } })
            .run(cancellation: cancellation)
    }

    private func write(_ name: String, _ action: String, _ articles: Int = 1) throws {
        try folder.write(name, "<!-- test \(action) \(articles) -->")
    }

    @Test func severalArticlesOfAFile() throws {
        try write("a.html", "end", 3)
        try folder.write("b.txt", text("B"))
        try write("c.html", "crash", 2)
        try write("d.html", "crash", 0)
        let report = try sync(options())
        #expect(store.current.titles == ["a.html": ["a.html 1", "a.html 2", "a.html 3"], "b.txt": ["B"], "c.html": ["c.html 1", "c.html 2"]])
        let sentence = "the file is a web page, and its reader ended by itself; save the article as text or Markdown"
        #expect(report.problems.map(\.message) == ["c.html: " + sentence, "d.html: " + sentence])
        #expect(try sync(options()).unchanged == 4)
    }

    /// Every fifth of a hundred files is hostile: eighty are read, twenty have a sentence, all in their order.
    @Test func aHundredFiles() throws {
        let actions = ["crash", "leave", "garbage", "kill"]
        for index in 0..<100 {
            let name = "\(index < 10 ? "0" : "")\(index).html"
            try write(name, index % 5 == 4 ? actions[index / 5 % 4] : "end", index % 5 == 4 ? 0 : 1)
        }
        let report = try sync(options())
        #expect(report.read == 100 && report.problems.count == 20 && report.changes.added == 80)
        let paths = store.outcomes.map { outcome in
            switch outcome {
            case .read(let path, _, _, let articles): "\(path) \(articles.count)"
            case .unreadable(let path, _, _): "\(path) failed"
            case .part, .end, .touched, .moved, .gone: "?"
            }
        }
        #expect(paths == (0..<100).map { "\($0 < 10 ? "0" : "")\($0).html" + ($0 % 5 == 4 ? " failed" : " 1") })
    }

    /// Without the program there is one sentence, text is read, and the rest is tried again.
    @Test func withoutAWorker() throws {
        for name in ["a.html", "b.html", "c.html"] { try write(name, "end") }
        try folder.write("d.txt", text("D"))
        let report = try sync(options("/nowhere/dossier-worker"))
        #expect(store.current.titles == ["d.txt": ["D"]])
        #expect(report.waiting == 3)
        #expect(
            report.problems.map(\.message) == [
                "web pages, feeds, mail, books and PDF documents cannot be read: their reader is not at /nowhere/dossier-worker; install dossier anew, or name its dossier-worker in DOSSIER_WORKER"
            ])
        let again = try sync(options())
        #expect(again.read == 3 && again.unchanged == 1 && again.waiting == 0 && again.problems == [])
    }

    /// A cancelled sync ends what its workers are at, and leaves no word of it.
    @Test func cancelling() throws {
        try folder.write("a.txt", text("A"))
        try write("b.html", "hang", 0)
        try write("c.html", "hang", 0)
        let cancellation = SyncCancellation()
        let canceller = try #require(
            CrewThread {
                for _ in 0..<1_000 where !Self.hasWorker { usleep(10_000) }
                cancellation.cancel()
            })
        let start = SyncOptions.steadyClock()
        let report = try sync(options(), cancellation)
        canceller.join()
        #expect(report.isCancelled && report.problems == [])
        #expect(store.current.titles == ["a.txt": ["A"]])
        // The files would take twenty seconds each.
        #expect(SyncOptions.steadyClock() - start < 15)
        #expect(!Self.hasWorker)
    }

    private static var hasWorker: Bool {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { pid_t($0) }.contains { number in
            guard let text = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8), text.contains("(sync-worker)")
            else { return false }
            return text.split(separator: ")").last?.split(separator: " ").dropFirst().first == "\(getpid())"
        }
    }

    // MARK: What is passed over

    @Test func dataFiles() throws {
        try folder.write("a.json", "{\"settings\": {\"x\": 1}}")
        try folder.write("b.csv", "name,value\n1,2\n")
        try folder.write("c.jsonl", "{\"title\":\"C\",\"text\":\"Text.\"}\n{\"title\":\"D\",\"text\":\"More.\"}\n")
        try folder.write("d.json", "{\"title\":\"E\",\"text\":\"Again.\"}")
        let report = try sync(options())
        #expect(report.problems == [])
        #expect(store.current.titles.filter { !$0.value.isEmpty } == ["c.jsonl": ["C", "D"], "d.json": ["E"]])
        #expect(try sync(options()).unchanged == 4)
    }

    @Test func partsOfSavedPages() throws {
        try write("Page.html", "end")
        try write("Page_files/frame.html", "end")
        try write("Other_files/a.html", "end")
        let report = try sync(options())
        #expect(store.current.titles.keys.sorted() == ["Other_files/a.html", "Page.html"])
        #expect(report.passedOver == 1)
    }
}
