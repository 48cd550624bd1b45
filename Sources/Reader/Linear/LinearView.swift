import Articles
import Library
import Search
import Text
import Topics

/// What a screen says, as lines to be read one after the other: no boxes, no columns, words for signs, nothing by place or colour.
/// A pure function of the state, as the screen itself is. Lines are not wrapped, and not yet made safe for a terminal.
public func linear(_ state: ReaderState) -> [String] { LinearView(state).lines }

/// Writes the lines.
struct LinearView {
    private let state: ReaderState
    private(set) var lines: [String] = []

    init(_ state: ReaderState) {
        self.state = state
        switch state.pane {
        case .topics: writeTopics()
        case .article, .passage: writeArticle()
        case .list:
            switch state.source {
            case .library: writeLibrary()
            case .search: writeSearch()
            case .notes: writeNotes()
            }
        }
        if let status = state.status, status.kind == .failure { lines += ["", status.text] }
    }

    private mutating func write(_ line: String, under indent: Int = 0) {
        lines.append(String(repeating: "  ", count: indent) + line)
    }

    /// What is there, each part ended: so it is read with pauses.
    private static func sentences(_ parts: [String?]) -> String {
        parts.compactMap { $0?.flattened.trimmed }.filter { !$0.isEmpty }
            .map { "\($0.hasSuffix(".") || $0.hasSuffix("?") || $0.hasSuffix("!") ? $0 : $0 + ".")" }.joined(separator: " ")
    }

    // MARK: Lists

    private mutating func writeLibrary() {
        let listing = state.library.listing
        let words = state.filterWords.map { "filtered by \($0)" }
        let unread = state.library.totals.map { "\($0.unread.grouped) unread" }
        let count = listing.isComplete ? listing.count : state.library.totals?.all ?? listing.count
        write(Self.sentences(["Library", words, count.counted("article", "articles"), unread, state.library.order.explanation]))
        writeRows(listing) { view, number, row in view.write("\(number). \(view.sentences(of: row))") }
    }

    private mutating func writeRows<Row>(_ listing: Listing<Row>, _ body: (inout LinearView, Int, Row) -> Void) {
        var seen = 0
        for (index, id) in listing.ids.enumerated() {
            guard let row = listing.rows[id] else { break }
            body(&self, index + 1, row)
            seen += 1
        }
        if seen < listing.count { write("And \((listing.count - seen).grouped) more.") }
    }

    /// Title, date, source, length, how it stands, what it is about.
    private func sentences(of row: ArticleRow) -> String {
        let topics = row.topics.compactMap { state.topics.node($0)?.label }
        let marks = [
            row.isRead ? nil : "unread", row.isStarred ? "starred" : nil, row.isTrashed ? "in the trash" : nil,
            row.isGone ? "its file is gone" : nil, Self.count(row.bookmarkCount, "bookmark"), Self.count(row.noteCount, "note"),
            Self.count(row.highlightCount, "highlight"),
        ].compactMap { $0 }
        let date = row.published.map { $0.withoutTime.description } ?? "no date, file of \(row.sortDate.withoutTime.description)"
        let minutes = max(1, (row.wordCount + PageHeader.wordsPerMinute / 2) / PageHeader.wordsPerMinute)
        return Self.sentences([
            row.shownTitle, date, row.publisher, minutes.counted("minute", "minutes"), marks.joined(separator: ", "),
            topics.isEmpty ? nil : "about " + topics.joined(separator: "; "),
            row.tags.isEmpty ? nil : "your tags: " + row.tags.joined(separator: ", "), "id \(row.name)",
        ])
    }

    private static func count(_ count: Int, _ noun: String) -> String? { count == 0 ? nil : count.counted(noun, noun + "s") }

    // MARK: Search

    private mutating func writeSearch() {
        let search = state.search
        guard let findings = search.findings, let query = search.answered else {
            return write("Search. Nothing was searched for.")
        }
        let found: String
        switch findings.count {
        case .exactly(let count): found = count == 0 ? "nothing found" : count.counted("result", "results")
        case .moreThan(let count): found = "more than " + count.counted("result", "results")
        }
        write(Self.sentences(["Search for «\(query)»", found, search.results.isEmpty ? nil : findings.order.explanation, findings.remark]))
        for note in findings.ignored { write(Self.sentences(["Left out: " + note.explained])) }
        for suggestion in findings.suggestions { write("Did you mean «\(suggestion)»?") }
        writeRows(search.results) { view, number, row in
            view.write("\(number). \(view.sentences(of: row.article))")
            for snippet in row.snippets { view.write("Hit: " + snippet.text.flattened, under: 1) }
        }
    }

    // MARK: Notes

    private mutating func writeNotes() {
        let listing = state.notes.listing
        write(Self.sentences(["Notes", listing.count.counted("row", "rows")]))
        writeRows(listing) { view, number, row in
            switch row.content {
            case .heading(let group): view.write("\(group.title).")
            case .passage(let passage): view.write(passage, number: number)
            }
        }
    }

    private mutating func write(_ passage: StoredPassage, number: Int) {
        let kinds = [
            passage.isBookmarked ? "bookmark" : nil, passage.isStarred ? "star" : nil,
            passage.highlight.map { "highlight in \($0.rawValue)" },
            passage.range == nil ? "its words are no longer in the article" : nil,
        ].compactMap { $0 }
        let quote = "«\(passage.anchor.quote.flattened)»"
        write("\(number). " + Self.sentences([quote, passage.articleTitle, kinds.joined(separator: ", ")]))
        if let note = passage.note { write("Note: " + note.text.flattened, under: 1) }
        if !passage.tags.isEmpty { write("Tags: " + passage.tags.joined(separator: ", "), under: 1) }
    }

    // MARK: Topics

    private mutating func writeTopics() {
        let counts = state.topics.counts ?? [:]
        write(Self.sentences(["Topics", state.topics.lines.count.counted("line", "lines")]))
        for line in state.topics.lines {
            guard let node = state.topics.node(line.id) else { continue }
            let count = counts[line.id]
            let numbers = count.map { [$0.articles.counted("article", "articles"), $0.unread == 0 ? nil : "\($0.unread.grouped) unread"] } ?? []
            let below = line.hasChildren && !line.isOpen ? node.children.count.counted("topic below", "topics below") : nil
            write(Self.sentences(["\(node.label), \(node.code)"] + numbers + [below]), under: line.depth)
        }
    }

    // MARK: Article

    /// The article as it is read, and under each passage its topics with what speaks for them, and what the person made of it.
    private mutating func writeArticle() {
        guard var reading = state.reading else { return write("No article.") }
        let page = Page(
            reading.article, width: Self.unwrapped, glyphs: .unicode, wideTables: .stacked, ordersRightToLeft: false)
        var block: Int?
        for (place, line) in page.lines(from: .start, count: .max) {
            if line.block != block {
                if let last = block { writePassage(last, &reading) }
                block = line.block
            }
            let isBlank = line.kind == .blank || line.text.isEmpty
            if !isBlank || place.line == 0 { write(Self.spoken(line)) }
        }
        if let last = block { writePassage(last, &reading) }
    }

    /// What is read aloud has no edge to break at.
    private static let unwrapped = 1_000_000

    private static func spoken(_ line: PageLine) -> String {
        switch line.kind {
        case .block(.heading): "Heading: " + line.text
        case .block(.quotation): "Quotation: " + line.segments.filter { $0.role != .quotationBar }.map(\.text).joined().trimmed
        case .block(.rule): "Separator."
        case .block(.caption): "Caption: " + line.text
        case .title: "Title: " + line.text
        case .kickers, .byline: sentences(line.text.split(separator: " · ").map(String.init))
        case .blank, .deck, .linksHeading, .linkTarget, .block(.paragraph), .block(.listItem), .block(.table),
            .block(.code), .block(.promotion):
            line.text
        }
    }

    private mutating func writePassage(_ block: Int, _ reading: inout ReadingState) {
        reading.block = block
        for topic in reading.topics(showsPossible: state.showsPossible) {
            let label = state.topics.node(topic.id)?.label ?? topic.id.rawValue
            let reasons = topic.explanation?.reasons.filter(\.isTold).prefix(3).map(\.phrase) ?? []
            write(
                "Topic: " + Self.sentences([label, topic.standingWords, reasons.isEmpty ? nil : "because: " + reasons.joined(separator: ", ")]),
                under: 1)
        }
        guard let range = reading.passage else { return }
        for citation in reading.citations where citation.range.overlaps(range) {
            let words = citation.words(state.book, published: reading.article.article.published)
            write("Cited: " + Self.sentences(["“\(citation.text.flattened)”"] + words), under: 1)
        }
        for passage in reading.article.passages where passage.range?.overlaps(range) == true {
            if passage.isBookmarked { write("Bookmarked.", under: 1) }
            if let colour = passage.highlight { write("Highlighted in \(colour.rawValue).", under: 1) }
            if let note = passage.note { write("Your note: " + note.text.flattened, under: 1) }
            if !passage.tags.isEmpty { write("Your tags: " + passage.tags.joined(separator: ", ") + ".", under: 1) }
        }
    }
}
