import Articles
import Testing

@testable import Formats

@Suite struct MarkdownTests {
    @Test func frontMatterAndBlocks() throws {
        let reading = try Read.reading(Read.fixture("front-matter.md"), name: "front-matter.md")
        let article = reading.article
        #expect(reading.notes == [])
        #expect(article.id == "urn:example:7")
        #expect(article.title == "Notes on a Draft")
        #expect(article.deck == "A draft has numbers that move.")
        #expect(article.kickers == ["Legislation & Litigation"])
        #expect(article.bylines == ["Ana Ruiz", "Tom O'Hara"])
        #expect(article.publisher == "Example Review")
        #expect(article.published?.description == "2025-03-12T09:00:00-04:00")
        #expect(article.updated?.description == "2025-04-12")
        #expect(article.language == "en-GB")
        #expect(article.url == "https://example.org/notes")
        #expect(article.tags == ["treaties", "drafting", "numbers"])
        #expect(
            article.blocks.map { "\($0.kind.rawValue) \($0.level ?? 0) \($0.marker ?? "") \($0.text)" } == [
                "heading 1  Notes on a Draft",
                "paragraph 0  A draft has numbers that move, see the list and this, or https://example.net.",
                "caption 0  A map of the river",
                "list-item 1 1. First", "list-item 2 • inner one", "list-item 2 ☑ done", "list-item 1 2. Second",
                "list-item 1  goes on", "list-item 1 3. Third",
                "quotation 1  Quoted", "quotation 2  twice",
                "table 0  Name\tNumber\na\t1\nb\t",
                "code 0  let a = 1\n\nlet b = 2",
                "promotion 0  See Also: Other Things",
                "paragraph 0  Kept é text",
                "paragraph 0  It ends here[1], with [[Another Note|a note]] (see: A Third Title).",
                "rule 0  ",
                "list-item 1 [1] Or nearly.",
            ])
        expectSound(article)
    }

    @Test func spansStandWhereTheWordsDo() throws {
        let article = try Read.reading(Read.fixture("front-matter.md"), name: "front-matter.md").article
        let bytes = Array(article.blocks[1].text.utf8)
        let spans = article.blocks[1].spans.map {
            "\($0.kind.rawValue) \(String(decoding: bytes[$0.range], as: UTF8.self)) \($0.target ?? "")"
        }
        #expect(
            spans == [
                "emphasis draft ", "strong numbers that move ", "code move ", "link the list https://example.org/list",
                "link https://example.net https://example.net",
            ])
        let last = article.blocks[15]
        #expect(last.spans.map(\.target) == ["Another Note", "A Third Title"])
    }

    @Test(arguments: [
        ("http", "http://example.org/a", true), ("https in capitals", "HTTPS://example.org", true),
        ("mail", "mailto:a@example.org", true),
        ("relative", "other.md#part", true), ("absolute path", "/a/b?c", true), ("colon in a path", "a/b:c", true),
        ("script", "javascript:alert(1)", false), ("script in capitals", "JavaScript:alert(1)", false),
        ("data", "data:text/html,x", false),
        ("file", "file:///etc/passwd", false), ("control", "java\u{1}script:x", false),
        ("blank before", " javascript:x", false), ("empty", "", false),
    ])
    func addresses(name: String, address: String, isSafe: Bool) {
        #expect(SafeAddress.isSafe(address) == isSafe)
    }

    @Test(arguments: [
        ("a rule first", "---\nFoo\n---\nBar\n", "Foo\n\nBar"),
        ("a rule and a setext heading", "---\ntitle line\n---\n", "title line"),
        ("no end", "---\ntitle: Foo\n\nBar\n", "title: Foo\n\nBar"),
        ("rules only", "---\n---\n\nBar", "Bar"),
    ])
    func frontMatterTakesNoMarkdown(name: String, markdown: String, text: String) throws {
        #expect(try Read.article(markdown, name: "a.md").text == text)
    }

    @Test func malformedFrontMatterIsReadAsFarAsItGoes() throws {
        let reading = try Read.reading(
            Array(
                "---\ntitle: A title: with a colon\ndate: 2025-03-12\ntags: [a, 'b, c']\nauthor:\n- Ana Ruiz\n---\nText\n"
                    .utf8), name: "a.md")
        #expect(reading.article.title == "A title: with a colon")
        #expect(reading.article.published?.description == "2025-03-12")
        #expect(reading.article.tags == ["a", "b, c"])
        #expect(reading.article.bylines == ["Ana Ruiz"])
        #expect(reading.article.text == "Text")
        #expect(
            reading.notes == [
                FormatNote(
                    file: "a.md",
                    reason: .frontMatterMalformed(line: 2, problem: "mapping values are not allowed in this context"))
            ])
    }

    @Test(arguments: [
        NamedText(
            "an anchor used again and again", "---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntitle: T\n---\nText"),
        NamedText("brackets", "---\ntitle: T\na: " + String(repeating: "[", count: 60_000) + "\n---\nText"),
        NamedText("dashes", "---\ntitle: T\na:\n" + String(repeating: "- ", count: 30_000) + "\n---\nText"),
        NamedText("too long", "---\ntitle: T\na: " + String(repeating: "x", count: 70_000) + "\n---\nText"),
        NamedText("a null", "---\ntitle: ~\n---\nText"),
        NamedText("a list for a title", "---\ntitle: [T, U]\n---\nText"),
        NamedText("a map for a title", "---\ntitle: {a: b}\n---\nText"),
        NamedText("a key twice", "---\ntitle: T\ntitle: U\n---\nText"),
        NamedText("controls", "---\ntitle: \"T\\u0000\"\n---\nText"),
    ])
    func hostileFrontMatter(input: NamedText) throws {
        let article = try Read.article(input.text, name: "a.md")
        #expect(article.text == "Text")
        expectSound(article)
    }

    @Test func tomlFrontMatter() throws {
        let article = try Read.article(
            "+++\ntitle = \"A \\\"T\\\"\"\ndate = 2025-03-12T10:00:00Z\ntags = [\"a\", \"b, c\"]\n[params]\ntitle = \"no\"\n+++\nText",
            name: "a.md")
        #expect(article.title == "A \"T\"")
        #expect(article.published?.description == "2025-03-12T10:00:00Z")
        #expect(article.tags == ["a", "b, c"])
    }

    @Test func titleAndLinesUnderIt() throws {
        let article = try Read.article(
            "# A Title\n\nBy Ana Ruiz\n\n12 March 2025\n\nText of it.\n\nMore.", name: "other-name.md")
        #expect(article.title == "A Title")
        #expect(article.bylines == ["Ana Ruiz"])
        #expect(article.published?.description == "2025-03-12")
        #expect(article.blocks.map(\.text) == ["A Title", "Text of it.", "More."])
        #expect(try Read.article("Text", name: "2024-01-02-some_words.md").title == "Some words")
    }

    /// Each of these took the parser, or a walk over its tree, far too long or too deep at some time.
    @Test(
        .timeLimit(.minutes(3)),
        arguments: [
            NamedText("quotations", String(repeating: ">", count: 200_000)),
            NamedText("lists in a line", String(repeating: "- ", count: 100_000) + "a"),
            NamedText("numbers in a line", String(repeating: "1. ", count: 100_000) + "a"),
            NamedText("brackets", String(repeating: "[", count: 200_000)),
            NamedText("pictures", String(repeating: "![l", count: 100_000)),
            NamedText("emphasis", String(repeating: "*a **a ", count: 50_000)),
            NamedText("nested emphasis", String(repeating: "*a_", count: 50_000)),
            NamedText("cells", "|a|b|\n|-|-|\n" + String(repeating: "|a", count: 100_000)),
            NamedText(
                "columns",
                String(repeating: "|a", count: 20_000) + "\n" + String(repeating: "|-", count: 20_000) + "\n"
                    + String(repeating: "|a\n", count: 20_000)),
            NamedText("mail signs", String(repeating: "a@", count: 200_000)),
            NamedText("entities", String(repeating: "<p>&eacut;", count: 20_000)),
            NamedText("open tags", String(repeating: "<a ", count: 100_000)),
            NamedText("html", "<div>" + String(repeating: "<b", count: 100_000)),
            NamedText("quotes in html", "<div>" + String(repeating: "<a b='\n", count: 20_000)),
            NamedText("backticks", (1...600).map { String(repeating: "`", count: $0) }.joined(separator: " ")),
            NamedText(
                "nested by indentation",
                (0..<600).map { String(repeating: "  ", count: $0) + "- a" }.joined(separator: "\n")),
            NamedText("wiki links", String(repeating: "[[a", count: 100_000)),
            NamedText("references", String(repeating: "(see: ", count: 100_000)),
        ])
    func hostileMarkdown(input: NamedText) throws {
        expectSound(try Read.article(input.text, name: "a.md"))
        expectSound(try Read.article(input.text, name: "a.txt"))
    }

    @Test func deepMarkdownIsReadAsText() throws {
        let reading = try Read.reading(Array((String(repeating: "> ", count: 500) + "a").utf8), name: "a.md")
        #expect(reading.notes == [FormatNote(file: "a.md", reason: .markdownAsText)])
    }

    /// cmark-gfm changes variables of the process while it parses.
    @Test func parsesOnManyThreads() async throws {
        let text = Array(try String(decoding: Read.fixture("front-matter.md"), as: UTF8.self).utf8)
        let expected = try Read.reading(text, name: "a.md")
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    (0..<50).allSatisfy { _ in (try? Read.reading(text, name: "a.md")) == expected }
                }
            }
            for await isEqual in group { #expect(isEqual) }
        }
    }

    @Test(arguments: [
        ("md", "Text", FileFormat.markdown), ("txt", "Text", .plainText), ("", "# A\n\n[a](b)\n", .markdown),
        ("txt", "---\ntitle: x\n---\n", .markdown),
        ("md", "Cybercrime\n,\nFraud\nText", .plainText), ("txt", "# A\n\n**b**\n", .plainText),
        ("", "Just text.", .plainText),
        ("md", "<!DOCTYPE html>\n\nText", .markdown),
    ])
    func sniffs(suffix: String, text: String, format: FileFormat) throws {
        let name = suffix.isEmpty ? "name" : "name." + suffix
        #expect(FileFormat.sniff(SourceFile(name: name, bytes: Array(text.utf8))) == .readable(format))
    }
}
