import Foundation
import Glibc
import TestSupport
import Testing

/// A disk that is really full, of a few megabytes: a file system in memory, in a name space of its own.
@Suite struct FullDiskTests {
    private static let driver = BuiltProgram.path("index-driver")
    private static let mount = "mount -t tmpfs -o size=6m none \"$1\" && shift && exec \"$@\""

    private static func start(_ folder: String, _ command: [String]) throws -> ChildProcess {
        try ChildProcess("/usr/bin/unshare", ["--map-root-user", "--mount", "/bin/sh", "-c", mount, "sh", folder] + command)
    }

    static let canMount: Bool = {
        guard access("/usr/bin/unshare", X_OK) == 0, let folder = try? TemporaryFolder(),
            let child = try? start(folder.path, ["/bin/true"])
        else { return false }
        return child.end() == 0
    }()

    /// The index as it was goes on answering, the library keeps what it holds, each sentence says what to do, and when there
    /// is room all is taken in.
    @Test(.enabled(if: canMount, "this system lets nobody mount a file system of his own"))
    func keepsWhatItHoldsAndCatchesUp() throws {
        let folder = try TemporaryFolder()
        let child = try Self.start(folder.path, [Self.driver, "fill", folder.path])
        let said = child.remainingLines()
        #expect(child.end() == 0)
        #expect(said == Self.expected, "\(said.joined(separator: "\n"))")
    }

    private static let indexIsFull =
        "search index FOLDER/.dossier/index cannot be changed: the disk is full; make room and try again; the index is as it was before"
    private static let libraryIsFull =
        "library FOLDER/.dossier/library.sqlite cannot be changed: the disk is full (SQLite 13); make room and try again; nothing was changed"

    private static let expected = [
        "write the index: \(indexIsFull)", "400 articles, 400 found", "problems []", "check: done", "close: done", "400 articles, 400 found",
        "add articles: \(libraryIsFull)", "400 articles, 400 found", "set a setting: \(libraryIsFull)", "problems []", "check: done",
        "add articles: done", "write the index: done", "600 articles, 600 found",
        "merge: \(indexIsFull)", "600 articles, 599 found", "articles in parts [599, 1]", "parts: done",
        "merge: done", "problems []", "check: done", "600 articles, 599 found", "articles in parts [600]", "parts: done",
    ]
}
