import Formats

/// The formats that may hold more articles than can be held: a file in one of them is read in pieces.
public enum BulkFormat: Hashable, Sendable, CaseIterable {
    case mailbox, jsonLines

    /// Nothing where a file in `format` is read as a whole.
    public init?(_ format: FileFormat) {
        switch format {
        case .mailbox: self = .mailbox
        case .jsonLines: self = .jsonLines
        case .plainText, .markdown, .webPage, .webArchive, .feed, .jsonFeed, .feedList, .mail, .book, .pdf, .ris, .cslJSON, .bibTeX,
            .readingList, .newsboat:
            return nil
        }
    }

    public var format: FileFormat {
        switch self {
        case .mailbox: .mailbox
        case .jsonLines: .jsonLines
        }
    }
}
