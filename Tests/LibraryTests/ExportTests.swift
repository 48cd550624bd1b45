import Articles
import Foundation
import GRDB
@testable import Library
import Search
import TestSupport
import Testing
import Text
import Topics

@Suite struct ExportTests {
    static let files: [FileOutcome] = [
        .file("a.txt", [.test("Alpha", "One treaty opens for all “states”.\n\nTwo treaties follow it, as they must.", date: "2024", topics: ["csam"])]),
        .file("b.txt", [.test("Beta – with *marks*", "Ein Überblick: 条約 on extradition.", id: "beta")]),
    ]

    static func fill(_ library: Library) throws {
        try library.apply(files)
        let (alpha, beta) = (try library.id("Alpha"), try library.id("Beta – with *marks*"))
        try library.setNote("=1+1 is *no* formula\n1. but a note", in: alpha, range: try library.range(of: "treaty opens", in: alpha))
        try library.addPassage(in: alpha, range: try library.range(of: "Two treaties", in: alpha), isBookmarked: true, tags: ["law", "a b"])
        let gone = try library.addPassage(in: alpha, range: 0..<3, isBookmarked: true)
        try library.removePassage(gone.id)
        try library.setHighlight(.green, in: beta, range: try library.range(of: "条約 on", in: beta))
        try library.setStar([beta], true)
        try library.setRead([alpha], true)
        try library.tag([alpha], "seen")
        try library.decide(.rejected, on: "csam", in: Passage(start: 0, end: 5), of: alpha)
        try library.setNeverLearn("treaty", for: "csam")
    }

    /// Export, import into an empty library with the same articles, export: equal byte for byte.
    @Test func roundTripIsExact() throws {
        try scenario { first, folder in
            try Self.fill(first)
            let text = try first.exported(.jsonl)
            let file = folder.path + "/export.jsonl"
            try first.export(.jsonl, toFile: file)
            #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
            try scenario { second, _ in
                try second.apply(Self.files)
                let summary = try second.importFile(file)
                // The removed passage is kept, but is none that came.
                #expect(summary.added == 7 && summary.alreadyThere == 1 && summary.passages == 3 && summary.updated == 0 && summary.withoutArticle == 0 && summary.problems == [])
                #expect(try second.exported(.jsonl) == text)
                let change = try second.importFile(file)
                #expect(change.added == 0 && change.updated == 0 && change.alreadyThere == 8)
                #expect(try second.exported(.jsonl) == text)
                #expect(try second.nextUndo() == "import of 3 passages")
                try second.undo()
                #expect(try second.passages() == [] && second.decisions() == [])
                #expect(try second.check().problems == [])
                try second.redo()
                #expect(try second.passages().map(\.id).sorted() == first.passages().map(\.id).sorted())
            }
        }
    }

    /// What comes before its article waits for it.
    @Test func waitsForArticles() throws {
        try scenario { first, folder in
            try Self.fill(first)
            let file = folder.path + "/export.jsonl"
            try first.export(.jsonl, toFile: file)
            try scenario { second, _ in
                try second.apply([Self.files[0]])
                #expect(try second.importFile(file).withoutArticle == 2)
                #expect(try second.waitingCount() == 2)
                let lines = Set(try second.exported(.jsonl).split(separator: "\n"))
                #expect(lines == Set(try first.exported(.jsonl).split(separator: "\n")))
                try second.apply([Self.files[1]])
                #expect(try second.settleWaiting() == 2)
                #expect(try second.waitingCount() == 0)
                #expect(try second.exported(.jsonl) == first.exported(.jsonl))
            }
        }
    }

    /// Two libraries, each changed at random; taking in each other's exports makes them equal, and once more changes nothing.
    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func mergingConverges(seed: UInt64) throws {
        let folders = [try TestFolder(), try TestFolder()]
        defer { folders.forEach { $0.remove() } }
        let libraries = try folders.map { try $0.open() }
        var source = RandomLibrary(seed: seed)
        let files = source.files(4)
        for library in libraries { try library.apply(files) }
        // Both begin with the same, then go apart. Names must not meet: one library makes its own only after the other's.
        for _ in 0..<15 { try source.act(on: libraries[0], try libraries[0].order()) }
        try exchange(libraries[0], to: libraries[1], folders[0])
        for _ in 0..<200 { _ = folders[1].options().makeIdentifier() }
        for library in libraries { for _ in 0..<25 { try source.act(on: library, try library.order()) } }
        let before = try libraries.map { Set(try $0.passages().map(\.id)) }
        try exchange(libraries[0], to: libraries[1], folders[0])
        try exchange(libraries[1], to: libraries[0], folders[1])
        let lines = try libraries.map { Set(try $0.exported(.jsonl).split(separator: "\n")) }
        #expect(lines[0].subtracting(lines[1]).sorted() == [] && lines[1].subtracting(lines[0]).sorted() == [])
        #expect(try libraries[0].exported(.jsonl) == libraries[1].exported(.jsonl))
        let again = try exchange(libraries[1], to: libraries[0], folders[1])
        #expect(again.added == 0 && again.updated == 0)
        // Nothing was lost but what the other side took away later.
        let records = Set(try libraries[0].exported(.jsonl).split(separator: "\n").compactMap { try JSONParser.value(of: Array($0.utf8)[...])["id"]?.string })
        #expect(before[0].union(before[1]).isSubset(of: records))
        for library in libraries {
            #expect(try library.check().problems == [])
            try library.close()
        }
    }

    @discardableResult
    private func exchange(_ from: Library, to: Library, _ folder: TestFolder) throws -> ImportSummary {
        let file = folder.path + "/exchange.jsonl"
        try from.export(.jsonl, toFile: file)
        return try to.importFile(file)
    }

    @Test func tablesAndMarkdownSayJustTheText() throws {
        try scenario { library, _ in
            try Self.fill(library)
            let markdown = try library.exported(.markdown)
            #expect(markdown.contains("## Beta – with \\*marks\\*\n"))
            #expect(markdown.contains("\\=1+1 is \\*no\\* formula\\\n1\\. but a note\n"))
            #expect(markdown.contains("> Two treaties\n\nbookmark; tags: a b, law;"))
            let table = try library.exported(.csv)
            #expect(table.contains(",\"'=1+1 is *no* formula\n1. but a note\","))
            #expect(table.split(separator: "\r\n").count == 4)
            #expect(Database.row(["-1", "@a", "+", "a\"b", "c,d", "e"]) == "'-1,'@a,'+,\"a\"\"b\",\"c,d\",e\r\n")
        }
    }

    @Test func attachesByHand() throws {
        try scenario { library, _ in
            try library.apply([.file("a", [.test("A", "The first words here.")])])
            let id = try library.id("A")
            let passage = try library.addPassage(in: id, range: 4..<15, isBookmarked: true)
            try library.apply([.file("a", [.test("A", "Nothing of it is left, alas.")], stamp: 2)])
            #expect(try library.passages(PassageFilter(isOrphaned: true)).map(\.id) == [passage.id])
            #expect(try library.attach(passage: passage.id, range: 0..<7).range == 0..<7)
            #expect(try library.passage(passage.id)?.anchor.quote == "Nothing")
            #expect(try library.nextUndo() == "move passage in «A»")
            try library.undo()
            #expect(try library.passage(passage.id)?.range == nil)
            #expect(try library.passage(passage.id)?.anchor.quote == "first words")
            #expect(try library.counts().orphans == 1)
            try library.redo()
            #expect(try library.passage(passage.id)?.range == 0..<7)
            #expect(throws: LibraryError.unknownPassage("x")) { try library.attach(passage: "x", range: 0..<1) }
        }
    }
}

extension Library {
    func exported(_ format: ExportFormat, of articles: [ArticleID]? = nil) throws -> String {
        var text = ""
        try export(format, of: articles) { text += $0 }
        return text
    }
}
