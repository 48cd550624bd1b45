import Articles
import Library
import Text
import Topics

extension StoredDecision {
    /// What `dossier decide --json` prints of a decision. An orphaned one has no `start` and `end`.
    func members(articleName: String) -> [(String, JSONValue)] {
        let members: [(String, JSONValue?)] = [
            ("id", .string(id)), ("article", .string(articleName)), ("topic", .string(topic.rawValue)),
            ("verdict", .string(verdict.rawValue)), ("start", range.map { .number($0.lowerBound) }),
            ("end", range.map { .number($0.upperBound) }), ("quote", .string(anchor.quote)),
            ("created", .string(created.description)),
        ]
        return members.compactMap { name, value in value.map { (name, $0) } }
    }
}

extension ArticleRow {
    /// What is printed where there is no decision any more.
    func nameMember(_ topic: TopicID) -> [(String, JSONValue)] {
        [("article", .string(name)), ("topic", .string(topic.rawValue)), ("verdict", .null)]
    }
}
