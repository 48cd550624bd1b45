import Articles
import Testing

@testable import Formats

/// How much of a file is taken on, whatever its format: small forms of files that took gigabytes, or minutes.
@Suite struct LimitTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var format: FileFormat
        var head = ""
        var piece: String
        var tail = ""
        var testDescription: String { "\(format)" }

        /// With a number of its own in place of each `#`.
        func file(_ count: Int) -> SourceFile {
            let pieces = (0..<count).map { piece.replacing("#", with: "\($0)") }
            return SourceFile(name: "f", bytes: Array((head + pieces.joined() + tail).utf8))
        }
    }

    static let lists = [
        Case(format: .ris, piece: "TY  - JOUR\nTI  - Fined #\nER  - \n"), Case(format: .ris, piece: "TY  - JOUR\nTI  - x\nER  - \n"),
        Case(format: .bibTeX, piece: "@article{a#, title = {Fined #}}\n"),
        Case(format: .cslJSON, head: "[", piece: "{\"type\":\"book\",\"title\":\"Fined #\"},", tail: "{}]"),
        Case(format: .readingList, head: "title,url,tags,status\n", piece: "Fined #,https://example.org/#,a,unread\n"),
        Case(format: .jsonLines, piece: "{\"title\":\"Fined #\",\"text\":\"x\"}\n"),
    ]

    @Test(arguments: lists) func articlesOfAFile(_ example: Case) throws {
        var limits = FormatLimits()
        limits.articles = 5
        #expect(try Array(Formats.readings(in: example.file(5), format: example.format, limits: limits)).compactMap { try? $0.get() }.count == 5)
        let results = try Array(Formats.readings(in: example.file(9), format: example.format, limits: limits))
        #expect(results.count == 6)
        #expect(results.last == .failure(FormatError(file: "f", reason: .tooManyEntries(limit: 5))))
    }

    @Test(arguments: [
        Case(format: .bibTeX, head: "@article{a, title = ", piece: "{"), Case(format: .ris, piece: "TY  - JOUR\n"),
        Case(format: .cslJSON, head: "[", piece: "{\"type\":\"book\"},", tail: "{}]"), Case(format: .readingList, piece: "title,url,tags\n"),
        Case(format: .jsonLines, piece: " \n"),
    ]) func nothingInItIsSaid(_ example: Case) throws {
        let results = try Array(Formats.readings(in: example.file(40), format: example.format))
        #expect(results == [.failure(FormatError(file: "f", reason: .notInFormat(example.format)))])
    }

    @Test func longTextsAreCut() throws {
        let file = SourceFile(name: "f", bytes: Array(("Title: Long\n\n" + String(repeating: "The bank was fined.\n\n", count: 20)).utf8))
        var limits = FormatLimits()
        let whole = try #require(try Array(Formats.readings(in: file, format: .plainText, limits: limits)).first).get()
        #expect(whole.article.blocks.count == 20 && whole.notes == [])
        limits.textSize = 100
        let cut = try #require(try Array(Formats.readings(in: file, format: .plainText, limits: limits)).first).get()
        #expect(cut.article.blocks == Array(whole.article.blocks.prefix(5)))
        #expect(cut.notes == [FormatNote(file: "f", reason: .textCut(limit: 95))])
        limits = FormatLimits()
        limits.blocks = 3
        let few = try #require(try Array(Formats.readings(in: file, format: .plainText, limits: limits)).first).get()
        #expect(few.article.blocks == Array(whole.article.blocks.prefix(3)))
        #expect(few.notes == [FormatNote(file: "f", reason: .textCut(limit: 57))])
    }

    @Test(arguments: ["[", "[a](", "*a **b ", "`a``", "- a\n", "|a|b\n"]) func markedTextIsReadAsPlain(_ piece: String) throws {
        let file = SourceFile(name: "f.md", bytes: Array(("# Long\n\nThe bank was fined.\n\n" + String(repeating: piece, count: 300)).utf8))
        var limits = FormatLimits()
        let note = FormatNote(file: "f.md", reason: .markdownAsText)
        #expect(try Array(Formats.readings(in: file, format: .markdown, limits: limits)).first?.get().notes == [])
        limits.markdownMarks = 200
        #expect(try Array(Formats.readings(in: file, format: .markdown, limits: limits)).first?.get().notes == [note])
    }

    /// What is of data, and not an article, is held in check as a whole.
    @Test func valuesOfAList() throws {
        let file = Case(format: .cslJSON, head: "[", piece: "[],", tail: "[]]").file(600_000)
        #expect(throws: FormatError.self) { try Formats.readings(in: file, format: .cslJSON) }
    }
}
