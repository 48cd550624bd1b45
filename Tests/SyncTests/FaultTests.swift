import Formats
import Foundation
import Glibc
import Library
import TestSupport
import Testing
import Topics
import Workers

@testable import Sync

/// What goes wrong with single files: each gets its sentence or is read, and the rest is synced.
@Suite struct FaultTests {
    private let folder: TemporaryFolder
    private let store = MemoryStore()

    init() throws { folder = try TemporaryFolder() }

    /// Syncs, and gives the problems by path. The file that is always there has to be read.
    private func problems(options: SyncOptions = SyncOptions()) throws -> [String: String] {
        try folder.write("zz-good.txt", text("Good"))
        let report = try Synchroniser(folder: folder.path, store: store, options: options, makeTagger: { { _ in Tagging([]) } })
            .run()
        #expect(store.current.titles["zz-good.txt"] == ["Good"])
        return Dictionary(report.problems.map { ($0.path, $0.message) }) { first, _ in first }
    }

    @Test func randomBytes() throws {
        var state: UInt64 = 42
        let bytes = (0..<10_000).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
        try folder.write("random.txt", Data(bytes))
        let message = try #require(try problems()["random.txt"])
        #expect(message.hasPrefix("random.txt: the file is no text: byte "))
        #expect(message.hasSuffix(" belongs to no writing; save the article as text or Markdown"))
    }

    @Test func emptyFile() throws {
        try folder.write("empty.md", "")
        #expect(
            try problems() == ["empty.md": "empty.md: the file is empty; save the article's text in it, or remove it"])
    }

    @Test func lineOfFiftyMegabytes() throws {
        try folder.write("line.txt", Data(repeating: UInt8(ascii: "x"), count: 50_000_000))
        #expect(
            try problems() == [
                "line.txt":
                    "line.txt: the file is too large: 50000000 bytes, and at most 33554432 are read; split it into one file an article"
            ])
    }

    @Test func longLineBelowTheLimit() throws {
        try folder.write("line.txt", Data(String(repeating: "word ", count: 200_000).utf8))
        #expect(try problems() == [:])
        #expect(store.current.titles["line.txt"] == ["Line"])
    }

    @Test func escapeSequences() throws {
        try folder.write("escape.txt", "Title: \u{1B}]0;owned\u{07}\n\nText \u{1B}[31mred\u{1B}[0m and so on.\n")
        #expect(try problems() == [:])
        #expect(store.current.titles["escape.txt"] == ["\u{1B}]0;owned\u{07}"])
    }

    @Test func nameWithLineBreak() throws {
        try folder.write("two\nlines.txt", "A text of no title at all, which is one paragraph.")
        #expect(try problems() == [:])
        #expect(store.current.titles["two\nlines.txt"] == ["Two lines"])
    }

    @Test func nameThatIsNoUTF8() throws {
        let name = (Array(folder.path.utf8) + [0x2F, 0x61, 0xFF, 0x2E, 0x74, 0x78, 0x74, 0]).map {
            CChar(bitPattern: $0)
        }
        let file = open(name, O_CREAT | O_WRONLY, 0o600)
        try #require(file >= 0)
        close(file)
        #expect(try problems() == ["a\u{FFFD}.txt": "a\u{FFFD}.txt: its name is no UTF-8; rename it"])
    }

    @Test func links() throws {
        try folder.write("inside/a.txt", text("A"))
        try folder.link("inside/up", to: "..")
        try folder.link("around", to: "around")
        try folder.link("broken.txt", to: "nowhere.txt")
        try folder.link("alias.txt", to: "inside/a.txt")
        try folder.link("device.txt", to: "/dev/zero")
        #expect(
            try problems() == [
                "inside/up":
                    "inside/up: links to folders are not followed; move the folder here, or open it as a library of its own",
                "around":
                    "around: the link leads to itself, or through too many others; see where it leads, or remove it",
                "broken.txt": "broken.txt: No such file or directory; see where it leads, or remove it",
                "device.txt": "device.txt: it is a device, a pipe or a socket, and no file; move it elsewhere",
            ])
        #expect(store.current.titles["alias.txt"] == ["A"] && store.current.titles["inside/a.txt"] == ["A"])
    }

    @Test(.timeLimit(.minutes(3)))
    func pipeIsNotWaitedFor() throws {
        try #require(mkfifo(folder.full("pipe.txt"), 0o600) == 0)
        #expect(
            try problems() == [
                "pipe.txt": "pipe.txt: it is a device, a pipe or a socket, and no file; move it elsewhere"
            ])
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"))
    func unreadableFileAndFolder() throws {
        try folder.write("secret.txt", text("Secret"))
        try folder.write("closed/a.txt", text("A"))
        _ = try problems()
        chmod(folder.full("secret.txt"), 0)
        chmod(folder.full("closed"), 0)
        defer { chmod(folder.full("closed"), 0o700) }
        try folder.write("secret.txt", text("Secret changed"))
        #expect(try problems()["closed"] == "closed: Permission denied; check its permissions")
        // What is in a folder that cannot be looked into is not gone.
        #expect(store.current.titles["closed/a.txt"] == ["A"] && store.current.gone.isEmpty)
    }

    /// The same for a folder that is too deep, which every user can bring about.
    @Test func whatIsTooDeepIsNotGone() throws {
        try folder.write("1/2/3/a.txt", text("A"))
        #expect(try problems() == [:])
        var options = SyncOptions()
        options.depth = 2
        #expect(try problems(options: options) == ["1/2/3": "1/2/3: folders are nested more than 2 deep; move it up"])
        #expect(store.current.titles["1/2/3/a.txt"] == ["A"] && store.current.gone.isEmpty)
    }

    @Test func whatCannotBeOpened() throws {
        try folder.write("a.txt", text("A"))
        let descriptor = try FileSystem.openFolder(folder.path)
        defer { close(descriptor) }
        #expect(throws: FileContent.Failure.vanished) { try FileContent("none.txt", in: descriptor, limit: 100) }
        let long = String(repeating: "x", count: 300)
        let refused = #expect(throws: FileContent.Failure.self) { try FileContent(long, in: descriptor, limit: 100) }
        #expect(refused == .refused(SyncError(path: long, reason: .system(ENAMETOOLONG))))
        try folder.write("folder/a.txt", "x")
        #expect(throws: FileContent.Failure.refused(SyncError(path: "folder", reason: .notAFile))) {
            try FileContent("folder", in: descriptor, limit: 100)
        }
    }

    /// The file is there when its name is read and not when it is opened.
    @Test func vanishesBetweenLookingAndReading() throws {
        try folder.write("a.txt", text("A"))
        try folder.write("zz-good.txt", text("Good"))
        let path = folder.full("a.txt")
        var isFirst = true
        _ = try Synchroniser(folder: folder.path, store: store, makeTagger: { { _ in Tagging([]) } }).run { progress in
            if isFirst, progress.phase == .reading { isFirst = unlink(path) != 0 }
        }
        #expect(store.current.titles == ["zz-good.txt": ["Good"]])
        #expect(store.current.files["a.txt"] == nil)
    }

    /// A file that another thread keeps writing is either read whole, as it was at one moment, or left for the next
    /// sync.
    @Test func changesWhileItIsRead() throws {
        let versions = (0..<10).map { String(repeating: String($0), count: 40_000) + "\n" }
        try folder.write("busy.txt", versions[0])
        let descriptor = try FileSystem.openFolder(folder.path)
        defer { close(descriptor) }
        let stop = SyncCancellation()
        let path = folder.full("busy.txt")
        let writer = try #require(
            CrewThread {
                var index = 0
                while !stop.isCancelled {
                    index += 1
                    try? Data(versions[index % 10].utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
                }
            })
        for _ in 0..<300 {
            do {
                let content = try FileContent("busy.txt", in: descriptor, limit: 1 << 20)
                #expect(versions.contains(String(decoding: content.bytes, as: UTF8.self)))
            } catch {
                #expect(error == .refused(SyncError(path: "busy.txt", reason: .changing)) || error == .vanished)
            }
        }
        stop.cancel()
        writer.join()
    }

    @Test func growsWhileItIsRead() throws {
        try folder.write("a.txt", "12345")
        let descriptor = try FileSystem.openFolder(folder.path)
        defer { close(descriptor) }
        #expect(throws: FileContent.Failure.tooLarge(FormatError(file: "a.txt", reason: .tooLarge(size: 5, limit: 4))))
        { try FileContent("a.txt", in: descriptor, limit: 4) }
        #expect(try FileContent("a.txt", in: descriptor, limit: 5).bytes == Array("12345".utf8))
    }

    /// Many large files: what is held at once is bounded, and nothing waits for ever.
    @Test(.timeLimit(.minutes(3)))
    func memoryIsBounded() throws {
        for index in 0..<40 { try folder.write("\(index).txt", String(repeating: "word \(index) ", count: 2_000)) }
        var options = SyncOptions()
        options.memory = 1
        options.workers = 4
        #expect(try problems(options: options) == [:])
        #expect(store.current.titles.count == 41)
    }
}
