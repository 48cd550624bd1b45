import Articles
import Library
import Topics

/// What is new since the last visit, told by topic.
public struct Today: Hashable, Sendable {
    public struct Story: Hashable, Sendable {
        /// The article that it is told from, and the others that tell it.
        public var head: ArticleRow
        public var others: [ArticleRow]
        public var sentences: [Sentence]

        public var articles: [ArticleRow] { [head] + others }
    }

    /// A sentence, and the place to which it leads.
    public struct Sentence: Hashable, Sendable {
        public var article: ArticleID
        /// In UTF-8 offsets of the article's canonical text.
        public var range: Range<Int>
        public var text: String
    }

    public struct Group: Hashable, Sendable {
        /// Nothing for articles without a topic.
        public var topic: TopicID?
        public var name: String
        public var weight: Int
        public var stories: [Story]
        /// Articles by date on each day, today the last.
        public var history: [Int]

        /// Of the days before today, on the average.
        public var usual: Double {
            history.count > 1 ? Double(history.dropLast().reduce(0, +)) / Double(history.count - 1) : 0
        }
    }

    public var groups: [Group]
    /// How many articles are new, and how many of them are told here.
    public var count: Int
    public var told: Int
    /// The article that came last at the visit that this is measured from; nothing at the first one, where the last week is told.
    public var since: ArticleID?

    public var stories: Int { groups.reduce(0) { $0 + $1.stories.count } }
}

/// Until where a person has been told what is new. A visit lasts a day: what came since the last visit on an earlier day
/// is new all day long.
public struct TodayVisits: Hashable, Sendable {
    /// The last article of the visits before today's.
    public var before: ArticleID?
    /// The day of the last visit, `2026-11-24`, and the last article then.
    public var day: String?
    public var seen: ArticleID?

    private static let (beforeKey, dayKey, seenKey) = ("today before", "today day", "today seen")
    static let prefix = "today "

    init(_ settings: [String: String]) {
        let id = { (key: String) in settings[key].flatMap { Int64($0) }.map { ArticleID($0) } }
        before = id(Self.beforeKey)
        day = settings[Self.dayKey]
        seen = id(Self.seenKey)
    }

    /// From which article on the news of `today` are counted.
    func base(on today: String) -> ArticleID? { day == today ? before : seen }

    /// With a visit today, after which `latest` is seen.
    mutating func visit(_ today: String, latest: ArticleID) {
        if day != today { (before, day) = (seen, today) }
        seen = latest
    }

    var settings: [String: String?] {
        [Self.beforeKey: before.map { String($0.rawValue) }, Self.dayKey: day, Self.seenKey: seen.map { String($0.rawValue) }]
    }
}
