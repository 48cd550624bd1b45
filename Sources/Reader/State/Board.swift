import Articles
import Briefings
import Library
import Topics

/// The screens of briefings: today's news, the briefings that are kept, one as an outline, treaties, and what is related. Each is a
/// list of entries, drawn over the panes; going deeper keeps the way back.
public struct Board: Hashable, Sendable {
    public enum Page: Hashable, Sendable {
        case home(Today?, [StoredDocument])
        case outline(StoredDocument, Briefing)
        case treaties([TreatyLine])
        case map(TreatyMap)
        case passages(ProvisionID, title: String, [LinkedPassage])
        case related(LikeTarget, [RelatedLine])
    }

    /// Which page, without what is on it: what is asked for anew when the library changes.
    public enum Address: Hashable, Sendable {
        case home, treaties
        case outline(String)
        case map(TreatyID, beside: TreatyID?)
        case passages(ProvisionID)
        case related(LikeTarget)
    }

    public struct TreatyLine: Hashable, Sendable {
        public var treaty: Treaty
        public var articles: Int
        public var unread: Int
    }

    public struct RelatedLine: Hashable, Sendable {
        public var article: RelatedArticle
        public var reason: String
    }

    struct View: Hashable, Sendable {
        var address: Address
        /// Nothing until it has come.
        var page: Page?
        /// Among the entries that lead somewhere.
        var cursor = 0
    }

    var views: [View]
    /// Of the page that was asked for last.
    var generation = 0

    init(_ address: Address) { views = [View(address: address)] }

    var view: View { views.last ?? View(address: .home) }

    public var page: Page? { view.page }

    public var cursor: Int { view.cursor }

    /// Shows a page that has come, where it is still wanted.
    mutating func take(_ page: Page, at address: Address) {
        for index in views.indices where views[index].address == address { views[index].page = page }
        settle()
    }

    mutating func push(_ address: Address) { views.append(View(address: address)) }

    /// Whether there was a page before.
    mutating func pop() -> Bool {
        guard views.count > 1 else { return false }
        views.removeLast()
        return true
    }

    mutating func move(to place: Int) {
        guard !views.isEmpty else { return }
        views[views.count - 1].cursor = place
        settle()
    }

    private mutating func settle() {
        guard !views.isEmpty else { return }
        let last = max(0, targets.count - 1)
        views[views.count - 1].cursor = min(max(0, view.cursor), last)
    }

    /// With marks of a set; which set makes no difference to what they lead to.
    func entries(_ glyphs: Glyphs = .unicode) -> [BoardEntry] { page.map { $0.entries(glyphs) } ?? [] }

    /// What the entries lead to, in their order.
    var targets: [BoardEntry.Target] { entries().compactMap(\.target) }

    public var selected: BoardEntry.Target? {
        let targets = targets
        return targets.indices.contains(cursor) ? targets[cursor] : nil
    }

    /// The document of the outline that is open.
    var document: (StoredDocument, Briefing)? {
        guard case .outline(let document, let briefing)? = page else { return nil }
        return (document, briefing)
    }
}

/// A line or a few of a board.
public struct BoardEntry: Hashable, Sendable {
    /// What Enter leads to.
    public enum Target: Hashable, Sendable {
        case article(ArticleID)
        case place(ArticleID, Int)
        /// A topic of today's news.
        case topic(TopicID?)
        case briefing(String)
        case item(Int)
        case treaties
        case treaty(TreatyID)
        case provision(ProvisionID, title: String)
        case quote(identity: String, Int)
    }

    /// What stands beside it, in a column of its own where there is room.
    struct Beside: Hashable, Sendable {
        var text: String
        var right: String
    }

    enum Look: Hashable, Sendable {
        case heading, title, text, quote, dimmed
    }

    var target: Target?
    var text: String
    /// At the right of its first line.
    var right = ""
    var look = Look.text
    var indent = 0
    /// The most lines that it takes.
    var lines = 2
    /// Nothing on pages of one column; empty where nothing corresponds.
    var beside: [Beside]?
}
