import Library
import Search

/// The library's list.
public struct LibraryState: Hashable, Sendable {
    public var filter = LibraryFilter()
    public var order = SearchRequest.Order.newest
    public var listing = Listing<ArticleRow>()
    /// How many articles the filter lets through, and how many there are: nothing until they are counted.
    public var totals: Totals?
    /// Of the last order asked for.
    public var generation = 0
    /// Whether that order has not come yet.
    public internal(set) var isOnItsWay = false
    /// Whether the order on its way was asked for by the user: the row under the cursor may then go.
    public var isAskedFor = false
    /// The article that the cursor goes to once the order is there.
    public var awaited: ArticleID?

    public init() {}
}
