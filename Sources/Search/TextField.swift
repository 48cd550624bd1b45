/// The parts of an article that hold words, in the order in which an index keeps them.
public enum TextField: Int, Hashable, Sendable, CaseIterable {
    case title, deck, kickers, bylines, publisher, body

    /// What stands for it in a query.
    public var queryField: QueryField {
        switch self {
        case .title: .title
        case .deck: .deck
        case .kickers: .kicker
        case .bylines: .by
        case .publisher: .from
        case .body: .text
        }
    }
}
