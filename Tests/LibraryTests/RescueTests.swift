import Articles
import Foundation
import GRDB
@testable import Library
import Testing
import Text

@Suite struct RescueTests {
    /// A database whose pages are destroyed one at a time: what is left is read, the rest comes from the last copy, and nothing crashes.
    @Test func savesWhatCanBeSaved() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let files: [FileOutcome] = [.file("box", (0..<40).map { .test("T\($0)", "Some text of article \($0), long enough to be there.") })]
        let library = try folder.open()
        try library.apply(files)
        for number in 0..<40 { try library.setNote("Note \(number)", in: try library.id("T\(number)"), range: 0..<4) }
        try library.keepCopy()
        let whole = try library.exported(.jsonl)
        let ids = Set(try library.passages().map(\.id))
        try library.close()
        let sound = try Data(contentsOf: URL(fileURLWithPath: folder.database))
        let pages = sound.count / 4_096
        for page in stride(from: 1, to: pages, by: max(1, pages / 12)) {
            var bytes = sound
            bytes.replaceSubrange((page * 4_096)..<(page * 4_096 + 2_048), with: Data(repeating: 0xA5, count: 2_048))
            try bytes.write(to: URL(fileURLWithPath: folder.database))
            let rescue = try LibraryRescue(folder: folder.path, options: folder.options())
            try rescue.setAside()
            #expect(try Data(contentsOf: URL(fileURLWithPath: rescue.aside + "/library.sqlite")) == bytes)
            let repaired = try folder.open()
            try repaired.apply(files)
            for file in rescue.files { try repaired.importFile(file) }
            #expect(try Set(repaired.passages().map(\.id)) == ids, "page \(page)")
            #expect(try repaired.exported(.jsonl) == whole, "page \(page)")
            #expect(try repaired.check().problems == [])
            try repaired.close()
            for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: folder.database + suffix) }
        }
    }

    /// Once damage was met nothing is written any more, and the sentence says what to do.
    @Test func writesNothingIntoADamagedLibrary() throws {
        try scenario { library, folder in
            try library.setSetting("a", "b")
            library.noteDamage(11)
            let error = LibraryError.damaged(path: folder.database, code: 11)
            #expect(throws: error) { try library.setSetting("a", "c") }
            #expect(try library.setting("a") == "b")
            #expect(
                error.message
                    == "library \(folder.database) cannot be opened: its database is damaged (SQLite 11); what can be read is shown and nothing is written; `dossier doctor --repair` saves what can be saved"
            )
        }
    }

    @Test func leavesANewerLibraryAlone() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let library = try folder.open()
        try library.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
        try library.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: folder.database))
        #expect(throws: LibraryError.refused(path: folder.database, .newer(found: 99, known: Schema.version))) {
            try LibraryRescue(folder: folder.path, options: folder.options())
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.database)) == before)
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/.dossier/backup"))
    }
}
