import Foundation
import GRDB
@testable import Library
import Search
import Testing
import Text

@Suite struct OpeningTests {
    @Test func makesALibraryThatGitIgnores() throws {
        try scenario { (library: Library, folder: TestFolder) throws in
            #expect(library.location == LibraryLocation(folder: folder.path, database: folder.database, isInFolder: true))
            #expect(try String(contentsOfFile: folder.path + "/.dossier/.gitignore", encoding: .utf8) == "*\n")
            #expect(try library.firstRows(limit: 10) == [])
            #expect(try library.order() == [])
            #expect(try library.counts() == LibraryCounts())
            #expect(try library.topicCounts() == [:])
            #expect(try library.passages() == [])
            #expect(try library.allTags() == [])
            #expect(try library.undo() == nil)
            #expect(try library.redo() == nil)
            #expect(try library.search(.text(TextQuery("fraud"))) == SearchResults(articles: [], count: .exactly(0)))
        }
    }

    @Test func keepsTheDatabaseElsewhereWhenAskedTo() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let library = try Library.open(folder: folder.path, options: folder.options(usesStateDirectory: true))
        #expect(!library.location.isInFolder)
        #expect(library.location.database.hasPrefix(folder.path + "-state/dossier/"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/.dossier"))
        try library.setSetting("a", "b")
        try library.close()
        let again = try Library.open(folder: folder.path + "/../" + (folder.path as NSString).lastPathComponent, options: folder.options(usesStateDirectory: true))
        #expect(try again.setting("a") == "b")
    }

    /// A link named `.dossier` would have us write where its maker wants.
    @Test func doesNotFollowALink() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let target = folder.path + "/target"
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/.dossier", withDestinationPath: target)
        let library = try folder.open()
        #expect(!library.location.isInFolder)
        #expect(try FileManager.default.contentsOfDirectory(atPath: target) == [])
    }

    @Test func refusesWhatIsNoFolder() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        #expect(throws: LibraryError.refused(path: folder.path + "/no", .noFolder)) {
            try Library.open(folder: folder.path + "/no", options: folder.options())
        }
        try Data("x".utf8).write(to: URL(fileURLWithPath: folder.path + "/file"))
        #expect(throws: LibraryError.refused(path: folder.path + "/file", .notAFolder)) {
            try Library.open(folder: folder.path + "/file", options: folder.options())
        }
        #expect(
            LibraryError.refused(path: "/x", .noFolder).message
                == "library /x cannot be opened: there is no such folder; name a folder that holds articles")
    }

    /// Refused, and not a byte of it changed, also where the newer version is only in the write-ahead log.
    @Test(arguments: [true, false]) func refusesANewerLibrary(isCheckpointed: Bool) throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let library = try folder.open()
        try library.setSetting("a", "b")
        try library.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
        if isCheckpointed { try library.close() }
        let before = try Data(contentsOf: URL(fileURLWithPath: folder.database))
        #expect(throws: LibraryError.refused(path: folder.database, .newer(found: 99, known: Schema.version))) {
            try folder.open()
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.database)) == before)
    }

    @Test func refusesWhatIsNoLibrary() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        try folder.open().close()
        for contents in [Data("not a database".utf8), Data(repeating: 7, count: 5_000)] {
            try contents.write(to: URL(fileURLWithPath: folder.database))
            #expect(throws: LibraryError.refused(path: folder.database, .notALibrary)) { try folder.open() }
            #expect(try Data(contentsOf: URL(fileURLWithPath: folder.database)) == contents)
        }
        try FileManager.default.removeItem(atPath: folder.database)
        let other = try DatabaseQueue(path: folder.database)
        try other.write { try $0.execute(sql: "CREATE TABLE t(x); PRAGMA application_id = 7") }
        try other.close()
        #expect(throws: LibraryError.refused(path: folder.database, .notALibrary)) { try folder.open() }
        try FileManager.default.removeItem(atPath: folder.database)
        try Data().write(to: URL(fileURLWithPath: folder.database))
        #expect(try folder.open().check().isSound)
    }

    @Test func saysThatItIsDamaged() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let library = try folder.open()
        try library.apply([.file("box", (0..<200).map { .test("T\($0)", "Some text of article \($0).") })])
        try library.close()
        var bytes = try Data(contentsOf: URL(fileURLWithPath: folder.database))
        for page in 2..<(bytes.count / 4_096) { bytes.replaceSubrange((page * 4_096)..<(page * 4_096 + 64), with: Data(repeating: 0xA5, count: 64)) }
        try bytes.write(to: URL(fileURLWithPath: folder.database))
        let error = #expect(throws: LibraryError.self) {
            let damaged = try folder.open()
            _ = try damaged.firstRows(limit: 1_000)
            _ = try damaged.search(try Query("text"))
            _ = try damaged.check()
        }
        guard case .damaged(let path, _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(path == folder.database)
    }

    @Test func refusesCallsAfterItWasClosed() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let library = try folder.open()
        try library.close()
        #expect(throws: LibraryError.closed) { try library.counts() }
        #expect(throws: LibraryError.closed) { try library.setSetting("a", "b") }
    }

    @Test(arguments: [
        ("/home/a/b", "nfs4"), ("/home/ab", "ext4"), ("/", "ext4"), ("/with blank/x", "cifs"), ("/home/a/local/x", "ext4"), ("/over", "tmpfs"),
    ] as [(String, String)])
    func knowsFileSystems(path: String, kind: String) {
        let table = """
            27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
            30 27 0:50 / /home/a rw shared:1 - nfs4 host:/a rw
            31 30 0:51 / /home/a/local rw shared:1 master:2 - ext4 /dev/vdb rw
            32 27 0:52 / /with\\040blank rw - cifs //host/x rw
            33 27 0:53 / /over rw - ext4 /dev/vdc rw
            34 33 0:54 / /over rw - tmpfs tmpfs rw
            odd line
            """
        #expect(MountTable.kind(of: path, in: table) == kind)
        #expect(MountTable.isOnNetwork("/") == false)
    }
}
