import Articles
@testable import Library
import Search
import TestSupport
import Testing
import Text
import Topics

@Suite struct SearchingTests {
    private static let articles: [(String, String, IncomingArticle)] = [
        ("gov", "g.txt", .test("Governments agree", "The governments governed governance. Telecommunications fail.", date: "2024-08-12", topics: ["extradition"])),
        ("un", "u.txt", .test("A vote", "The U.N. backs the cybercrime convention. A back door.", date: "2024-12-24", deck: "Fraud in the deck", kickers: ["Fraud Management"], publisher: "Reuters", bylines: ["Jane Smith"])),
        ("fr", "f/été.txt", .test("Un accord", "Les accords de l'État. La fraude, l'extradition.", date: "2023", topics: ["csam"], language: "fr")),
        ("old", "o.txt", .test("Old", "back convention the U.N. government", date: "1969-07-20", language: nil)),
    ]

    /// The query, and the titles it finds, the newest first.
    private static let cases: [(query: String, titles: [String])] = [
        ("govern*", ["Governments agree", "Old"]), ("governm*", ["Governments agree", "Old"]), ("government*", ["Governments agree", "Old"]),
        ("telecommunica*", ["Governments agree"]), ("governing", ["Governments agree", "Old"]), ("governance", ["Governments agree", "Old"]),
        ("\"u.n. backs the\"", ["A vote"]), ("\"backs convention\"", ["Old"]), ("\"convention the u\"*", ["Old"]), ("un", ["A vote", "Un accord", "Old"]),
        ("title:vote", ["A vote"]), ("text:vote", []), ("deck:fraud", ["A vote"]), ("kicker:fraud", ["A vote"]), ("from:reuters", ["A vote"]),
        ("by:smith", ["A vote"]), ("fraud", ["A vote", "Un accord"]), ("accord", ["Un accord"]), ("état", ["Un accord"]), ("etat", ["Un accord"]),
        ("topic:law", ["Governments agree"]), ("topic:=law", []), ("topic:l*", ["Governments agree"]), ("topic:extradition OR topic:csam", ["Governments agree", "Un accord"]),
        ("topic:unknown", []), ("-topic:law", ["A vote", "Un accord", "Old"]), ("fraud -vote", ["Un accord"]), ("-fraud", ["Governments agree", "Old"]),
        ("-(fraud OR old)", ["Governments agree"]), ("back OR is:read", ["A vote", "Old"]), ("back (topic:law OR door)", ["A vote"]),
        ("lang:fr", ["Un accord"]), ("lang:en", ["A vote", "Governments agree"]), ("file:F/É", []), ("file:f/été", ["Un accord"]), ("file:.TXT", ["A vote", "Governments agree", "Un accord", "Old"]),
        ("date:2024", ["A vote", "Governments agree"]), ("date:2024-08..2024-12", ["A vote", "Governments agree"]), ("date:2024-09..", ["A vote"]),
        ("before:2023", ["Old"]), ("since:2024-12-24", ["A vote"]), ("date:..2023", ["Un accord", "Old"]), ("since:7d", ["A vote", "Governments agree"]), ("since:1y", ["A vote", "Governments agree", "Un accord"]),
        ("tag:x", []), ("is:unread date:2025..2024", []), ("is:noted date:2025..2024", []), ("topic:law date:2025..2024", []), ("is:read", []), ("zzz", []), ("zzz OR vote", ["A vote"]), ("\"\u{1}\u{2}a\"", ["A vote"]),
    ]

    @Test func findsWhatIsAskedFor() throws {
        try scenario { library, _ in
            try library.apply(Self.articles.map { .file($0.1, [$0.2]) })
            for (text, titles) in Self.cases {
                #expect(try library.titles(text) == titles, "\(text)")
                #expect(try library.titles(text, order: .oldest) == titles.reversed(), "\(text)")
                let query = try Query(text)
                let found = try library.search(query)
                #expect(found.articles.map(\.row.title) == titles, "\(text)")
                #expect(found.count == .exactly(titles.count), "\(text)")
                #expect(try library.count(of: query) == .exactly(titles.count), "\(text)")
                let ranked = try library.search(query, order: .relevance).articles.map(\.row.title)
                #expect(ranked.sorted() == titles.sorted(), "\(text)")
                #expect(try library.order(of: query) == found.articles.map(\.id), "\(text)")
            }
        }
    }

    @Test func advertisingIsNotFound() throws {
        let article = Article(
            title: "A page", language: "en",
            blocks: [
                Block(.paragraph, "Courts weigh extradition."), Block(.promotion, "See Also: Webinar | Extradition & Été, sold here"),
                Block(.paragraph, "Nobody sold anything."),
            ])
        try scenario { library, _ in
            try library.apply([.file("p.txt", [IncomingArticle(article, links: [])])])
            #expect(try library.titles("webinar") == [])
            let found = try library.search(Query("extradition OR sold")).articles
            #expect(found.first?.snippets.map(\.text) == ["Courts weigh extradition.", "Nobody sold anything."])
            #expect(try library.hits(of: Query("extradition"), in: article) == [13..<24])
            // Changed, it is taken out of the index as it was put in.
            var other = article
            other.blocks[1].text = "See Also: Something else"
            try library.apply([.file("p.txt", [IncomingArticle(other, links: [])])])
            #expect(try library.titles("webinar") == [])
            #expect(try library.titles("anything") == ["A page"])
        }
    }

    @Test func showsWhyAnArticleWasFound() throws {
        try scenario { library, _ in
            try library.apply(Self.articles.map { .file($0.1, [$0.2]) })
            let found = try library.search(.text(TextQuery("conventions"))).articles
            #expect(found.map(\.snippets) == [
                [Snippet(text: "The U.N. backs the cybercrime convention.", start: 0, hits: [30..<40])],
                [Snippet(text: "back convention the U.N. government", start: 0, hits: [5..<15])],
            ])
            #expect(try library.search(.text(TextQuery("vote"))).articles.map(\.snippets) == [[]])
            #expect(try library.search(.text(TextQuery("vote")), snippets: 0).articles.count == 1)
        }
    }

    @Test func pagesAndCountsUpToABound() throws {
        try scenario { library, _ in
            let articles = (0..<30).map { IncomingArticle.test("T\($0)", "Fraud number \($0).", date: "2024-01-\($0 < 9 ? "0" : "")\($0 + 1)") }
            try library.apply([.file("box", articles)])
            let query = try Query("fraud")
            let page = try library.search(query, limit: 10, offset: 5, countingTo: 20)
            #expect(page.articles.map(\.row.title) == (15..<25).reversed().map { "T\($0)" })
            #expect(page.count == .moreThan(20))
            #expect(try library.search(query, limit: 10, countingTo: 30).count == .exactly(30))
            #expect(try library.search(query, limit: 10, countingTo: 0).count == nil)
            #expect(try library.order(of: query, limit: 3).count == 3)
            #expect(try library.firstRows(limit: 2, offset: 28).map(\.title) == ["T1", "T0"])
        }
    }

    @Test func ranksTheNewestHits() throws {
        try scenario { library, _ in
            try library.apply([
                .file("a", [.test("Fraud", "Nothing else of note here.", date: "2020")]),
                .file("b", [.test("Other", "Many words and one of them is fraud among a lot of others.", date: "2024")]),
                .file("c", [.test("Third", "None.", date: "2025")]), .file("d", [.test("Fourth", "None.", date: "2025")]),
            ])
            let found = try library.search(try Query("fraud"), order: .relevance).articles
            #expect(found.map(\.row.title) == ["Fraud", "Other"])
            #expect(found[0].score > found[1].score && found[1].score > 0)
            #expect(try library.search(try Query("fraud"), order: .newest).articles.map(\.score) == [0, 0])
        }
    }

    @Test func canBeCancelled() throws {
        try scenario { library, _ in
            try library.apply([.file("box", (0..<300).map { .test("T\($0)", "Fraud number \($0).") })])
            let cancelled = SearchCancellation()
            cancelled.cancel()
            let query = try Query("fraud")
            #expect(throws: SearchCancelled()) { try library.search(query, cancellation: cancelled) }
            #expect(throws: SearchCancelled()) { try library.order(of: query, cancellation: cancelled) }
            // Cancelled from inside, as from another thread while it runs.
            let running = SearchCancellation()
            #expect(throws: SearchCancelled()) {
                try library.read { database in
                    try database.interruptible(by: running) {
                        try database.each("SELECT id FROM article") { _ in running.cancel() }
                    }
                }
            }
            // The connection is as good as new.
            #expect(try library.search(query).count == .exactly(300))
        }
    }

    /// The index answers as a scan of all articles does that asks the analyser alone, on random libraries and queries.
    @Test(arguments: 0..<Soak.pick(sample: 3, full: 8)) func agreesWithAScan(seed: Int) throws {
        try scenario { library, _ in
            var source = RandomLibrary(seed: UInt64(seed))
            let files = source.files(30)
            try library.apply(files)
            for id in try library.order() where source.chance(4) { try library.setRead([id], true) }
            for id in try library.order() where source.chance(5) { try library.tag([id], source.word()) }
            let ids = try library.order()
            for _ in 0..<80 { try source.act(on: library, ids) }
            let articles = try library.order().map { try library.article($0) }
            let scan = Scan(articles, citations: RandomLibrary.citations(of: files))
            for _ in 0..<180 {
                let query = source.query().normalised
                let expected = articles.filter { scan.matches(query, $0) }.map(\.id)
                #expect(try library.order(of: query) == expected, "\(query)")
                #expect(try library.count(of: query) == .exactly(expected.count), "\(query)")
                let finder = try library.hitFinder(query)
                guard case .text(let text) = query, text.field == .body else { continue }
                let marked = articles.filter { !finder.hits(in: $0.article.text, language: WordAnalyser.language(tag: $0.article.language)).isEmpty }
                #expect(marked.map(\.id) == expected, "\(query)")
            }
        }
    }
}
