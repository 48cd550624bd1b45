import Library
import Topics

/// What a topic's page shows besides what the vocabulary says.
public struct TopicFacts: Hashable, Sendable {
    public var months: [MonthCount]
    public var passages: [TopicPassage]
    /// The newest.
    public var articles: [ArticleRow]

    public init(months: [MonthCount], passages: [TopicPassage], articles: [ArticleRow]) {
        self.months = months
        self.passages = passages
        self.articles = articles
    }

    /// How many passages and articles are read for a page.
    static let most = 12
}

/// A topic's own page: a list of lines, of which some lead somewhere.
public struct TopicPage: Hashable, Sendable {
    public let topic: TopicID
    /// Nothing until they were read.
    public internal(set) var facts: TopicFacts?
    var generation = 0
    /// The line under the cursor, which is one that leads somewhere where there is any.
    public internal(set) var cursor = 0
    public internal(set) var top = 0

    init(_ topic: TopicID) { self.topic = topic }

    /// A line of the page.
    struct Line: Hashable {
        enum Kind: Hashable {
            case title, heading, text, dimmed, chart, gap
            /// Nested under the line above.
            case detail
        }

        var kind: Kind
        var text: String
        /// At its right.
        var note = ""
        var target: Target?

        init(_ kind: Kind, _ text: String, note: String = "", target: Target? = nil) {
            self.kind = kind
            self.text = text
            self.note = note
            self.target = target
        }
    }

    /// Where a line leads.
    enum Target: Hashable {
        case topic(TopicID)
        /// All articles about the topic.
        case list
        /// A year or a month, as `date:` takes it.
        case period(String)
        case provision(ProvisionID)
        case passage(ArticleID, Int)
        case article(ArticleID)
    }

    /// To the next line that leads somewhere, by so many of them; at the ends the page scrolls.
    mutating func step(by distance: Int, _ lines: [Line], visible: Int) {
        let stops = lines.indices.filter { lines[$0].target != nil }
        guard let current = stops.lastIndex(where: { $0 <= cursor }) ?? stops.indices.first else {
            top += distance
            return settle(lines, visible: visible)
        }
        let next = min(max(0, current + distance), stops.count - 1)
        if next == current { top += distance }
        cursor = stops[next]
        settle(lines, visible: visible)
        if next == 0, distance < 0 { top = 0 }
        if next != current { show(cursor, of: lines.count, visible: visible) }
    }

    mutating func scroll(by distance: Int, _ lines: [Line], visible: Int) {
        top = min(max(0, top + distance), max(0, lines.count - visible))
        let seen = lines.indices.filter { lines[$0].target != nil && (top..<top + visible).contains($0) }
        if let first = seen.first, let last = seen.last { cursor = min(max(cursor, first), last) }
    }

    mutating func go(to line: Int, _ lines: [Line], visible: Int) {
        guard lines.indices.contains(line), lines[line].target != nil else { return }
        cursor = line
        show(line, of: lines.count, visible: visible)
    }

    private mutating func show(_ line: Int, of count: Int, visible: Int) {
        top = min(top, max(0, line - 1))
        top = max(top, min(line + 1, count - 1) - visible + 1)
        top = min(max(0, top), max(0, count - visible))
    }

    mutating func settle(_ lines: [Line], visible: Int) {
        if !lines.indices.contains(cursor) || lines[cursor].target == nil {
            let stops = lines.indices.filter { lines[$0].target != nil }
            cursor = stops.last { $0 <= cursor } ?? stops.first ?? 0
        }
        top = min(max(0, top), max(0, lines.count - visible))
    }
}

extension TopicFacts {
    /// The last so many months up to the newest one, those without articles included, the oldest first.
    func lastMonths(_ count: Int) -> [MonthCount] {
        guard let newest = months.last, count > 0 else { return [] }
        let end = newest.year * 12 + newest.month - 1
        let known = Dictionary(months.map { ($0.year * 12 + $0.month - 1, $0.articles) }) { first, _ in first }
        let first = max(end - count + 1, (months.first.map { $0.year * 12 + $0.month - 1 }) ?? end)
        return (min(first, end)...end).map { MonthCount(year: $0 / 12, month: $0 % 12 + 1, articles: known[$0] ?? 0) }
    }
}

extension MonthCount {
    /// «2026-03».
    var name: String { "\(year)-" + (month < 10 ? "0" : "") + "\(month)" }
}
