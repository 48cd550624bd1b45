/// What became of the records of an import.
public struct ImportSummary: Hashable, Sendable {
    /// A record that could not be used.
    public struct Problem: Hashable, Sendable {
        /// From 1: the line of JSON Lines, or the annotation's number.
        public var number: Int
        public var reason: String
    }

    /// Records that the library did not have. Not those of what was removed, or says nothing: they are kept for later merges, but
    /// there is nothing more to see than before.
    public var added = 0
    /// Records that were there and were changed, by a later edit.
    public var updated = 0
    /// Records that were there as they are or with a later edit, and those that take away what was never there.
    public var alreadyThere = 0
    /// Records whose article is not in the library. They are kept, exported again, and settle when their article comes.
    public var withoutArticle = 0
    /// Passages among those added and updated.
    public var passages = 0
    /// At most ``mostProblems`` of them.
    public var problems: [Problem] = []
    public var unusable = 0
    public static let mostProblems = 20

    public init() {}

    mutating func note(_ number: Int, _ reason: String) {
        unusable += 1
        if problems.count < Self.mostProblems { problems.append(Problem(number: number, reason: reason)) }
    }
}
