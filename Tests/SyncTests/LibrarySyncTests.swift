import Articles
import Foundation
import Library
import TestSupport
import Testing
import Topics

@testable import Sync

/// A folder and a real library together: what the user made stays through everything that happens to files.
@Suite(.serialized) struct LibrarySyncTests {
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
