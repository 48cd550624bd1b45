import Articles
import Library
import Search
import Terminal
import Text
import Topics

/// A line of the panel on the passage under the cursor.
struct PanelLine: Hashable {
    struct Piece: Hashable {
        var text: String
        var role: Role
    }

    var indent = 0
    var pieces: [Piece] = []
    /// The topic that it is about.
    var topic: TopicID?

    init() {}

    init(_ text: String, _ role: Role, indent: Int = 0) {
        self.indent = indent
        pieces = [Piece(text: text, role: role)]
    }
}

extension ReaderState {
    /// What the panel says of the passage under the cursor, in the columns that the panel has.
    var passagePanel: [PanelLine] {
        let columns = (layout.box(.passage)?.inner.columns ?? 40) - 2
        guard let reading else { return [] }
        var panel = PanelWriter(columns: max(10, columns), state: self)
        panel.write(reading)
        return panel.lines
    }

    /// The passage's topics in one line, for screens without the panel.
    var passageWords: String {
        guard let reading else { return "" }
        let topics = passageTopics.filter { $0.standing != .rejected }.map { topic in
            let label = self.topics.node(topic.id)?.label ?? topic.id.rawValue
            return label + " " + topic.shortWords
        }
        let tags = reading.tags.map { glyphs[.userTag] + $0 }
        let notes = (reading.target.map(reading.marked) ?? []).compactMap { $0.note.map { glyphs[.note] + " " + $0.text.flattened } }
        return (notes + tags + topics).joined(separator: " · ")
    }
}

/// Writes the panel.
private struct PanelWriter {
    let columns: Int
    let state: ReaderState
    var lines: [PanelLine] = []
    private var topic: TopicID?

    init(columns: Int, state: ReaderState) {
        self.columns = columns
        self.state = state
    }

    mutating func write(_ reading: ReadingState) {
        let topics = state.passageTopics
        let selected = state.panelSelection?.id
        if topics.isEmpty { add("No topic on this passage; ] goes to the next one that has some, + adds one.", .dimmed) }
        for entry in topics {
            topic = entry.id
            write(entry, isOpen: entry.id == selected)
            gap()
        }
        topic = nil
        writeHidden(reading)
        writeCitations(reading)
        writeMarks(reading)
        writeRelated()
        writeArticle(reading)
    }

    // MARK: Topics

    /// With all that is said for it where it is open; else in a few lines.
    private mutating func write(_ entry: PassageTopic, isOpen: Bool) {
        let node = state.topics.node(entry.id)
        let isRejected = entry.standing == .rejected
        writeHead(
            node?.code ?? "?", node?.label ?? entry.id.rawValue,
            isRejected ? .struckOut : state.topics.hue(of: entry.id).role, label: entry.standing.labelRole)
        add(entry.standingWords, .dimmed, indent: 2)
        guard isOpen else { return isRejected ? () : writeReasonsShort(entry) }
        for link in entry.links where link.explanation != .accepted { write(link, isFirst: link == entry.links.first) }
        writeProvisions(of: entry.id)
    }

    /// The code, and beside it the label in as many lines as it takes.
    private mutating func writeHead(_ code: String, _ label: String, _ role: Role, label labelRole: Role) {
        let label = Printable.visible(label)
        for (index, line) in Wrapping.lines(of: label, width: columns - Self.codeColumns).enumerated() {
            var head = PanelLine()
            let lead = index == 0 ? code : ""
            head.pieces = [
                .init(text: lead.padded(to: Self.codeColumns), role: role), .init(text: label.bytes(line.range), role: labelRole),
            ]
            append(head)
        }
    }

    /// A code of six letters and a blank.
    private static let codeColumns = 7

    private mutating func writeReasonsShort(_ entry: PassageTopic) {
        guard let explanation = entry.explanation else { return }
        let words = explanation.reasons.filter(\.isTold).prefix(3).map(\.phrase)
        if !words.isEmpty { add("because: " + words.joined(separator: ", "), .text, indent: 2) }
    }

    /// The sum with each of its parts, and what would change the result.
    private mutating func write(_ link: TopicLink, isFirst: Bool) {
        let explanation = link.explanation
        if !isFirst { add(link.origin.words + ", " + explanation.verdict, .dimmed, indent: 2) }
        let reasons = explanation.reasons.filter { $0.contribution != 0 || $0.kind == .silentWords }
        for reason in reasons { addSum(reason.contribution, reason.phrase, reason.contribution < 0 ? .dimmed : .text) }
        addSum(explanation.prior, Explanation.priorPhrase, .dimmed)
        addSum(explanation.score, "in all, in log-odds", .dimmed)
        if let sentence = explanation.changeSentence { add(sentence, .text, indent: 2) }
    }

    /// A number in its column, and words beside it.
    private mutating func addSum(_ number: Double, _ words: String, _ role: Role) {
        add(number.signed.paddedLeft(to: 5) + " " + words, role, indent: 2, hanging: 8)
    }

    /// The provisions that the topic stands for, under their treaties.
    private mutating func writeProvisions(of topic: TopicID) {
        let provisions = state.book.provisions[topic] ?? []
        var source: String?
        for provision in provisions.prefix(Self.mostProvisions) {
            if provision.source != source { add(provision.source, .date, indent: 2) }
            source = provision.source
            add(provision.words, .dimmed, indent: 4, hanging: 6)
        }
        let more = provisions.count - Self.mostProvisions
        if more > 0 { add("and \(more) more", .dimmed, indent: 4) }
    }

    /// How many provisions of one topic are named.
    private static let mostProvisions = 4

    private mutating func writeHidden(_ reading: ReadingState) {
        guard !state.showsPossible else { return }
        let count = reading.topics(showsPossible: true).count - state.passageTopics.count
        guard count > 0 else { return }
        let key = state.keymap.keys(for: .possible, in: state.context).first?.description ?? "p"
        add("\(count) more only possible; \(key) shows them", .dimmed)
        gap()
    }

    // MARK: The rest

    private mutating func writeCitations(_ reading: ReadingState) {
        guard let passage = reading.passage else { return }
        let citations = reading.citations.filter { $0.range.overlaps(passage) }
        guard !citations.isEmpty else { return }
        add("Cited in this passage", .panelTitle)
        for citation in citations.prefix(Self.mostCitations) {
            add("“\(citation.text.flattened)”", .text, indent: 2)
            for line in citation.words(state.book, published: reading.article.article.published) { add(line, .dimmed, indent: 4, hanging: 6) }
        }
        let more = citations.count - Self.mostCitations
        if more > 0 { add("and \(more) more", .dimmed, indent: 2) }
        gap()
    }

    /// How many citations of a passage are named.
    private static let mostCitations = 12

    /// All that the person made of this text, each passage by itself: they may overlap.
    private mutating func writeMarks(_ reading: ReadingState) {
        guard let range = reading.target else { return }
        let passages = reading.marked(range)
        guard !passages.isEmpty else { return }
        add(passages.count == 1 ? "Yours" : "Yours: \(passages.count) passages", .panelTitle)
        for passage in passages.prefix(Self.mostMarks) { write(passage, isWhole: passage.range == reading.passage) }
        if passages.count > Self.mostMarks { add("and \(passages.count - Self.mostMarks) more", .dimmed) }
        gap()
    }

    /// How many passages of the person's are told of.
    private static let mostMarks = 20

    private mutating func write(_ passage: StoredPassage, isWhole: Bool) {
        if !isWhole { add("“" + Clip.text(passage.anchor.quote.flattened, columns: columns * 2 - 6, ellipsis: state.glyphs[.ellipsis]) + "”", .text) }
        if passage.isBookmarked { add(state.glyphs[.bookmark] + " bookmarked", .bookmark) }
        if let colour = passage.highlight { add("\(colour.letter) \(colour.rawValue)", colour.role) }
        if !passage.tags.isEmpty { add(passage.tags.map { state.glyphs[.userTag] + $0 }.joined(separator: " "), .userTag) }
        if let note = passage.note {
            for (index, line) in note.text.split(separator: "\n", omittingEmptySubsequences: false).prefix(Self.mostNoteLines).enumerated() {
                add((index == 0 ? state.glyphs[.note] + " " : "  ") + line, .text, hanging: 2)
            }
        }
    }

    /// How many lines of a note are told.
    private static let mostNoteLines = 40

    /// Others on the same provisions and terms, each with the reason and the words that show it.
    private mutating func writeRelated() {
        guard let related = state.relation.lines, !related.isEmpty else { return }
        let key = state.keymap.keys(for: .related, in: state.context).first.map { "  (" + $0.description + ")" } ?? ""
        add("Related" + key, .panelTitle)
        for line in related {
            add(line.article.found.row.shownTitle, .text)
            add(line.reason, .dimmed, indent: 2)
            if let quote = line.article.found.snippets.first?.text {
                add("“" + Clip.text(quote.flattened, columns: columns * 2 - 8, ellipsis: state.glyphs[.ellipsis]) + "”", .dimmed, indent: 2)
            }
        }
        gap()
    }

    private mutating func writeArticle(_ reading: ReadingState) {
        let row = reading.article.row
        let topics = row.topics.compactMap { state.topics.node($0) }
        guard !topics.isEmpty || !row.tags.isEmpty else { return }
        let kickers = Set(reading.article.links.filter { $0.passage.range.isEmpty && $0.origin == .kicker }.map(\.topic))
        add("In the whole article", .panelTitle)
        for node in topics.prefix(8) {
            writeHead(node.code, node.label, state.topics.hue(of: node.id).role, label: .dimmed)
            if kickers.contains(node.id) { add(TopicLink.Origin.kicker.words, .dimmed, indent: Self.codeColumns) }
        }
        if !row.tags.isEmpty { add(row.tags.map { state.glyphs[.userTag] + $0 }.joined(separator: " "), .userTag) }
    }

    // MARK: Lines

    private mutating func add(_ text: String, _ role: Role, indent: Int = 0, hanging: Int? = nil) {
        let text = Printable.visible(text)
        let hanging = hanging ?? indent
        for (index, line) in Wrapping.lines(of: text, width: columns, firstIndent: indent, hangingIndent: hanging).enumerated() {
            append(PanelLine(text.bytes(line.range), role, indent: index == 0 ? indent : hanging))
        }
    }

    private mutating func append(_ line: PanelLine) {
        var line = line
        line.topic = topic
        lines.append(line)
    }

    private mutating func gap() { lines.append(PanelLine()) }
}
