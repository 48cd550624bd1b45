import Articles
import Testing

@testable import Topics

@Suite("Context")
struct ContextTests {
    static let tagger = Tagger()

    static let contrasts = [
        TaggerCase(name: "unrelated to", text: "The arrest is unrelated to the extradition of others.", expected: [], excluded: ["extradition"]),
        TaggerCase(name: "as opposed to", text: "They met on trade as opposed to ransomware.", expected: [], excluded: ["ransomware"]),
        TaggerCase(name: "not a", text: "It was not a data breach, the firm said.", expected: [], excluded: ["data-breach"]),
        TaggerCase(name: "not about", text: "The hearing was not about money laundering.", expected: [], excluded: ["money-laundering"]),
        TaggerCase(name: "nothing to do with", text: "The outage had nothing to do with ransomware.", expected: [], excluded: ["ransomware"]),
        TaggerCase(name: "in capitals", text: "UNRELATED TO PHISHING, THE OUTAGE CAME LATER.", expected: [], excluded: ["phishing"]),
        TaggerCase(name: "French", text: "L’affaire est sans rapport avec l’extradition.", language: "fr", expected: [], excluded: ["extradition"]),
        TaggerCase(name: "beyond the clause", text: "The visit was unrelated to sport, extradition was on the agenda.", expected: ["extradition"]),
        TaggerCase(name: "beyond the sentence", text: "It was unrelated to sport. Extradition followed.", expected: ["extradition"]),
        TaggerCase(name: "too far", text: "Unrelated to what everybody in town thought extradition followed.", expected: ["extradition"]),
        TaggerCase(name: "inside a word", text: "It was knot a ransomware tale.", expected: ["ransomware"]),
        TaggerCase(name: "said elsewhere too", text: "It was not a data breach. A data breach came in May.", expected: ["data-breach"]),
        TaggerCase(name: "not only", text: "It was not only ransomware.", expected: ["ransomware"]),
    ]

    @Test("contrast takes a topic away in its clause alone", arguments: contrasts)
    func contrast(_ example: TaggerCase) {
        let found = Set(Self.tagger.session().tag(passage: example.text, language: example.language).map(\.topic))
        #expect(Set(example.expected).subtracting(found) == [])
        #expect(Set(example.excluded).intersection(found) == [])
    }

    private func factors(_ block: Int, _ topic: TopicID, in article: Article) -> [String] {
        let range = article.blockRanges[block]
        let link = Self.tagger.session().links(article).first { $0.passage.range == range && $0.topic == topic }
        return link?.explanation.context.map(\.name) ?? ["no link"]
    }

    @Test("neighbours, spread and related topics are named")
    func named() {
        let article = Article(
            title: "", language: "en",
            blocks: [
                Block(.paragraph, "It was late."), Block(.paragraph, "Ransomware came."), Block(.paragraph, "Ransomware stayed."),
                Block(.paragraph, "Nothing else."), Block(.paragraph, "Ransomware left. Phishing and fraud came."),
            ])
        #expect(factors(1, "ransomware", in: article) == ["neighbour", "spread"])
        #expect(factors(4, "ransomware", in: article) == ["spread"])
        #expect(factors(4, "phishing", in: article) == ["related-topic"])
        #expect(factors(4, "fraud-management", in: article) == ["related-topic"])
    }

    @Test("an acronym that nothing decides is possible, with what it may stand for")
    func undecided() throws {
        let session = Self.tagger.session()
        let weak = try #require(Self.tagger.vocabulary.acronyms.first { $0.standard == .weak && $0.needs.isEmpty })
        let article = Article(title: "", language: "en", blocks: [Block(.paragraph, "They spoke of \(weak.text) there.")])
        #expect(!session.tag(article).contains { $0.topic == weak.topic })
        let link = try #require(session.tag(article, including: .possible).first { $0.topic == weak.topic })
        #expect(link.standing == .possible)
        let name = link.explanation.context.map(\.name).last ?? ""
        #expect(name.hasPrefix("undecided-acronym: \(weak.expansion)"))
        #expect(weak.rivals.allSatisfy { name.contains($0) })
    }

    @Test("an undecided acronym stays possible whatever surrounds it")
    func undecidedAnywhere() throws {
        let weak = try #require(Self.tagger.vocabulary.acronyms.first { $0.standard == .weak && $0.needs.isEmpty })
        let label = try #require(Self.tagger.vocabulary.topic(weak.topic)?.label)
        let blocks = (0..<4).map { _ in Block(.heading, "\(weak.text) and \(weak.text) and \(weak.text)", level: 1) }
        let article = Article(title: label, deck: label, kickers: [label], language: "en", blocks: blocks)
        let links = Self.tagger.session().links(article).filter { $0.topic == weak.topic && $0.origin == .engine }
        #expect(!links.isEmpty)
        #expect(links.allSatisfy { $0.standing == .possible })
    }
}
