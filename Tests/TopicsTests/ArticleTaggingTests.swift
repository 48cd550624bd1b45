import Articles
import Testing

@testable import Topics

@Suite("Tagging an article")
struct ArticleTaggingTests {
    static let tagger = Tagger()

    /// An article as people have it: category lines, a deck, paragraphs, an advertisement, references to other articles.
    static let article = Article(
        title: "Delegates weigh a new cybercrime treaty",
        deck: "Rights groups ask for stronger safeguards before the vote",
        kickers: ["Cybercrime", "Fraud Management & Cybercrime", "Standards, Regulations & Compliance", "Gardening"],
        language: "en",
        blocks: [
            Block(.paragraph, "Ministers are ready to endorse a United Nations cybercrime convention that was years in the making."),
            Block(.promotion, "See Also: Webinar | Fighting Phishing, Ransomware and Fraud in Banks"),
            Block(.heading, "Who could be caught", level: 2),
            Block(
                .paragraph,
                "Lawyers warn that whistleblowers, activists and journalists might face charges (see: How Ransomware Gangs Hide)",
                spans: [Span(.reference, start: 81, end: 111, target: "How Ransomware Gangs Hide")]),
            Block(.paragraph, "Teenagers who send pictures of themselves might be tried for spreading child sexual abuse material."),
            Block(.heading, "Extradition", level: 2),
            Block(.paragraph, "Requests to extradite suspects would get faster, and the treaty has a chapter on this. It was ratified by none so far."),
            Block(
                .paragraph,
                "The Budapest Convention, a treaty in force since 2004, was ratified by many states; the U.N. Convention Against "
                    + "Transnational Organized Crime has more parties still."),
            Block(.rule, ""),
            Block(.listItem, "Standards"),
        ])

    private func links(to block: Int, in article: Article = article) -> [TopicID: TopicLink] {
        let range = article.blockRanges[block]
        let links = Self.tagger.tag(article).filter { $0.passage.range == range && $0.origin == .engine }
        return Dictionary(uniqueKeysWithValues: links.map { ($0.topic, $0) })
    }

    private func factors(_ link: TopicLink?) -> [String] { link?.explanation.context.map(\.name) ?? [] }

    @Test("category lines stand for the whole article, once each")
    func kickers() {
        let links = Self.tagger.tag(Self.article).filter { $0.origin == .kicker }
        #expect(links.map(\.topic) == ["cybercrime", "fraud-management", "compliance"])
        for link in links {
            #expect(link.passage == Passage(start: 0, end: 0))
            #expect(link.explanation.evidence == [])
            #expect(factors(link) == ["kicker"])
        }
    }

    @Test("what only a category line says is linked to no paragraph")
    func kickerOnly() {
        let body = Self.tagger.tag(Self.article).filter { $0.origin == .engine }
        #expect(!body.contains { $0.topic == "fraud-management" || $0.topic == "compliance" })
    }

    @Test("a category line that is a topic's label needs no table")
    func labelledKicker() {
        let article = Article(title: "", kickers: ["Identity theft", "Ransomware payments in gardens"], language: "en")
        #expect(Self.tagger.tag(article).map(\.topic) == ["identity-theft"])
    }

    @Test("paragraphs are linked to what they say")
    func paragraphs() {
        #expect(links(to: 0).keys.sorted() == ["un-cybercrime-convention"])
        #expect(links(to: 3)["journalists-whistleblowers"] != nil)
        #expect(links(to: 4)["csam"] != nil)
        #expect(Set(links(to: 7).keys).isSuperset(of: ["budapest-convention", "treaty-law", "untoc"]))
    }

    @Test("advertising is never tagged")
    func promotion() {
        #expect(links(to: 1).isEmpty)
        #expect(!Self.tagger.tag(Self.article).contains { $0.topic == "phishing" || $0.topic == "ransomware" })
    }

    @Test("title, deck, category lines, headings and the first paragraph are named as context")
    func context() {
        #expect(factors(links(to: 0)["un-cybercrime-convention"]) == ["first-paragraph", "title"])
        #expect(factors(links(to: 5)["extradition"]) == ["heading"])
        #expect(factors(links(to: 6)["extradition"]) == ["under-heading"])
        var article = Self.article
        article.blocks.append(Block(.paragraph, "It is about cybercrime and human rights groups, which are rights groups."))
        #expect(factors(links(to: 10, in: article)["cybercrime"]) == ["under-heading", "kicker"].filter { $0 != "under-heading" })
        #expect(factors(links(to: 10, in: article)["human-rights-safeguards"]) == ["deck"])
    }

    @Test("context alone links nothing")
    func contextAlone() {
        let article = Article(
            title: "Ransomware", deck: "Ransomware", kickers: ["Ransomware"], language: "en",
            blocks: [Block(.heading, "Ransomware", level: 1), Block(.paragraph, "Nothing more was said.")])
        #expect(Self.tagger.tag(article).filter { $0.passage.start > 0 }.isEmpty)
    }

    @Test("the same label counts less each time, another label more")
    func repetition() throws {
        func score(_ text: String) throws -> Double {
            try #require(Self.tagger.tag(Article(title: "", language: "en", blocks: [Block(.paragraph, text)])).first).explanation.score
        }
        let once = try score("Ransomware.")
        let twice = try score("Ransomware. Ransomware.")
        let thrice = try score("Ransomware. Ransomware. Ransomware.")
        let other = try score("Ransomware. The extortion.")
        #expect(once < twice && twice < thrice && thrice - twice < twice - once)
        #expect(other > twice)
    }

    @Test("what is inside a longer label is listed without weight, where the passage has the topic otherwise")
    func covered() throws {
        let text = "Cybercrime is the subject of the Convention on Cybercrime."
        let article = Article(title: "", language: "en", blocks: [Block(.paragraph, text)])
        let link = try #require(Self.tagger.tag(article).first { $0.topic == "cybercrime" })
        #expect(link.explanation.evidence.map(\.text) == ["Cybercrime", "Cybercrime"])
        #expect(link.explanation.evidence.map { $0.contribution > 0 } == [true, false])
    }

    @Test("a narrower topic's label leaves its parent a little")
    func narrower() throws {
        let text = "Fraud and card fraud."
        let links = Self.tagger.tag(Article(title: "", language: "en", blocks: [Block(.paragraph, text)]))
        let parent = try #require(links.first { $0.topic == "fraud-management" })
        let contributions = parent.explanation.evidence.map(\.contribution)
        #expect(contributions.count == 2 && contributions[1] > 0 && contributions[1] < contributions[0])
    }

    @Test("links come in the order of the passages, the strongest first")
    func order() {
        let links = Self.tagger.tag(Self.article)
        let keys = links.map { ($0.passage.start, -$0.explanation.score) }
        let engine = zip(links, keys).filter { $0.0.origin == .engine }.map(\.1)
        #expect(links.prefix(3).allSatisfy { $0.origin == .kicker })
        #expect(zip(engine, engine.dropFirst()).allSatisfy { $0 < $1 || $0 == $1 })
    }

    @Test("every link reaches the threshold, and every topic exists")
    func threshold() {
        for link in Self.tagger.tag(Self.article) {
            #expect(link.explanation.probability >= link.explanation.threshold)
            #expect(Self.tagger.vocabulary.topic(link.topic) != nil)
        }
    }

    @Test("a session's results do not depend on what it read before")
    func sessions() {
        let session = Self.tagger.session()
        _ = session.tag(Article(title: "Ransomware", language: "fr", blocks: [Block(.paragraph, "La cybercriminalité et l'extradition")]))
        _ = session.tag(passage: "Phishing and other words that no label has")
        #expect(session.tag(Self.article) == Self.tagger.tag(Self.article))
    }

    @Test("threads can share a tagger")
    func threads() async {
        let expected = Self.tagger.tag(Self.article)
        let tagger = Tagger()
        let results = await withTaskGroup(of: [TopicLink].self) { group in
            for _ in 0..<8 { group.addTask { tagger.tag(Self.article) } }
            return await group.reduce(into: [[TopicLink]]()) { $0.append($1) }
        }
        #expect(results.allSatisfy { $0 == expected })
    }

    @Test("without topics there are no links")
    func emptyVocabulary() {
        let tagger = Tagger(vocabulary: .empty)
        #expect(tagger.tag(Self.article) == [])
        #expect(tagger.session().tag(passage: "Ransomware") == [])
    }

    @Test("an empty article has no links")
    func emptyArticle() {
        #expect(Self.tagger.tag(Article(title: "")) == [])
        #expect(Self.tagger.tag(Article(title: "Ransomware", blocks: [Block(.rule, ""), Block(.paragraph, "")])) == [])
    }
}
