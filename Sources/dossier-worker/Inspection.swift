import Documents
import Formats
import Workers

/// What a document is to who follows feeds.
enum Inspection {
    static func inspect(_ file: SourceFile, _ format: FileFormat, _ limits: FormatLimits) throws(FormatError) -> FeedInspection {
        switch format {
        case .feed, .jsonFeed: return try FeedReader.head(of: file, limits: limits).map { .feed($0) } ?? .other
        case .feedList: return .list(try FeedReader.subscriptions(in: file, limits: limits))
        case .webPage:
            let page = FeedDiscovery(file.bytes)
            return .page(base: page.base, feeds: page.feeds)
        case .plainText, .markdown, .jsonLines, .ris, .cslJSON, .bibTeX, .readingList, .webArchive, .mail, .mailbox, .book,
            .pdf, .newsboat:
            return .other
        }
    }
}
