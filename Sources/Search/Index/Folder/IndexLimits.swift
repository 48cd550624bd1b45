/// When an index writes and merges. Values for tests are smaller.
public struct IndexLimits: Hashable, Sendable {
    /// A segment in memory is made at most so large, in bytes, while many articles are taken in.
    public var buffer = 80 << 20
    /// Segments in memory go to the disk when they have so many articles together…
    public var articlesInMemory = 4_096
    /// …or so many bytes…
    public var bytesInMemory = 32 << 20
    /// …or the oldest is so many seconds old.
    public var secondsInMemory = 30.0
    /// Segments are merged when there are so many of about one size: of which each is less than so many times as large
    /// as the least.
    public var mergeFactor = 8
    /// Segments in memory are merged by whoever adds, if they have at most so many articles together.
    public var articlesMergedWhileAdding = 128
    /// From so many articles, the first of a rebuild, it is known which words often follow one another…
    public var articlesSampled = 4_000
    /// …of words that stand in at least so large a part of the articles…
    public var often = 0.125
    /// …those that follow one another in such a part…
    public var oftenTogether = 0.01
    /// …and of words that stand in a part between these…
    public var sometimes = 0.04...0.4
    /// …those that follow one another in such a part.
    public var sometimesTogether = 0.0015
    /// A segment of which so large a part is gone is written anew.
    public var goneShare = 0.3

    public init() {}
}
