/// A line of one page: the part it belongs to (of the header, a block, a link's target) and which line of it. Finding it
/// costs the layout of that part alone, however long the article. It means nothing on a page of another width: see
/// ``Page/place(like:on:)``.
public struct PagePlace: Hashable, Sendable, Comparable {
    /// Counts the page's parts from 0.
    public var item: Int
    /// Counts the part's lines from 0, the blank lines before it included.
    public var line: Int

    public init(item: Int, line: Int) {
        self.item = item
        self.line = line
    }

    /// The first line of any page.
    public static let start = PagePlace(item: 0, line: 0)

    public static func < (left: PagePlace, right: PagePlace) -> Bool {
        (left.item, left.line) < (right.item, right.line)
    }
}
