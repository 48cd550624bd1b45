import Articles
import Text

/// A document of the person's own, as the library holds it.
public struct StoredDocument: Hashable, Sendable {
    /// The most bytes of UTF-8 of a title.
    public static let longestTitle = 500
    /// The most bytes of UTF-8 of a body.
    public static let longestBody = 2 << 20
    /// How deep a body may be nested, and how many values it may hold.
    static let (deepest, mostValues) = (32, 200_000)

    /// Letters, digits and hyphens; the same in every copy of the library.
    public var id: String
    public var kind: DocumentKind
    /// One line, never empty.
    public var title: String
    /// An object as JSON on one line, in the form that the kind says.
    public var body: String
    public var created: ArticleDate
    public var edited: ArticleDate

    public init(id: String, kind: DocumentKind, title: String, body: String, created: ArticleDate, edited: ArticleDate) {
        self.id = id
        self.kind = kind
        self.title = title
        self.body = body
        self.created = created
        self.edited = edited
    }

    /// The body as a value; nothing where it cannot be read.
    public var value: JSONValue? { Self.value(of: body) }

    static func value(of body: String) -> JSONValue? {
        let options = JSONParser.Options(depth: deepest, values: mostValues)
        return try? JSONParser.value(body.utf8, options: options)
    }
}

/// Why something cannot be kept as a document.
public enum DocumentFault: Hashable, Sendable {
    case noTitle
    case titleTooLong
    case bodyTooLong
    /// No object, or nested too deeply, or of too many values.
    case badBody
    /// A saved search without a query, or a weight that is out of its range.
    case badContent(DocumentKind)
    /// More than ``Library/mostDocuments`` of the kind.
    case tooMany(DocumentKind)
}

extension DocumentFault {
    var why: String {
        switch self {
        case .noTitle: "it has no title"
        case .titleTooLong: "its title is longer than \(StoredDocument.longestTitle) bytes"
        case .bodyTooLong: "it is longer than \(StoredDocument.longestBody) bytes"
        case .badBody: "its content cannot be read"
        case .badContent(.search): "it holds no query, or one longer than \(SavedSearch.longestQuery) bytes"
        case .badContent(.interest): "a weight is a whole number from \(TopicInterest.range.lowerBound) to \(TopicInterest.range.upperBound)"
        case .badContent(.briefing): "it is no briefing"
        case .tooMany(let kind): "there are \(Library.mostDocuments) of its kind (\(kind.noun)) already"
        }
    }

    var remedy: String {
        switch self {
        case .noTitle: "give it a name"
        case .titleTooLong: "give it a shorter name"
        case .bodyTooLong: "make two of it"
        case .badBody, .badContent: "nothing was changed"
        case .tooMany: "remove some that are no longer needed"
        }
    }
}
