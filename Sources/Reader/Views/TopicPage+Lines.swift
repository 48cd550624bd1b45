import Articles
import Library
import Terminal
import Text
import Topics

extension ReaderState {
    /// The lines of the topic's page that is open, in the columns that its pane has.
    var topicPageLines: [TopicPage.Line] {
        guard let page = topicPage, let node = topics.node(page.topic) else { return [] }
        let columns = max(12, (layout.box(.topics) ?? pagePane)?.inner.columns ?? 40) - 3
        var writer = TopicPageWriter(columns: columns, state: self)
        writer.write(page, node)
        return writer.lines
    }

    private var pagePane: Layout.Box? { Layout(columns: columns, rows: rows, pane: .topics, panes: panes).box(.topics) }
}

/// Writes a topic's page.
private struct TopicPageWriter {
    let columns: Int
    let state: ReaderState
    var lines: [TopicPage.Line] = []

    /// How many provisions of one treaty are listed, and how many years.
    private static let mostYears = 6
    private static let mostMonths = 48
    private static let chartRows = 4

    init(columns: Int, state: ReaderState) {
        self.columns = columns
        self.state = state
    }

    mutating func write(_ page: TopicPage, _ node: TopicTree.Node) {
        writeHead(node)
        writeTopics(node)
        writeProvisions(node.id)
        guard let facts = page.facts else {
            add(.dimmed, "reading…")
            return
        }
        writeMonths(facts)
        writePassages(facts)
        writeArticles(facts)
    }

    private mutating func writeHead(_ node: TopicTree.Node) {
        for line in Wrapping.lines(of: Printable.visible(node.label), width: columns) {
            add(.title, Printable.visible(node.label).bytes(line.range))
        }
        let labels = (state.book.labels[node.id] ?? []).map(\.text).filter { $0.lowercased() != node.label.lowercased() }
        if !labels.isEmpty { wrap(.dimmed, "also: " + labels.prefix(8).joined(separator: ", "), limit: 3) }
        let count = state.topics.counts?[node.id]
        let words = count.map { $0.articles.counted("article", "articles") + ", \($0.unread.grouped) unread" } ?? "counting…"
        add(.text, "\(node.code): list \(words)", target: .list)
        gap()
    }

    private mutating func writeTopics(_ node: TopicTree.Node) {
        let related = state.book.related[node.id] ?? []
        writeTopics("Broader", node.parent.map { [$0] } ?? [])
        writeTopics("Narrower", node.children)
        writeTopics("Related", related)
        if node.parent != nil || !node.children.isEmpty || !related.isEmpty { gap() }
    }

    private mutating func writeTopics(_ heading: String, _ topics: [TopicID]) {
        let nodes = topics.compactMap { state.topics.node($0) }
        guard !nodes.isEmpty else { return }
        add(.heading, heading)
        for node in nodes {
            let count = state.topics.counts.map { ($0[node.id]?.articles ?? 0).grouped } ?? ""
            add(.text, node.label, note: count, target: .topic(node.id))
        }
    }

    private mutating func writeProvisions(_ topic: TopicID) {
        let provisions = state.book.provisions[topic] ?? []
        guard !provisions.isEmpty else { return }
        add(.heading, "Provisions")
        var source: String?
        for provision in provisions {
            if provision.source != source { add(.dimmed, provision.source) }
            source = provision.source
            add(.detail, provision.words, target: provision.id.map { .provision($0) })
        }
        gap()
    }

    private mutating func writeMonths(_ facts: TopicFacts) {
        let months = facts.lastMonths(min(Self.mostMonths, columns - 2))
        guard let first = months.first, let last = months.last else { return }
        add(.heading, "Articles a month")
        for line in BarChart(values: months.map(\.articles), height: Self.chartRows).lines(state.glyphs) { add(.chart, line) }
        let room = months.count - first.name.utf8.count - last.name.utf8.count
        add(.dimmed, room > 0 ? first.name + String(repeating: " ", count: room) + last.name : "\(first.name) to \(last.name)")
        if let most = months.max(by: { ($0.articles, $0.name) < ($1.articles, $1.name) }) {
            add(.text, "most: \(most.name)", note: most.articles.grouped, target: .period(most.name))
        }
        var years: [Int: Int] = [:]
        for month in facts.months { years[month.year, default: 0] += month.articles }
        for (year, count) in years.sorted(by: { $0.key > $1.key }).prefix(Self.mostYears) {
            add(.text, "\(year)", note: count.grouped, target: .period("\(year)"))
        }
        gap()
    }

    private mutating func writePassages(_ facts: TopicFacts) {
        guard !facts.passages.isEmpty else { return }
        add(.heading, "Newest passages")
        for passage in facts.passages {
            add(.text, passage.quote.flattened, target: .passage(passage.article, passage.range.lowerBound))
            add(.detail, passage.date.withoutTime.description + " " + passage.title)
        }
        gap()
    }

    private mutating func writeArticles(_ facts: TopicFacts) {
        guard !facts.articles.isEmpty else { return add(.dimmed, "No article of this library is about it.") }
        add(.heading, "Newest articles")
        for row in facts.articles {
            let date = (row.published ?? row.sortDate).withoutTime.description
            add(.text, date + " " + row.shownTitle, target: .article(row.id))
        }
    }

    // MARK: Lines

    private mutating func add(_ kind: TopicPage.Line.Kind, _ text: String, note: String = "", target: TopicPage.Target? = nil) {
        lines.append(TopicPage.Line(kind, text, note: note, target: target))
    }

    private mutating func wrap(_ kind: TopicPage.Line.Kind, _ text: String, limit: Int) {
        let text = Printable.visible(text)
        for line in Wrapping.lines(of: text, width: columns).prefix(limit) { add(kind, text.bytes(line.range)) }
    }

    private mutating func gap() { add(.gap, "") }
}

extension Painter {
    mutating func drawTopicPage(_ state: ReaderState, _ box: Layout.Box) {
        guard let page = state.topicPage else { return }
        let inner = box.inner
        let lines = state.topicPageLines
        for row in 0..<inner.rows {
            let index = page.top + row
            guard lines.indices.contains(index) else { break }
            let place = Rect(column: inner.column, row: inner.row + row, columns: inner.columns, rows: 1)
            draw(lines[index], hue: state.topics.hue(of: page.topic), place)
            if index == page.cursor, lines[index].target != nil { markSelected(place, hasKeys: state.pane == .topics) }
        }
        drawScrollbar(inner, top: page.top, visible: inner.rows, count: lines.count)
    }

    private mutating func draw(_ line: TopicPage.Line, hue: TopicHue, _ place: Rect) {
        let column = place.column + 1
        var end = place.endColumn - 2
        if !line.note.isEmpty { end = writeRight(line.note, before: end, from: column + 8, place.row, .count) - 1 }
        switch line.kind {
        case .title: write(line.text, column, place.row, theme.overlay(.strong, on: theme.style(hue.role)), columns: end - column)
        case .heading: write(line.text, column, place.row, .subheading, columns: end - column)
        case .text: write(line.text, column + 1, place.row, .text, columns: end - column - 1)
        case .detail: write(line.text, column + 3, place.row, line.target == nil ? .dimmed : .text, columns: end - column - 3)
        case .dimmed: write(line.text, column + 1, place.row, .dimmed, columns: end - column - 1)
        case .chart: canvas.write(line.text, column: column + 1, row: place.row, style: theme.style(hue.role))
        case .gap: break
        }
    }
}
