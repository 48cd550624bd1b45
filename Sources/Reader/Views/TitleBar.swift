import Terminal
import Text

/// What stands in the title bar, and where: drawing and clicking agree on it.
struct TitleBar: Hashable {
    struct Item: Hashable {
        var tab: Tab
        var text: String
        var columns: Range<Int>
    }

    let name: String
    let tabs: [Item]
    /// As many of the facts, the last ones first, as there is room for.
    let right: String

    init(columns: Int, facts: [String], separator: String) {
        name = " Dossier "
        var column = DisplayWidth.of(name) + 1
        var items: [Item] = []
        for tab in Tab.allCases {
            let text = " \(tab.rawValue) \(tab.title) "
            let end = column + DisplayWidth.of(text)
            items.append(Item(tab: tab, text: text, columns: column..<end))
            column = end
        }
        tabs = items
        let room = columns - 2 - column
        let lines = facts.indices.map { facts[$0...].joined(separator: " \(separator) ") }
        right = lines.first { DisplayWidth.of($0) <= room } ?? ""
    }

    var end: Int { tabs.last?.columns.upperBound ?? 0 }
}

extension ReaderState {
    var titleBar: TitleBar { TitleBar(columns: columns, facts: titleFacts, separator: glyphs[.separator]) }

    private var titleFacts: [String] {
        var facts: [String] = []
        if let totals = library.totals {
            facts.append(totals.all.counted("article", "articles"))
            facts.append("\(totals.unread.grouped) unread")
        }
        if sync == nil, !syncFailures.isEmpty { facts.append(syncFailures.count.counted("problem", "problems")) }
        return facts
    }
}

extension Painter {
    mutating func drawTitleBar(_ state: ReaderState, row: Int) {
        let bar = state.titleBar
        fill(.init(column: 0, row: row, columns: canvas.columns, rows: 1), .tab)
        write(bar.name, 0, row, .statusKey)
        for item in bar.tabs {
            write(item.text, item.columns.lowerBound, row, item.tab == state.tab ? .tabActive : .tab)
        }
        var end = canvas.columns - 1
        end = writeRight(bar.right, before: end, from: bar.end + 1, row, .tab)
        if let sync = state.sync { writeRight(sync.words + "  ", before: end, from: bar.end + 1, row, .tab) }
    }
}

extension SyncProgress {
    /// «syncing 120/300, 2 errors».
    var words: String {
        var words = "syncing"
        if let total { words += " \(done.grouped)/\(total.grouped)" }
        if failures > 0 { words += ", " + failures.counted("error", "errors") }
        return words
    }
}
