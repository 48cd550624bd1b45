import Library
import Search

/// Searches that the user saved: they stand above the topics, with what each finds.
extension ReaderState {
    /// `S`: asks under which name what is searched for, or filtered by, is to be saved.
    mutating func askForSearchName() -> [Effect] {
        guard let query = savedQuery else {
            status = Status(.hint, "nothing to save: search or filter first")
            return []
        }
        let names = topics.saved.map { Prompt.Item($0.name, note: $0.query) }
        return ask(.saveSearch(query), text: topics.saved.first { $0.query == query }?.name ?? "", items: names)
    }

    /// What the list answers, in the query language; nothing where it hides nothing.
    var savedQuery: String? {
        switch source {
        case .search:
            let text = search.field.text.trimmed
            return search.like != nil || text.isEmpty ? nil : text
        case .library: return library.filter.isEmpty ? nil : library.filter.query.description
        case .notes: return nil
        }
    }

    private var selectedSearch: SavedSearch? { topics.selected?.saved }

    mutating func askForNewName() -> [Effect] {
        guard let search = selectedSearch else { return noSavedSearch() }
        return ask(.renameSearch(search), text: search.name)
    }

    mutating func removeSavedSearch() -> [Effect] {
        guard let search = selectedSearch else { return noSavedSearch() }
        return [.removeSearch(search)]
    }

    private mutating func noSavedSearch() -> [Effect] {
        status = Status(.hint, "this is no saved search: those stand above the topics")
        return []
    }

    /// Enter on a saved search: its results.
    mutating func run(_ saved: SavedSearch) -> [Effect] {
        noteVisit()
        (pane, source) = (.list, .search)
        isZen = false
        search = SearchState()
        search.line = QueryLine(saved.query)
        search.isTyping = false
        return startSearch()
    }
}

extension HitCount {
    /// «212», «10,000+».
    var short: String {
        switch self {
        case .exactly(let count): count.grouped
        case .moreThan(let count): count.grouped + "+"
        }
    }
}
