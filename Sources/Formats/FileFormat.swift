/// The formats that can hold articles. What is to be read next gets its case here; the compiler then names every place
/// that has to know.
public enum FileFormat: String, Hashable, Sendable, Codable, CaseIterable {
    case plainText = "text"
    case markdown
    /// HTML or XHTML, one page.
    case webPage = "web-page"
    /// A page with what belongs to it as one MIME message (MHTML, RFC 2557).
    case webArchive = "web-archive"
    /// RSS, RDF or Atom.
    case feed
    case jsonFeed = "json-feed"
    /// A list of feeds (OPML).
    case feedList = "feed-list"
    /// One message (RFC 5322).
    case mail
    /// Messages one after the other, each behind a line that begins with `From ` (mbox, RFC 4155).
    case mailbox
    /// EPUB.
    case book
    case pdf
    /// One article a line, in the shape of ``Articles/Article``'s JSON form.
    case jsonLines = "json-lines"
    /// References with tagged lines (RIS), as Zotero and publishers export them.
    case ris
    /// References as JSON, in the shape of the Citation Style Language.
    case cslJSON = "csl-json"
    case bibTeX = "bibtex"
    /// What Pocket and Instapaper export: addresses with titles, tags and read state.
    case readingList = "reading-list"
    /// The database in which newsboat keeps the items of its feeds.
    case newsboat

    /// Where the reader of a format is: what stands on a parser in C runs in a process of its own.
    public enum Place: Hashable, Sendable, CaseIterable {
        case program, worker
    }

    public var place: Place {
        switch self {
        case .plainText, .markdown, .jsonLines, .ris, .cslJSON, .bibTeX, .readingList: .program
        case .webPage, .webArchive, .feed, .jsonFeed, .feedList, .mail, .mailbox, .book, .pdf, .newsboat: .worker
        }
    }

    /// The format as the object of a sentence, with its article.
    public var phrase: String {
        switch self {
        case .plainText: "a plain text"
        case .markdown: "a Markdown text"
        case .webPage: "a web page"
        case .webArchive: "an archived web page"
        case .feed, .jsonFeed: "a feed"
        case .feedList: "a list of feeds"
        case .mail: "a mail message"
        case .mailbox: "a mailbox"
        case .book: "a book"
        case .pdf: "a PDF document"
        case .jsonLines: "articles in JSON Lines"
        case .ris, .cslJSON, .bibTeX: "a list of references"
        case .readingList: "a reading list"
        case .newsboat: "a cache of newsboat"
        }
    }

    /// The suffixes, in lower case, by which a file names its format.
    public var suffixes: [String] {
        switch self {
        case .plainText: ["txt", "text", "asc"]
        case .markdown: ["md", "markdown", "mdown", "mkd", "mkdn", "mdwn", "mdx", "qmd", "rmd"]
        case .webPage: ["html", "htm", "xhtml", "xht", "shtml"]
        case .webArchive: ["mhtml", "mht"]
        case .feed: ["rss", "atom", "rdf", "xml"]
        case .jsonFeed: []
        case .feedList: ["opml"]
        case .mail: ["eml", "emlx"]
        case .mailbox: ["mbox", "mbx"]
        case .book: ["epub"]
        case .pdf: ["pdf"]
        case .jsonLines: ["jsonl", "ndjson"]
        case .ris: ["ris"]
        case .cslJSON: []
        case .bibTeX: ["bib", "bibtex"]
        case .readingList, .newsboat: []
        }
    }

    init?(suffixOf name: String) {
        let suffix = FileName.suffix(of: name)
        guard let format = Self.allCases.first(where: { $0.suffixes.contains(suffix) }) else { return nil }
        self = format
    }
}

/// What a file turns out to be when its bytes are looked at.
enum SniffedFormat: Hashable {
    case readable(FileFormat)
    case foreign(ForeignKind)
}
