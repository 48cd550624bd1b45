import Articles
import Library
import Reader
import TestSupport
import Testing
import Topics

struct DecorationsTests {
    @Test(arguments: UInt64(1)...20) func `What overlaps is what a look at all of them finds`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let kinds: [Decoration.Kind] = [.bookmark, .searchHit, .selection, .evidence, .note(count: 1)]
        let decorations = (0..<200).map { _ in
            let start = Int.random(in: 0..<1_000, using: &random)
            let length = Int.random(in: 0...(Bool.random(using: &random) ? 10 : 400), using: &random)
            return Decoration(kinds.randomElement(using: &random) ?? .bookmark, start..<start + length)
        }
        let all = Decorations(decorations)
        for start in stride(from: 0, to: 1_400, by: 7) {
            for length in [0, 1, 30] {
                let range = start..<start + length
                let expected = all.all.filter {
                    $0.range.overlaps(range) || $0.range.isEmpty && range.contains($0.range.lowerBound)
                }
                #expect(all.overlapping(range) == expected)
            }
        }
    }

    @Test func `Keys step through one family at a time`() {
        let mark = TopicMark(code: "MLA", hue: .internationalCooperation, standing: .likely)
        let all = Decorations([
            Decoration(.searchHit, 50..<55), Decoration(.topic(mark), 0..<40), Decoration(.bookmark, 10..<20),
            Decoration(.topic(mark), 60..<90), Decoration(.userTag, 10..<20), Decoration(.currentHit, 5..<8),
            Decoration(.searchHit, 5..<8), Decoration(.passageCursor, 0..<40), Decoration(.note(count: 2), 70..<80),
        ])
        #expect(all.next(.topic, after: -1) == 0..<40)
        #expect(all.next(.topic, after: 0) == 60..<90)
        #expect(all.next(.topic, after: 60) == nil)
        #expect(all.previous(.topic, before: 60) == 0..<40)
        #expect(all.previous(.topic, before: 0) == nil)
        #expect(all.next(.own, after: 0) == 10..<20)
        #expect(all.next(.own, after: 10) == 70..<80)
        #expect(all.previous(.own, before: 70) == 10..<20)
        #expect(all.next(.hit, after: 5) == 50..<55)
        #expect(all.places(of: .hit) == [5..<8, 50..<55])
        #expect(all.places(of: .own) == [10..<20, 70..<80])
    }

    private static func link(_ topic: TopicID, _ origin: TopicLink.Origin, _ range: Range<Int>, prior: Double) -> TopicLink {
        TopicLink(
            passage: Passage(range), topic: topic, origin: origin,
            explanation: Explanation(prior: prior, evidence: [], context: [], threshold: 0.5))
    }

    @Test func `What the library knows becomes decorations`() {
        let row = ArticleRow(id: ArticleID(1), name: "a", title: "T", sortDate: ArticleDate(timestamp: 0), file: "a.txt")
        let article = Article(title: "T", blocks: [Block(.paragraph, "Some text about a treaty.")])
        func passage(_ range: Range<Int>?, bookmarked: Bool, tags: [String]) -> StoredPassage {
            StoredPassage(
                id: "1", article: row.id, articleTitle: "T", file: "a.txt", anchor: Anchor(0..<4, in: article.text),
                range: range, isBookmarked: bookmarked, tags: tags, created: ArticleDate(timestamp: 0))
        }
        let stored = StoredArticle(
            row: row, article: article,
            links: [
                Self.link("treaty-law", .engine, 0..<25, prior: 2), Self.link("extradition", .engine, 0..<25, prior: -1),
                Self.link("evidence", .user, 0..<25, prior: -3), Self.link("fraud-management", .kicker, 0..<0, prior: 3),
                Self.link("unnamed", .engine, 0..<25, prior: 1),
            ],
            passages: [
                passage(0..<4, bookmarked: true, tags: ["x"]), passage(nil, bookmarked: true, tags: []),
                passage(5..<9, bookmarked: false, tags: ["x", "y"]),
            ], place: 0)
        let decorations = Decorations(of: stored) { topic in
            topic == "unnamed" ? nil : Decorations.TopicName(code: String(topic.rawValue.prefix(3)), hue: .compliance)
        }
        func mark(_ code: String, _ standing: TopicMark.Standing, _ score: Double) -> Decoration {
            Decoration(.topic(TopicMark(code: code, hue: .compliance, standing: standing, score: score)), 0..<25)
        }
        #expect(
            Set(decorations.all) == [
                mark("tre", .likely, 2), mark("ext", .possible, -1), mark("evi", .confirmed, -3),
                Decoration(.bookmark, 0..<4), Decoration(.userTag, 0..<4), Decoration(.userTag, 5..<9),
            ])
        #expect(decorations.all.count == 6)
    }

    @Test func `Evidence becomes decorations`() {
        var link = Self.link("treaty-law", .engine, 0..<25, prior: 0)
        link.explanation.evidence = [Explanation.Evidence(start: 18, end: 24, text: "treaty", contribution: 2)]
        #expect(Decoration.evidence(of: link) == [Decoration(.evidence, 18..<24)])
    }
}
