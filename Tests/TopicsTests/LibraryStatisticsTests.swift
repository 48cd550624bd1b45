import Articles
import TestSupport
import Testing

@testable import Topics

@Suite("A library's own statistics")
struct LibraryStatisticsTests {
    static let text = Article(title: "", language: "en", blocks: [Block(.paragraph, "A hearing on extradition, and some phishing.")])

    private func link(_ statistics: LibraryStatistics) throws -> TopicLink {
        try #require(Tagger(statistics: statistics).session().links(Self.text).first { $0.topic == "extradition" })
    }

    @Test("without one nothing changes")
    func none() {
        let links = Tagger().session().links(Self.text)
        #expect(Tagger(statistics: .none).session().links(Self.text) == links)
        #expect(!links.contains { $0.explanation.context.contains { $0.kind == .context(.librarySpecificity) } })
    }

    @Test("rare words say more, common ones less, never more than the bound, and the sum holds")
    func specificity() throws {
        let plain = try link(.none).explanation.score
        let rare = try link(LibraryStatistics(passages: 100_000, counts: ["extradition": ["extradition": 20]]))
        let common = try link(LibraryStatistics(passages: 100_000, counts: ["extradition": ["extradition": 60_000]]))
        #expect(rare.explanation.score > plain && plain > common.explanation.score)
        #expect(rare.standing == .probable && common.standing == .probable)
        for link in [rare, common] {
            let factor = try #require(link.explanation.context.first { $0.kind == .context(.librarySpecificity) })
            #expect(abs(factor.contribution) <= Weights.standard.librarySpecificityMost)
            let sum = link.explanation.prior + link.explanation.evidence.reduce(0) { $0 + $1.contribution }
                + link.explanation.context.reduce(0) { $0 + $1.contribution }
            #expect(abs(sum - link.explanation.score) < 1e-9)
        }
    }

    @Test("a small library says little")
    func small() throws {
        let plain = try link(.none).explanation.score
        let small = try link(LibraryStatistics(passages: 10, counts: ["extradition": ["extradition": 9]])).explanation.score
        #expect(abs(small - plain) < 0.01)
    }

    @Test("kept as a text they come back as they were")
    func keeping() {
        let statistics = LibraryStatistics(
            passages: 7, counts: ["a": ["with\nan end of line": 2, "a \\n that is none": 1, "tab\tinside": 3], "b": ["плюс": 4]])
        #expect(LibraryStatistics(text: statistics.text) == statistics)
        #expect(LibraryStatistics(text: LibraryStatistics.none.text) == LibraryStatistics.none)
        for text in ["", "x", "1\n2\ta", "1\nx\ta\tb"] { #expect(LibraryStatistics(text: text) == nil) }
    }

    @Test("a tagger with them is another one")
    func edition() {
        let some = LibraryStatistics(passages: 7, counts: ["extradition": ["extradition": 2]])
        #expect(Tagger(statistics: some).edition != Tagger().edition)
        #expect(Tagger(statistics: some).edition == Tagger(statistics: some).edition)
    }

    @Test("articles come and go in any order", arguments: 0..<3)
    func counting(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let texts = ["Phishing and extradition.", "Phishing, phishing and a ransom.", "Nothing.", "The ransom note and extradition."]
        let session = Tagger().session()
        let articles = texts.map { Article(title: "", language: "en", blocks: [Block(.paragraph, $0)]) }
        var whole = LibraryStatistics()
        for article in articles.shuffled(using: &random) { whole.add(passages: 1, links: session.tag(article, including: .possible)) }
        #expect(whole.passages == 4)
        #expect(whole.counts["phishing"]?["phishing"] == 2)
        #expect(whole.counts["extradition"]?["extradition"] == 2)
        var rest = whole
        rest.add(passages: 1, links: session.tag(articles[0], including: .possible))
        rest.remove(passages: 1, links: session.tag(articles[0], including: .possible))
        #expect(rest == whole)
        for article in articles.shuffled(using: &random) { rest.remove(passages: 1, links: session.tag(article, including: .possible)) }
        #expect(rest == .none)
    }
}

@Suite("Categories of an article")
struct ArticleCategoryTests {
    @Test("a known line, a topic's label, and one of its own")
    func categories() {
        let article = Article(
            title: "T", kickers: ["  fraud management  and cybercrime ", "Identity theft", "Gardening\n& Roses", "gardening and roses", "", String(repeating: "x", count: 300)],
            language: "en", blocks: [Block(.paragraph, "Nothing here.")])
        let categories = Tagger().categories(of: article)
        #expect(categories == [
            ArticleCategory(name: "Fraud Management & Cybercrime", parent: nil, topics: ["fraud-management", "cybercrime"], isListed: true),
            ArticleCategory(name: "Identity Theft", parent: "Fraud Management & Cybercrime", topics: ["identity-theft"], isListed: true),
            ArticleCategory(name: "Gardening & Roses", parent: nil, topics: [], isListed: false),
        ])
        let own = Tagger().categories(of: Article(title: "T", kickers: ["Romance scam", "Gardening"], language: "en"))
        #expect(own.map(\.topics) == [["investment-scams"], []])
        #expect(own.allSatisfy { !$0.isListed })
    }

    @Test("a category of its own is no topic, and there are not endlessly many")
    func limits() {
        let article = Article(title: "T", kickers: (0..<200).map { "Column \($0)" }, language: "en")
        #expect(Tagger().categories(of: article).count == 64)
        #expect(Tagger().tag(article).isEmpty)
        #expect(Tagger(vocabulary: .empty).categories(of: article).count == 64)
    }
}
