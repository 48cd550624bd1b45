import Articles
import Testing

@testable import Documents

@Suite("What is taken out of a page before it is parsed")
struct HTMLGuardTests {
    static let cases: [(name: String, source: String, prepared: String)] = [
        ("nothing", "a<b>c", "a<b>c"),
        ("scripts and styles keep their tags", "<script>x<b></script><STYLE a>y</style >z", "<script></script><STYLE a></style >z"),
        ("JSON-LD stays", "<script type=\"application/ld+json\">{}</script>", "<script type=\"application/ld+json\">{}</script>"),
        ("a script that writes one", "<script><!--<script>a</script>b--></script>c", "<script></script>c"),
        ("comments", "a<!-- <b> -->b<!-->c<!--->d<!----!>e", "abcde"),
        ("a comment without end", "a<!-- b", "a"),
        ("no comment", "a<!doctype html><!x>b", "a<!doctype html><!x>b"),
        ("raw text holds no tags", "<title><b></title><textarea><!--x--></textarea>", "<title><b></title><textarea><!--x--></textarea>"),
        ("in SVG a style is an element", "<svg><style><a></style></svg><style>x</style>", "<svg><style><a></style></svg><style></style>"),
        ("signs that begin nothing", "1 < 2 <3 </ 4>", "1 < 2 <3 </ 4>"),
        ("a sign in a value", "<a b=\">\" c='<!--'>d", "<a b=\">\" c='<!--'>d"),
        ("the end in a tag", "<a b=\"c", "<a b=\"c"),
    ]

    @Test("Cases", arguments: cases.map(\.name))
    func prepared(_ name: String) throws {
        let sample = try #require(Self.cases.first { $0.name == name })
        let prepared = HTMLGuard.prepared(Array(sample.source.utf8), limits: HTMLLimits())
        #expect(String(decoding: prepared, as: UTF8.self) == sample.prepared)
    }

    @Test("What is over a limit")
    func limits() {
        var limits = HTMLLimits()
        (limits.depth, limits.attributes, limits.attributeSize) = (2, 2, 3)
        func prepared(_ text: String) -> String {
            String(decoding: HTMLGuard.prepared(Array(text.utf8), limits: limits), as: UTF8.self)
        }
        #expect(prepared("<i><b><u>a</u>b</b>c</i><s>") == "<i><b>ab</b>c</i><s>")
        #expect(prepared("<p><p><p><li><br><br>") == "<p><p><p><li><br><br>")
        #expect(prepared("<p a b=1 c d='>' e>f") == "<p a b=1 >f")
        #expect(prepared("<p a=\"1234\" b='123'>") == "<p a=\"\" b='123'>")
        #expect(prepared(String(repeating: "<body x>", count: 12)) == String(repeating: "<body x>", count: 8))
    }
}

@Suite("Fields of a page")
struct HTMLFieldTests {
    static let titles: [(linked: String?, meta: String?, headings: [String], document: String?, site: String?, title: String?)] = [
        (nil, nil, [], "A court decides - The Post", nil, "A court decides"),
        (nil, nil, [], "A court decides on fraud - The Post", nil, "A court decides on fraud"),
        (nil, nil, [], "A court decides - The Post", "The Post", "A court decides"),
        (nil, nil, ["A court decides"], "A court decides - The Post", nil, "A court decides"),
        (nil, nil, ["The Post", "Court decides today"], "The Post: Court decides today", nil, "Court decides today"),
        (nil, "A court decides | The Post", [], nil, "The Post", "A court decides"),
        (nil, "Court: a decision", ["Something else"], nil, nil, "Court: a decision"),
        ("A court decides at last", "Short for sharing", ["A court decides at last"], nil, nil, "A court decides at last"),
        (nil, nil, ["Only a heading"], nil, nil, "Only a heading"), (nil, nil, [], nil, nil, nil),
        (nil, nil, [], "Bank pays back all losses | Markets | Daily", nil, "Bank pays back all losses"),
    ]

    @Test("Titles", arguments: titles.indices)
    func title(_ index: Int) {
        let sample = Self.titles[index]
        let title = HTMLTitle.title(
            linked: sample.linked, meta: sample.meta, headings: sample.headings, document: sample.document, site: sample.site)
        #expect(title == sample.title)
    }

    static let dates: [(String, String?)] = [
        ("2025-03-12T10:00:00+01:00", "2025-03-12T10:00:00+01:00"), ("2025-03-12T10:00:00.000Z[UTC]", "2025-03-12T10:00:00"),
        ("20250312", "2025-03-12"), ("1741773600", "2025-03-12T10:00:00Z"), ("1741773600000", "2025-03-12T10:00:00Z"),
        ("March 12, 2025", "2025-03-12"), ("12 mars 2025", "2025-03-12"), ("2025", "2025"), ("soon", nil), ("", nil), ("1234", nil),
        ("20251399", nil),
    ]

    @Test("Dates in attributes", arguments: dates)
    func date(_ text: String, _ date: String?) { #expect(HTMLDates.date(text)?.description == date) }

    static let addresses: [(String, String?)] = [
        ("https://e.example/2025/03/12/title", "2025-03-12"), ("https://e.example/news/2025/3/title", "2025-03"),
        ("https://e.example/a/2025-03-12-title.html", "2025-03-12"), ("https://e.example/20250312/x", "2025-03-12"),
        ("https://e.example/2025/title", nil), ("https://e.example/item/1234/56", nil), ("https://2025.example/03/12", nil),
    ]

    @Test("Dates in addresses", arguments: addresses)
    func addressDate(_ text: String, _ date: String?) { #expect(HTMLDates.date(inAddress: text)?.description == date) }

    static let lines: [(String, String?)] = [
        ("Posted on 12 March 2025, 10:30 by Editor", "2025-03-12"), ("Updated: March 12, 2025", "2025-03-12"),
        ("Wednesday 12 March 2025", "2025-03-12"), ("Published 2 hours ago", nil), ("In 2025 many banks", nil),
        ("By Ruth Amsel | March 12, 2025 at 2:26 PM", "2025-03-12"),
    ]

    @Test("Dates in lines", arguments: lines)
    func lineDate(_ text: String, _ date: String?) { #expect(DateLine.date(text)?.withoutTime.description == date) }

    static let bylines: [(String, [String])] = [
        ("By Ruth Amsel and Tom Okoro", ["Ruth Amsel", "Tom Okoro"]), ("Ruth Amsel, Tom Okoro", ["Ruth Amsel", "Tom Okoro"]),
        ("Par Hélène Garrigue", ["Hélène Garrigue"]), ("Written by Ruth Amsel Edited by Tom Okoro", ["Ruth Amsel"]),
        ("https://e.example/staff/amsel", []), ("@ruth", []), ("Ruth Amsel —", ["Ruth Amsel"]), ("Ruth (R.) Amsel", ["Ruth (R.) Amsel"]),
        ("", []), ("—", []),
    ]

    @Test("Bylines", arguments: bylines)
    func byline(_ text: String, _ names: [String]) { #expect(HTMLBylines.names(text) == names) }

    static let hints: [(String, HTMLHints)] = [
        ("share-bar", [.furniture]), ("articleShareBar", [.furniture, .article]), ("shareholder", [.furniture]), ("download", []),
        ("header-ad", [.furniture, .weak]), ("related_posts", [.furniture]), ("comments-area", [.comments]), ("commentary", []),
        ("entry-content", [.article]), ("sr-only", [.unseen]), ("byline", [.byline]), ("wp-caption-text", [.caption, .article]),
        ("css-1x2y3z", []), ("", []),
    ]

    @Test("What names of classes say", arguments: hints.indices)
    func hint(_ index: Int) {
        let (name, hints) = Self.hints[index]
        Array(name.utf8).withUnsafeBufferPointer { #expect(HTMLHintWords.hints(in: $0) == hints, "\(name)") }
    }

    @Test("JSON-LD in its many shapes")
    func linkedData() {
        let scripts = [
            "[{\"@type\":\"Organization\",\"@id\":\"#o\",\"name\":\"The Post\"},{\"@type\":[\"NewsArticle\",\"Thing\"],\"headline\":\"A &amp; <b>B</b>\",",
            "\"author\":[{\"@id\":\"#p\"},\"Tom Okoro\"],\"publisher\":{\"@id\":\"#o\"},\"datePublished\":\"2025-03-12\",\"articleSection\":[\"Law\"]},",
            "{\"@type\":\"Person\",\"@id\":\"#p\",\"name\":\"Ruth Amsel\"},]",
        ].joined(separator: "\n")
        let data = Self.data(["  <![CDATA[ \(scripts) ]]>"])
        #expect(data.title == "A & B")
        #expect(data.authors == ["Ruth Amsel", "Tom Okoro"])
        #expect(data.publisher == "The Post")
        #expect(data.published == "2025-03-12")
        #expect(data.sections == ["Law"])
        #expect(data.isArticle)
    }

    @Test("Broken JSON-LD still gives its dates and headline")
    func brokenData() {
        let data = Self.data(["{\"@type\":\"NewsArticle\" \"headline\" : \"A headline\", \"datePublished\":\"2025-03-12\" oops"])
        #expect(data.title == "A headline")
        #expect(data.published == "2025-03-12")
        #expect(data.updated == nil)
        #expect(!data.isArticle)
    }

    private static func data(_ scripts: [String]) -> HTMLLinkedData {
        let buffers = scripts.map { text in
            let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
            _ = copy.initialize(from: text.utf8)
            return copy
        }
        defer { for buffer in buffers { buffer.deallocate() } }
        return HTMLLinkedData(buffers.map { UnsafeBufferPointer($0) })
    }
}
