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
    let right: String

    init(columns: Int, right: String) {
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
        self.right = right
    }

    var end: Int { tabs.last?.columns.upperBound ?? 0 }
}

extension ReaderState {
    var titleBar: TitleBar { TitleBar(columns: columns, right: titleFacts) }

    private var titleFacts: String {
        var facts: [String] = []
        if let totals = library.totals {
            facts.append(totals.all.counted("article", "articles"))
            facts.append("\(totals.unread.grouped) unread")
        }
        return facts.joined(separator: " · ")
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
