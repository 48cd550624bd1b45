import Articles
import CArchive
import CGumbo
import CMime
import CSQLite
import CUchardet
import CXML
import Formats
import Text

/// The readers of formats whose parsers are written in C, and with them all formats. Pure: bytes in, articles out.
public enum Documents {
    /// What `file`, which is in `format`, holds: one article after the other, each with its notes. Throws where the file
    /// as a whole cannot be read.
    public static func readings(
        in file: SourceFile, format: FileFormat, limits: FormatLimits = FormatLimits()
    ) throws(FormatError) -> Readings {
        let readings = try unbounded(in: file, format: format, limits: limits)
        // Those read here are bounded already.
        return format.place == .program ? readings : readings.bounded(file.name, format, limits)
    }

    private static func unbounded(
        in file: SourceFile, format: FileFormat, limits: FormatLimits
    ) throws(FormatError) -> Readings {
        switch format {
        case .plainText, .markdown, .jsonLines, .ris, .cslJSON, .bibTeX, .readingList:
            return try Formats.readings(in: file, format: format, limits: limits)
        case .webPage: return Readings(one: try HTMLReader.page(file, limits: limits))
        case .webArchive: return Readings(one: try MailReader.webArchive(file, limits: limits))
        case .feed: return try FeedReader.readings(in: file, limits: limits)
        case .jsonFeed: return try FeedReader.jsonReadings(in: file, limits: limits)
        case .feedList: return try FeedReader.listReadings(in: file, limits: limits)
        case .mail: return try MailReader.readings(in: file, limits: limits)
        case .mailbox: return try MailReader.mailboxReadings(in: file, limits: limits)
        case .book: return try BookReader.readings(in: file, limits: limits)
        case .newsboat: return try NewsboatReader.readings(in: file, limits: limits)
        case .pdf: return Readings(one: try PDFReader.reading(of: file, limits: limits))
        }
    }

    /// What `file` holds, in whatever format it is.
    public static func readings(in file: SourceFile, limits: FormatLimits = FormatLimits()) throws(FormatError)
        -> Readings
    {
        try readings(in: file, format: try Formats.format(of: file, limits: limits), limits: limits)
    }
}
