import GRDB

/// The words of actions, for «undo: …».
enum ActionSentence {
    private static let longestTitle = 48

    static func bookmark(on title: String) -> String { "bookmark on \(quoted(title))" }

    static func removeBookmark(on title: String) -> String { "remove bookmark on \(quoted(title))" }

    static func addPassage(in title: String, tags: [String]) -> String {
        tags.isEmpty ? "passage of \(quoted(title))" : "tag \(list(tags)) on a passage of \(quoted(title))"
    }

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

    private static func these(_ titles: [String]) -> String {
        titles.count == 1 ? quoted(titles[0]) : "\(titles.count) articles"
    }

    private static func list(_ names: [String]) -> String { names.map(quoted).joined(separator: ", ") }

    private static func quoted(_ text: String) -> String {
        text.count <= longestTitle ? "«\(text)»" : "«\(text.prefix(longestTitle - 1))…»"
    }
}
