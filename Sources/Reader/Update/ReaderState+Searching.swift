import Search

extension ReaderState {
    /// `/` in a list.
    mutating func beginSearch() -> [Effect] {
        if !search.isTyping { search.field.select() }
        (pane, source) = (.list, .search)
        search.isTyping = true
        return search.answered == nil && !search.field.isEmpty ? startSearch() : []
    }

    /// Searches for what is typed now; an older search is overtaken.
    mutating func startSearch() -> [Effect] {
        search.generation = nextGeneration()
        search.opensWhenFound = false
        let query = search.field.text.trimmed
        guard !query.isEmpty else {
            search.answered = nil
            search.count = .exactly(0)
            search.notes = []
            search.results = Listing()
            search.isRunning = false
            return [.search("", generation: search.generation)]
        }
        search.isRunning = true
        return [.search(query, generation: search.generation)]
    }

    mutating func take(_ findings: Findings, generation: Int) -> [Effect] {
        guard generation == search.generation else { return [] }
        search.isRunning = false
        search.count = findings.count
        search.notes = findings.notes
        if search.answered == findings.query, search.results.isComplete {
            search.results.store(findings.first)
        } else {
            search.results.begin(with: findings.first)
        }
        search.answered = findings.query
        guard search.opensWhenFound, pane == .list, source == .search else { return [] }
        search.opensWhenFound = false
        guard !search.results.isEmpty else {
            foundNothing()
            return []
        }
        search.isTyping = false
        return open()
    }

    /// Enter on a search without results: keys are keys again, so that nothing that follows is typed into the line.
    mutating func foundNothing() {
        guard let query = search.answered else { return }
        search.isTyping = false
        let key = keymap.keys(for: .search, in: .results).first?.description
        status = Status(.hint, "nothing found for «\(query)»" + (key.map { " · \($0) changes the search" } ?? ""))
    }

    /// `n` and `N`: the next hit in the article, or the next result in the list.
    mutating func stepHit(by distance: Int) -> [Effect] {
        guard pane == .article || pane == .passage else { return move(.step(distance)) }
        guard reading?.find?.hits.isEmpty == false else {
            status = Status(.hint, "no hits marked here · / finds in the article")
            return []
        }
        withReading { $0.stepHit(by: distance, rows: $1) }
        return []
    }
}
