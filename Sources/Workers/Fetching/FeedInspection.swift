import Formats

/// What a document is to who follows feeds.
public enum FeedInspection: Hashable, Sendable, Codable {
    case feed(FeedHead)
    case list([FeedSubscription])
    /// A page, with the feeds that it names and the address that its own relative ones count from.
    case page(base: String?, feeds: [FeedSubscription])
    case other
}

extension WorkerPool {
    /// What `file` is, as one of the processes sees it. Throws where it cannot be read at all.
    public func inspect(_ file: SourceFile, limits: FormatLimits = FormatLimits()) throws(ReadingFailure) -> FeedInspection {
        let format: FileFormat
        do throws(FormatError) {
            format = try Formats.format(of: file, limits: limits)
        } catch {
            throw .file(error)
        }
        switch format {
        case .feed, .jsonFeed, .feedList, .webPage: return try inspect(file, as: format, limits)
        case .plainText, .markdown, .jsonLines, .ris, .cslJSON, .bibTeX, .readingList, .webArchive, .mail, .mailbox, .book,
            .pdf, .newsboat:
            return .other
        }
    }
}
