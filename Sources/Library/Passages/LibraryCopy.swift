/// A copy of what a person made, as JSON Lines beside the database.
public struct LibraryCopy: Hashable, Sendable {
    /// Its day in UTC, `2026-11-24`, or what it was made before: `before-restore-2026-11-24T091500Z`.
    public var name: String
    /// Absolute.
    public var path: String
    /// In bytes.
    public var size: Int
    /// Whether it is one of the daily ones.
    public var isDaily: Bool
}
