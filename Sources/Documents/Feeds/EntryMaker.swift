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
        base = head.base
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
                guard seen.count < limits.feedEntries else {
                    isOver = true
                    return .failure(FormatError(file: file, reason: .tooManyEntries(limit: limits.feedEntries)))
                }
                var reading = reading(of: entry, notes)
                guard seen.insert(&reading.article) else { continue }
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

/// Which entries of a feed were met.
struct SeenEntries {
    private(set) var count = 0
    /// Hashes of what names an entry, and those of the title and address under that name.
    private var names: [Int: Set<Int>] = [:]

    /// Whether `article` is new. The same id with the same title or the same address is the same entry again. Some
    /// generators give one id to all entries: where both title and address differ, it is another article, and the id,
    /// which names nothing, is taken from it.
    mutating func insert(_ article: inout Article) -> Bool {
        count += 1
        let title = article.title.isEmpty ? nil : hash("title", article.title)
        let address = article.url.map { hash("url", $0) }
        let marks = Set([title, address].compactMap { $0 })
        guard let id = article.id else {
            // Without an id, address and title together name it.
            let name = hash(article.url ?? "", article.title + (article.published?.description ?? ""))
            return article.url == nil && article.title.isEmpty || names.updateValue(marks, forKey: name) == nil
        }
        let name = hash("id", id)
        guard let known = names[name] else {
            names[name] = marks
            return true
        }
        if marks.isEmpty || known.isEmpty || !known.isDisjoint(with: marks) { return false }
        if known.count < 1_000 { names[name] = known.union(marks) }
        article.id = nil
        return true
    }

    private func hash(_ kind: String, _ text: String) -> Int {
        var hasher = Hasher()
        hasher.combine(kind)
        hasher.combine(text)
        return hasher.finalize()
    }
}
