/// A query, and the order in which its answers are wanted: all that a line of the query language can say.
public struct Question: Hashable, Sendable {
    public var query: Query
    /// Nothing where `sort:` does not stand in it.
    public var order: SearchRequest.Order?

    public init(query: Query, order: SearchRequest.Order? = nil) {
        self.query = query
        self.order = order
    }

    /// Reads `text` as the command line does. Throws ``QueryError`` at the first problem. Linear in the length of `text`.
    public init(_ text: String, capabilities: QueryCapabilities = .available) throws(QueryError) {
        var parser = try QueryParser(text, manner: .strict, capabilities: capabilities)
        let query = try parser.parse()
        self.init(query: query, order: parser.order?.order)
    }
}

extension Question: CustomStringConvertible {
    /// The question in its own language.
    public var description: String { query.description + (order.map { " sort:" + $0.rawValue } ?? "") }
}

/// A question as it was understood while it was typed.
public struct TypedQuery: Hashable, Sendable {
    public var query: Query
    /// Nothing where `sort:` does not stand in it.
    public var order: SearchRequest.Order?
    /// What was left out, in the order of the text.
    public var notes: [QueryNote]

    public init(query: Query, order: SearchRequest.Order? = nil, notes: [QueryNote]) {
        self.query = query
        self.order = order
        self.notes = notes
    }
}

extension Query {
    /// Reads `text` as ``Question`` does, for places where nothing is listed: an order of answers is a problem there.
    public init(_ text: String, capabilities: QueryCapabilities = .available) throws(QueryError) {
        var parser = try QueryParser(text, manner: .strict, capabilities: capabilities)
        self = try parser.parse()
        if let order = parser.order { throw QueryError(.spareOrder, at: order.range) }
    }

    /// Reads whatever `text` holds, without the places that make no sense. While it is being typed, the last word also
    /// matches as the beginning of a word.
    public static func typed(
        _ text: String, isTyping: Bool = true, capabilities: QueryCapabilities = .available
    ) -> TypedQuery {
        // The lenient parser notes what the strict one throws.
        guard
            var parser = try? QueryParser(text, manner: isTyping ? .typing : .lenient, capabilities: capabilities),
            let query = try? parser.parse()
        else { return TypedQuery(query: .all, notes: []) }
        return TypedQuery(query: query, order: parser.order?.order, notes: parser.notes)
    }
}
