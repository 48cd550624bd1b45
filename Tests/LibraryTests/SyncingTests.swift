import Articles
import Library
import Search
import TestSupport
import Testing
import Text
import Topics

@Suite struct SyncingTests {
    private let first = IncomingArticle.test(
        "First", "One treaty.\n\nTwo treaties.", date: "2024-03-01", topics: ["extradition", "csam"], deck: "The deck",
        kickers: ["Cybercrime", "Fraud"], publisher: "Wire", bylines: ["A. Smith"])
    private let second = IncomingArticle.test("Second", "Another text.", date: "2024-02-01T10:00:00Z", topics: ["extradition"])

    @Test func keepsArticlesAsTheyWereRead() throws {
        try scenario { library, _ in
            let report = try library.apply([.file("a.txt", [first]), .file("b.txt", [second])])
            #expect(report.added == 2 && report.newArticles.count == 2)
            let stored = try library.article(try library.id("First"))
            #expect(stored.article == first.article)
            #expect(stored.links == first.links)
            #expect(stored.row.topics == ["extradition", "csam"])
            #expect(stored.row.name == String(first.article.identity.hexadecimal.prefix(12)))
            #expect(stored.row.sortDate == first.article.published)
            #expect(stored.row.wordCount == 4)
            #expect(stored.row.file == "a.txt")
            #expect(try library.counts() == LibraryCounts(articles: 2, unread: 2))
            #expect(
                try library.topicCounts() == [
                    "extradition": .init(articles: 2, unread: 2), "csam": .init(articles: 1, unread: 1),
                    "international-cooperation": .init(articles: 2, unread: 2), "law": .init(articles: 2, unread: 2),
                    "offences": .init(articles: 1, unread: 1),
                ])
            #expect(try library.knownFiles()["a.txt"] == KnownFile(stamp: .test(1), contentHash: "hash of a.txt 1"))
        }
    }

    /// Texts of every block, span and sign come back byte for byte.
    @Test func keepsEveryShapeOfArticle() throws {
        try scenario { library, _ in
            var random = SplitMix64(seed: 4)
            let texts = ["", "plain", "with \u{0} nul", "\u{1B}[31m", "e\u{301}🎣 报告", "a\n\nb", "\u{1F}", "  "]
            for number in 0..<60 {
                let blocks = (0..<Int.random(in: 0...6, using: &random)).map { _ in
                    Block(
                        Block.Kind.allCases.randomElement(using: &random) ?? .paragraph,
                        texts.randomElement(using: &random) ?? "", level: [nil, 1, 6].randomElement(using: &random) ?? nil,
                        marker: [nil, "", "1."].randomElement(using: &random) ?? nil,
                        spans: Span.Kind.allCases.prefix(Int.random(in: 0...3, using: &random)).map {
                            Span($0, start: 0, end: 1, target: [nil, "https://x"].randomElement(using: &random) ?? nil)
                        })
                }
                let article = Article(
                    id: "id \(number)", title: texts.randomElement(using: &random) ?? "", deck: texts.randomElement(using: &random),
                    kickers: ["a", ""], updated: ArticleDate(iso8601: "2024"), url: nil, tags: ["x", "y"], blocks: blocks)
                let report = try library.apply([.file("\(number)", [IncomingArticle(article, links: [])])])
                #expect(try library.article(report.newArticles[0]).article == article)
            }
        }
    }

    @Test func changesNothingWhenReadAgain() throws {
        try scenario { library, _ in
            try library.apply([.file("a.txt", [first])])
            let report = try library.apply([.file("a.txt", [first], stamp: 2)])
            #expect(report.unchanged == 1 && report.changed == 0 && report.added == 0)
            #expect(try library.knownFiles()["a.txt"]?.stamp == .test(2))
        }
    }

    @Test func followsAChangedArticle() throws {
        try scenario { library, _ in
            try library.apply([.file("a.txt", [first])])
            let id = try library.id("First")
            let kept = try library.addPassage(in: id, range: try library.range(of: "Two", in: id), isBookmarked: true)
            let lost = try library.addPassage(in: id, range: try library.range(of: "One", in: id), isBookmarked: true)
            let changed = IncomingArticle.test("First", "A new beginning.\n\nTwo treaties.", date: "2025-01-01", topics: ["csam"])
            let report = try library.apply([.file("a.txt", [changed], stamp: 2)])
            #expect(report.changed == 1 && report.orphaned == 1)
            let stored = try library.article(id)
            #expect(stored.article == changed.article)
            #expect(stored.row.name == String(first.article.identity.hexadecimal.prefix(12)))
            #expect(stored.passages.map(\.id) == [kept.id, lost.id])
            #expect(stored.passages.map(\.range) == [18..<21, nil])
            #expect(stored.passages[0].anchor.prefix == "A new beginning.\n\n")
            #expect(try library.counts().orphans == 1)
            #expect(try library.passages(PassageFilter(isOrphaned: true)).map(\.id) == [lost.id])
            #expect(try library.titles("one") == [])
            #expect(try library.titles("beginning date:2025") == ["First"])
            #expect(try library.topicCounts() == ["csam": .init(articles: 1, unread: 1), "offences": .init(articles: 1, unread: 1)])
            // What comes back is found again.
            try library.apply([.file("a.txt", [first], stamp: 3)])
            #expect(try library.counts().orphans == 0)
            #expect(try library.article(id).passages.map(\.range) == [0..<3, 13..<16])
        }
    }

    @Test func keepsArticlesOfRemovedFilesAsGone() throws {
        try scenario { library, _ in
            try library.apply([.file("a.txt", [first]), .file("b.txt", [second])])
            let id = try library.id("First")
            try library.addPassage(in: id, range: 0..<3, isBookmarked: true, tags: ["hanoi"])
            #expect(try library.apply([.gone(path: "a.txt")]).gone == 1)
            #expect(try library.titles() == ["Second"])
            #expect(try library.titles("is:gone") == ["First"])
            #expect(try library.counts() == LibraryCounts(articles: 1, unread: 1, gone: 1, bookmarks: 1))
            #expect(try library.topicCounts()["csam"] == nil)
            #expect(try library.passages().map(\.articleTitle) == ["First"])
            #expect(try library.article(id).row.isGone)
            #expect(try library.knownFiles().keys.sorted() == ["b.txt"])
            let report = try library.apply([.file("c.txt", [first])])
            #expect(report.returned == 1 && report.added == 0)
            #expect(try library.article(id).row.file == "c.txt")
            #expect(try library.titles() == ["First", "Second"])
        }
    }

    @Test func knowsOneArticleInTwoPlaces() throws {
        try scenario { library, _ in
            try library.apply([.file("b.txt", [first])])
            #expect(try library.apply([.file("c.txt", [first]), .file("a.txt", [first])]).duplicates == 2)
            let id = try library.id("First")
            #expect(try library.files(of: id) == ["a.txt", "b.txt", "c.txt"])
            #expect(try library.article(id).row.file == "a.txt")
            #expect(try library.apply([.gone(path: "a.txt")]).gone == 0)
            #expect(try library.article(id).row.file == "b.txt")
            #expect(try library.articles(inFile: "c.txt") == [id])
        }
    }

    /// What is shown does not depend on the order in which two places are met.
    @Test(arguments: [false, true]) func showsTheFirstPlace(isReversed: Bool) throws {
        try scenario { library, _ in
            let early = IncomingArticle.test("Early", "One.", date: "2024", id: "same")
            let late = IncomingArticle.test("Late", "Two.", date: "2025", id: "same")
            let batch: [FileOutcome] = [.file("a", [early]), .file("b", [late])]
            try library.apply(isReversed ? batch.reversed() : batch)
            #expect(try library.titles() == ["Early"])
            // The other place holds another text: its file is to be read again when it is the one shown.
            try library.apply([.gone(path: "a")])
            #expect(try library.knownFiles()["b"]?.stamp == nil)
            try library.apply([.file("b", [late])])
            #expect(try library.titles() == ["Late"])
        }
    }

    @Test func matchesArticlesOfOneFile() throws {
        try scenario { library, _ in
            func box(_ texts: [(String, String)], _ stamp: Int64) -> FileOutcome {
                .file("box", texts.map { .test($0, $1, date: "2024-05-06") }, stamp: stamp)
            }
            try library.apply([box([("A", "one"), ("B", "two"), ("C", "three")], 1)])
            let ids = try library.articles(inFile: "box")
            // Another order, B changed under its title, a new one, and A gone.
            let report = try library.apply([box([("C", "three"), ("N", "new"), ("B", "two, changed")], 2)])
            #expect(report.added == 0 && report.changed == 2 && report.unchanged == 1)
            // One missing, one new: the new one continues the missing one.
            #expect(try library.articles(inFile: "box") == [ids[2], ids[0], ids[1]])
            let more = try library.apply([box([("X", "x"), ("Y", "y"), ("C", "three"), ("B", "two, changed")], 3)])
            #expect(more.added == 2 && more.gone == 1)
            #expect(try library.apply([box([], 4)]).gone == 4)
            #expect(try library.counts().gone == 5)
        }
    }

    @Test func holdsTheSameArticleTwiceInOneFile() throws {
        try scenario { library, _ in
            #expect(try library.apply([.file("box", [first, second, first])]).added == 2)
            let ids = try library.articles(inFile: "box")
            #expect(ids[0] == ids[2] && ids[0] != ids[1])
            try library.apply([.file("box", [second], stamp: 2)])
            #expect(try library.counts() == LibraryCounts(articles: 1, unread: 1, gone: 1))
        }
    }

    @Test func movesFiles() throws {
        try scenario { library, _ in
            try library.apply([.file("a.txt", [first]), .file("old.txt", [second])])
            #expect(try library.apply([.moved(from: "a.txt", to: "new/ä.txt", stamp: .test(1))]).moved == 1)
            let id = try library.id("First")
            #expect(try library.article(id).row.file == "new/ä.txt")
            #expect(try library.knownFiles().keys.sorted() == ["new/ä.txt", "old.txt"])
            // Onto a file that was there.
            try library.apply([.moved(from: "new/ä.txt", to: "old.txt", stamp: .test(2))])
            #expect(try library.titles() == ["First"])
            #expect(try library.titles("is:gone") == ["Second"])
            try library.apply([.moved(from: "unknown", to: "x", stamp: .test(2))])
            #expect(try library.knownFiles().keys.sorted() == ["old.txt"])
        }
    }

    @Test func remembersWhatCannotBeRead() throws {
        try scenario { library, _ in
            try library.apply([.file("a.txt", [first]), .unreadable(path: "x.bin", stamp: .test(1), failure: "it is no text")])
            #expect(try library.counts().unreadableFiles == 1)
            #expect(try library.knownFiles()["x.bin"] == KnownFile(stamp: .test(1), contentHash: nil, failure: "it is no text"))
            try library.apply([.unreadable(path: "a.txt", stamp: nil, failure: "permission denied")])
            #expect(try library.titles() == ["First"])
            #expect(try library.counts().unreadableFiles == 2)
            try library.apply([.file("x.bin", [second]), .gone(path: "a.txt")])
            #expect(try library.counts().unreadableFiles == 0)
            #expect(try library.titles() == ["Second"])
        }
    }

    @Test func ordersUndatedArticlesByTheirFile() throws {
        try scenario { library, _ in
            let undated = IncomingArticle.test("Undated", "No date.")
            try library.apply([.file("u.txt", [undated], stamp: 40), .file("b.txt", [second])])
            #expect(try library.titles() == ["Undated", "Second"])
            let row = try library.firstRows(limit: 1)[0]
            #expect(row.published == nil && row.sortDate.description == "2024-02-10T00:00:00Z")
            try library.apply([.touched(path: "u.txt", stamp: .test(3))])
            #expect(try library.titles() == ["Second", "Undated"])
            #expect(try library.titles("date") == ["Undated"])
        }
    }

    @Test func ordersManyArticlesOfOneMoment() throws {
        try scenario { library, _ in
            let articles = (0..<600).map { IncomingArticle.test("T\($0)", "Text \($0).", date: "1969-12-31") }
            try library.apply([.file("box", articles)])
            try library.apply([.file("late", [.test("Next day", "x", date: "1970-01-01")]), .file("early", [.test("Before", "y", date: "1969-12-30")])])
            let titles = try library.titles()
            #expect(titles.first == "Next day" && titles.last == "Before" && titles.count == 602)
            #expect(try library.order(order: .oldest) == library.order().reversed())
            #expect(try library.titles("text date:1969-12-31").count == 600)
        }
    }

    /// Tags anew what another version tagged, in batches of one, as a program does in larger ones.
    private func retag(_ library: Library, version: Int, _ tagger: (Article) -> Tagging) throws -> RetagReport {
        try library.setTaggerVersion(version)
        var report = RetagReport()
        for id in try library.articles(notTaggedBy: version) {
            report += try library.apply(try library.retagged([id], version: version, tagger: tagger))
        }
        return report
    }

    @Test func tagsAnew() throws {
        try scenario { library, _ in
            try library.apply([.file("a.txt", [first]), .file("b.txt", [second])])
            #expect(try retag(library, version: 2) { Tagging([.test("csam", in: $0, score: 1)]) } == RetagReport(tagged: 2, changed: 2))
            #expect(try library.taggerVersion() == 2)
            #expect(try library.topicCounts() == ["csam": .init(articles: 2, unread: 2), "offences": .init(articles: 2, unread: 2)])
            #expect(try retag(library, version: 2) { _ in Tagging([]) } == RetagReport())
            #expect(try library.article(try library.id("First")).links == [.test("csam", in: first.article, score: 1)])
            // Where the links are as they were, nothing of the article changes.
            let change = try library.changeNumber()
            #expect(try retag(library, version: 3) { Tagging([.test("csam", in: $0, score: 1)]) } == RetagReport(tagged: 2, changed: 0))
            #expect(try library.changeNumber() == change)
            #expect(try retag(library, version: 1) { _ in Tagging([]) } == RetagReport(tagged: 2, changed: 2))
            #expect(try library.topicCounts() == [:])
        }
    }

    /// What was read again while it was being tagged keeps the links that it was read with.
    @Test func aStaleTagIsNotWritten() throws {
        try scenario { library, _ in
            try library.apply([.file("a.txt", [first])])
            let id = try library.id("First")
            let stale = try library.retagged([id], version: 2) { Tagging([.test("csam", in: $0, score: 1)]) }
            let changed = IncomingArticle.test("First", "A new text.", date: "2025-01-01", topics: ["extradition"])
            try library.apply([.file("a.txt", [changed], stamp: 2)])
            #expect(try library.apply(stale) == RetagReport())
            #expect(try library.article(id).links == changed.links)
            #expect(try library.articles(notTaggedBy: 2) == [id])
        }
    }

    @Test func maintainsUntilNothingIsLeft() throws {
        try scenario { library, _ in
            for number in 0..<30 { try library.apply([.file("\(number)", [.test("T\(number)", "Some words \(number)")])]) }
            var rounds = 0
            while try library.maintain(), rounds < 100 { rounds += 1 }
            #expect(rounds < 100)
            #expect(try library.titles("words").count == 30)
        }
    }
}
