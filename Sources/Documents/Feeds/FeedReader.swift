import Articles
import Formats

/// Reads feeds: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed 1 and 1.1; and lists of feeds (OPML).
///
/// One article an entry, in the feed's order, read as it is asked for: of the feed itself no more is in memory than its
/// bytes and the entry at hand. The same entry met again in one feed is one article.
public enum FeedReader {
    /// The articles of a feed in XML. A feed without entries has none. Throws where the bytes are no text, or hold nothing
    /// of a feed.
    ///
    /// Linear in the size of the file; twice that where the feed's title stands behind its first entry.
    public static func readings(in file: SourceFile, limits: FormatLimits = FormatLimits()) throws(FormatError) -> Readings {
        try check(file, limits)
        let text = try FeedText(file.bytes, file: file.name)
        let stream = FeedStream(text.bytes, limits: limits)
        let first = stream.next()
        guard first != nil || stream.builder.sawFeed else {
            throw FormatError(file: file.name, reason: .notInFormat(.feed))
        }
        var raw = stream.builder.head
        if raw.title == nil, first != nil { raw = FeedStream.head(of: text.bytes, limits: limits) }
        let maker = EntryMaker(file: file.name, head: raw, isAtom: stream.builder.isAtom, notes: text.notes, limits: limits)
        return Readings(maker.readings(first: first) { stream.next() })
    }

    /// The articles of a JSON Feed.
    public static func jsonReadings(in file: SourceFile, limits: FormatLimits = FormatLimits()) throws(FormatError) -> Readings {
        try check(file, limits)
        let text = try FeedText(file.bytes, file: file.name)
        let stream = JSONFeedStream(text.bytes, limits: limits)
        let first = stream.next()
        guard first != nil || stream.sawFeed && !stream.hasFailed else {
            throw FormatError(file: file.name, reason: .notInFormat(.jsonFeed))
        }
        var raw = stream.head
        if raw.title == nil, first != nil { raw = JSONFeedStream.head(of: text.bytes, limits: limits) }
        let maker = EntryMaker(file: file.name, head: raw, isAtom: true, notes: text.notes, limits: limits)
        return Readings(maker.readings(first: first) { stream.next() })
    }

    /// What a feed in XML or JSON says of itself; nothing where it is none. Costs as much as reading it.
    public static func head(of file: SourceFile, limits: FormatLimits = FormatLimits()) throws(FormatError) -> FeedHead? {
        try check(file, limits)
        let text = try FeedText(file.bytes, file: file.name)
        if JSONFeedStream.isJSON(text.bytes) {
            let stream = JSONFeedStream(text.bytes, limits: limits)
            stream.skipToEnd()
            return stream.sawFeed ? stream.head.finished(limits: limits) : nil
        }
        let stream = FeedStream(text.bytes, limits: limits)
        stream.skipToEnd()
        return stream.builder.sawFeed ? stream.builder.head.finished(limits: limits) : nil
    }

    static func check(_ file: SourceFile, _ limits: FormatLimits) throws(FormatError) {
        guard !file.bytes.isEmpty else { throw FormatError(file: file.name, reason: .empty) }
        guard file.bytes.count <= limits.fileSize else {
            throw FormatError(file: file.name, reason: .tooLarge(size: file.bytes.count, limit: limits.fileSize))
        }
    }
}

/// The entries of a feed in XML, one after the other.
final class FeedStream {
    private var mender: XMLMender
    private var parser: XMLPushParser?
    let builder: FeedBuilder

    /// `bytes` are valid UTF-8.
    init(_ bytes: [UInt8], limits: FormatLimits) {
        mender = XMLMender(bytes, depthLimit: limits.feedDepth)
        builder = FeedBuilder(limits: limits)
        parser = XMLPushParser(builder)
    }

    func next() -> FeedEntry? {
        while builder.entries.isEmpty, advance() {}
        return builder.entries.isEmpty ? nil : builder.entries.removeFirst()
    }

    func skipToEnd() {
        while advance() { builder.entries.removeAll(keepingCapacity: true) }
    }

    static func head(of bytes: [UInt8], limits: FormatLimits) -> RawFeedHead {
        let stream = FeedStream(bytes, limits: limits)
        stream.skipToEnd()
        return stream.builder.head
    }

    /// Parses the next piece. Whether there may be more.
    private func advance() -> Bool {
        guard let parser else { return false }
        if let piece = mender.next() {
            parser.feed(piece)
        } else {
            parser.finish()
            self.parser = nil
        }
        return true
    }
}
