import Articles
import Configuration
import Library
import Search
import Terminal
import Text
import Topics

extension ReaderState {
    /// How many commands are kept as the last ones.
    static let mostRecent = 8

    /// `:`.
    mutating func openPalette(from context: Context) -> [Effect] {
        palette = CommandPalette(context: context, theme: theme)
        fillPalette()
        return [.loadNames, .palette(.loadThemes)] + (topics.counts == nil && !areCountsAskedFor ? askForCounts() : [])
            + countSaved()
    }

    private mutating func askForCounts() -> [Effect] {
        areCountsAskedFor = true
        return [.loadTopicCounts]
    }

    /// Lists what fits the line, with what is known now; the selection stays on its row where that is still there.
    mutating func fillPalette(keepsSelection: Bool = true) {
        guard var palette else { return }
        let old = palette.selected
        palette.rows = paletteRows(palette).rows(for: palette.field.text)
        palette.selection = keepsSelection ? old.flatMap { palette.rows.firstIndex(of: $0) } ?? min(palette.selection, max(0, palette.rows.count - 1)) : 0
        self.palette = palette
        previewSelection()
    }

    private func paletteRows(_ palette: CommandPalette) -> PaletteRows {
        PaletteRows(
            context: palette.context, keymap: keymap, recent: recentCommands, names: queryNames, themes: ThemeChoice.builtIn + themes,
            files: palette.files, articles: articlesAtHand, orders: SearchRequest.Order.allCases.filter { $0 != .relevance || source == .search },
            count: listCount, measure: measure, current: currentSettings, saved: topics.saved, savedCounts: topics.savedCounts,
            savedQuery: savedQuery)
    }

    /// Articles of the list that are there without asking, for the palette to name.
    private var articlesAtHand: [ArticleRow] {
        switch source {
        case .library: library.listing.nearRows
        case .search: search.results.nearRows.map(\.article)
        case .notes: []
        }
    }

    /// The line of the palette was edited.
    mutating func paletteTyped() -> [Effect] {
        fillPalette(keepsSelection: false)
        guard let beginning = pathBeginning, palette?.files?.beginning != beginning else { return [] }
        return [.palette(.listFiles(beginning))]
    }

    /// What is typed of a path, where one is being typed.
    private var pathBeginning: String? {
        guard let text = palette?.field.text.trimmedStart else { return nil }
        let parts = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, Verb(name: parts[0]) == .export else { return nil }
        let path = parts[2]
        // All of a folder is asked for at once.
        return path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }

    mutating func take(_ answer: PaletteAnswer) -> [Effect] {
        switch answer {
        case .themes(let choices):
            themes = choices
            fillPalette()
        case .files(let beginning, let paths):
            guard palette != nil, pathBeginning == beginning else { return [] }
            palette?.files = .init(beginning: beginning, paths: paths)
            fillPalette()
        case .article(let id): return open(id, arrival: .place)
        }
        return []
    }

    // MARK: Choosing

    mutating func selectPalette(by distance: Int) {
        palette?.select(by: distance)
        previewSelection()
    }

    /// Tab: writes the selected row into the line; where it stands there already, and for Shift-Tab, goes to another row.
    mutating func completePalette(by distance: Int = 1) -> [Effect] {
        guard distance > 0, let row = palette?.selected, row.fill != palette?.field.text else {
            selectPalette(by: distance)
            return []
        }
        palette?.field = Field(row.fill)
        return paletteTyped()
    }

    /// Esc: everything as it was.
    mutating func closePalette() {
        guard let old = palette?.theme else { return }
        theme = old
        palette = nil
    }

    /// Enter: does what the selected row says.
    mutating func acceptPalette() -> [Effect] {
        guard let palette, let row = palette.selected else {
            status = Status(.hint, "no command is called so")
            return []
        }
        switch row.act {
        case .refused(let why):
            status = Status(.hint, why)
            return []
        case .fill: return completePalette()
        case .command(let command):
            closePalette()
            remember(command.name)
            return perform(command, in: palette.context)
        case .instruction(let instruction):
            closePalette()
            remember(row.fill)
            return perform(instruction)
        }
    }

    private mutating func remember(_ line: String) {
        recentCommands.removeAll { $0 == line }
        recentCommands.insert(line, at: 0)
        recentCommands = Array(recentCommands.prefix(Self.mostRecent))
    }

    /// A click on a row does what it says, one outside closes the box.
    mutating func clickPalette(_ mouse: Mouse) -> [Effect] {
        guard let palette, layout.paletteFrame.contains(column: mouse.column, row: mouse.row) else {
            closePalette()
            return []
        }
        let area = layout.paletteArea
        let index = layout.paletteTop(palette) + mouse.row - area.row
        guard area.contains(column: mouse.column, row: mouse.row), palette.rows.indices.contains(index) else { return [] }
        self.palette?.selection = index
        previewSelection()
        return acceptPalette()
    }

    /// What the selected row would do is said; a theme is seen at once.
    private mutating func previewSelection() {
        let words = paletteWords
        self.palette?.words = words
        guard let palette else { return }
        guard case .instruction(.theme(let choice)) = palette.selected?.act else {
            if theme != palette.theme { theme = palette.theme }
            return
        }
        if theme.palette != choice.palette { theme = Theme(choice.palette, depth: theme.depth) }
    }

    // MARK: Doing

    /// Does what a verb says with its words.
    mutating func perform(_ instruction: Instruction) -> [Effect] {
        switch instruction {
        case .open(let id): return open(id, arrival: .place)
        case .openNamed(let name): return [.palette(.findArticle(name))]
        case .goTo(let number): return goTo(number)
        case .tag(let name): return tag(with: name)
        case .topic(let id):
            isZen = false
            (pane, source) = (.list, .library)
            return setFilter(LibraryFilter(topic: id, isUnreadOnly: library.filter.isUnreadOnly))
        case .filter(let words):
            isZen = false
            (pane, source) = (.list, .library)
            return filterLibrary(by: words)
        case .search(let words):
            let effects = beginSearch()
            search.line = QueryLine(words)
            stopTyping()
            return effects + startSearch()
        case .find(let words):
            pane = .article
            withReading { reading, rows in
                reading.beginFind()
                reading.editFind { $0.insert(words) }
                reading.findAsTyped(rows: rows)
                reading.acceptFind(rows: rows)
            }
            if reading?.find == nil { status = Status(.hint, "«\(words)» is not in this article") }
            return []
        case .sort(let order): return sort(source, by: order)
        case .export(let format, let file): return [.palette(.export(format, file: file))]
        case .theme(let choice):
            theme = Theme(choice.palette, depth: theme.depth)
            isThemeChosen = true
            status = Status(.done, "theme \(choice.name) until you leave; the configuration keeps it")
            return []
        case .measure(let columns): return changeMeasure(by: columns - measure)
        case .set(let setting, let value): return set(setting, to: value)
        case .runSearch(let search): return run(search)
        case .saveSearch(let name, let query): return [.saveSearch(name: name, query: query)]
        case .removeSearch(let search): return [.removeSearch(search)]
        }
    }

    /// What was read as a query by the palette; it says its order too.
    private mutating func filterLibrary(by words: String) -> [Effect] {
        filterBox = FilterBox(words)
        return acceptFilter()
    }

    /// As if it were picked, so that it is on all that picking is on.
    private mutating func tag(with name: String) -> [Effect] {
        _ = openPicker()
        guard picker != nil else {
            status = Status(.hint, "nothing to tag here")
            return []
        }
        picker?.edit { $0.insert(name) }
        return accept(in: .picker)
    }

    private mutating func goTo(_ number: Int) -> [Effect] {
        switch pane {
        case .article, .passage:
            withReading { reading, rows in
                reading.goTo(reading.page.offset(atLine: number - 1), rows: rows)
            }
        case .topics: topics.move(to: number - 1, visible: visibleTopics)
        case .list: moveListCursor(to: number - 1)
        }
        return []
    }

    // MARK: What would happen

    /// What the selected row would do, as far as more is to be said than it says itself.
    private var paletteWords: String {
        guard let row = palette?.selected else { return "no command is called so" }
        switch row.act {
        case .command(let command):
            let names = command.aliases
            return command.entry.sentence + (names.isEmpty ? "" : " · also called " + names.prefix(3).joined(separator: ", "))
        case .fill: return row.fill == palette?.field.text ? row.sentence : "Tab or Enter writes «\(row.fill.trimmed)»"
        case .refused(let why): return why
        case .instruction(let instruction): return preview(of: instruction)
        }
    }

    /// What an instruction would change, before it does.
    private func preview(of instruction: Instruction) -> String {
        switch instruction {
        case .open, .openNamed: return "opens it; the list stays where it is"
        case .goTo(let number): return "goes to \(number.grouped)"
        case .tag(let name):
            var copy = self
            copy.palette = nil
            _ = copy.openPicker()
            guard let picker = copy.picker else { return "nothing to tag here" }
            let verb = picker.chosen.contains(name) ? "will take «\(name)» from" : "will tag"
            return "\(verb) \(picker.target.described)"
        case .topic(let id):
            let count = topics.counts?[id].map { "will list \($0.articles.counted("article", "articles"))" }
            return (count ?? "will list its articles") + " about \(topics.node(id)?.label ?? id.rawValue) and what is under it"
        case .filter(let words): return words.isEmpty ? "will list all articles" : "will list what «\(words)» finds"
        case .search(let words): return "will search for «\(words)»"
        case .find(let words):
            let hits = reading.map { Finder(words).hits(in: $0.article.article.text).count } ?? 0
            return hits == 0 ? "not in this article" : "\(hits.counted("hit", "hits")) in this article"
        case .sort(let order): return "will list \(order.explanation)"
        case .export(let format, let file): return "will write \(format.explanation) to \(file); a file of that name is replaced"
        case .theme(let choice): return choice.palette.map { "\($0.name), \($0.variant.rawValue)" } ?? "the terminal's own colours"
        case .measure(let columns): return "now \(measure); will be \(columns)"
        case .set(let setting, let value):
            let now = currentSettings[setting]
            return now == value ? "\(setting.name) is so already" : "now \(now?.description ?? "nothing"); will be \(value.description), until you leave"
        case .runSearch(let search): return "will search for «\(search.query)»"
        case .saveSearch(let name, let query):
            let old = topics.saved.first { $0.name.lowercased() == name.lowercased() }
            return (old.map { "will replace «\($0.query)» with" } ?? "will save") + " «\(query)» as «\(name)»"
        case .removeSearch(let search): return "will remove the saved search «\(search.name)»; undo brings it back"
        }
    }
}
