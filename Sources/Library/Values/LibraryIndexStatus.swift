import Search

/// What the search index of a library consists of, and how far it has followed.
public struct LibraryIndexStatus: Hashable, Sendable {
    /// The folder.
    public var path: String
    /// Whether this process writes to it; else another does, or the disk forbids it.
    public var isWriter: Bool
    /// Articles that it leaves out, or holds as they were before.
    public var missing: Int
    /// The library's change number.
    public var change: Int64
    public var parts: IndexStatus
}
