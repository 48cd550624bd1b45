import Glibc
import Library
import Search
import Text

/// A library on a disk of a few megabytes, which is filled up at bad moments: what each step says goes to standard output.
struct FullDisk {
    private let folder: String

    init(_ folder: String) { self.folder = folder }

    func run() throws {
        var library = try NumberedArticle.open(folder)
        try library.apply(Self.files(0..<200))
        try library.compactIndex()
        try library.apply(Self.files(200..<400))

        fillUp(leaving: 8)
        step("write the index") { try library.compactIndex() }
        say(library)
        check(library)
        step("close") { try library.close() }
        library = try NumberedArticle.open(folder)
        say(library)

        step("add articles") { try library.apply(Self.files(400..<600)) }
        say(library)
        step("set a setting") { try library.setSetting("a", String(repeating: "b", count: 200_000)) }
        check(library)

        makeRoom()
        step("add articles") { try library.apply(Self.files(400..<600)) }
        step("write the index") { try library.compactIndex() }
        say(library)

        // The index of one article fits, the merge with all others does not.
        try library.apply([NumberedArticle.file(7, "Another text.")])
        fillUp(leaving: 16)
        step("merge") { try library.compactIndex() }
        say(library)
        sayParts(library)
        makeRoom()
        step("merge") { try library.compactIndex() }
        check(library)
        try library.close()
        library = try NumberedArticle.open(folder)
        say(library)
        sayParts(library)
        try library.close()
    }

    private func check(_ library: Library) {
        step("check") { report("problems \(try library.check().problems)") }
    }

    private func sayParts(_ library: Library) {
        step("parts") { report("articles in parts \(try library.indexStatus().parts.segments.map(\.articles))") }
    }

    private func step(_ name: String, _ work: () throws -> Void) {
        do {
            try work()
            report("\(name): done")
        } catch let error as LibraryError {
            report("\(name): \(error.message.replacing(folder, with: "FOLDER"))")
        } catch let error as IndexError {
            report("\(name): \(error.message.replacing(folder, with: "FOLDER"))")
        } catch {
            report("\(name): unexplained \(error)")
        }
    }

    /// What the library holds, and what of it a search finds.
    private func say(_ library: Library) {
        do {
            let held = try library.counts().articles
            let found = try NumberedArticle.found("treaty", .relevance, in: library).count
            report("\(held) articles, \(found) found")
        } catch { report("search: unexplained \(error)") }
    }

    private var ballast: String { folder + "/ballast" }

    /// Fills the disk, but for so many blocks.
    private func fillUp(leaving blocks: Int) {
        let descriptor = open(ballast, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        let block = [UInt8](repeating: 1, count: 4_096)
        var length = 0
        while write(descriptor, block, block.count) == block.count { length += block.count }
        _ = ftruncate(descriptor, length - blocks * block.count)
        close(descriptor)
    }

    private func makeRoom() { unlink(ballast) }

    private static func files(_ numbers: Range<Int>) -> [FileOutcome] {
        numbers.map { number in
            let words = (0..<60).map { "w\((number * 31 + $0 * 7) % 900)" }.joined(separator: " ")
            return NumberedArticle.file(number, "The treaty of number n\(number): " + words)
        }
    }
}
