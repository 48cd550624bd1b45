import Formats
import Foundation
import Glibc
import Library
import TestSupport
import Testing
import Text
import Topics

@testable import Sync

/// Files that are copied into a library's folder.
@Suite struct AddingTests {
    private let home: TemporaryFolder
    private let source: TemporaryFolder
    private let library: Library

    init() throws {
        home = try TemporaryFolder()
        source = try TemporaryFolder()
        library = try Library.open(folder: home.path, options: LibraryOptions(environment: ["HOME": home.path]))
    }

    private func add(_ names: String...) throws -> AddingReport { try Adding(library).copy(names) }

    private func bytes(_ name: String) -> String? { try? String(contentsOfFile: home.full(name), encoding: .utf8) }

    private func present(_ report: AddingReport) -> [String] { report.present.map(\.path) }

    /// What is in the library's folder, without our own.
    private var all: [String] {
        (FileManager.default.enumerator(atPath: home.path)?.compactMap { $0 as? String } ?? [])
            .filter { !$0.hasPrefix(".dossier") && !isFolder($0) }.sorted()
    }

    private func isFolder(_ name: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: home.full(name), isDirectory: &isFolder) && isFolder.boolValue
    }

    private var leftovers: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: home.full(".dossier"))) ?? []).filter { $0.hasPrefix("adding") }
    }

    /// As a mailbox: neither its size nor what its lines hold keeps it out.
    @Test func articlesInJSONLinesOfAnySize() throws {
        let text = String(repeating: "{\"title\":\"Fined\",\"text\":\"The bank was fined.\"}\n", count: 5_000)
        try source.write("all.jsonl", text)
        var limits = FormatLimits()
        limits.bulkSize = 2_000
        limits.fileSize = 100_000
        #expect(try Adding(library, limits: limits).copy([source.full("all.jsonl")]).copied == ["all.jsonl"])
        #expect(bytes("all.jsonl") == text)
        #expect(present(try Adding(library, limits: limits).copy([source.full("all.jsonl")])) == ["all.jsonl"])
        try source.write("large.txt", text.replacing("{", with: "A"))
        #expect(try Adding(library, limits: limits).copy([source.full("large.txt")]).failed.count == 1)
    }

    /// Copied piece by piece, once, and never over another.
    @Test func aMailboxOfAnySize() throws {
        let message = "From a@example.org Tue Mar  4 10:15:00 2025\nFrom: a@example.org\nSubject: x\nMessage-ID: <1@x>\n\nText.\n\n"
        let text = String(repeating: message, count: 30_000)
        try source.write("box.mbox", text)
        var limits = FormatLimits()
        limits.bulkSize = 2_000
        limits.fileSize = 100_000
        func add() throws -> AddingReport { try Adding(library, limits: limits).copy([source.full("box.mbox")]) }
        #expect(try add().copied == ["box.mbox"])
        #expect(bytes("box.mbox") == text)
        #expect(present(try add()) == ["box.mbox"])
        try source.write("box.mbox", text + message)
        #expect(try add().copied == ["box-2.mbox"])
        #expect(all == ["box-2.mbox", "box.mbox"] && leftovers.isEmpty)
    }

    @Test func copiesFilesAndFolders() throws {
        try source.write("one.txt", text("One"))
        try source.write("news/two.md", "# Two\n\nText.")
        try source.write("news/deep/three.txt", text("Three"))
        try source.write("news/picture.png", "no article")
        try source.write("news/.hidden.txt", text("Hidden"))
        let report = try add(source.full("one.txt"), source.full("news/"))
        #expect(report.copied == ["one.txt", "news/deep/three.txt", "news/two.md"])
        #expect(report.found == 3 && report.present == [] && report.failed == [])
        #expect(all == ["news/deep/three.txt", "news/two.md", "one.txt"])
        #expect(bytes("one.txt") == text("One"))
        #expect(leftovers == [])
    }

    @Test func keepsTheDateOfTheFile() throws {
        try source.write("one.txt", text("One"))
        var times = [timespec(tv_sec: 1_000_000_000, tv_nsec: 5), timespec(tv_sec: 1_000_000_000, tv_nsec: 5)]
        utimensat(AT_FDCWD, source.full("one.txt"), &times, 0)
        _ = try add(source.full("one.txt"))
        var status = stat()
        #expect(stat(home.full("one.txt"), &status) == 0)
        #expect(status.st_mtim.tv_sec == 1_000_000_000 && status.st_mtim.tv_nsec == 5)
    }

    @Test func neverOverwrites() throws {
        try home.write("a.txt", text("Mine"))
        try home.write("a-2.txt", text("Mine too"))
        try source.write("a.txt", text("Other"))
        #expect(try add(source.full("a.txt")).copied == ["a-3.txt"])
        #expect(bytes("a.txt") == text("Mine") && bytes("a-2.txt") == text("Mine too") && bytes("a-3.txt") == text("Other"))
        // And again: it is there, under its number, before any sync.
        #expect(present(try add(source.full("a.txt"))) == ["a-3.txt"])
        #expect(all == ["a-2.txt", "a-3.txt", "a.txt"])
    }

    @Test func theSameContentOnce() throws {
        try source.write("a.txt", text("A"))
        try source.write("b.txt", text("A"))
        let report = try add(source.full("a.txt"), source.full("b.txt"))
        #expect(report.copied == ["a.txt"])
        #expect(report.present == [AddingReport.Present(file: source.full("b.txt"), path: "a.txt")])
        // Known by the library under another name, until that file is gone.
        _ = try Synchroniser(folder: home.path, store: library, makeTagger: { { _ in Tagging([]) } }).run()
        try home.move("a.txt", "elsewhere/c.txt")
        _ = try Synchroniser(folder: home.path, store: library, makeTagger: { { _ in Tagging([]) } }).run()
        #expect(present(try add(source.full("b.txt"))) == ["elsewhere/c.txt"])
        try home.remove("elsewhere/c.txt")
        #expect(try add(source.full("b.txt")).copied == ["b.txt"])
    }

    @Test func whatIsNotTaken() throws {
        try source.write("empty.txt", "")
        try source.write("photo.txt", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        try source.write("style.css", "a {}")
        try source.write("good.txt", text("Good"))
        try FileManager.default.createDirectory(atPath: source.full("nothing"), withIntermediateDirectories: true)
        let names = ["empty.txt", "photo.txt", "style.css", "missing.txt", "nothing", "good.txt"].map { source.full($0) }
        let report = try Adding(library).copy(names)
        #expect(report.copied == ["good.txt"])
        #expect(
            report.failed.map(\.message) == [
                "\(names[0]): the file is empty; save the article's text in it, or remove it",
                "\(names[1]): the file is an image, which is not read; nothing is to be done unless it should hold an article",
                "\(names[2]): files of that name are passed over in a library; rename it",
                "\(names[3]): No such file or directory; see that it can be read, and that the library's folder can be written",
                "\(names[4]): the folder holds no file that may be an article; name files, or a folder that holds some",
            ])
    }

    /// A folder that holds the library, and the library itself.
    @Test func theLibraryIsNotAddedToItself() throws {
        try home.write("a.txt", text("A"))
        #expect(try add(home.path).copied == [])
        #expect(all == ["a.txt"])
    }

    /// Stopped after each number of files, and begun again: everything is there once.
    @Test(arguments: [0, 1, 3, 7]) func goesOn(after count: Int) throws {
        for index in 0..<10 { try source.write("all/\(index).txt", text("Number \(index)")) }
        let cancellation = SyncCancellation()
        let first = try Adding(library).copy([source.full("all")], cancellation: cancellation) { progress in
            if progress.done >= count { cancellation.cancel() }
        }
        #expect(first.isCancelled && leftovers == [])
        let second = try add(source.full("all"))
        #expect(first.copied.count + second.copied.count == 10 && second.present.count == first.copied.count)
        #expect(all == (0..<10).map { "all/\($0).txt" })
    }

    /// What a process left that was killed goes; what one that lives is at stays.
    @Test func leftoversOfTheDead() throws {
        try home.write(".dossier/adding-4194999-1", "half")
        try home.write(".dossier/adding-\(getpid())-999", "at work")
        _ = try add(source.full("nowhere"))
        #expect(leftovers == ["adding-\(getpid())-999"])
    }

    @Test func numbersOfNames() {
        #expect(AddingFolder.numbered("a/b.html", 2) == "a/b-2.html")
        #expect(AddingFolder.numbered("a.b/c", 3) == "a.b/c-3")
        #expect(AddingFolder.numbered(".x", 2) == ".x-2")
        let long = String(repeating: "ü", count: 127) + ".txt"
        #expect(AddingFolder.numbered(long, 10).utf8.count <= 255)
        #expect(AddingFolder.numbered(long, 10).hasSuffix("ü-10.txt"))
    }
}
