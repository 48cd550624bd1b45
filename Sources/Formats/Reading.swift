import Articles

/// One article of a file with what had to be said about it.
public struct Reading: Hashable, Sendable {
    public var article: Article
    public var notes: [FormatNote]

    public init(article: Article, notes: [FormatNote] = []) {
        self.article = article
        self.notes = notes
    }
}

/// What one file holds, read as it is asked for: a file of mails or a feed may hold many articles, and one of them that
/// cannot be read costs itself and no other.
public struct Readings: Sequence, IteratorProtocol {
    public typealias Element = Result<Reading, FormatError>

    private let step: () -> Element?

    /// `step` is asked for one after the other until it has no more.
    public init(_ step: @escaping () -> Element?) { self.step = step }

    /// A file that holds one article.
    public init(one reading: Reading) {
        var rest: Reading? = reading
        self.init {
            defer { rest = nil }
            return rest.map { .success($0) }
        }
    }

    public mutating func next() -> Element? { step() }
}
