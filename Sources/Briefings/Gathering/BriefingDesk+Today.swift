import Articles
import Glibc
import Library
import Search
import Topics

extension BriefingDesk {
    /// Days of the small charts, and of the first briefing.
    private static let (chartDays, firstDays) = (14, 7)
    private static let sentencesOfToday = 2

    /// What is new at `now`, in seconds since 1970; with `days`, what was published in so many days instead. Marks nothing as read,
    /// and notes no visit. Reads the texts of at most ``mostArticles`` new articles. Throws `SearchCancelled`.
    public func today(
        now: Int64, days: Int? = nil, cancellation: SearchCancellation = SearchCancellation()
    ) throws -> Today {
        let base = try TodayVisits(library.settings(withPrefix: TodayVisits.prefix)).base(on: Self.day(now))
        let (rows, count) = try news(since: days == nil ? base : nil, days: days ?? Self.firstDays, now: now)
        let articles = try articles(rows.map(\.id), cancellation)
        let order = try interests()
        var chooser = SentenceChooser()
        var memory = SentenceMemory()
        let stories = try stories(of: articles, cancellation)
        // In the order in which they are told, so that what is told first keeps its sentences.
        let placed = stories.map { (topic: order.topic(of: articles[$0[0]].row), members: $0) }
            .enumerated().sorted { (order.rank($0.element.topic), $0.offset) < (order.rank($1.element.topic), $1.offset) }.map(\.element)
        var groups: [Today.Group] = []
        for (topic, members) in placed.prefix(Self.mostTold) {
            guard !cancellation.isCancelled else { throw SearchCancelled() }
            let story = told(members.map { articles[$0] }, chooser: &chooser, memory: &memory)
            if groups.isEmpty || groups[groups.count - 1].topic != topic {
                groups.append(Today.Group(topic: topic, name: name(of: topic), weight: order.weight(topic), stories: [], history: []))
            }
            groups[groups.count - 1].stories.append(story)
        }
        let histories = try library.history(of: groups.compactMap(\.topic), in: .days(Self.chartDays, now: now))
        for index in groups.indices { groups[index].history = groups[index].topic.flatMap { histories[$0] } ?? [] }
        return Today(
            groups: groups, count: count, told: groups.reduce(0) { $0 + $1.stories.reduce(0) { $0 + $1.articles.count } },
            since: days == nil ? base : nil)
    }

    /// Notes that the person looked at what is new at `now`. Marks nothing as read.
    public func noteVisit(now: Int64) throws {
        var visits = TodayVisits(try library.settings(withPrefix: TodayVisits.prefix))
        let before = visits
        visits.visit(Self.day(now), latest: try library.latestArticle())
        if visits != before { try library.setSettings(visits.settings) }
    }

    /// Today's news as a briefing of the person's own, with a heading for each topic.
    public func briefing(of today: Today, title: String) throws -> Briefing {
        var contents: [Briefing.Content] = []
        for group in today.groups {
            contents.append(.heading(group.name))
            for story in group.stories { contents.append(.story(try kept(story))) }
        }
        var briefing = Briefing(title: title)
        briefing.add(contents)
        return briefing
    }

    private func kept(_ story: Today.Story) throws -> Briefing.Story {
        let articles = try story.articles.map { try library.article($0.id) }
        let sources = try articles.map { try source(of: $0) }
        return Briefing.Story(
            source: sources[0],
            sentences: story.sentences.compactMap { sentence in
                articles.firstIndex { $0.id == sentence.article }.map { Self.quote(sentence.range, in: articles[$0].article, sources[$0]) }
            },
            others: Array(sources.dropFirst()))
    }

    private static func day(_ now: Int64) -> String { ArticleDate(timestamp: now).withoutTime.description }

    private func news(since base: ArticleID?, days: Int, now: Int64) throws -> (rows: [ArticleRow], count: Int) {
        if let base { return try library.newArticles(after: base, limit: Self.mostArticles) }
        let first = ArticleDate(timestamp: now - Int64(days) * TimeColumns.day)
        let query = CalendarDate(year: first.year, month: first.month, day: first.day).map { Query.dates(.since(.date($0))) } ?? .all
        let rows = try library.firstRows(query, order: .newest, limit: Self.mostArticles)
        guard rows.count == Self.mostArticles else { return (rows, rows.count) }
        return (rows, max(rows.count, try library.order(of: query).count))
    }

    private func told(_ articles: [StoredArticle], chooser: inout SentenceChooser, memory: inout SentenceMemory) -> Today.Story {
        let chosen = chooser.choose(
            Self.sentencesOfToday, of: articles.map { SentenceSource(article: $0.article, links: $0.links) }, memory: &memory)
        return Today.Story(
            head: articles[0].row, others: articles.dropFirst().map(\.row),
            sentences: chosen.map { Today.Sentence(article: articles[$0.source].id, range: $0.range, text: $0.text) })
    }

    private func name(of topic: TopicID?) -> String {
        topic.map { vocabulary.topic($0)?.label ?? $0.rawValue } ?? "Without a topic"
    }

    // MARK: Interest

    private func interests() throws -> InterestOrder {
        InterestOrder(
            weights: try library.interests(), counts: try library.topicCounts(), marked: try library.markedTopics(),
            broader: { vocabulary.ancestors(of: $0) })
    }
}

/// In which order topics matter to a person: by the weights that were given, then by what was read and marked.
struct InterestOrder {
    private let weights: [TopicID: Int]
    private let counts: [TopicID: TopicCount]
    private let marked: [TopicID: Int]
    private let broader: (TopicID) -> [TopicID]

    init(
        weights: [TopicID: Int], counts: [TopicID: TopicCount], marked: [TopicID: Int], broader: @escaping (TopicID) -> [TopicID]
    ) {
        self.weights = weights
        self.counts = counts
        self.marked = marked
        self.broader = broader
    }

    /// Its own weight, or that of the nearest topic above it.
    func weight(_ topic: TopicID?) -> Int {
        guard let topic else { return 0 }
        return weights[topic] ?? broader(topic).lazy.compactMap { weights[$0] }.first ?? 0
    }

    /// What reading and marking say, each mark as much as three articles read; by ever less.
    func habit(_ topic: TopicID?) -> Double {
        guard let topic else { return -1 }
        let read = counts[topic].map { $0.articles - $0.unread } ?? 0
        return log(1 + Double(read) + 3 * Double(marked[topic] ?? 0))
    }

    struct Rank: Comparable {
        var weight: Int
        var habit: Double
        var name: String

        static func < (left: Rank, right: Rank) -> Bool {
            (-left.weight, -left.habit, left.name) < (-right.weight, -right.habit, right.name)
        }
    }

    func rank(_ topic: TopicID?) -> Rank {
        // What has no topic comes last, but before what the person wants last.
        Rank(weight: weight(topic), habit: habit(topic), name: topic?.rawValue ?? "\u{10FFFF}")
    }

    /// The topic under which an article is told: of its own the one that matters most; of equal ones the strongest.
    func topic(of row: ArticleRow) -> TopicID? {
        row.topics.enumerated().min { left, right in
            let (one, other) = (rank(left.element), rank(right.element))
            guard (one.weight, one.habit) != (other.weight, other.habit) else { return left.offset < right.offset }
            return one < other
        }?.element
    }
}
