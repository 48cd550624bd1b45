import Articles
import Formats
import Testing

@testable import Documents

/// Chapters of books as articles.
@Suite struct BookReaderTests {
    @Test func chapters() throws {
        let file = SourceFile(name: "a.epub", bytes: Book.simple)
        #expect(try Formats.format(of: file) == .book)
        let readings = try Documents.readings(in: file).map { try $0.get() }
        #expect(readings.allSatisfy { $0.notes == [] })
        let articles = readings.map(\.article)
        #expect(articles.map(\.title) == ["First things", "II. Second"])
        #expect(articles.map(\.text) == ["The bank was raided.", "Second\n\nThe bank was fined."])
        #expect(articles[0].blocks[0].spans == [Span(.link, start: 13, end: 19, target: "https://example.org/")])
        #expect(articles.map(\.id) == ["urn:isbn:1#OEBPS/text/one 1.xhtml", "urn:isbn:1#OEBPS/two.xhtml"])
        for article in articles {
            #expect(article.bylines == ["Ada Example"])
            #expect(article.publisher == "The Ledger")
            #expect(article.published == ArticleDate(iso8601: "2025-03-04"))
            #expect(article.language == "en-GB")
            #expect(article.tags == ["Fraud"])
        }
    }

    @Test func aBookOfOneChapter() throws {
        let bytes = Book.bytes(package: Book.package([("a", "a.xhtml")]), [("a.xhtml", Book.page("<h1>The ledger</h1><p>Text.</p>"))])
        let article = try Book.readings(bytes)[0].article
        #expect(article.title == "The Ledger")
        #expect(article.publisher == "Example Press")
        #expect(article.id == "urn:isbn:1")
        #expect(article.text == "Text.")
    }

    /// Covers, tables of contents, pages of rights and what is apart from the reading are left out.
    @Test func whatIsNoChapter() throws {
        let names = ["cover", "rights", "toc", "apart", "empty", "one", "two"]
        let order = names.map { "<itemref idref=\"\($0)\"\($0 == "apart" ? " linear=\"no\"" : "")/>" }.joined()
        let guide = [("cover", "cover"), ("copyright-page", "rights"), ("toc", "toc")].map { "<reference type=\"\($0)\" href=\"\($1).xhtml\"/>" }.joined()
        let files = names.map { name in
            (name + ".xhtml", Book.page(name == "empty" ? "<img src='a.png'/>" : name == "toc" ? "<ul><li><a href='https://e.org/one.xhtml'>One</a></li></ul>" : "<h1>\(name)</h1><p>Text of \(name).</p>"))
        }
        let bytes = Book.bytes(package: Book.package(names.map { ($0, $0 + ".xhtml") }, spine: order, guide: guide), files)
        #expect(try Book.readings(bytes).map(\.article.title) == ["one", "two"])
    }

    /// A table of contents that is a title page as well is read.
    @Test func contentsWithText() throws {
        let text = Mail.words(60)
        let bytes = Book.bytes(
            package: Book.package([("toc", "toc.xhtml"), ("one", "one.xhtml")], guide: "<reference type=\"toc\" href=\"toc.xhtml\"/>"),
            [("toc.xhtml", Book.page("<p>\(text)</p>")), ("one.xhtml", Book.page("<h1>One</h1><p>Text.</p>"))])
        #expect(try Book.readings(bytes).map(\.article.title) == ["The Ledger, 1", "One"])
    }

    @Test func navigationOfEPUB3() throws {
        let nav = "<html xmlns:epub=\"http://www.idpf.org/2007/ops\"><body><nav epub:type=\"toc\"><ol><li><a href=\"one.xhtml\">Chapter <i>one</i></a></li><li><a href=\"two.xhtml#a\">Chapter two</a></li></ol></nav><nav epub:type=\"landmarks\"><a epub:type=\"copyright-page\" href=\"three.xhtml\">Rights</a></nav></body></html>"
        let items = [("one", "one.xhtml"), ("two", "two.xhtml"), ("three", "three.xhtml")]
        let bytes = Book.bytes(
            package: Book.package(items, more: "<item id=\"nav\" href=\"nav.xhtml\" properties=\"nav scripted\" media-type=\"application/xhtml+xml\"/>"),
            [("nav.xhtml", nav)] + items.map { ($0.1, Book.page("<p>Text \($0.0).</p>")) })
        #expect(try Book.readings(bytes).map(\.article.title) == ["Chapter one", "Chapter two"])
    }

    @Test func locked() throws {
        let encryption = "<encryption><EncryptedData><CipherData><CipherReference URI=\"OEBPS/a.xhtml\"/></CipherData></EncryptedData></encryption>"
        let bytes = Book.bytes(package: Book.package([("a", "a.xhtml")]), [("a.xhtml", "xx")], others: [("META-INF/encryption.xml", encryption)])
        #expect(throws: FormatError(file: "a.epub", reason: .encrypted(.book))) { try Book.readings(bytes) }
        let fonts = encryption.replacing("a.xhtml", with: "a.otf")
        let readable = Book.bytes(package: Book.package([("a", "a.xhtml")]), [("a.xhtml", Book.page("<p>Text.</p>"))], others: [("META-INF/encryption.xml", fonts)])
        #expect(try Book.readings(readable).count == 1)
    }

    /// Books that lack what tells their order are read as they are packed.
    @Test func damaged() throws {
        let files = [("b.xhtml", Book.page("<h1>B</h1><p>Text.</p>")), ("a.xhtml", Book.page("<h1>A</h1><p>Text.</p>"))]
        #expect(try Book.readings(Book.bytes(package: "no package", files)).map(\.article.title) == ["B", "A"])
        let lost = Book.bytes(package: Book.package([("a", "a.xhtml")]), files, container: "<container/>")
        #expect(try Book.readings(lost).map(\.article.title) == ["The Ledger"])
        let missing = Book.bytes(package: Book.package([("a", "a.xhtml"), ("c", "gone.xhtml")]), files)
        #expect(try Book.readings(missing).map(\.notes) == [[FormatNote(file: "a.epub", reason: .partsLeftOut)]])
        #expect(throws: FormatError(file: "a.epub", reason: .notInFormat(.book))) { try Book.readings(Book.bytes(package: "", [])) }
        let blank = Book.bytes(package: Book.package([("a", "a.xhtml")]), [("a.xhtml", Book.page("<p> </p>"))])
        #expect(throws: FormatError(file: "a.epub", reason: .pageWithoutText)) { try Book.readings(blank) }
    }

    private static let paths: [(String, String, String?)] = [
        ("a.xhtml", "OEBPS/content.opf", "OEBPS/a.xhtml"), ("../a.xhtml#x", "OEBPS/text/b.xhtml", "OEBPS/a.xhtml"),
        ("./a%20b.xhtml?x", "content.opf", "a b.xhtml"), ("../../a", "OEBPS/b", nil), ("/etc/passwd", "a", nil),
        ("https://example.org/a", "a", nil), ("%2e%2e/%2e%2e/a", "OEBPS/b", nil), ("#x", "a", nil), ("..", "a/b/c", "a"), ("", "a", nil),
        ("a%zz", "b", "a%zz"),
    ]

    @Test(arguments: paths) func references(reference: String, base: String, path: String?) {
        #expect(BookPath.resolve(reference, from: base) == path)
    }

    private static let names: [(String, String?)] = [
        ("a/b", "a/b"), ("./a//b", "a/b"), ("../a", nil), ("a/../../b", nil), ("/a", nil), ("a\\..\\b", nil), ("", nil), ("a\u{0}b", nil),
    ]

    @Test(arguments: names) func entryNames(name: String, plain: String?) { #expect(BookPath.plain(name) == plain) }

    private static let markup: [(String, String)] = [
        ("<title/><p>x</p>", "<title></title><p>x</p>"), ("<a id=\"x\"/>y", "<a id=\"x\"></a>y"), ("<br/><hr /><img src='a/'/>", "<br/><hr /><img src='a/'/>"),
        ("<p title=\"a/>\">x</p>", "<p title=\"a/>\">x</p>"), ("<script src='a' />z", "<script src='a' ></script>z"), ("<", "<"), ("a < b /> c", "a < b /> c"),
        ("<svg:path d='1'/>", "<svg:path d='1'></svg:path>"), ("<p", "<p"), ("", ""),
    ]

    @Test(arguments: markup) func emptyElements(source: String, expected: String) {
        #expect(String(decoding: BookMarkup.opened(Array(source.utf8)), as: UTF8.self) == expected)
    }

    @Test func addressesBehindLinks() {
        let link = Span(.link, start: 4, end: 10, target: "https://example.org/a")
        let strong = Span(.strong, start: 36, end: 40)
        let block = Block(.paragraph, "The manual [https://example.org/a], bold.", spans: [link, strong])
        let plain = BookLinks.withoutAddresses(block)
        #expect(plain.text == "The manual, bold.")
        #expect(plain.spans == [link, Span(.strong, start: 12, end: 16)])
        let other = Block(.paragraph, "The manual [https://example.org/b].", spans: [link])
        #expect(BookLinks.withoutAddresses(other) == other)
    }
}
