import Text

/// A query that the person gave a name, at a place of the list.
public struct SavedSearch: Hashable, Sendable, Identifiable {
    /// The most bytes of UTF-8 of a query.
    public static let longestQuery = 4_096

    public var id: String
    public var name: String
    /// As it was written, in the query language.
    public var query: String

    public init(id: String, name: String, query: String) {
        self.id = id
        self.name = name
        self.query = query
    }

    /// What is in the body.
    struct Content: Hashable {
        var query: String
        /// Its order in the list; two may have the same, as libraries are merged.
        var place: Int

        init(query: String, place: Int) {
            self.query = query
            self.place = place
        }

        init?(_ body: JSONValue) {
            guard case .string(let query)? = body["query"], !query.isEmpty, query.utf8.count <= SavedSearch.longestQuery else { return nil }
            var place = 0
            if case .number(let number)? = body["place"] { place = max(0, min(number, 1_000_000)) }
            self.init(query: query, place: place)
        }

        var body: JSONValue { .object([("query", .string(query)), ("place", .number(place))]) }
    }
}
