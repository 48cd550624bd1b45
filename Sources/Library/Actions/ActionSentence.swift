import GRDB

/// The words of actions, for «undo: …».
enum ActionSentence {
    private static let longestTitle = 48

    static func bookmark(on title: String) -> String { "bookmark on \(quoted(title))" }

    static func removeBookmark(on title: String) -> String { "remove bookmark on \(quoted(title))" }

    static func star(_ articles: [String], isStarred: Bool) -> String {
        isStarred ? "star on \(these(articles))" : "remove star from \(these(articles))"
    }

    static func star(passageOf title: String, isStarred: Bool) -> String {
        isStarred ? "star on a passage of \(quoted(title))" : "remove star from a passage of \(quoted(title))"
    }

    static func note(on title: String) -> String { "note on \(quoted(title))" }

    static func changeNote(on title: String) -> String { "change note on \(quoted(title))" }

    static func removeNote(on title: String) -> String { "remove note on \(quoted(title))" }

    static func highlight(_ colour: HighlightColour, in title: String) -> String {
        "highlight in \(colour.rawValue) in \(quoted(title))"
    }

    static func removeHighlight(in title: String) -> String { "remove highlight in \(quoted(title))" }

    static func addPassage(in title: String, tags: [String]) -> String {
        tags.isEmpty ? "passage of \(quoted(title))" : "tag \(list(tags)) on a passage of \(quoted(title))"
    }

    static func correct(_ fields: [CorrectedField], of title: String) -> String {
        "correct \(fields.map(\.noun).joined(separator: " and ")) of \(quoted(title))"
    }

    static func clearCorrections(of title: String) -> String { "take back the correction of \(quoted(title))" }

    static func removePassage(in title: String) -> String { "remove passage of \(quoted(title))" }

    static func tag(_ name: String, passageOf title: String) -> String {
        "tag \(quoted(name)) on a passage of \(quoted(title))"
    }

    static func untag(_ name: String, passageOf title: String) -> String {
        "remove tag \(quoted(name)) from a passage of \(quoted(title))"
    }

    static func tag(_ name: String, _ articles: [String]) -> String { "tag \(quoted(name)) on \(these(articles))" }

    static func untag(_ name: String, _ articles: [String]) -> String {
        "remove tag \(quoted(name)) from \(these(articles))"
    }

    static func mark(_ articles: [String], isRead: Bool) -> String {
        "mark \(these(articles)) as \(isRead ? "read" : "unread")"
    }

    static func trash(_ articles: [String]) -> String { "move \(these(articles)) to the trash" }

    static func restore(_ articles: [String]) -> String { "restore \(these(articles)) from the trash" }

    /// How many passages of how many articles an action is on.
    struct Extent {
        var passages: Int
        var articles: Int
    }

    static func decide(_ verdict: Verdict?, _ topic: String, in title: String) -> String {
        "\(verb(verdict)) \(named(topic)) in \(quoted(title))"
    }

    /// `topics` are the names of those decided on, each once.
    static func decide(_ verdict: Verdict?, _ topics: [String], in extent: Extent) -> String {
        let what = topics.count == 1 ? named(topics[0]) : "\(topics.count) topics"
        return "\(verb(verdict)) \(what) in \(counted(extent.passages, "passage")) of \(counted(extent.articles, "article"))"
    }

    static func forget(_ count: Int, on topic: String?) -> String {
        topic.map { "forget \(counted(count, "decision")) on \(named($0))" } ?? "forget all decisions (\(count))"
    }

    static func exclude(_ kind: LearningExclusion, _ text: String, _ topic: String, isExcluded: Bool) -> String {
        let rule = switch kind {
        case .match: "match \(named(text)) as \(named(topic))"
        case .learn: "learn from \(named(text)) for \(named(topic))"
        }
        return (isExcluded ? "never " : "again ") + rule
    }

    static func importing(passages: Int, others: Int) -> String {
        passages > 0 ? "import of \(counted(passages, "passage"))" : "import of \(counted(others, "mark"))"
    }

    static func restoring(_ name: String) -> String { "restore of the copy \(name)" }

    static func addDocument(_ kind: DocumentKind, _ title: String) -> String { "\(kind.noun) \(quoted(title))" }

    /// From one title to another one, or the same.
    static func changeDocument(_ kind: DocumentKind, _ step: Library.DocumentStep, from old: String, to new: String) -> String {
        let it = "\(kind.noun) \(quoted(old))"
        guard old == new else { return "rename \(it) to \(quoted(new))" }
        return switch step {
        case .change, .rename: "change \(it)"
        case .move: kind == .search ? "move \(it)" : "move in \(it)"
        case .add(let what): "add \(what) to \(it)"
        case .drop(let what): "drop \(what) from \(it)"
        case .refresh: "refresh \(it)"
        }
    }

    static func removeDocument(_ kind: DocumentKind, _ title: String) -> String { "remove \(kind.noun) \(quoted(title))" }

    static func removeDocuments(_ kind: DocumentKind, _ count: Int) -> String {
        switch kind {
        case .search: "remove \(count) saved searches"
        case .briefing: "remove \(count) briefings"
        case .interest: "remove \(count) weights of interest"
        }
    }

    static func setInterest(_ weight: Int?, in topic: String) -> String {
        weight.map { "interest of \($0) in \(named(topic))" } ?? "take back the interest in \(named(topic))"
    }

    static func attach(in title: String) -> String { "move passage in \(quoted(title))" }

    static func follow(_ feeds: [String]) -> String { "follow \(these(feeds, "feed"))" }

    static func unfollow(_ feeds: [String]) -> String { "follow \(these(feeds, "feed")) no more" }

    static func change(feed: String) -> String { "change the feed \(quoted(feed))" }

    private static func verb(_ verdict: Verdict?) -> String {
        switch verdict {
        case .accepted: "accept"
        case .rejected: "reject"
        case nil: "take back the decision on"
        }
    }

    private static func named(_ text: String) -> String { "“\(text)”" }

    private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    private static func these(_ titles: [String], _ noun: String = "article") -> String {
        titles.count == 1 ? quoted(titles[0]) : "\(titles.count) \(noun)s"
    }

    private static func list(_ names: [String]) -> String { names.map(quoted).joined(separator: ", ") }

    private static func quoted(_ text: String) -> String {
        text.count <= longestTitle ? "«\(text)»" : "«\(text.prefix(longestTitle - 1))…»"
    }
}
