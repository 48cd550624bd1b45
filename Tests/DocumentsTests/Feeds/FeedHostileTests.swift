import Articles
import Formats
import Testing

@testable import Documents

/// Feeds made to do harm: each is a sentence or fewer articles. Sizes are small in the tests of every day, and full with
/// `DOSSIER_SOAK=1`.
@Suite struct FeedHostileTests {
    /// What a full size is divided by.
    private static let share = FeedFuzz.isSoak ? 1 : 50

    private static func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: max(1, count / share)) }

    private static func titles(_ text: String) throws -> [String] { try Feed.articles(text).map(\.title) }

    private static let head = "<rss><channel><title>T</title>"
    private static let good = "<item><title>Good</title></item>"

    @Test func externalEntitiesAreNotFetched() throws {
        let type = "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\"><!ENTITY % p SYSTEM \"http://127.0.0.1:9/p\">%p;]>"
        #expect(try Self.titles(type + Self.head + "<item><title>a &x; b</title></item>") == ["a &x; b"])
    }

    @Test func entitiesOfEntitiesDoNotExpand() throws {
        let layers = (1..<20).map { "<!ENTITY a\($0) \"\(String(repeating: "&a\($0 - 1);", count: 10))\">" }.joined()
        let type = "<!DOCTYPE r [<!ENTITY a0 \"ha\">\(layers)]>"
        #expect(try Self.titles(type + Self.head + "<item><title>&a0; &a1; &a19;</title></item>") == ["ha &a1; &a19;"])
    }

    @Test func oneLongEntityAddsOnlySoMuch() throws {
        let type = "<!DOCTYPE r [<!ENTITY b \"\(String(repeating: "x", count: 1_000))\">]>"
        let article = try Feed.articles(type + Self.head + "<item><description>" + Self.times("&b;", 1_000_000))[0]
        #expect(article.text.utf8.count < 5 << 20)
    }

    @Test func depth() throws {
        let deep = "<item><description>" + Self.times("<a>", 100_000) + "x" + Self.times("</a>", 100_000) + "</description></item>"
        #expect(try Feed.articles(Self.head + deep + Self.good).map(\.text) == ["x", ""])
        #expect(try Self.titles(Self.head + Self.times("<x>", 100_000)).isEmpty)
    }

    @Test func hugeAttributeIsLeftOut() throws {
        let text = Self.head + "<item><title>a</title><link href=\"" + Self.times("x", 10_000_000) + "\" rel=\"alternate\"/></item>" + Self.good
        #expect(try Self.titles(text) == ["a", "Good"])
        #expect(try Self.titles(Self.head + Self.good + "<item a=\"" + Self.times("x", 10_000_000)) == ["Good"])
    }

    @Test func manyAttributes() throws {
        let text = Self.head + "<item " + (0..<(300_000 / Self.share)).map { "a\($0)=\"1\"" }.joined(separator: " ") + "><title>a</title></item>"
        #expect(try Self.titles(text) == ["a"])
    }

    @Test func entriesBeyondTheLimit() throws {
        var limits = FormatLimits()
        limits.articles = 10_000 / Self.share
        let text = Self.head + (0..<(20_000 / Self.share)).map { "<item><guid>\($0)</guid></item>" }.joined()
        let results = Array(try FeedReader.readings(in: SourceFile(name: "f", bytes: Array(text.utf8)), limits: limits))
        #expect(results.count == limits.articles + 1)
        #expect(throws: FormatError(file: "f", reason: .tooManyEntries(limit: limits.articles))) { try results.last?.get() }
    }

    @Test func entriesAreReadAsTheyAreAskedFor() throws {
        let text = Self.head + (0..<10_000).map { "<item><guid>\($0)</guid></item>" }.joined()
        let stream = FeedStream(Array(text.utf8), limits: FormatLimits())
        #expect(stream.next()?.id == "0")
        #expect(stream.builder.countOfEntries < 1_000)
        var readings = try FeedReader.readings(in: SourceFile(name: "f", bytes: Array(text.utf8)))
        #expect(try readings.next()?.get().article.id == "0")
    }

    @Test func textBeyondTheLimitIsCutWithANote() throws {
        var limits = FormatLimits()
        limits.feedEntrySize = 1_000
        let text = Self.head + "<item><title>a</title><description>" + String(repeating: "<i>word</i> ", count: 1_000) + "</description></item>" + Self.good
        let readings = try FeedReader.readings(in: SourceFile(name: "f", bytes: Array(text.utf8)), limits: limits).map { try $0.get() }
        #expect(readings.map(\.article.title) == ["a", "Good"])
        #expect(readings.map(\.notes) == [[FormatNote(file: "f", reason: .textCut(limit: 1_000))], []])
        #expect(readings[0].article.text.utf8.count <= 1_000)
    }

    @Test(arguments: ["<", "&", "&foo", "&#", "</x>", "<?x ", "<!-- ", "<![CDATA[", "<a b=\"<a c='", "<x/>", "\0", "]]>", "<!", "\"", "<category>c</category>", "<a:", "<item>"])
    func repeatedSigns(_ sign: String) throws {
        let text = Self.head + "<item><title>a</title><description>" + Self.times(sign, 1_000_000)
        #expect(try Self.titles(text).first == "a")
    }

    @Test(arguments: ["<!ENTITY a \"b\" ", "<!ENTITY \"", "<!-- ", "%p;", "<!ENTITY a \"b\">"])
    func repeatedDeclarations(_ sign: String) throws {
        _ = try? Self.titles("<!DOCTYPE r [" + Self.times(sign, 1_000_000))
        #expect(try Self.titles(Self.head + Self.good) == ["Good"])
    }

    @Test(arguments: ["[", "{\"a\":", "0,", "\"\\u", "{\"id\":1},", "\\"])
    func repeatedSignsInJSON(_ sign: String) throws {
        let text = "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"good\"},{\"x\":[" + Self.times(sign, 1_000_000)
        let readings = try FeedReader.jsonReadings(in: SourceFile(name: "f", bytes: Array(text.utf8)))
        #expect(try readings.map { try $0.get().article.id } == ["good"])
    }

    @Test func sizeAndNoText() {
        var limits = FormatLimits()
        limits.fileSize = 10
        #expect(Feed.error(Array("<rss></rss>".utf8), limits: limits) == FormatError(file: "news.xml", reason: .tooLarge(size: 11, limit: 10)))
        #expect(Feed.error([0x3C, 0x72] + [UInt8](repeating: 0x01, count: 50) + [0xFF, 0xFE, 0xC0]) == FormatError(file: "news.xml", reason: .notText(offset: 2)))
    }
}
