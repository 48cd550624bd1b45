import Articles
import Text
import Topics

/// One thing that a person made in a library, as it leaves the library and comes into another one: whole, with its identity and
/// the time of its last edit.
public enum MadeRecord: Hashable, Sendable {
    case article(ArticleMarks)
    case passage(PassageRecord)
    case decision(DecisionRecord)
    case exclusion(ExclusionRecord)
    case document(DocumentRecord)
    case correction(CorrectionRecord)
    case feed(FeedRecord)

    /// What a person made of an article as a whole.
    public struct ArticleMarks: Hashable, Sendable {
        public var source: ArticleSource
        public var isRead = false
        public var isStarred = false
        public var isTrashed = false
        /// Sorted.
        public var tags: [String] = []
        /// Seconds since 1970.
        public var edited: Int64 = 0
    }

    public struct PassageRecord: Hashable, Sendable {
        public var id: String
        public var source: ArticleSource
        public var anchor: Anchor
        public var isBookmarked = false
        public var isStarred = false
        public var highlight: HighlightColour?
        public var note: String?
        /// When the note was changed last, in seconds since 1970.
        public var noted: Int64?
        /// Sorted.
        public var tags: [String] = []
        public var isRemoved = false
        public var created: Int64 = 0
        public var edited: Int64 = 0

        /// Of what was removed, that it was: what it said is nobody's any more.
        var withoutWhatWasRemoved: PassageRecord {
            guard isRemoved else { return self }
            return PassageRecord(id: id, source: source, anchor: anchor, isRemoved: true, created: created, edited: edited)
        }
    }

    public struct DecisionRecord: Hashable, Sendable {
        public var id: String
        public var source: ArticleSource
        public var anchor: Anchor
        public var topic: String
        public var verdict: Verdict
        public var isRemoved = false
        public var created: Int64 = 0
        public var edited: Int64 = 0
    }

    public struct ExclusionRecord: Hashable, Sendable {
        public var kind: LearningExclusion
        public var topic: String
        public var text: String
        public var isRemoved = false
        public var edited: Int64 = 0
    }

    /// By which it is one thing in every copy of a library.
    var key: String {
        switch self {
        case .article(let marks): "article \(marks.source.identity)"
        case .passage(let record): "passage \(record.id)"
        case .decision(let record): "decision \(record.id)"
        case .exclusion(let record): "exclusion \(record.kind.rawValue) \(record.topic) \(record.text)"
        case .document(let record): "document \(record.id)"
        case .correction(let record): "correction \(record.source.identity) \(record.field.rawValue)"
        case .feed(let record): "feed \(record.url)"
        }
    }

    var edited: Int64 {
        switch self {
        case .article(let marks): marks.edited
        case .passage(let record): record.edited
        case .decision(let record): record.edited
        case .exclusion(let record): record.edited
        case .document(let record): record.edited
        case .correction(let record): record.edited
        case .feed(let record): record.edited
        }
    }
}

/// By which an article is recognised in another library.
public struct ArticleSource: Hashable, Sendable {
    /// The article's ``Article/identity``, 64 hexadecimal digits.
    public var identity: String
    /// For people; not compared.
    public var title: String
    public var url: String?

    public init(identity: String, title: String, url: String? = nil) {
        self.identity = identity
        self.title = title
        self.url = url
    }
}
