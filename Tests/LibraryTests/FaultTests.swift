import Foundation
import GRDB
@testable import Library
import Search
import Testing
import Text

@Suite struct FaultTests {
    /// A full disk: the sentence says so, and the library is as it was.
    @Test func keepsItsStateWhenTheDiskIsFull() throws {
        try scenario { library, folder in
            try library.apply([.file("a.txt", [.test("Alpha", "The treaty.")])])
            let dump = try library.dump()
            let pages = try library.pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
            try library.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(pages)") }
            let large = String(repeating: "Many different words of a long article. ", count: 2_000)
            let error = #expect(throws: LibraryError.self) { try library.apply([.file("b.txt", [.test("Beta", large)])]) }
            #expect(error == .diskFull(path: folder.database, code: 13))
            #expect(error?.message == "library \(folder.database) cannot be changed: the disk is full (SQLite 13); make room and try again; nothing was changed")
            #expect(try library.dump() == dump)
            try library.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
            #expect(try library.apply([.file("b.txt", [.test("Beta", large)])]).added == 1)
        }
    }

    @Test func saysThatAnotherProgramWrites() throws {
        try scenario { library, folder in
            let other = try Library.open(folder: folder.path, options: folder.options(patience: 0.05))
            try library.write { (_: Database) throws in
                #expect(throws: LibraryError.busy(path: folder.database, code: 5)) { try other.setSetting("a", "b") }
                // Reading goes on.
                #expect(try other.counts() == LibraryCounts())
            }
            try other.setSetting("a", "b")
            #expect(try library.setting("a") == "b")
            try other.close()
        }
    }

    /// What was confirmed is there when the process ends at that moment: the files as they are, opened anew.
    @Test func survivesTheEndOfTheProcess() throws {
        try scenario { library, folder in
            var confirmed: [String] = []
            for number in 0..<12 {
                try library.apply([.file("\(number)", [.test("T\(number)", "The treaty number \(number).")])])
                let id = try library.id("T\(number)")
                confirmed.append(try library.addPassage(in: id, range: 4..<10, isBookmarked: true).id)
                let copy = try TestFolder()
                defer { copy.remove() }
                try FileManager.default.createDirectory(atPath: copy.path + "/.dossier", withIntermediateDirectories: true)
                for suffix in ["", "-wal"] {
                    try FileManager.default.copyItem(atPath: folder.database + suffix, toPath: copy.database + suffix)
                }
                let revived = try copy.open()
                #expect(try Set(revived.passages().map(\.id)) == Set(confirmed))
                #expect(try revived.check().problems == [])
                try revived.close()
            }
        }
    }

    /// A transaction that fails half-way leaves nothing behind.
    @Test func appliesABatchWholeOrNotAtAll() throws {
        struct Failure: Error {}
        try scenario { library, _ in
            try library.apply([.file("a.txt", [.test("Alpha", "The treaty.")])])
            let dump = try library.dump()
            #expect(throws: Failure.self) {
                try library.change { transaction in
                    let sync = try FileSync(transaction)
                    try sync.apply(.gone(path: "a.txt"), [])
                    throw Failure()
                }
            }
            #expect(try library.dump() == dump)
        }
    }
}
