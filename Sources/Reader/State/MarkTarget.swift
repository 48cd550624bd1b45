import Articles
import Library

/// What a note, a highlight or a tag is put on: words of an article, or a passage that there is already.
public struct MarkTarget: Hashable, Sendable {
    public var article: ArticleID
    /// In UTF-8 offsets of the article's canonical text; nothing where the passage lost its place.
    public var range: Range<Int>?
    /// The passage that is changed, by its identity; nothing where one of exactly this range is to be found or made.
    public var passage: String?
    /// The words, as a prompt shows them.
    public var words: String
    /// What it has already.
    public var note: String?
    public var highlight: HighlightColour?
    public var tags: [String]

    public init(
        article: ArticleID, range: Range<Int>?, passage: String? = nil, words: String, note: String? = nil,
        highlight: HighlightColour? = nil, tags: [String] = []
    ) {
        self.article = article
        self.range = range
        self.passage = passage
        self.words = words
        self.note = note
        self.highlight = highlight
        self.tags = tags
    }

    public init(_ passage: StoredPassage) {
        self.init(
            article: passage.article, range: passage.range, passage: passage.id, words: passage.anchor.quote,
            note: passage.note?.text, highlight: passage.highlight, tags: passage.tags)
    }

    public var hasNote: Bool { note != nil }
}

/// What is to be done with a passage, before it is known with which.
public enum MarkWish: Hashable, Sendable {
    case note
    /// In the person's own editor.
    case noteOutside
    /// In a colour; in the last one, or no longer, where none is named.
    case highlight(HighlightColour?)
    case tag
    case remove
    /// To be put to another place.
    case attach
}

extension HighlightColour {
    /// The letter that stands for it beside the text, so that no colour is needed to tell it.
    var letter: String {
        switch self {
        case .yellow: "Y"
        case .green: "G"
        case .blue: "B"
        case .pink: "P"
        case .orange: "O"
        }
    }

    var role: Role {
        switch self {
        case .yellow: .highlightYellow
        case .green: .highlightGreen
        case .blue: .highlightBlue
        case .pink: .highlightPink
        case .orange: .highlightOrange
        }
    }
}
