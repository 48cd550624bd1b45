/// An article's row in one library. Local: it means nothing in another library, and is never shown.
public struct ArticleID: Hashable, Sendable, Comparable {
    public let rawValue: Int64

    public init(_ rawValue: Int64) { self.rawValue = rawValue }

    public static func < (left: ArticleID, right: ArticleID) -> Bool { left.rawValue < right.rawValue }
}
