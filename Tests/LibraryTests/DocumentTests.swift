import Articles
import Foundation
import GRDB
@testable import Library
import Testing
import Text
import Topics

@Suite struct DocumentTests {
    private static let body = JSONValue.object([("sections", .array([.string("é 🙂 \" \\ \n")])), ("size", .double(1))])

    private static func fill(_ library: Library) throws {
        try library.saveSearch(name: "  Frauds\tin   banks ", query: "fraud* -card")
        try library.saveSearch(name: "Law", query: "topic:law")
        try library.addDocument(.briefing, title: "The week", body: body)
        try library.setInterest(-2, in: "csam")
        try library.setInterest(5, in: "Überblick \u{1F642}")
        try library.removeDocuments([try library.addDocument(.briefing, title: "Gone", body: .object([])).id])
    }

    @Test func keepsSearchesInTheirOrder() throws {
        try scenario { library, _ in
            #expect(try library.savedSearches() == [])
            let names = ["a", "b", "c", "d"]
            let ids = try names.map { try library.saveSearch(name: $0, query: "q" + $0).id }
            #expect(try library.savedSearches() == zip(ids, names).map { SavedSearch(id: $0, name: $1, query: "q" + $1) })
            try library.moveSearch(ids[3], to: 0)
            #expect(try library.savedSearches().map(\.name) == ["d", "a", "b", "c"])
            #expect(try library.nextUndo() == "move saved search «d»")
            try library.moveSearch(ids[0], to: 99)
            #expect(try library.savedSearches().map(\.name) == ["d", "b", "c", "a"])
            try library.moveSearch(ids[0], to: 3)
            #expect(try library.undo() == "move saved search «a»", "where it is already it does not move")
            #expect(try library.savedSearches().map(\.name) == ["d", "a", "b", "c"])
            #expect(try library.saveSearch(name: "B", query: "other") == SavedSearch(id: ids[1], name: "B", query: "other"))
            #expect(try library.nextUndo() == "rename saved search «b» to «B»")
            #expect(try library.setSearch(ids[1], query: "third").query == "third")
            #expect(try library.nextUndo() == "change saved search «B»")
            #expect(try library.savedSearches().map(\.name) == ["d", "a", "B", "c"])
            try library.removeDocuments([ids[1], ids[1], ids[0], "unknown"])
            #expect(try library.nextUndo() == "remove 2 saved searches")
            #expect(throws: LibraryError.unknownDocument(ids[0])) { try library.setSearch(ids[0], name: "x") }
            #expect(throws: LibraryError.unknownDocument("unknown")) { try library.moveSearch("unknown", to: 0) }
        }
    }

    @Test func keepsWeights() throws {
        try scenario { library, _ in
            try library.setInterest(3, in: "csam")
            #expect(try library.nextUndo() == "interest of 3 in “csam”")
            try library.setInterest(3, in: "csam")
            try library.setInterest(nil, in: "extradition")
            try library.setInterest(1, in: "csam")
            #expect(try library.interests() == ["csam": 1])
            try library.setInterest(nil, in: "csam")
            #expect(try library.nextUndo() == "take back the interest in “csam”")
            #expect(try library.interests() == [:])
            try library.undo()
            try library.undo()
            #expect(try library.interests() == ["csam": 3])
            let bad = LibraryError.document(.interest, .badContent(.interest))
            #expect(throws: bad) { try library.setInterest(6, in: "csam") }
            #expect(bad.message == "weight of interest: a weight is a whole number from -3 to 5; nothing was changed")
        }
    }

    @Test func changesDocuments() throws {
        try scenario { library, _ in
            let made = try library.addDocument(.briefing, title: "The\nweek", body: Self.body)
            #expect(made.title == "The week" && made.body == #"{"sections":["é 🙂 \" \\ \n"],"size":1.0}"#)
            #expect(try library.nextUndo() == "briefing «The week»")
            let change = try library.changeNumber()
            #expect(try library.setDocument(made.id, title: "The month").title == "The month")
            #expect(try library.nextUndo() == "rename briefing «The week» to «The month»")
            #expect(try library.changeNumber() > change)
            for (step, words) in [
                (Library.DocumentStep.change, "change briefing «The month»"), (.move, "move in briefing «The month»"),
                (.add("2 passages"), "add 2 passages to briefing «The month»"), (.refresh, "refresh briefing «The month»"),
                (.drop("«A»"), "drop «A» from briefing «The month»"),
            ] {
                try library.setDocument(made.id, body: .object([("step", .string(words))]), step)
                #expect(try library.nextUndo() == words)
            }
            try library.setDocument(made.id, body: .object([("step", .string("drop «A» from briefing «The month»"))]), .move)
            #expect(try library.nextUndo() == "drop «A» from briefing «The month»", "the same again is no action")
            try library.removeDocuments([made.id])
            #expect(try library.documents(.briefing) == [] && library.document(made.id) == nil)
            #expect(try library.undo() == "remove briefing «The month»")
            #expect(try library.documents(.briefing).map(\.id) == [made.id])
        }
    }

    /// Taking back every action brings back an equal library, and doing them again too.
    @Test func undoesEverything() throws {
        try scenario { library, _ in
            let before = try library.dump()
            try Self.fill(library)
            try library.setSearch(try library.savedSearches()[0].id, name: "Other")
            try library.moveSearch(try library.savedSearches()[1].id, to: 0)
            let after = try library.dump()
            while try library.undo() != nil {}
            #expect(try library.dump() == before)
            while try library.redo() != nil {}
            #expect(try library.dump() == after)
        }
    }

    @Test(arguments: [
        ("", JSONValue.object([]), DocumentFault.noTitle), ("\n \u{7}", .object([]), .noTitle),
        (String(repeating: "é", count: 251), .object([]), .titleTooLong), ("a", .array([]), .badBody), ("a", .null, .badBody),
        ("a", .object([("x", .string(String(repeating: "a", count: 2 << 20)))]), .bodyTooLong),
        ("a", (0..<40).reduce(JSONValue.object([])) { value, _ in .object([("a", value)]) }, .badBody),
        ("a", .object([("x", .array([JSONValue](repeating: .null, count: 200_001)))]), .badBody),
    ]) func refuses(title: String, body: JSONValue, fault: DocumentFault) throws {
        try scenario { library, _ in
            #expect(throws: LibraryError.document(.briefing, fault)) { try library.addDocument(.briefing, title: title, body: body) }
            let next = try library.nextUndo()
            #expect(next == nil)
        }
    }

    @Test func refusesSearchesWithoutAQuery() throws {
        try scenario { library, _ in
            let fault = LibraryError.document(.search, .badContent(.search))
            for query in ["", String(repeating: "a", count: SavedSearch.longestQuery + 1)] {
                #expect(throws: fault) { try library.saveSearch(name: "x", query: query) }
            }
            #expect(throws: fault) { try library.addDocument(.search, title: "x", body: .object([("query", .number(1))])) }
        }
    }

    @Test func roundTripIsExact() throws {
        try scenario { first, folder in
            try Self.fill(first)
            let text = try first.exported(.jsonl)
            #expect(text.hasPrefix("{\"type\":\"dossier\",\"version\":3}\n"))
            let file = folder.path + "/export.jsonl"
            try first.export(.jsonl, toFile: file)
            try scenario { second, _ in
                #expect(try second.importFile(file).added == 5)
                #expect(try second.exported(.jsonl) == text)
                #expect(try second.importFile(file).alreadyThere == 6)
                #expect(try second.savedSearches() == first.savedSearches() && second.interests() == first.interests())
                #expect(try second.nextUndo() == "import of 5 marks")
                try second.undo()
                #expect(try second.savedSearches() == [] && second.interests() == [:] && second.documents(.briefing) == [])
            }
        }
    }

    /// The later edit stands in both, a removal is one, and a weight given twice is one weight.
    @Test func mergesByIdentity() throws {
        try scenario { first, one in
            let search = try first.saveSearch(name: "Law", query: "law")
            let gone = try first.saveSearch(name: "Gone", query: "gone")
            let file = one.path + "/export.jsonl"
            try first.export(.jsonl, toFile: file)
            try scenario { second, two in
                for _ in 0..<100 { _ = two.options().clock() }
                try second.importFile(file)
                try first.setSearch(search.id, query: "earlier")
                try first.setInterest(1, in: "law")
                try second.setSearch(search.id, query: "later")
                try second.setInterest(2, in: "law")
                try second.removeDocuments([gone.id])
                try first.export(.jsonl, toFile: file)
                #expect(try second.importFile(file).updated == 0)
                let back = two.path + "/back.jsonl"
                try second.export(.jsonl, toFile: back)
                #expect(try first.importFile(back).updated == 3)
                #expect(try first.exported(.jsonl) == second.exported(.jsonl))
                #expect(try first.savedSearches().map(\.query) == ["later"] && first.interests() == ["law": 2])
            }
        }
    }

    @Test(arguments: [
        (#"{"type":"document","id":"a","kind":"other"}"#, "its kind is unknown"),
        (#"{"type":"document","id":"a/b","kind":"search"}"#, "its id cannot be used"),
        (#"{"type":"document","id":"a","kind":"search"}"#, "it has no time «created»"),
        (#"{"type":"document","id":"a","kind":"search","created":"2024-01-01T00:00:00Z","edited":"2024-01-01T00:00:00Z"}"#, "it has no title"),
        (
            #"{"type":"document","id":"a","kind":"search","title":"t","body":{},"created":"2024-01-01T00:00:00Z","edited":"2024-01-01T00:00:00Z"}"#,
            "it holds no query, or one longer than 4096 bytes"
        ),
        (
            #"{"type":"document","id":"interest-a","kind":"interest","title":"b","body":{"weight":1},"created":"2024-01-01T00:00:00Z","edited":"2024-01-01T00:00:00Z"}"#,
            "its id cannot be used"
        ),
    ]) func refusesBadLines(line: String, reason: String) throws {
        try scenario { library, folder in
            let file = folder.path + "/bad.jsonl"
            try Data((MadeRecord.header.text + "\n" + line + "\n").utf8).write(to: URL(fileURLWithPath: file))
            let summary = try library.importFile(file)
            #expect(summary.problems == [.init(number: 2, reason: reason)] && summary.added == 0)
        }
    }

    @Test func restoresFromCopies() throws {
        try scenario { library, folder in
            try Self.fill(library)
            #expect(try library.keepCopy())
            let then = try library.exported(.jsonl).split(separator: "\n").count
            let searches = try library.savedSearches()
            try library.removeDocuments([searches[0].id])
            try library.addDocument(.briefing, title: "Later", body: .object([]))
            try library.setInterest(nil, in: "csam")
            _ = try library.restoreCopy()
            #expect(try library.savedSearches() == searches && library.interests()["csam"] == -2)
            #expect(try library.documents(.briefing).map(\.title) == ["The week"])
            #expect(try library.exported(.jsonl).split(separator: "\n").count == then + 1, "what was removed is remembered")
            // A copy of a version that knew no documents says nothing of them.
            let copy = try #require(try library.copies().first(where: \.isDaily))
            try Data("{\"type\":\"dossier\",\"version\":1}\n".utf8).write(to: URL(fileURLWithPath: copy.path))
            _ = try library.restoreCopy()
            #expect(try library.savedSearches() == searches)
        }
    }

    /// A damaged library of an earlier version lacks nothing that it never had.
    @Test func rescuesEarlierVersions() throws {
        for version in [1, 5, Schema.version] {
            let folder = try TestFolder()
            defer { folder.remove() }
            let kept = try #require(Bundle.module.url(forResource: "library-\(version)", withExtension: "sqlite", subdirectory: "Fixtures"))
            try FileManager.default.createDirectory(atPath: folder.path + "/.dossier", withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: kept, to: URL(fileURLWithPath: folder.database))
            let rescue = try LibraryRescue(folder: folder.path, options: folder.options())
            // The first version's marks have columns that it did not have.
            #expect(rescue.losses.filter { $0.contains("briefings") } == [])
            let documents = try String(contentsOfFile: rescue.salvaged, encoding: .utf8).components(separatedBy: "\"type\":\"document\"").count - 1
            #expect(documents == (version < 6 ? 0 : 5))
        }
    }

    @Test func findsWhatDoesNotHold() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let library = try folder.open()
        try Self.fill(library)
        try library.pool.write { database in
            try database.execute(sql: "UPDATE document SET body = '{' WHERE kind = 'briefing' AND removed = 0; UPDATE document SET title = '' WHERE kind = 'interest'")
        }
        let problems = try library.check().problems
        #expect(problems.filter { $0.contains("kind that there is not") } == ["documents of a kind that there is not, or without a title (2)"])
        #expect(problems.filter { $0.hasSuffix("its content cannot be read") }.count == 3)
    }
}
