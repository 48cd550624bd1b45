import Articles
import Foundation
import GRDB
@testable import Library
import Search
import Testing
import Text
import Topics

/// Title, date and byline as a person corrects them.
@Suite struct CorrectionTests {
    private static let read = IncomingArticle.test(
        "Frist", "One treaty.\n\nTwo treaties.", date: "2024-03-01", topics: ["extradition"], id: "one", bylines: ["A. Smith"])
    private static let other = IncomingArticle.test("Second", "Another text.", date: "2024-06-01", topics: ["extradition"], id: "two")
    private static let undated = IncomingArticle.test("Undated", "No date here.", id: "three")
    private static let corrections: [ArticleCorrection] = [.title("First"), .date(ArticleDate(iso8601: "2025-01-02")!), .bylines(["B. Jones", "C. Li"])]

    private func fill(_ library: Library) throws -> ArticleID {
        _ = try library.apply([.file("a.txt", [Self.read]), .file("b.txt", [Self.other]), .file("c.txt", [Self.undated], stamp: 9)])
        return try library.id("Frist")
    }

    private func says(_ library: Library, _ id: ArticleID) throws -> [String] {
        let stored = try library.article(id)
        #expect(stored.row.title == stored.article.title)
        return [stored.article.title, stored.article.published?.description ?? "none"] + stored.article.bylines
    }

    private static let asRead = ["Frist", "2024-03-01", "A. Smith"]
    private static let asCorrected = ["First", "2025-01-02", "B. Jones", "C. Li"]

    @Test func standsAgainstLaterReadings() throws {
        try scenario { library, _ in
            let id = try fill(library)
            try library.correct(id, Self.corrections)
            #expect(try says(library, id) == Self.asCorrected)
            #expect(try library.titles() == ["First", "Second", "Undated"], "the date decides the order")
            #expect(try library.titles("topic:extradition") == ["First", "Second"])
            // The same file again, then with another text, then with another title and byline.
            _ = try library.apply([.file("a.txt", [Self.read], stamp: 2)])
            #expect(try says(library, id) == Self.asCorrected)
            let changed = IncomingArticle.test(
                "Another title", "One treaty. It is longer.", date: "2023-05-05", topics: ["csam"], id: "one", bylines: ["X. Y"])
            #expect(try library.apply([.file("a.txt", [changed], stamp: 3)]).changed == 1)
            #expect(try says(library, id) == Self.asCorrected)
            #expect(try library.article(id).article.text == "One treaty. It is longer.")
            #expect(try library.titles("longer") == ["First"])
            #expect(try library.apply([.file("a.txt", [changed], stamp: 3)]).changed == 0, "what is corrected is no change")
            #expect(try library.check().problems == [])
            // Taken back, it says what the file says now.
            try library.clearCorrections(of: id)
            #expect(try says(library, id) == ["Another title", "2023-05-05", "X. Y"])
            #expect(try library.corrections(of: id) == [])
        }
    }

    @Test func theIndexFollows() throws {
        try scenario { library, _ in
            let id = try fill(library)
            #expect(try library.titles("frist") == ["Frist"])
            try library.correct(id, [.title("Prodigious")])
            #expect(try library.titles("prodigious") == ["Prodigious"])
            #expect(try library.titles("frist") == [])
            try library.undo()
            #expect(try library.titles("frist") == ["Frist"])
            try library.correct(id, [.bylines(["Zebedee"])])
            #expect(try library.titles("zebedee") == ["Frist"])
            try library.correct(id, [.date(ArticleDate(iso8601: "1999")!)])
            #expect(try library.titles("treaty since:2000") == [])
            #expect(try library.titles("treaty before:2000") == ["Frist"])
        }
    }

    @Test func isUndoneAndDoneAgain() throws {
        try scenario { library, _ in
            let id = try fill(library)
            let before = try library.dump()
            try library.correct(id, Self.corrections)
            #expect(try library.nextUndo() == "correct title and date and byline of «Frist»")
            try library.correct(id, [.title("First, again")])
            try library.correct(id, [.title("First, again")])
            try library.clearCorrections(of: id)
            #expect(try library.nextUndo() == "take back the correction of «First, again»")
            #expect(try library.dump() == before)
            try library.undo()
            #expect(try says(library, id) == ["First, again"] + Self.asCorrected.dropFirst())
            let after = try library.dump()
            while try library.undo() != nil {}
            #expect(try library.dump() == before)
            while try library.redo() != nil {}
            #expect(try library.dump() == before)
            try library.undo()
            #expect(try library.dump() == after)
        }
    }

    /// An article without a date has that of its file again when the correction is taken back.
    @Test func datesOfFiles() throws {
        try scenario { library, _ in
            _ = try fill(library)
            let id = try library.id("Undated")
            let sorted = try library.article(id).row.sortDate
            try library.correct(id, [.date(ArticleDate(iso8601: "2030-01-01T10:00:00Z")!)])
            #expect(try library.titles().first == "Undated")
            _ = try library.apply([.file("c.txt", [Self.undated], stamp: 12)])
            #expect(try says(library, id)[1] == "2030-01-01T10:00:00Z")
            _ = try library.apply([.touched(path: "c.txt", stamp: .test(9))])
            try library.clearCorrections(of: id, [.date])
            #expect(try says(library, id)[1] == "none")
            #expect(try library.article(id).row.sortDate == sorted)
        }
    }

    @Test func leavesAndComesBack() throws {
        try scenario { first, folder in
            let id = try fill(first)
            try first.correct(id, Self.corrections)
            try first.correct(try first.id("Second"), [.title("Gone again")])
            try first.clearCorrections(of: try first.id("Gone again"))
            let file = folder.path + "/export.jsonl"
            try first.export(.jsonl, toFile: file)
            try scenario { second, two in
                // It waits for its article where that is not there yet.
                #expect(try second.importFile(file).withoutArticle == 4)
                _ = try second.apply([.file("a.txt", [Self.read]), .file("b.txt", [Self.other])])
                _ = try second.settleWaiting()
                let copy = try second.id("First")
                #expect(try says(second, copy) == Self.asCorrected)
                #expect(try second.importFile(file).alreadyThere == 4)
                // The later edit stands, in both.
                for _ in 0..<100 { _ = two.options().clock() }
                try second.correct(copy, [.title("Later")])
                try second.clearCorrections(of: copy, [.bylines])
                let back = two.path + "/back.jsonl"
                try second.export(.jsonl, toFile: back)
                #expect(try first.importFile(back).updated == 2)
                #expect(try says(first, id) == ["Later", "2025-01-02", "A. Smith"])
                #expect(try first.exported(.jsonl) == second.exported(.jsonl))
                #expect(try second.check().problems == [])
            }
        }
    }

    @Test func restoresFromCopies() throws {
        try scenario { library, _ in
            let id = try fill(library)
            try library.correct(id, [.title("First")])
            #expect(try library.keepCopy())
            try library.correct(id, [.title("Worse"), .bylines(["Nobody"])])
            _ = try library.restoreCopy()
            #expect(try says(library, id) == ["First", "2024-03-01", "A. Smith"])
            try library.undo()
            #expect(try says(library, id) == ["Worse", "2024-03-01", "Nobody"])
            // A copy of a version that knew no corrections says nothing of them.
            let copy = try #require(try library.copies().first(where: \.isDaily))
            try Data("{\"type\":\"dossier\",\"version\":2}\n".utf8).write(to: URL(fileURLWithPath: copy.path))
            _ = try library.restoreCopy()
            #expect(try says(library, id) == ["Worse", "2024-03-01", "Nobody"])
        }
    }

    @Test(arguments: [
        (CorrectedField.title, "  A\u{202E} new\n title ", ArticleCorrection.title("A new title")),
        (.date, "2024-08", .date(ArticleDate(iso8601: "2024-08")!)), (.bylines, "A; ; B  C;", .bylines(["A", "B C"])),
    ])
    func typed(field: CorrectedField, text: String, correction: ArticleCorrection) throws {
        #expect(try ArticleCorrection(field, typed: text) == correction)
        #expect(try ArticleCorrection(field, typed: correction.typed) == correction)
    }

    @Test(arguments: [
        (CorrectedField.title, " \u{7}", CorrectionFault.empty(.title), "the title: it is empty; clear the correction to have what the file says"),
        (.bylines, ";;", .empty(.bylines), "the byline: it is empty; clear the correction to have what the file says"),
        (.date, "yesterday", .noDate("yesterday"), "the date «yesterday»: it is no date as ISO 8601 writes it; write it as 2024, 2024-08 or 2024-08-09"),
        (.date, "2024-13-01", .noDate("2024-13-01"), "the date «2024-13-01»: it is no date as ISO 8601 writes it; write it as 2024, 2024-08 or 2024-08-09"),
        (.title, String(repeating: "a", count: 2_001), .tooLong(.title), "the title: it is longer than 2000 bytes, or has more than 50 names; shorten it"),
        (.bylines, String(repeating: "a;", count: 51), .tooLong(.bylines), "the byline: it is longer than 2000 bytes, or has more than 50 names; shorten it"),
    ])
    func refuses(field: CorrectedField, text: String, fault: CorrectionFault, sentence: String) {
        #expect(throws: fault) { try ArticleCorrection(field, typed: text) }
        #expect(fault.message == sentence)
    }

    @Test func unknownArticles() throws {
        try scenario { library, _ in
            #expect(throws: LibraryError.unknownArticle(ArticleID(9))) { try library.correct(ArticleID(9), [.title("x")]) }
            #expect(throws: LibraryError.unknownArticle(ArticleID(9))) { try library.clearCorrections(of: ArticleID(9)) }
            let none = try library.corrections(of: ArticleID(9))
            #expect(none.isEmpty)
        }
    }

    @Test func findsWhatDoesNotHold() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let library = try folder.open()
        let id = try fill(library)
        try library.correct(id, Self.corrections)
        try library.pool.write { try $0.execute(sql: "UPDATE article SET title = 'other' WHERE title = 'First'") }
        #expect(try library.check().problems.contains("corrections that their articles do not show (1)"))
    }
}
