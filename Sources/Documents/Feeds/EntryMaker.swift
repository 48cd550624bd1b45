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
                let title = entry.title.flatMap { EntryText.line($0, limits) }
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

/// Which entries of a feed were met.
struct SeenEntries {
    private(set) var count = 0
    /// By the hash of what names an entry, those of its addresses, or of its titles where it has none.
    private var names: [Int: Set<Int>] = [:]

    private static let marksLimit = 1_000

    /// Whether `article`, whose own title is `title`, is new. The same id with the same address, or without one the same
    /// title, is the same entry again. Some generators give one id to all entries: with another address it is another
    /// article, and the id, which names nothing, is taken from it.
    mutating func insert(_ article: inout Article, title: String?) -> Bool {
        count += 1
        let mark = (article.url ?? title).map { hash("mark", $0) }
        guard let id = article.id else {
            // Without an id, address, title and date together name it; without address and title nothing does.
            guard article.url != nil || title != nil else { return true }
            let date = article.published?.description ?? ""
            return names.updateValue([], forKey: hash(article.url ?? "", (title ?? "") + "\n" + date)) == nil
        }
        let name = hash("id", id)
        guard var known = names[name] else {
            names[name] = Set([mark].compactMap { $0 })
            return true
        }
        guard let mark, !known.isEmpty, !known.contains(mark) else { return false }
        if known.count < Self.marksLimit {
            names[name] = nil
            known.insert(mark)
            names[name] = known
        }
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
