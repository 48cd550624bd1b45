import Library

/// Selecting rows of a list, and acting on what is selected.
extension ReaderState {
    /// What an act in a list is on: what is selected in it, else the row under the cursor.
    var selectedArticles: [ArticleID] {
        guard pane == .list else { return [] }
        switch source {
        case .library: return library.listing.hasSelection ? library.listing.selectedIDs : []
        case .search: return search.results.hasSelection ? search.results.selectedIDs : []
        case .notes: return []
        }
    }

    var hasSelection: Bool {
        guard pane == .list else { return false }
        switch source {
        case .library: return library.listing.hasSelection
        case .search: return search.results.hasSelection
        case .notes: return notes.listing.hasSelection
        }
    }

    /// Space: selects the row under the cursor, or no longer, and goes on to the next.
    mutating func toggleSelected() -> [Effect] {
        switch source {
        case .library: library.listing.toggleSelected()
        case .search: search.results.toggleSelected()
        case .notes: toggleSelectedNote()
        }
        return move(.step(1))
    }

    /// `v`: the rows from here to wherever the cursor goes.
    mutating func toggleRange() -> [Effect] {
        let isOn: Bool
        switch source {
        case .library:
            library.listing.toggleRange()
            isOn = library.listing.isSelectingRange
        case .search:
            search.results.toggleRange()
            isOn = search.results.isSelectingRange
        case .notes:
            notes.listing.toggleRange()
            isOn = notes.listing.isSelectingRange
        }
        let key = keymap.keys(for: .selectRange, in: context).first?.description ?? "v"
        if isOn { status = Status(.hint, "selecting from here; \(key) ends the range") }
        return []
    }

    mutating func toggleAll() -> [Effect] {
        switch source {
        case .library: library.listing.toggleAll()
        case .search: search.results.toggleAll()
        case .notes: notes.listing.toggleAll()
        }
        return []
    }

    mutating func invertSelection() -> [Effect] {
        switch source {
        case .library: library.listing.invertSelection()
        case .search: search.results.invertSelection()
        case .notes: notes.listing.invertSelection()
        }
        return []
    }

    @discardableResult
    mutating func clearSelection() -> [Effect] {
        switch source {
        case .library: library.listing.clearSelection()
        case .search: search.results.clearSelection()
        case .notes: notes.listing.clearSelection()
        }
        return []
    }

    /// «3 selected»; nothing where nothing is.
    func selectionWords(_ source: Source) -> String? {
        let count: Int
        switch source {
        case .library: count = library.listing.hasSelection ? library.listing.selectedCount : 0
        case .search: count = search.results.hasSelection ? search.results.selectedCount : 0
        case .notes: count = notes.selectedNumbers.count
        }
        return count == 0 ? nil : "\(count.grouped) selected"
    }

    // MARK: Acting

    /// Counts what an act would change; it is asked before it is done.
    func planAct(_ wish: BulkWish, _ articles: [ArticleID]) -> [Effect] { [.planAct(wish, articles)] }

    /// What was asked for is counted: of several it is asked first, one is done at once.
    mutating func take(_ plan: ActPlan) -> [Effect] {
        guard !plan.articles.isEmpty else {
            status = Status(.hint, "nothing to change: what is selected is so already")
            return []
        }
        guard plan.articles.count > 1 else { return [.act(plan)] }
        // Whoever went on meanwhile may be typing: what he types is no answer to a question that comes too late.
        guard Context.articleLists.contains(context) else {
            status = Status(.hint, "nothing was changed: you had gone on before it could be asked")
            return []
        }
        confirmation = Confirmation(
            title: plan.act.question(plan.articles.count), sentences: plan.sentences, effects: [.act(plan)])
        return []
    }

    /// `*`: gives what is selected, or the article, a star, or takes it.
    mutating func toggleStar() -> [Effect] {
        if hasSelection { return planAct(.star, selectedArticles) }
        guard let row = subjectRow else { return subject.map { planAct(.star, [$0]) } ?? [] }
        return [.setStar(row.id, !row.isStarred)]
    }

    /// The trash as a list; from there the same key that put an article there takes it out.
    mutating func goTrash() -> [Effect] {
        (pane, source) = (.list, .library)
        return setFilter(.trash)
    }
}

extension LibraryFilter {
    /// What is in the trash.
    static let trash = LibraryFilter(words: "is:trashed")
}
