import Articles
import Formats

/// Reads the cache that newsboat keeps of its feeds: the items of each, with their texts. Whether an item was read, its flags and
/// whether it waits in the queue are tags of the article; what was deleted there is left out.
public enum NewsboatReader {
    fileprivate static let (items, feeds) = ("rss_item", "rss_feed")

    /// The articles of the cache, one by one, in the order of the table. Throws where the file is no database, or has no items.
    public static func readings(in file: SourceFile, limits: FormatLimits = FormatLimits()) throws(FormatError) -> Readings {
        guard file.bytes.count <= limits.fileSize else {
            throw FormatError(file: file.name, reason: .tooLarge(size: file.bytes.count, limit: limits.fileSize))
        }
        do throws(DatabaseImage.Damage) {
            let cache = try DatabaseImage(file.bytes, tables: [items, feeds])
            let titles = try NewsboatFeeds(cache, limits: limits).titles
            var rows = NewsboatItems(cache, columns: try cache.open(items), titles: titles, limits: limits)
            var isOver = false
            return Readings {
                guard !isOver else { return nil }
                do throws(DatabaseImage.Damage) {
                    let reading = try rows.next(file.name)
                    isOver = reading == nil
                    return reading.map { .success($0) }
                } catch {
                    isOver = true
                    return .failure(FormatError(file: file.name, reason: .malformed(error.problem)))
                }
            }
        } catch {
            throw FormatError(file: file.name, reason: .malformed(error.problem))
        }
    }
}

/// The columns of a table that are known, by their names: they differ from one version of newsboat to the next.
private struct NewsboatColumns {
    private let places: [String: Int32]

    init(_ names: [String]) {
        places = Dictionary(names.enumerated().map { ($1, Int32($0)) }) { first, _ in first }
    }

    func bytes(_ name: String, _ row: DatabaseImage.Row) -> [UInt8] { places[name].flatMap { row.bytes($0) } ?? [] }

    /// As UTF-8 on one line. What is no UTF-8 is taken for Windows-1252.
    func line(_ name: String, _ row: DatabaseImage.Row, _ limits: FormatLimits) -> String {
        let bytes = bytes(name, row)
        guard !bytes.isEmpty else { return "" }
        return EntryText.field(String(decoding: MailText.decoded(bytes, charset: nil).bytes, as: UTF8.self), limits)
    }

    func number(_ name: String, _ row: DatabaseImage.Row) -> Int64? { places[name].flatMap { row.number($0) } }
}

/// What the feeds are called.
private struct NewsboatFeeds {
    /// By the address of the feed.
    private(set) var titles: [String: String] = [:]

    /// A cache without a table of feeds is one all the same.
    init(_ cache: DatabaseImage, limits: FormatLimits) throws(DatabaseImage.Damage) {
        guard let names = try? cache.open(NewsboatReader.feeds) else { return }
        let columns = NewsboatColumns(names)
        while titles.count < limits.articles, let row = try cache.next() {
            let title = columns.line("title", row, limits)
            if !title.isEmpty { titles[columns.line("rssurl", row, limits)] = title }
        }
    }
}

/// The items, made articles of.
private struct NewsboatItems {
    private let cache: DatabaseImage
    private let columns: NewsboatColumns
    private let titles: [String: String]
    private let limits: FormatLimits

    init(_ cache: DatabaseImage, columns names: [String], titles: [String: String], limits: FormatLimits) {
        self.cache = cache
        columns = NewsboatColumns(names)
        self.titles = titles
        self.limits = limits
    }

    mutating func next(_ name: String) throws(DatabaseImage.Damage) -> Reading? {
        while let row = try cache.next() {
            if columns.number("deleted", row) ?? 0 != 0 { continue }
            if let reading = reading(of: row, name) { return reading }
        }
        return nil
    }

    private func reading(of row: DatabaseImage.Row, _ name: String) -> Reading? {
        let address = columns.line("url", row, limits)
        let url = address.contains(":") && SafeAddress.isSafe(address) ? address : nil
        let (blocks, isCut) = text(of: row, base: url ?? columns.line("base", row, limits))
        let title = title(of: row, blocks) ?? url
        guard let title, !blocks.isEmpty || url != nil else { return nil }
        let author = columns.line("author", row, limits)
        let feed = columns.line("feedurl", row, limits)
        let date = columns.number("pubDate", row).flatMap { (1...253_402_300_799).contains($0) ? ArticleDate(timestamp: $0) : nil }
        // An id that is no address of any kind is the feed's alone: another feed may have the same.
        let guid = columns.line("guid", row, limits)
        let article = Article(
            id: guid.isEmpty ? nil : guid.contains(":") ? guid : feed + "/" + guid, title: title, bylines: author.isEmpty ? [] : [author], publisher: titles[feed],
            published: date, language: LanguageGuess.language(of: blocks), url: url, tags: tags(of: row),
            blocks: blocks.isEmpty ? link(url ?? title) : blocks)
        return Reading(article: article, notes: isCut ? [FormatNote(file: name, reason: .textCut(limit: limits.feedEntrySize))] : [])
    }

    private func title(of row: DatabaseImage.Row, _ blocks: [Block]) -> String? {
        let title = EntryText.field(EntryText.decoded(columns.line("title", row, limits)), limits)
        if !title.isEmpty { return title }
        return blocks.lazy.map { EntryText.field(String($0.text.prefix(200)), limits) }.first { !$0.isEmpty }
    }

    private func text(of row: DatabaseImage.Row, base: String) -> (blocks: [Block], isCut: Bool) {
        var bytes = columns.bytes("content", row)
        let isCut = bytes.count > limits.feedEntrySize
        if isCut { bytes = Array(bytes[..<Bytes.boundary(atOrBefore: limits.feedEntrySize, in: bytes)]) }
        guard !bytes.isEmpty else { return ([], false) }
        let text = MailText.decoded(bytes, charset: nil).bytes
        // Older versions do not say, and have HTML.
        let type = columns.line("content_mime_type", row, limits).lowercased()
        let blocks =
            type.hasPrefix("text/plain")
            ? PlainMail.blocks(of: text, limits: limits) : HTMLReader.content(text, base: base, limits: limits).blocks
        return (blocks.flatMap { $0.parts(limit: limits.blockSize) }, isCut)
    }

    private func link(_ address: String) -> [Block] {
        [Block(.paragraph, address, spans: [Span(.link, start: 0, end: address.utf8.count, target: address)])]
    }

    /// What newsboat knows of the item, in words: `read` or `unread`, `enqueued`, and `flag-x` for each letter that was set.
    private func tags(of row: DatabaseImage.Row) -> [String] {
        var tags: [String] = []
        if let unread = columns.number("unread", row) { tags.append(unread == 0 ? "read" : "unread") }
        if columns.number("enqueued", row) ?? 0 != 0 { tags.append("enqueued") }
        var seen: Set<UInt8> = []
        for byte in columns.bytes("flags", row).sorted() where (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z") {
            if seen.insert(byte).inserted { tags.append("flag-" + String(decoding: [byte], as: UTF8.self)) }
        }
        return tags
    }
}
