import Glibc
import Library
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
        let topics = reading.links.map { link in
            let label = self.topics.node(link.topic)?.label ?? link.topic.rawValue
            return "\(label) \(link.explanation.percent)" + link.explanation.becauseShort
        }
        let tags = reading.tags.map { glyphs[.userTag] + $0 }
        return (topics + tags).joined(separator: " · ")
    }
}

/// Writes the panel.
private struct PanelWriter {
    let columns: Int
    let state: ReaderState
    var lines: [PanelLine] = []

    init(columns: Int, state: ReaderState) {
        self.columns = columns
        self.state = state
    }

    mutating func write(_ reading: ReadingState) {
        let links = reading.links
        if links.isEmpty { add("No topic on this passage; ] goes to the next one that has some.", .dimmed) }
        for link in links { write(link) }
        writeMarks(reading)
        writeArticle(reading)
    }

    private mutating func write(_ link: TopicLink) {
        let node = state.topics.node(link.topic)
        let role = state.topics.hue(of: link.topic).role
        writeHead(node?.code ?? "?", node?.label ?? link.topic.rawValue, role)
        add(link.words, .dimmed, indent: 2)
        if !link.explanation.evidence.isEmpty { add("because: " + link.explanation.because, .text, indent: 2) }
        for factor in link.explanation.context where factor.contribution != 0 {
            add("\(factor.name) \(factor.contribution.signed)", .dimmed, indent: 2)
        }
        writeProvisions(of: link.topic)
        gap()
    }

    /// The code, and beside it the label in as many lines as it takes.
    private mutating func writeHead(_ code: String, _ label: String, _ role: Role) {
        let label = Printable.visible(label)
        for (index, line) in Wrapping.lines(of: label, width: columns - Self.codeColumns).enumerated() {
            var head = PanelLine()
            let lead = index == 0 ? code : ""
            head.pieces = [
                .init(text: lead.padded(to: Self.codeColumns), role: role), .init(text: label.bytes(line.range), role: .strong),
            ]
            lines.append(head)
        }
    }

    /// A code of six letters and a blank.
    private static let codeColumns = 7

    /// The provisions that the topic stands for, under their treaties.
    private mutating func writeProvisions(of topic: TopicID) {
        let provisions = state.provisions[topic] ?? []
        var source: String?
        for provision in provisions.prefix(Self.mostProvisions) {
            if provision.source != source { add(provision.source, .date, indent: 2) }
            source = provision.source
            add(provision.number + (provision.title.map { " " + $0 } ?? ""), .dimmed, indent: 4, hanging: 6)
        }
        let more = provisions.count - Self.mostProvisions
        if more > 0 { add("and \(more) more", .dimmed, indent: 4) }
    }

    /// How many provisions of one topic are named.
    private static let mostProvisions = 4

    private mutating func writeMarks(_ reading: ReadingState) {
        if reading.isBookmarked { add(state.glyphs[.bookmark] + " bookmarked", .bookmark) }
        let tags = reading.tags
        if !tags.isEmpty { add("your tags: " + tags.map { state.glyphs[.userTag] + $0 }.joined(separator: " "), .userTag) }
        if reading.isBookmarked || !tags.isEmpty { gap() }
    }

    private mutating func writeArticle(_ reading: ReadingState) {
        let row = reading.article.row
        let topics = row.topics.compactMap { state.topics.node($0) }
        guard !topics.isEmpty || !row.tags.isEmpty else { return }
        add("In the whole article", .panelTitle)
        for node in topics.prefix(8) {
            var line = PanelLine()
            line.pieces = [
                .init(text: node.code.padded(to: Self.codeColumns), role: state.topics.hue(of: node.id).role),
                .init(text: node.label, role: .dimmed),
            ]
            lines.append(line)
        }
        if !row.tags.isEmpty { add(row.tags.map { state.glyphs[.userTag] + $0 }.joined(separator: " "), .userTag) }
    }

    private mutating func add(_ text: String, _ role: Role, indent: Int = 0, hanging: Int? = nil) {
        let text = Printable.visible(text)
        let hanging = hanging ?? indent
        for (index, line) in Wrapping.lines(of: text, width: columns, firstIndent: indent, hangingIndent: hanging).enumerated() {
            lines.append(PanelLine(text.bytes(line.range), role, indent: index == 0 ? indent : hanging))
        }
    }

    private mutating func gap() { lines.append(PanelLine()) }
}

extension TopicLink {
    /// Who says so, and how sure: «probable, 82 %, over the 50 % it takes».
    var words: String {
        switch origin {
        case .engine:
            let threshold = explanation.threshold.percent
            return explanation.probability >= explanation.threshold
                ? "probable: \(explanation.percent), \(threshold) is enough"
                : "possible: \(explanation.percent) of the \(threshold) it takes"
        case .user: return "confirmed by you"
        case .kicker: return "from the article's category line"
        case .citation: return "cited here"
        }
    }
}

extension Explanation {
    /// In 0…1.
    var probability: Double { 1 / (1 + exp(-score)) }

    var percent: String { probability.percent }

    /// The matched words with what each adds: «“cloned accounts” +1.2, “SIM” +0.4».
    var because: String {
        evidence.prefix(8).map { "“\($0.text)” \($0.contribution.signed)" }.joined(separator: ", ")
    }

    /// The matched words alone, the first few of them.
    var becauseShort: String {
        let words = evidence.prefix(3).map { "“\($0.text)”" }
        return words.isEmpty ? "" : " because " + words.joined(separator: ", ")
    }
}

extension Double {
    /// In whole percent.
    var percent: String { isFinite ? "\(Int((min(max(self, 0), 1) * 100).rounded())) %" : "–" }

    /// With its sign and one decimal place: `+1.2`.
    var signed: String {
        guard isFinite, magnitude < 1e6 else { return "–" }
        let tenths = Int((magnitude * 10).rounded())
        return (self < 0 ? "−" : "+") + "\(tenths / 10).\(tenths % 10)"
    }
}

extension String {
    /// With blanks at its end up to so many columns.
    func padded(to columns: Int) -> String {
        self + String(repeating: " ", count: max(0, columns - DisplayWidth.of(self)))
    }
}
