@testable import Briefings
import Testing
import Topics

@Suite struct TreatyTests {
    private let vocabulary = Vocabulary.builtIn

    @Test(arguments: [
        ("UNCC", "UNCC"), ("uncc", "UNCC"), ("BUDAPEST", "BC"), ("budapest convention", "BC"), ("Hanoi", "UNCC"), ("Palermo", "UNTOC"), ("gdpr", "GDPR"), ("FATF", "FATF"),
        ("BC-P2", "BC-P2"), ("Second Protocol", "BC-P2"), ("malabo", "MALABO"),
    ]) func findsTheTreatyThatIsMeant(name: String, id: String) {
        #expect(vocabulary.treaty(meant: name)?.id.rawValue == id)
    }

    @Test(arguments: ["", "convention", "nothing"]) func findsNoneForOtherWords(name: String) { #expect(vocabulary.treaty(meant: name) == nil) }

    /// The tables go both ways, and name provisions that there are.
    @Test func correspondencesGoBothWays() throws {
        let (bc, uncc) = (try #require(TreatyID("BC")), try #require(TreatyID("UNCC")))
        let forward = TreatyCorrespondences.pairs(of: bc, in: uncc, vocabulary: vocabulary)
        let back = TreatyCorrespondences.pairs(of: uncc, in: bc, vocabulary: vocabulary)
        #expect(forward.values.joined().count == 30 && back.values.joined().count == 30)
        for (own, pairs) in forward {
            #expect(vocabulary.provision(own) != nil)
            for pair in pairs {
                #expect(vocabulary.provision(pair.provision) != nil)
                #expect(back[pair.provision]?.contains { $0.provision == own && $0.basis == pair.basis } == true)
            }
        }
        #expect(forward[ProvisionID(treaty: bc, article: "2")] == [.init(provision: ProvisionID(treaty: uncc, article: "7"), basis: .compared)])
        #expect(forward[ProvisionID(treaty: bc, article: "22")]?.map(\.basis) == [.topic])
        #expect(forward[ProvisionID(treaty: bc, article: "10")] == nil, "copyright has no counterpart")
    }

    @Test func otherPairsGoByTopic() throws {
        let (bc, malabo) = (try #require(TreatyID("BC")), try #require(TreatyID("MALABO")))
        let pairs = TreatyCorrespondences.pairs(of: bc, in: malabo, vocabulary: vocabulary)
        #expect(pairs.values.joined().allSatisfy { $0.basis == .topic && $0.provision.treaty == malabo })
        #expect(!pairs.isEmpty)
    }

    @Test func mapsHaveEveryProvision() throws {
        let uncc = try #require(vocabulary.treaties.first { $0.id.rawValue == "UNCC" })
        let budapest = try #require(vocabulary.treaties.first { $0.id.rawValue == "BC" })
        let counts = TreatyMap.Counts(
            provisions: ["7": .init(articles: 4, unread: 1), "": .init(articles: 9, unread: 2)], passages: ["7": 6], histories: ["7": [0, 4]], columns: 2)
        let map = TreatyMap(uncc, counts, beside: (budapest, .init(provisions: ["2": .init(articles: 3, unread: 0)])), daysOfColumn: 30, vocabulary: vocabulary)
        #expect(map.chapters.count == 9 && map.rows.count == 68 && map.articles == 9 && map.unread == 2 && map.history == [0, 0])
        let row = try #require(map.rows.first { $0.provision.id.article == "7" })
        #expect(row.articles == 4 && row.unread == 1 && row.passages == 6 && row.history == [0, 4])
        #expect(row.beside.map(\.provision.id.article) == ["2"] && row.beside.map(\.articles) == [3])
        #expect(row.beside[0].sentence(in: map) == "= Budapest Convention, Article 2 (3)")
        #expect(map.rows.first { $0.provision.id.article == "8" }?.passages == 0)
        let page = Briefing.sample.page(maps: [map])
        for format in [BriefingFormat.markdown, .text, .html, .json] {
            let text = try #require(page.written(as: format))
            #expect(text.contains("·█") || format == .json, "\(format)")
            #expect(text.contains("Expedited preservation of stored electronic data") || format == .text, "\(format)")
        }
    }

    @Test(arguments: [
        ([], "", ""), ([0, 0], "··", ".."), ([1], "█", "8"), ([0, 1, 2, 4, 8], "·▂▃▅█", ".2358"), ([-3, 7], "·█", ".8"), ([1, 1_000_000], "▁█", "18"), ([Int.max, 1], "█▁", "81"),
    ]) func sparklines(numbers: [Int], blocks: String, digits: String) {
        #expect(Sparkline.text(numbers) == blocks)
        #expect(Sparkline.text(numbers, style: .digits) == digits)
    }
}
