/// How good a place is to break a line, in ascending order.
enum BreakLevel: UInt8, Comparable {
    /// Between two clusters that belong together (after a virama).
    case forced
    /// Between two clusters of one word.
    case cluster
    /// After a sign that separates the parts of a URL.
    case separator
    /// At an opportunity of UAX 14 inside a URL.
    case insideURL
    /// At an opportunity of UAX 14.
    case opportunity

    static func < (left: BreakLevel, right: BreakLevel) -> Bool { left.rawValue < right.rawValue }
}
