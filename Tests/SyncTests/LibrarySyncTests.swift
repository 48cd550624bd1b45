import Articles
import Formats
import Foundation
import Glibc
import Library
import TestSupport
import Testing
import Text
import Topics
import Workers

@testable import Sync

/// A folder and a real library together: what the user made stays through everything that happens to files.
@Suite struct LibrarySyncTests {
    private let folder: TemporaryFolder
    private let library: Library

    init() throws {
        folder = try TemporaryFolder()
        library = try Library.open(folder: folder.path, options: LibraryOptions(environment: ["HOME": folder.path]))
    }

    @discardableResult
    private func sync() throws -> SyncReport {
        try Synchroniser(folder: folder.path, store: library, makeTagger: { { _ in Tagging([]) } }).run()
    }

    private func files() throws -> [String] { try library.firstRows(limit: 100).map(\.file).sorted() }

    @Test func bookmarksStayThroughMovesChangesAndAbsence() throws {
        try folder.write("a.txt", "Title: A\n\nThe first paragraph of it.\n\nThe second one stays.\n")
        try folder.write("b.txt", text("B"))
        #expect(try sync().changes.added == 2)
        let id = try #require(try library.articles(inFile: "a.txt").first)
        let content = try library.article(id).article.text
        let range = try #require(content.firstRange(of: "The second one"))
        let start = content.utf8.distance(from: content.startIndex, to: range.lowerBound)
        try library.addPassage(in: id, range: start..<(start + 14), isBookmarked: true)

        try folder.move("a.txt", "deep/renamed.txt")
        #expect(try sync().changes.moved == 1)
        #expect(try files() == ["b.txt", "deep/renamed.txt"])
        #expect(try library.passages().map(\.file) == ["deep/renamed.txt"])

        try folder.write("deep/renamed.txt", "Title: A\n\nA new paragraph comes first.\n\nThe second one stays.\n")
        #expect(try sync().changes.changed == 1)
        #expect(try library.passages().map { $0.anchor.quote } == ["The second one"])
        #expect(try library.passages().first?.range != nil)

        try folder.move("deep/renamed.txt", "../\(URL(fileURLWithPath: folder.path).lastPathComponent)-away.txt")
        defer { try? FileManager.default.removeItem(atPath: folder.path + "-away.txt") }
        #expect(try sync().changes.gone == 1)
        #expect(try files() == ["b.txt"])
        #expect(try library.passages().count == 1)

        try FileManager.default.moveItem(atPath: folder.path + "-away.txt", toPath: folder.full("back.txt"))
        #expect(try sync().changes.returned == 1)
        #expect(try files() == ["b.txt", "back.txt"])
        #expect(try library.check().isSound)
    }

    @Test func nothingChangedCostsNothing() throws {
        for index in 0..<100 { try folder.write("\(index % 3)/\(index).txt", index == 50 ? "" : text("\(index)")) }
        try sync()
        let before = try library.changeNumber()
        let report = try sync()
        #expect(report.unchanged == 100 && report.read == 0)
        #expect(report.problems.map(\.path) == ["2/50.txt"] && report.problems.allSatisfy(\.isKnown))
        #expect(try library.changeNumber() == before)
    }

    // MARK: Mailboxes that are read in parts

    private static func mailbox(_ numbers: some Sequence<Int>) -> String {
        numbers.map { number in
            """
            From a@example.org Tue Mar  4 10:15:00 2025
            From: Ada Example <a@example.org>
            Subject: Message \(number)
            Date: Tue, 4 Mar 2025 10:\(number / 60 + 10):\(number % 60 + 10 > 59 ? 10 : number % 60 + 10) +0000
            Message-ID: <\(number)@example.org>

            \(String(repeating: "The text of message \(number). ", count: 8))

            """ + "\n"
        }.joined()
    }

    @discardableResult
    private func syncInParts() throws -> SyncReport {
        var options = SyncOptions()
        options.limits.bulkSize = 2_000
        options.processes.count = 1
        return try Synchroniser(folder: folder.path, store: library, options: options, makeTagger: { { _ in Tagging([]) } }).run()
    }

    @Test func aMailboxInParts() throws {
        try folder.write("box.mbox", Self.mailbox(0..<40))
        let report = try syncInParts()
        #expect(report.changes.added == 40 && report.problems.isEmpty)
        #expect(try library.articles(inFile: "box.mbox").map { try library.article($0).article.title } == (0..<40).map { "Message \($0)" })
        #expect(try library.check().isSound)
        #expect(try syncInParts().unchanged == 1)
        // Mail came in, and some was deleted: what stays is what it was.
        let kept = try library.articles(inFile: "box.mbox")[20]
        try folder.write("box.mbox", Self.mailbox(5..<45))
        let second = try syncInParts()
        #expect(second.changes.added == 5 && second.changes.gone == 5 && second.changes.unchanged == 35)
        let articles = try library.articles(inFile: "box.mbox")
        #expect(try articles.map { try library.article($0).article.title } == (5..<45).map { "Message \($0)" })
        #expect(articles[15] == kept)
        #expect(try library.check().isSound)
        // The same in one piece.
        try folder.write("box.mbox", Self.mailbox(5..<46))
        #expect(try sync().changes.added == 1)
        #expect(try library.articles(inFile: "box.mbox").count == 41)
    }

    private static func lines(_ numbers: some Sequence<Int>) -> String {
        numbers.map { "{\"id\":\"\($0)\",\"title\":\"Message \($0)\",\"published\":\"2025-03-04\",\"text\":\"\(String(repeating: "The text of \($0). ", count: 8))\"}\n" }.joined()
    }

    @Test func articlesInJSONLinesInParts() throws {
        try folder.write("all.jsonl", Self.lines(0..<20) + "{\"title\":5}\n" + Self.lines(20..<40))
        let report = try syncInParts()
        #expect(report.changes.added == 40)
        #expect(report.problems.map(\.message) == ["all.jsonl: line 21 holds no article (title is no text); write it as dossier read --json does"])
        #expect(try library.articles(inFile: "all.jsonl").map { try library.article($0).article.title } == (0..<40).map { "Message \($0)" })
        #expect(try syncInParts().unchanged == 1)
        try folder.write("all.jsonl", Self.lines(5..<45))
        let second = try syncInParts()
        #expect(second.changes.added == 5 && second.changes.gone == 5 && second.changes.unchanged == 35)
        #expect(try library.check().isSound)
        // The same at once.
        try folder.write("all.jsonl", Self.lines(5..<46))
        #expect(try sync().changes.added == 1)
        #expect(try library.articles(inFile: "all.jsonl").count == 41)
    }

    /// More lines came while it was read, or other ones: it is read again with the next sync, and nothing is taken for its end.
    @Test(arguments: ["box.mbox", "all.jsonl"], [true, false])
    func aFileThatChangesWhileItIsReadInParts(_ name: String, _ isGrowing: Bool) throws {
        func text(_ numbers: Range<Int>) -> String { name == "box.mbox" ? Self.mailbox(numbers) : Self.lines(numbers) }
        try folder.write(name, text(0..<40))
        var limits = FormatLimits()
        limits.bulkSize = 2_000
        let descriptor = try FileSystem.openFolder(folder.path)
        defer { close(descriptor) }
        let reader = FileReader(
            folder: descriptor, limits: limits, pool: WorkerPool(WorkerOptions()), known: [:], missing: [], rereading: .none, edition: nil,
            tag: { _ in Tagging([]) })
        let file = FoundFile(path: name, stamp: try FileSystem.status(of: name, in: descriptor, followsLinks: true).stamp)
        var parts = 0
        let result = try reader.readBulk(file) { _ in
            parts += 1
            if parts == 2 { try folder.write(name, text(0..<(isGrowing ? 60 : 20))) }
            return true
        }
        #expect(parts >= 2)
        guard case .failed(nil, let message) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(message == SyncError(path: name, reason: .changing).message)
        let quiet = try reader.readBulk(file) { _ in true }
        guard case .read = quiet else {
            Issue.record("\(quiet)")
            return
        }
    }

    @Test func aFileThatIsReadInPartsIsCalledOff() throws {
        try folder.write("all.jsonl", Self.lines(0..<200))
        var options = SyncOptions()
        options.limits.bulkSize = 2_000
        let cancellation = SyncCancellation()
        let synchroniser = Synchroniser(
            folder: folder.path, store: library, options: options,
            makeTagger: {
                { article in
                    if article.id == "50" { cancellation.cancel() }
                    return Tagging([])
                }
            })
        #expect(try synchroniser.run(cancellation: cancellation).isCancelled)
        let count = try library.firstRows(limit: 300).count
        #expect(count >= 1 && count < 80)
        // What was begun is read to its end.
        let report = try syncInParts()
        #expect(!report.isCancelled && report.problems.isEmpty)
        #expect(try library.articles(inFile: "all.jsonl").count == 200)
        #expect(try library.check().isSound)
    }

    /// What stood there stays until all of it is read anew, and what was left over is gone with the next sync.
    @Test func aMailboxThatIsNotReadToItsEnd() throws {
        try folder.write("box.mbox", Self.mailbox(0..<10))
        try syncInParts()
        let stamp = FileStamp(size: 1, modified: 1, inode: 1)
        let article = IncomingArticle(Article(id: "other", title: "Other", blocks: [Block(.paragraph, "Text.")]), Tagging([]))
        _ = try library.apply([.part(path: "box.mbox", stamp: stamp, first: 0, articles: [article])])
        #expect(try library.firstRows(limit: 100).count == 11)
        #expect(try library.check().isSound)
        let report = try syncInParts()
        #expect(report.read == 1 && report.changes.gone == 1)
        #expect(try library.firstRows(limit: 100).count == 10)
        #expect(try library.check().isSound)
    }

    @Test func aFileThatFailsKeepsWhatItHeld() throws {
        try folder.write("a.txt", text("A"))
        try sync()
        try folder.write("a.txt", "")
        #expect(try sync().problems.map(\.path) == ["a.txt"])
        #expect(try files() == ["a.txt"])
        try folder.write("a.txt", text("A again"))
        #expect(try sync().problems == [])
        #expect(try library.firstRows(limit: 10).map(\.title) == ["A again"])
        #expect(try library.check().isSound)
    }

    @Test func theSameArticleInTwoFiles() throws {
        try folder.write("a.txt", text("A"))
        try folder.write("b.txt", text("A"))
        #expect(try sync().changes.duplicates == 1)
        try folder.remove("a.txt")
        try sync()
        #expect(try files() == ["b.txt"])
        #expect(try library.check().isSound)
    }
}
