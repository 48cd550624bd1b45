import Articles
import TestSupport
import Testing
import Text

@testable import Formats

/// What `dossier read --json` prints is read back as it was.
@Suite struct JSONLinesTests {
    private func results(_ text: String, limits: FormatLimits = FormatLimits()) throws -> [Readings.Element] {
        Array(try Formats.readings(in: SourceFile(name: "a.jsonl", bytes: Array(text.utf8)), format: .jsonLines, limits: limits))
    }

    private func error(_ line: Int, _ problem: String) -> FormatError {
        FormatError(file: "a.jsonl", reason: .noArticle(line: line, problem: problem))
    }

    // MARK: The same article

    private static let pieces = [
        "", "a", "Zürich ", "\u{0}", "\u{1B}[31m", "\u{7F}\u{9B}", "\u{2028}\u{2029}", "\"quoted\" \\", "漢字", "👩‍👩‍👧", "\n", "\r\n\t",
        "/", String(repeating: "long ", count: 60),
    ]

    private static func text(_ random: inout SplitMix64) -> String {
        (0..<Int.random(in: 0...3, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
    }

    private static func optional(_ random: inout SplitMix64) -> String? { Bool.random(using: &random) ? text(&random) : nil }

    private static func texts(_ random: inout SplitMix64) -> [String] {
        (0..<Int.random(in: 0...3, using: &random)).map { _ in text(&random) }
    }

    private static func block(_ random: inout SplitMix64) -> Block {
        let text = text(&random)
        let places = text.unicodeScalars.indices.map { $0.utf16Offset(in: text) }
        let offsets = places.map { text.utf16.index(text.startIndex, offsetBy: $0).samePosition(in: text.unicodeScalars)! }
            .map { text.utf8.distance(from: text.startIndex, to: $0) } + [text.utf8.count]
        let spans = (0..<Int.random(in: 0...2, using: &random)).map { _ in
            let ends = [offsets.randomElement(using: &random)!, offsets.randomElement(using: &random)!].sorted()
            return Span(
                Span.Kind.allCases.randomElement(using: &random)!, start: ends[0], end: ends[1],
                target: Bool.random(using: &random) ? "https://example.org/a?b=\\" : nil)
        }
        return Block(
            Block.Kind.allCases.randomElement(using: &random)!, text,
            level: Bool.random(using: &random) ? Int.random(in: 0...6, using: &random) : nil, marker: optional(&random), spans: spans)
    }

    private static func article(_ random: inout SplitMix64) -> Article {
        let dates = ["2024", "2024-08", "2024-08-12", "2024-08-12T09:30:00Z", "2024-08-12T09:30:00+05:30", "0999-01-01T00:00:60"]
        return Article(
            id: optional(&random), title: text(&random), deck: optional(&random), kickers: texts(&random),
            bylines: texts(&random), publisher: optional(&random), published: ArticleDate(iso8601: dates.randomElement(using: &random)!),
            updated: nil, language: optional(&random), url: Bool.random(using: &random) ? "https://example.org/ü" : nil,
            tags: texts(&random), blocks: (0..<Int.random(in: 1...6, using: &random)).map { _ in block(&random) })
    }

    @Test func readsBackWhatIsWritten() throws {
        var random = SplitMix64(seed: 21)
        let articles = (0..<400).map { _ in Self.article(&random) }
        let lines = articles.map(\.json.text)
        let read = try results(lines.joined(separator: "\n")).map { try $0.get() }
        #expect(read.map(\.article) == articles)
        #expect(read.map(\.article.json.text) == lines)
        #expect(read.allSatisfy { $0.notes == [] })
    }

    // MARK: Other lines

    @Test func linesThatHoldNone() throws {
        let lines: [(String, Result<String, FormatError>?)] = [
            ("{\"title\":\"A\",\"text\":\"One.\\n\\nTwo.\"}", .success("One.\n\nTwo.")),
            ("  \r", nil),
            ("{\"title\":\"A\"", .failure(error(3, "byte 12: it ends too early"))),
            ("[]", .failure(error(4, "it is no object"))),
            ("{\"text\":\"x\"}", .failure(error(5, "it has no title"))),
            ("{\"title\":5}", .failure(error(6, "title is no text"))),
            ("{\"title\":\"A\",\"blocks\":[{\"kind\":\"x\"}]}", .failure(error(7, "there is no kind of block «x»"))),
            (
                "{\"title\":\"A\",\"blocks\":[{\"text\":\"é\",\"spans\":[{\"kind\":\"link\",\"start\":0,\"end\":1}]}]}",
                .failure(error(8, "a span is not in its text"))
            ),
            ("{\"title\":\"A\",\"tags\":\"x\"}", .failure(error(9, "tags is no list"))),
            ("{\"title\":\"A\",\"unknown\":{},\"deck\":null,\"blocks\":[{\"text\":\"\\ud83d\\ude00\\ud800\"}]} ", .success("😀\u{FFFD}")),
            ("{\"title\":\"A\"} x", .failure(error(11, "byte 14: something follows the value"))),
        ]
        let found = try results(lines.map(\.0).joined(separator: "\n")).map { $0.map(\.article.text) }
        #expect(found == lines.compactMap(\.1))
    }

    @Test func unsafeAddressesAreLeftOut() throws {
        let line = "{\"title\":\"A\",\"url\":\"javascript:x\",\"published\":\"soon\",\"blocks\":[{\"text\":\"x\",\"spans\":[{\"kind\":\"link\",\"start\":0,\"end\":1,\"target\":\"javascript:x\"}]}]}"
        let reading = try #require(try results(line).first).get()
        #expect(reading.article == Article(title: "A", blocks: [Block(.paragraph, "x")]))
        #expect(reading.notes.map(\.reason) == [.dateNotUnderstood(field: "published", value: "soon")])
    }

    @Test func limits() throws {
        var limits = FormatLimits()
        limits.lineSize = 30
        let text = "{\"title\":\"\(String(repeating: "x", count: 30))\"}\n{\"title\":\"A\",\"text\":\"x\"}"
        let found = try results(text, limits: limits)
        #expect(found.first == .failure(FormatError(file: "a.jsonl", reason: .lineTooLong(line: 1, limit: 30))))
        #expect(found.count == 2)
        let deep = "{\"title\":" + String(repeating: "[", count: 100_000)
        #expect(try results(deep) == [.failure(error(1, "byte 73: it is nested too deeply"))])
    }

    /// Every beginning of a line is an article or an error.
    @Test func prefixes() throws {
        var random = SplitMix64(seed: 5)
        let line = Self.article(&random).json.text
        for length in 1..<line.utf8.count {
            let bytes = Array(line.utf8.prefix(length))
            let results = Array(try Formats.readings(in: SourceFile(name: "a.jsonl", bytes: bytes), format: .jsonLines))
            #expect(results.count == 1)
            guard case .failure = results[0] else { return #expect(Bool(false), "\(length) bytes were an article") }
        }
    }
}
