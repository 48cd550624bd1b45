extension ReaderState {
    /// The panes that Tab goes through on this layout.
    private var cycle: [Pane] {
        let all: [Pane] = layout.kind == .four && !isZen ? Pane.allCases : [pane == .topics ? .topics : .list, .article, .passage]
        // Who closed the article still reads: alone, it has the screen.
        return all.filter { $0 == pane || $0 == .article || layout.kind <= .one || !panes.closed.contains($0) }
    }

    mutating func goPane(by distance: Int, wraps: Bool) -> [Effect] {
        let cycle = cycle
        guard let index = cycle.firstIndex(of: pane) else { return [] }
        let next = index + distance
        let target = wraps ? (next + cycle.count) % cycle.count : min(max(0, next), cycle.count - 1)
        return enter(cycle[target])
    }

    /// Gives a pane the keys; an article has to be there for the article's.
    mutating func enter(_ target: Pane) -> [Effect] {
        guard target != pane else { return [] }
        switch target {
        case .topics:
            pane = .topics
            return []
        case .list:
            pane = .list
            return []
        case .article:
            if pane == .passage {
                pane = .article
                return []
            }
            return open()
        case .passage:
            guard reading != nil else {
                status = Status(.hint, "open an article first")
                return []
            }
            pane = .passage
            return []
        }
    }

    mutating func go(to tab: Tab) -> [Effect] {
        isZen = false
        switch tab {
        case .library:
            (pane, source) = (.list, .library)
            return []
        case .search:
            (pane, source) = (.list, .search)
            if search.results.isEmpty, search.like == nil { search.isTyping = true }
            return search.answered == nil && !search.field.isEmpty ? startSearch() : []
        case .topics:
            topicPage = nil
            pane = .topics
            return []
        case .notes:
            (pane, source) = (.list, .notes)
            return refreshNotes()
        }
    }

    /// One step back towards the library, and from there out.
    mutating func back() -> [Effect] {
        if report != nil {
            report = nil
            return []
        }
        if context == .selecting, reading?.endSelection() == true { return [] }
        switch pane {
        case .passage:
            pane = .article
            return []
        case .article:
            isZen = false
            pane = .list
            return saves()
        case .topics:
            if closeTopicPage() { return [] }
            pane = .list
            return []
        case .list: return backFromList()
        }
    }

    private mutating func backFromList() -> [Effect] {
        if let effects = backFromLike() { return effects }
        switch source {
        case .search, .notes:
            source = .library
            return []
        case .library:
            if library.filter.topic != nil {
                pane = .topics
                return setFilter(LibraryFilter(isUnreadOnly: library.filter.isUnreadOnly))
            }
            return leaveReader()
        }
    }

    /// Esc: away with what hides or marks something; never out.
    mutating func clear() -> [Effect] {
        if report != nil {
            report = nil
            return []
        }
        switch pane {
        case .article, .passage:
            if attaching != nil, reading?.selection == nil { return leaveAttaching() }
            if reading?.endSelection() != true { reading?.endFind() }
            return []
        case .topics:
            if closeTopicPage() { return [] }
            return library.filter.isEmpty ? [] : setFilter(LibraryFilter())
        case .list:
            if hasSelection { return clearSelection() }
            switch source {
            case .library:
                return library.filter.isEmpty ? [] : setFilter(LibraryFilter())
            case .notes where !notes.filter.isEmpty: return filterNotes("")
            case .search, .notes:
                if let effects = backFromLike() { return effects }
                source = .library
                return []
            }
        }
    }
}
