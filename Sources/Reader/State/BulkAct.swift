import Library

/// What is to be done with several articles at once, before it is known how they are.
public enum BulkWish: Hashable, Sendable {
    /// Marks all as read, or, where all are, as unread.
    case read
    /// Gives all a star, or takes it where all have one.
    case star
    /// Puts all into the trash, or back where all are in it.
    case trash
    /// Gives all the tag, or takes it where all have it.
    case tag(String)
}

/// What is done with several articles, as one action.
public enum BulkAct: Hashable, Sendable {
    case read(Bool)
    case star(Bool)
    case trash(Bool)
    case tag(String, Bool)

    /// «Mark 12 articles as read?»
    func question(_ count: Int) -> String {
        let articles = count.counted("article", "articles")
        return switch self {
        case .read(let isRead): "Mark \(articles) as \(isRead ? "read" : "unread")?"
        case .star(true): "Give \(articles) a star?"
        case .star(false): "Take the star from \(articles)?"
        case .trash(true): "Put \(articles) into the trash? The files stay."
        case .trash(false): "Take \(articles) out of the trash?"
        case .tag(let name, true): "Tag \(articles) «\(name)»?"
        case .tag(let name, false): "Take the tag «\(name)» from \(articles)?"
        }
    }

    /// «marked 12 articles as read»
    func report(_ count: Int) -> String {
        let articles = count.counted("article", "articles")
        return switch self {
        case .read(let isRead): "marked \(articles) as \(isRead ? "read" : "unread")"
        case .star(true): "gave \(articles) a star"
        case .star(false): "took the star from \(articles)"
        case .trash(true): "put \(articles) into the trash"
        case .trash(false): "took \(articles) out of the trash"
        case .tag(let name, true): "tagged \(articles) «\(name)»"
        case .tag(let name, false): "took «\(name)» from \(articles)"
        }
    }

    /// Of an article that it changes nothing of.
    func isDone(_ row: ArticleRow) -> Bool {
        switch self {
        case .read(let isRead): row.isRead == isRead
        case .star(let isStarred): row.isStarred == isStarred
        case .trash(let isTrashed): row.isTrashed == isTrashed
        // A row tells the tags of its passages with its own: the library knows better.
        case .tag: false
        }
    }
}

/// What an act on several articles comes to, before anything is done.
public struct ActPlan: Hashable, Sendable {
    public var act: BulkAct
    /// Those that it changes.
    public var articles: [ArticleID]
    /// How many of those asked for are so already.
    public var unchanged: Int
    /// The titles of the first of them.
    public var titles: [String]

    /// How many titles a question names.
    static let mostTitles = 3

    public init(act: BulkAct, articles: [ArticleID], unchanged: Int = 0, titles: [String]) {
        self.act = act
        self.articles = articles
        self.unchanged = unchanged
        self.titles = titles
    }

    /// Decides what `wish` is for articles that are so.
    init(_ wish: BulkWish, _ rows: [ArticleRow]) {
        let act: BulkAct = switch wish {
        case .read: .read(rows.contains { !$0.isRead })
        case .star: .star(rows.contains { !$0.isStarred })
        case .trash: .trash(rows.contains { !$0.isTrashed })
        case .tag(let name): .tag(name, rows.contains { !$0.tags.contains(name) })
        }
        let changed = rows.filter { !act.isDone($0) }
        self.init(
            act: act, articles: changed.map(\.id), unchanged: rows.count - changed.count,
            titles: changed.prefix(Self.mostTitles).map(\.shownTitle))
    }

    /// Which they are: the first titles and how many more, and how many it leaves as they are.
    var sentences: [String] {
        var sentences = titles.map { "«\($0)»" }
        let more = articles.count - titles.count
        if more > 0 { sentences.append("and \(more.grouped) more") }
        if unchanged > 0 { sentences.append("\(unchanged.grouped) of those selected \(unchanged == 1 ? "is" : "are") so already.") }
        return sentences
    }
}

/// How far a job that takes a while is.
public struct JobProgress: Hashable, Sendable {
    /// What is being done: «tagging».
    public var words: String
    public var done: Int
    /// Nothing where that is not known.
    public var total: Int?

    public init(_ words: String, done: Int, total: Int? = nil) {
        self.words = words
        self.done = done
        self.total = total
    }

    /// «tagging 1,204/10,000».
    var text: String { total.map { "\(words) \(done.grouped)/\($0.grouped)" } ?? (done > 0 ? "\(words) \(done.grouped)" : words + "…") }
}
