import Articles
import Formats

/// Makes the articles of one feed.
struct EntryMaker {
    let file: String
    let head: FeedHead
    let base: String?
    let authors: [String]
    /// What is to be said of the whole file; said with its first article.
    let notes: [FormatNote.Reason]
    let limits: FormatLimits

    init(file: String, head: RawFeedHead, isAtom: Bool, notes: [FormatNote.Reason], limits: FormatLimits) {
        self.file = file
        self.head = head.finished(limits: limits)
        // A feed that was fetched is named by its address.
        base = head.base ?? WebAddress(file)?.text
        // Atom has the feed's authors stand for those of entries without any (RFC 4287, section 4.2.1).
        authors = isAtom ? self.head.bylines : []
        self.notes = notes
        self.limits = limits
    }

    /// A step of ``Readings``: `first`, then what `next` gives.
    func readings(first: FeedEntry?, next: @escaping () -> FeedEntry?) -> () -> Readings.Element? {
        var pending = first
        var notes = notes
        var seen = SeenEntries()
        var isOver = first == nil
        return {
            while !isOver {
                guard let entry = pending ?? next() else { break }
                pending = nil
                guard seen.count < limits.articles else {
                    isOver = true
                    return .failure(FormatError(file: file, reason: .tooManyEntries(limit: limits.articles)))
                }
                var reading = reading(of: entry, notes)
                let title = (entry.title ?? entry.spareTitle).flatMap { EntryText.line($0, limits) }
                guard seen.insert(&reading.article, title: title) else { continue }
                notes = []
                return .success(reading)
            }
            isOver = true
            return nil
        }
    }

    private func reading(of entry: FeedEntry, _ notes: [FormatNote.Reason]) -> Reading {
        EntryArticle(entry: entry, head: head, base: base, authors: authors, file: file, limits: limits).reading(notes)
    }
}

/// Which entries of a feed were met. Holds hashes, not texts.
struct SeenEntries {
    private struct Known {
        var addresses: Set<Int> = []
        var titles: Set<Int> = []
    }

    private(set) var count = 0
    private var ids: [Int: Known] = [:]
    /// Entries without an id: address, title and date.
    private var others: Set<Int> = []

    /// Whether `article`, whose own title is `title`, is new. The same id with the same address, or the same title where
    /// one of the two has no address, is the same entry again. Some generators give one id to all entries: else it is
    /// another article, and the id, which names nothing, is taken from it.
    mutating func insert(_ article: inout Article, title: String?) -> Bool {
        count += 1
        guard let id = article.id else {
            guard article.url != nil || title != nil else { return true }
            return others.insert(hash(article.url ?? "", title ?? "", article.published?.description ?? "")).inserted
        }
        let key = hash(id)
        // Taken out, so that the sets are changed in place.
        let old = ids.removeValue(forKey: key)
        var known = old ?? Known()
        defer { ids[key] = known }
        let address = article.url.map { hash($0) }
        let heading = title.map { hash($0) }
        let isKnown = old.map { Self.isSame($0, address, heading) } ?? false
        if let address { known.addresses.insert(address) }
        if let heading { known.titles.insert(heading) }
        guard old != nil, !isKnown else { return old == nil }
        article.id = nil
        return true
    }

    private static func isSame(_ known: Known, _ address: Int?, _ heading: Int?) -> Bool {
        if let address, !known.addresses.isEmpty { return known.addresses.contains(address) }
        guard let heading, !known.titles.isEmpty else { return true }
        return known.titles.contains(heading)
    }

    private func hash(_ texts: String...) -> Int {
        var hasher = Hasher()
        for text in texts { hasher.combine(text) }
        return hasher.finalize()
    }
}
