import Articles
import Library
import Search
import Topics

extension ReaderState {
    /// `/` in a list.
    mutating func beginSearch() -> [Effect] {
        var effects = askForNames()
        if search.like != nil { effects += forgetLike() }
        if !search.isTyping { search.line.field.select() }
        (pane, source) = (.list, .search)
        search.isTyping = true
        return effects + (search.answered == nil && !search.field.isEmpty ? startSearch() : [])
    }

    /// Searches for what is typed now; an older search is overtaken.
    mutating func startSearch() -> [Effect] {
        search.generation = nextGeneration()
        search.opensWhenFound = false
        let question = search.question
        guard !question.text.isEmpty || question.like != nil else {
            search.answered = nil
            search.findings = nil
            search.order = nil
            search.results = Listing()
            search.isRunning = false
            return [.search(SearchQuestion(""), generation: search.generation)]
        }
        search.isRunning = true
        return [.search(question, generation: search.generation)]
    }

    mutating func take(_ findings: Findings, generation: Int) -> [Effect] {
        guard generation == search.generation else { return [] }
        search.isRunning = false
        // The same question once more: the rows stay where they are until their order is known, and then the cursor stays on its
        // row. In another order, one that was never moved begins anew.
        let isSame = search.answered == findings.query && !search.results.isEmpty
        if isSame, search.findings?.order == findings.order || search.results.isPlaced {
            search.results.store(findings.first)
        } else {
            search.results.begin(with: findings.first)
        }
        search.findings = findings
        search.suggestion = 0
        search.answered = findings.query
        guard search.opensWhenFound, pane == .list, source == .search else { return [] }
        search.opensWhenFound = false
        guard !search.results.isEmpty else {
            foundNothing()
            return []
        }
        stopTyping()
        noteVisit()
        return open()
    }

    /// Keys are keys again.
    mutating func stopTyping() {
        search.isTyping = false
        search.line.closeList()
    }

    /// Enter on a search without results: keys are keys again, so that nothing that follows is typed into the line.
    mutating func foundNothing() {
        guard let query = search.answered else { return }
        stopTyping()
        let key = keymap.keys(for: .search, in: .results).first?.description
        status = Status(.hint, "nothing found for «\(query)»" + (key.map { " · \($0) changes the search" } ?? ""))
    }

    /// Searches for the selected suggestion instead; the line shows it.
    mutating func takeSuggestion() -> [Effect] {
        let suggestions = search.suggestions
        guard suggestions.indices.contains(search.suggestion) else {
            status = Status(.hint, search.results.isEmpty ? "nothing to suggest here" : "something was found: nothing is suggested")
            return []
        }
        let old = search.field.text.trimmed
        search.line = QueryLine(suggestions[search.suggestion])
        status = Status(.done, "searching for «\(suggestions[search.suggestion])» instead of «\(old)»")
        return startSearch()
    }

    mutating func selectSuggestion(by distance: Int) {
        search.suggestion = min(max(0, search.suggestion + distance), max(0, search.suggestions.count - 1))
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

    // MARK: Order

    /// `s`: asks for the order of the list.
    mutating func chooseOrder() -> [Effect] {
        if source == .search, search.like != nil {
            status = Status(.hint, "the nearest come first here · / searches")
            return []
        }
        guard pane == .list, source == .library || search.answered != nil else { return [] }
        let current = source == .search ? search.findings?.order ?? .newest : library.order
        let orders = SearchRequest.Order.allCases.filter { $0 != .relevance || source == .search }
        let items = orders.map {
            let name = $0.rawValue + String(repeating: " ", count: max(1, 11 - $0.rawValue.count))
            return Chooser.Item(.order($0), text: name + $0.explanation, note: $0 == current ? "now" : "")
        }
        chooser = Chooser(
            .sort(source), title: "Order of the list", words: source == .search ? search.answered ?? "" : filterWords ?? "all articles",
            items: items, selection: orders.firstIndex(of: current) ?? 0)
        return []
    }

    /// Orders the list of `source`; the row under the cursor keeps it.
    mutating func sort(_ source: Source, by order: SearchRequest.Order) -> [Effect] {
        switch source {
        case .notes: return []
        case .library:
            guard order != library.order else { return [] }
            library.order = order
            return refreshLibrary(isAskedFor: true)
        case .search:
            // Where the line says an order, it says the new one.
            if let text = QueryText.sorted(search.field.text, by: order) { search.line = QueryLine(text) }
            search.order = order
            return startSearch()
        }
    }

    // MARK: More like this

    /// `&`: lists what is like the article or passage under the cursor.
    mutating func moreLikeThis() -> [Effect] {
        guard let target = likeTarget else { return [] }
        trail.append(Waypoint(pane: pane, source: source, search: search, article: reading?.id))
        if trail.count > Waypoint.most { trail.removeFirst(trail.count - Waypoint.most) }
        let line = search.line
        search = SearchState()
        search.line = QueryLine(line.field.text)
        search.isTyping = false
        search.like = target
        isZen = false
        (pane, source) = (.list, .search)
        return startSearch()
    }

    private var likeTarget: LikeTarget? {
        switch pane {
        case .topics: return nil
        case .article, .passage:
            guard awaited == nil, let reading else { return nil }
            guard let range = reading.passage else { return LikeTarget(article: reading.id, title: reading.article.row.shownTitle) }
            return LikeTarget(article: reading.id, passage: range, title: reading.quote.flattened)
        case .list:
            switch source {
            case .library: return library.listing.selectedRow.map { LikeTarget(article: $0.id, title: $0.shownTitle) }
            case .search: return search.results.selectedRow.map { LikeTarget(article: $0.id, title: $0.article.shownTitle) }
            case .notes:
                return notes.selected.map {
                    LikeTarget(article: $0.article, passage: $0.range, title: $0.anchor.quote.flattened)
                }
            }
        }
    }

    /// Back to where a list of what is like something was asked for; nothing where this is no such list.
    mutating func backFromLike() -> [Effect]? {
        guard source == .search, search.like != nil, let last = trail.popLast() else { return nil }
        // Answers still on their way to the list that is left go by.
        _ = nextGeneration()
        (pane, source, search) = (last.pane, last.source, last.search)
        previewed = nil
        guard pane == .article || pane == .passage, let article = last.article else {
            return search.isRunning ? startSearch() : []
        }
        let wasPassage = pane == .passage
        let effects = open(article, arrival: .place)
        if wasPassage, reading?.id == article { pane = .passage }
        return effects
    }

    /// Away from what is like something, without going back.
    private mutating func forgetLike() -> [Effect] {
        search.like = nil
        search.answered = nil
        search.findings = nil
        search.results = Listing()
        trail = []
        search.line.field.select()
        return search.field.isEmpty ? startSearch() : []
    }
}
