import Articles
@testable import Briefings
import Library
import Search
import Synchronization
import TestSupport
import Testing
import Topics

/// A library of the stories of this project, tagged as they say.
private final class StoryLibrary {
    let folder: TemporaryFolder
    let library: Library
    let desk: BriefingDesk
    let set: StorySet
    private var stamp: Int64 = 1
    /// 21 May 2026, the day of the last reports.
    let now: Int64 = 1_779_321_600

    init() throws {
        folder = try TemporaryFolder()
        set = try StorySet()
        let (now, names) = (now, Counter())
        let options = LibraryOptions(
            environment: [:], clock: { now }, makeIdentifier: { "id-\(names.next())" }, broaderTopics: { Vocabulary.builtIn.ancestors(of: $0) },
            provisions: { TopicProvisions(of: $0, in: .builtIn) })
        library = try Library.open(folder: folder.path, options: options)
        desk = BriefingDesk(library, vocabulary: .builtIn)
    }

    /// Adds the reports of the numbers.
    func add(_ numbers: Range<Int>, topic: TopicID? = nil) throws {
        let outcomes = numbers.map { number -> FileOutcome in
            var article = set.reports[number].article
            article.published = ArticleDate(timestamp: Int64(set.reports[number].text.day ?? 0) * 86_400).withoutTime
            article.publisher = set.reports[number].source
            let link = TopicLink(
                passage: Passage(start: 0, end: article.text.utf8.count), topic: topic ?? set.reports[number].text.topics[0], origin: .engine,
                explanation: Explanation(prior: 2, evidence: [], context: [], threshold: 0.5))
            stamp += 1
            return .read(
                path: "\(number).txt", stamp: FileStamp(size: stamp, modified: stamp, inode: UInt64(stamp)), contentHash: "\(number)",
                articles: [IncomingArticle(article, links: [link])])
        }
        try library.apply(outcomes)
    }

    func id(_ number: Int) throws -> ArticleID { try #require(try library.article(titled: set.reports[number].article.title)) }
}

private final class Counter: Sendable {
    private let value = Mutex(0)

    func next() -> Int { value.withLock { $0 += 1; return $0 } }
}

@Suite struct GatheringTests {
    @Test func tellsWhatIsNewByInterest() throws {
        let stories = try StoryLibrary()
        try stories.add(0..<5)
        let (desk, library) = (stories.desk, stories.library)
        let first = try desk.today(now: stories.now)
        #expect(first.since == nil && first.count == 0, "the last week alone, of a library that was never visited")
        #expect(try desk.today(now: stories.now, days: 365).count == 5)
        try desk.noteVisit(now: stories.now)
        try stories.add(5..<20)
        // The visit lasts the day; tomorrow begins where it ended.
        #expect(try desk.today(now: stories.now).since == nil)
        let tomorrow = stories.now + 86_400
        let today = try desk.today(now: tomorrow)
        #expect(today.count == 15 && today.told == 15)
        let rows = today.groups.flatMap { $0.stories.flatMap(\.articles) }
        #expect(Set(rows.map(\.id)).count == 15, "each article is told once")
        let port = try #require(today.groups.flatMap(\.stories).first { $0.articles.contains { $0.title.contains("Zephyr Pay fined") } })
        #expect(port.others.count == 1 && (1...2).contains(port.sentences.count))
        for sentence in port.sentences {
            let text = Array(try library.article(sentence.article).article.text.utf8)
            #expect(String(decoding: text[sentence.range], as: UTF8.self) == sentence.text)
        }
        // Weights come first, then habit.
        try library.setInterest(3, in: "extradition")
        #expect(try desk.today(now: tomorrow).groups.first?.topic == "extradition")
        try library.setInterest(-2, in: "extradition")
        #expect(try desk.today(now: tomorrow).groups.last?.topic == "extradition")
        try library.setInterest(nil, in: "extradition")
        try library.setStar([stories.id(15), stories.id(16), stories.id(17)], true)
        let starred = stories.set.reports[15].text.topics[0]
        #expect(try desk.today(now: tomorrow).groups.first?.topic == starred)
        #expect(try desk.today(now: tomorrow) == desk.today(now: tomorrow))
        #expect(try library.counts().unread == 20, "nothing is marked as read")
        try desk.noteVisit(now: tomorrow)
        #expect(try desk.today(now: tomorrow).count == 15, "a second look on one day")
        #expect(try desk.today(now: tomorrow + 86_400).count == 0)
    }

    @Test func chartsTheDaysBefore() throws {
        let stories = try StoryLibrary()
        try stories.add(0..<7)
        // 4 March 2026: the day 63 of the year, a day after the second ransomware report.
        let today = try stories.desk.today(now: (20_453 + 63) * 86_400 + 100, days: 30)
        let group = try #require(today.groups.first { $0.topic == "ransomware" })
        #expect(group.history == [Int](repeating: 0, count: 11) + [2, 1, 2])
        #expect(group.usual == 3.0 / 13)
    }

    @Test func composesAndRefreshes() throws {
        let stories = try StoryLibrary()
        try stories.add(0..<5)
        let desk = stories.desk
        let text = "ransomware OR topic:ransomware"
        let question = try Question(text)
        let briefing = try desk.compose(title: "Ransom", question, text: text)
        #expect(briefing.items.count == 2 && briefing.query == text, "two stories of five reports")
        let contents = briefing.items.compactMap { if case .story(let story) = $0.content { story } else { nil } }
        #expect(contents.map(\.others.count).sorted() == [1, 2])
        for story in contents {
            for sentence in story.sentences {
                let stored = try stories.library.article(try #require(try stories.library.article(identity: sentence.source.identity)))
                #expect(String(decoding: Array(stored.article.text.utf8)[sentence.anchor.start..<sentence.anchor.end], as: UTF8.self) == sentence.anchor.quote)
                #expect(sentence.paragraph == 1 && story.source.publisher != nil)
            }
        }
        let document = try desk.keep(briefing)
        #expect(try Briefing(document) == briefing)
        #expect(try desk.refreshed(briefing).added == 0)
        // What was dropped does not come back; what is new comes once.
        var edited = briefing
        try edited.apply(.drop(item: briefing.items[0].id))
        try desk.update(document.id, edited, .drop("«A»"))
        try stories.add(96..<98, topic: "ransomware")
        let (refreshed, added) = try desk.refreshed(edited)
        #expect(added >= 1 && refreshed.items.count == 1 + added)
        #expect(Set(refreshed.known).isSuperset(of: briefing.known))
        try desk.update(document.id, refreshed, .refresh)
        #expect(try stories.library.nextUndo() == "refresh briefing «Ransom»")
        #expect(try desk.refreshed(refreshed).added == 0)
        #expect(try stories.library.check().problems == [])
        // The pages say all sources, and outlive the articles.
        let page = try desk.page(of: refreshed, now: stories.now)
        #expect(page.sources.count == Set(refreshed.items.flatMap(\.content.sources).map(\.identity)).count)
    }

    @Test func quotesPassagesWithTheirNotes() throws {
        let stories = try StoryLibrary()
        try stories.add(0..<2)
        let id = try stories.id(0)
        let passage = try #require(try stories.library.setNote("My note", in: id, range: 4..<20))
        let contents = try stories.desk.contents(ofPassages: [passage])
        guard case .quote(let quote)? = contents.first else { return #expect(Bool(false), "it is no quote") }
        #expect(quote.anchor == passage.anchor && quote.note == "My note" && quote.paragraph == 1)
        #expect(try stories.desk.content(of: 4..<20, in: id) == .quote(Briefing.Quote(source: quote.source, anchor: passage.anchor, paragraph: 1)))
    }

    @Test func mapsTreaties() throws {
        let stories = try StoryLibrary()
        try stories.add(8..<15)
        let uncc = try #require(TreatyID("UNCC"))
        let map = try #require(try stories.desk.map(of: uncc, beside: TreatyID("BC"), now: stories.now))
        let extradition = try #require(map.rows.first { $0.provision.id.article == "37" })
        let count = stories.set.reports[8..<15].count { $0.text.topics == ["extradition"] }
        #expect(count > 0 && extradition.articles == count && extradition.unread == count && extradition.passages == count)
        #expect(extradition.history.reduce(0, +) == count && extradition.history.count == 12)
        #expect(extradition.beside.map(\.provision.id.article) == ["24"] && extradition.beside[0].articles == count)
        let passages = try stories.library.passages(linkedTo: extradition.provision.id)
        #expect(passages.count == count && passages.allSatisfy { $0.topics == ["extradition"] && !$0.text.isEmpty && !$0.isCited })
        #expect(try stories.desk.map(of: #require(TreatyID("NONE")), now: stories.now) == nil)
    }

    @Test func relatesByProvisions() throws {
        let stories = try StoryLibrary()
        try stories.add(0..<20)
        let number = try #require((0..<20).first { stories.set.reports[$0].text.topics == ["extradition"] })
        let related = try stories.library.related(to: stories.id(number), limit: 10)
        #expect(related.count > 1)
        let best = try #require(related.first)
        #expect(best.topics == ["extradition"] && best.provisions.contains { $0.description == "UNCC:37" })
        #expect(best.reason(.builtIn).hasPrefix("both on "))
        #expect(!related.contains { $0.found.row.title == stories.set.reports[number].article.title })
        #expect(RelatedArticle(found: best.found, topics: [], provisions: [], words: ["a", "b"]).reason(.builtIn) == "both have “a”, “b”")
        #expect(RelatedArticle(found: best.found, topics: [], provisions: [], words: []).reason(.builtIn) == "alike in its words")
    }
}
