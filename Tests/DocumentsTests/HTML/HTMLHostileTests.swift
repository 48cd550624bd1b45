import Articles
import Documents
import Formats
import Foundation
import Testing

@Suite("Hostile pages")
struct HTMLHostileTests {
    static let isSoak = ProcessInfo.processInfo.environment["DOSSIER_SOAK"] != nil

    /// Reads a page both ways. Whatever it holds, there is an article or one of two sentences.
    @discardableResult
    static func read(_ bytes: [UInt8]) -> Article? {
        let content = HTMLReader.content(bytes)
        for block in content.blocks { check(block) }
        do throws(FormatError) {
            let article = try HTMLReader.page(SourceFile(name: "a.html", bytes: bytes)).article
            for block in article.blocks { check(block) }
            #expect(!article.title.isEmpty)
            return article
        } catch {
            #expect(error.reason == .empty || error.reason == .pageWithoutText)
            return nil
        }
    }

    /// What every block keeps, whatever it was made of.
    static func check(_ block: Block) {
        let size = block.text.utf8.count
        #expect(size <= FormatLimits().blockSize)
        #expect(block.kind == .rule || size > 0)
        for span in block.spans {
            #expect(span.start >= 0 && span.start < span.end && span.end <= size)
            guard let target = span.target, span.kind == .link else { continue }
            #expect(["http://", "https://", "mailto:"].contains { target.lowercased().hasPrefix($0) })
        }
    }

    static let floods: [(name: String, html: @Sendable (Int) -> String)] = [
        ("nested boxes", { String(repeating: "<div>", count: $0) + "deep<p>end" }),
        ("nested bold type", { String(repeating: "<b>", count: $0) + "deep" }),
        ("nested quotations and lists", { String(repeating: "<blockquote><ul><li>x", count: $0 / 3) }),
        ("nested tables", { String(repeating: "<table><tr><td>x", count: $0 / 3) }),
        ("nested SVG", { String(repeating: "<svg><td>", count: $0 / 2) + "<p>x" }),
        ("formatting that is opened again in each paragraph", { count in
            (0..<(count / 10)).map { "<p>x<b id=\($0)>" }.joined()
        }),
        ("attributes", { count in "<p " + (0..<count).map { "a\($0)=b" }.joined(separator: " ") + ">x" }),
        ("the attributes of one body after the other", { count in (0..<(count / 4)).map { "<body a\($0)>" }.joined() + "x" }),
        ("references", { String(repeating: "&amp;&notanything;&#0;", count: $0) }),
        ("end tags", { "<p>x" + String(repeating: "</i></p></div>", count: $0 / 3) }),
        ("line ends", { "x" + String(repeating: "<br>", count: $0) + "y" }),
        ("cells", { "<table><tr><td>x<td>y<tr>" + String(repeating: "<td colspan=1000>", count: $0) }),
        ("unclosed comment", { "<p>x<!--" + String(repeating: "-", count: $0) }),
        ("half tags", { String(repeating: "<", count: $0) }),
        ("an unclosed value", { "<p>x<a href=\"" + String(repeating: "/x", count: $0) }),
        ("NULs", { "<p>x" + String(repeating: "\u{0}", count: $0) }),
        ("scripts", { String(repeating: "<script>//<!--<script>", count: $0 / 4) + "</script>" }),
        ("data of arrays", { "<p>x<script type=application/ld+json>" + String(repeating: "[", count: $0) + "</script>" }),
        ("captions", { String(repeating: "<figure><img alt='a b c d'><figcaption>x", count: $0 / 4) }),
    ]

    @Test("Floods of every kind end in an article or a sentence", arguments: floods.map(\.name))
    func flood(_ name: String) throws {
        let flood = try #require(Self.floods.first { $0.name == name })
        // 100,000 levels are read in full in the first case, whose work is the stack's.
        let count = name == "nested boxes" || Self.isSoak ? 100_000 : 4_000
        Self.read(Array(flood.html(count).utf8))
    }

    @Test("What is nested too deeply keeps its text")
    func deepText() {
        let html = String(repeating: "<div><span>", count: 50_000) + "deep" + "<p>end"
        let content = HTMLReader.content(Array(html.utf8))
        #expect(content.blocks.map(\.text) == ["deep", "end"])
        #expect(!content.isSimplified)
    }

    @Test("A page whose tree is too large is read without its markup")
    func tooLarge() throws {
        let html = "<title>t</title>" + String(repeating: "<p><i>x &amp; y</i></p>\n", count: Self.isSoak ? 1_000_000 : 130_000)
        let reading = try HTMLReader.page(SourceFile(name: "a.html", bytes: Array(html.utf8)))
        #expect(reading.notes == [FormatNote(file: "a.html", reason: .pageAsText)])
        #expect(reading.article.blocks.dropFirst().prefix(2).map(\.text) == ["x & y", "x & y"])
    }

    @Test("Every prefix of a page", arguments: ["newspaper", "listicle", "shift-jis", "windows-1252"])
    func prefixes(_ name: String) throws {
        let bytes = try HTMLPageTests.file(name).bytes
        let step = Self.isSoak ? 1 : max(1, bytes.count / 60)
        for end in stride(from: 0, through: bytes.count, by: step) { Self.read(Array(bytes[..<end])) }
    }

    @Test("Mutated pages")
    func mutations() throws {
        var random = Lehmer(seed: 20_250_312)
        let seeds = try ["newspaper", "listicle", "release", "blog", "divsoup", "breaks"].map { try HTMLPageTests.file($0).bytes }
        let seconds = ProcessInfo.processInfo.environment["DOSSIER_FUZZ_SECONDS"].flatMap(Double.init)
        let end = seconds.map { ContinuousClock.now + .seconds($0) }
        var count = 0
        while end.map({ ContinuousClock.now < $0 }) ?? (count < (Self.isSoak ? 20_000 : 120)) {
            count += 1
            Self.read(random.mutated(seeds[random.next(below: seeds.count)], with: seeds))
        }
    }
}

/// Random numbers that are the same in every run (MINSTD).
struct Lehmer {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(below limit: Int) -> Int {
        state = state * 48_271 % 2_147_483_647
        return Int(state) % max(1, limit)
    }

    private static let pieces = [
        "<", ">", "</", "<!--", "-->", "<table>", "<td>", "<svg>", "<math>", "<template>", "<select>", "<script>", "</script>",
        "<textarea>", "<title>", "<plaintext>", "<body>", "<frameset>", "<a href=", "\"", "'", "&", "&#x", "\u{0}", "<br>",
        "<li>", "<b>", "</p>", "<p>", "<![CDATA[", "<article>", "<main hidden>", "class=\"share\"", "<h1>", "itemprop=articleBody>",
    ].map { Array($0.utf8) }

    /// A copy with one to eight places changed: bytes flipped, taken out, doubled, or pieces of markup put in.
    mutating func mutated(_ bytes: [UInt8], with seeds: [[UInt8]]) -> [UInt8] {
        var result = bytes
        for _ in 0...next(below: 8) {
            guard !result.isEmpty else { break }
            let place = next(below: result.count)
            switch next(below: 6) {
            case 0: result[place] = UInt8(next(below: 256))
            case 1: result.removeSubrange(place..<min(result.count, place + 1 + next(below: 200)))
            case 2: result.insert(contentsOf: result[place..<min(result.count, place + next(below: 400))], at: place)
            case 3:
                let other = seeds[next(below: seeds.count)]
                let start = next(below: other.count)
                result.insert(contentsOf: other[start..<min(other.count, start + next(below: 600))], at: place)
            default:
                for _ in 0...next(below: 4) {
                    result.insert(contentsOf: Self.pieces[next(below: Self.pieces.count)], at: place)
                }
            }
        }
        return result
    }
}
