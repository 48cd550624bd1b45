import Articles
import Formats

/// Makes an article of an entry.
struct EntryArticle {
    let entry: FeedEntry
    let head: FeedHead
    /// Where relative addresses count from, where the entry does not say.
    let base: String?
    /// Who wrote what names nobody: in Atom the feed's authors.
    let authors: [String]
    let file: String
    let limits: FormatLimits

    /// Bytes of a title that is made of the text.
    private static let madeTitleSize = 100
    /// Bytes of a summary that can stand under a title.
    private static let deckSize = 600

    func reading(_ notes: [FormatNote.Reason]) -> Reading {
        var notes = notes
        let (blocks, deck) = text
        var article = Article(title: title(blocks), deck: deck, blocks: blocks)
        article.url = address
        article.id = entry.id.map { EntryText.field($0, limits) }
        article.bylines = bylines
        article.publisher = publisher
        article.published = date(entry.published, "published", &notes)
        article.updated = date(entry.updated, "updated", &notes)
        if article.published == nil {
            // Atom need not say when an entry was first published; its last change is then the date to sort it by.
            (article.published, article.updated) = (article.updated, nil)
        }
        article.tags = tags
        article.language = language ?? LanguageGuess.language(of: blocks)
        if entry.isCut { notes.append(.textCut(limit: limits.feedEntrySize)) }
        return Reading(article: article, notes: notes.map { FormatNote(file: file, reason: $0) })
    }

    // MARK: Text

    /// The blocks, of the fullest text there is, and the summary where it is short and says something else.
    private var text: (blocks: [Block], deck: String?) {
        var candidates = [entry.content, entry.fullText].compactMap { $0 }
        var summaries = entry.summaries
        let place = entry.placeOfDescription
        // A description is the text itself where there is a summary besides, and the summary where there is content.
        if place > 0, summaries.count > 1 { candidates.append(summaries.remove(at: place - 1)) }
        let ordered = candidates + summaries + entry.spareSummaries
        for (index, value) in ordered.enumerated() {
            let blocks = EntryContent.blocks(value, base: base, limits)
            guard blocks.contains(where: { !$0.text.isEmpty }) else { continue }
            let rest = ordered[(index + 1)...]
            return (blocks, rest.lazy.compactMap { self.deck(of: $0, blocks) }.first)
        }
        return ([], nil)
    }

    private func deck(of value: FeedValue, _ blocks: [Block]) -> String? {
        guard value.bytes.count <= 16 * Self.deckSize, let text = EntryText.line(value, limits),
            text.utf8.count <= Self.deckSize
        else { return nil }
        let letters = Self.letters(text)
        let body = Self.letters(blocks.prefix(12).map(\.text).joined(separator: " "))
        // The beginning of the text, with or without dots behind it, says nothing of its own.
        guard letters.count >= 8, !body.starts(with: letters.prefix(max(8, letters.count * 3 / 4))) else { return nil }
        return EntryText.line(value, limits).flatMap { $0 == entry.title.flatMap { EntryText.line($0, limits) } ? nil : $0 }
    }

    private static func letters(_ text: String) -> [Character] {
        text.prefix(4_000).lowercased().filter { $0.isLetter || $0.isNumber }
    }

    private func title(_ blocks: [Block]) -> String {
        let own = [entry.title, entry.spareTitle].lazy.compactMap { $0.flatMap { EntryText.line($0, limits) } }.first
        if let own { return own }
        guard let first = blocks.first(where: { !$0.text.isEmpty })?.text else { return "" }
        let line = EntryText.field(first, limits)
        let end = line.firstIndex { ".!?。！？".contains($0) }.map { line.index(after: $0) } ?? line.endIndex
        let sentence = String(line[..<end])
        let text = sentence.utf8.count >= 12 ? sentence : line
        return text.utf8.count <= Self.madeTitleSize ? text : Self.shortened(text)
    }

    private static func shortened(_ text: String) -> String {
        var kept = ""
        for word in text.split(separator: " ") {
            guard kept.utf8.count + word.utf8.count < madeTitleSize else { break }
            kept += (kept.isEmpty ? "" : " ") + word
        }
        return (kept.isEmpty ? String(text.prefix(30)) : kept) + "…"
    }

    // MARK: Values

    /// The page of the entry: what is called so, a guid that is an address, the entry's name in RDF and CDF, or where its
    /// content is.
    private var address: String? {
        let links = entry.links.map { (link: $0, address: web($0.address)) }
        let pages = links.filter { $0.link.relation == "alternate" && $0.address != nil }
        if let page = pages.first(where: { Self.isPage($0.link.type) }) ?? pages.first { return page.address }
        if !entry.isIDOpaque, let id = entry.id, let address = FeedAddress.web(FeedAddress.resolve(id, against: base)) {
            return address
        }
        for relation in ["about", "canonical", "content", "self", "related", "via"] {
            if let found = links.first(where: { $0.link.relation == relation && $0.address != nil }) { return found.address }
        }
        return nil
    }

    private static func isPage(_ type: String?) -> Bool {
        guard let type, !type.isEmpty else { return true }
        return type.hasPrefix("text/html") || type.hasPrefix("application/xhtml")
    }

    private func web(_ address: String) -> String? { FeedAddress.web(FeedAddress.resolve(address, against: base)) }

    private var bylines: [String] {
        let own = FeedPeople.names(entry.people, limits)
        if !own.isEmpty { return own }
        let source = FeedPeople.names(entry.sourcePeople, limits)
        return source.isEmpty ? authors : source
    }

    private var publisher: String? {
        let source =
            entry.sourceTitle.flatMap { EntryText.line($0, limits) }
            ?? EntryText.field(EntryText.decoded(entry.sourceText), limits)
        return source.isEmpty ? head.title : source
    }

    private var language: String? {
        let found = [entry.content?.language, entry.summaries.first?.language, entry.language, head.language]
        return found.lazy.compactMap { $0.flatMap { LanguageTag.normalised($0) } }.first
    }

    /// Names that people read; not those by which machines tell the kinds of their entries.
    private var tags: [String] {
        var tags: [String] = []
        for category in entry.categories {
            let tag = EntryText.field(EntryText.decoded(category.label ?? category.text), limits)
            guard !tag.isEmpty, !tag.contains("://"), !tags.contains(tag) else { continue }
            tags.append(tag)
        }
        return tags
    }

    private func date(_ text: String?, _ field: String, _ notes: inout [FormatNote.Reason]) -> ArticleDate? {
        guard let text, !text.isEmpty else { return nil }
        if let date = FeedDate.date(text) { return date }
        notes.append(.dateNotUnderstood(field: field, value: EntryText.field(String(text.prefix(100)), limits)))
        return nil
    }
}
