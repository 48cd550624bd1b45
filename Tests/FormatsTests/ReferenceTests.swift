import Articles
import TestSupport
import Testing

@testable import Formats

/// Lists of references and of addresses, as programs export them.
@Suite struct ReferenceTests {
    private func articles(_ text: String, name: String, _ format: FileFormat) throws -> [Article] {
        let file = SourceFile(name: name, bytes: Array(text.utf8))
        #expect(try Formats.format(of: file) == format)
        return try Formats.readings(in: file).map { try $0.get().article }
    }

    @Test func ris() throws {
        let text = """
            TY  - JOUR
            TI  - Seizing what is nowhere
            AU  - Harbour, Ada
            AU  - Reed, Tom
            T2  - Journal of Lost Property
            PY  - 2024
            DA  - 2024/08/12/
            AB  - Evidence moves. Courts
              do not.
            KW  - evidence
            KW  - courts; evidence
            DO  - https://doi.org/10.1/abc
            LA  - English
            ER  -

            TY  - BOOK
            T1  - Only a title
            A1  - Quay, Bo
            PB  - Mole Press
            Y1  - 2020///
            ER  -
            TY  - WEB
            UR  - javascript:alert(1)
            TI  - No address
            """
        let found = try articles(text, name: "a.ris", .ris)
        #expect(
            found == [
                Article(
                    id: "10.1/abc", title: "Seizing what is nowhere", bylines: ["Ada Harbour", "Tom Reed"],
                    publisher: "Journal of Lost Property", published: ArticleDate(iso8601: "2024-08-12"), language: "en",
                    url: "https://doi.org/10.1/abc", tags: ["evidence", "courts"],
                    blocks: [Block(.paragraph, "Evidence moves. Courts do not.")]),
                Article(
                    title: "Only a title", bylines: ["Bo Quay"], publisher: "Mole Press", published: ArticleDate(iso8601: "2020"),
                    blocks: [Block(.paragraph, "Only a title. Bo Quay. Mole Press, 2020.")]),
                Article(title: "No address", blocks: [Block(.paragraph, "No address.")]),
            ])
    }

    @Test func cslJSON() throws {
        let text = """
            [{"id": "x", "type": "article-journal", "title": "Keys &amp; <i>locks</i>", "author": [{"family": "Reed", "given": "Tom"},
            {"literal": "The Board"}], "container-title": "Locks", "issued": {"date-parts": [["2023", 5]]},
            "abstract": "<p>One.</p><p>Two.</p>", "URL": "https://example.org/keys", "keyword": "keys, locks"},
            {"id": "y", "type": "webpage"}, {"type": "book", "title": "Raw", "issued": {"raw": "2020-02-03"}}]
            """
        let found = try articles(text, name: "a.json", .cslJSON)
        #expect(
            found == [
                Article(
                    title: "Keys & locks", bylines: ["Tom Reed", "The Board"], publisher: "Locks",
                    published: ArticleDate(iso8601: "2023-05"), url: "https://example.org/keys", tags: ["keys", "locks"],
                    blocks: [Block(.paragraph, "One."), Block(.paragraph, "Two.")]),
                Article(title: "Raw", published: ArticleDate(iso8601: "2020-02-03"), blocks: [Block(.paragraph, "Raw. 2020-02-03.")]),
            ])
        let cut = SourceFile(name: "a.json", bytes: Array(text.utf8.prefix(150)))
        #expect(throws: FormatError(file: "a.json", reason: .malformed("byte 150: it ends too early"))) {
            try Formats.readings(in: cut, format: .cslJSON)
        }
    }

    @Test func bibTeX() throws {
        let text = #"""
            % a remark
            @string{jl = "Journal of Locks"}
            @comment{nothing}
            @Article{reed2024,
              author = {Reed, Tom and M{\"u}ller, J{\'e}r{\^o}me and {\v S}ime},
              title  = "The {UN} Convention -- a \& b",
              journal = jl # { (new)},
              year = 2024, month = aug,
              abstract = {It {\emph{moves}} and
                 moves.},
              keywords = {a, b},
              doi = {doi:10.1/x},
            }
            @misc{broken, title = {Never ends
            """#
        let found = try articles(text, name: "a.bib", .bibTeX)
        #expect(found.first
            == Article(
                id: "10.1/x", title: "The UN Convention – a & b", bylines: ["Tom Reed", "Jérôme Müller", "Šime"],
                publisher: "Journal of Locks (new)", published: ArticleDate(iso8601: "2024-08"), url: "https://doi.org/10.1/x",
                tags: ["a", "b"], blocks: [Block(.paragraph, "It moves and moves.")]))
        #expect(found.count == 2 && found.last?.title == "Never ends")
    }

    private func item(_ title: String, _ address: String, _ tags: [String]) -> Article {
        Article(
            title: title, url: address, tags: tags,
            blocks: [Block(.paragraph, address, spans: [Span(.link, start: 0, end: address.utf8.count, target: address)])])
    }

    @Test func readingLists() throws {
        let table = "title,url,time_added,tags,status\n\"A, b \"\"c\"\"\",https://example.org/a,1,x|y z,unread\nB,javascript:x,1,,archive\n,https://example.org/c,1,,archive\n"
        #expect(
            try articles(table, name: "part_000000.csv", .readingList) == [
                item("A, b \"c\"", "https://example.org/a", ["x", "y z", "unread"]),
                item("https://example.org/c", "https://example.org/c", ["archive"]),
            ])
        let instapaper = "URL,Title,Selection,Folder,Timestamp,Tags\nhttps://example.org/a,A,,Starred,1,\"[\"\"x\"\",\"\"y\"\"]\"\n"
        #expect(try articles(instapaper, name: "i.csv", .readingList) == [item("A", "https://example.org/a", ["x", "y", "starred"])])
        let page = """
            <!DOCTYPE html>
            <html><head><title>Pocket Export</title></head><body>
            <h1>Unread</h1><ul><li><a href="https://example.org/a?b=1&amp;c" time_added="1" tags="x,y">A &amp; B</a></li></ul>
            <h1>Read Archive</h1><ul><li><a href="https://example.org/c" tags="">C</a></li><li><a>none</a></li></ul>
            """
        #expect(
            try articles(page, name: "ril_export.html", .readingList) == [
                item("A & B", "https://example.org/a?b=1&c", ["x", "y", "unread"]),
                item("C", "https://example.org/c", ["read archive"]),
            ])
    }

    /// Every beginning, and beginnings with changed bytes, are read to their end without a fault.
    @Test func prefixesAndChanges() throws {
        let texts: [(FileFormat, String)] = [
            (.ris, "TY  - JOUR\nTI  - A\nAU  - B, C\nDA  - 2024/1/2\nER  - \n"),
            (.bibTeX, #"@article{a, title = {A {\"o} \& "b" \}}, author = "B and {C}", year = 2024 # x}"#),
            (.cslJSON, #"[{"type":"book","title":"A\u00e9\ud83d","issued":{"date-parts":[[2024,13,40]]}}]"#),
            (.readingList, "title,url,tags\n\"a\"\"\nb\",https://x.org,x|y\n"),
            (.readingList, "<h1>x</h1><a href=\"https://x.org\" tags=\"a\">b</a>"),
        ]
        var random = SplitMix64(seed: 4)
        for (format, text) in texts {
            let bytes = Array(text.utf8)
            for length in 1...bytes.count {
                var changed = Array(bytes.prefix(length))
                for _ in 0..<3 {
                    let file = SourceFile(name: "a", bytes: changed)
                    if let readings = try? Formats.readings(in: file, format: format) { #expect(readings.reduce(0) { count, _ in count + 1 } <= 60) }
                    changed[Int.random(in: 0..<length, using: &random)] = UInt8.random(in: 0x20...0x7E, using: &random)
                }
            }
        }
    }
}
