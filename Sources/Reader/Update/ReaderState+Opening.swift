import Library
import Topics

extension ReaderState {
    /// Enter.
    mutating func open() -> [Effect] {
        if board != nil { return openBoard() }
        switch pane {
        case .topics: return topicPage == nil ? openTopic() : openPageLine()
        case .list: return openSelected()
        case .passage: return openTopicPage()
        case .article: return []
        }
    }

    private mutating func openTopic() -> [Effect] {
        guard let line = topics.selected else { return [] }
        if let saved = line.saved { return run(saved) }
        (pane, source) = (.list, .library)
        return setFilter(LibraryFilter(topic: line.id, isUnreadOnly: library.filter.isUnreadOnly))
    }

    private mutating func openSelected() -> [Effect] {
        if source == .search, search.results.isEmpty, !search.suggestions.isEmpty { return takeSuggestion() }
        guard let (id, arrival) = selectedDestination else {
            // From a heading to what stands under it.
            return source == .notes && !notes.listing.isEmpty ? move(.step(1)) : []
        }
        if source == .notes, notes.selected?.range == nil {
            status = Status(.hint, "these words are no longer in the article; it opens where you left it")
        }
        return open(id, arrival: arrival)
    }

    /// The article under the cursor of the list pane, and where Enter arrives in it.
    private var selectedDestination: (ArticleID, Arrival)? {
        switch source {
        case .library: return library.listing.selected.map { ($0, .place) }
        case .search:
            guard let id = search.results.selected, let query = search.answered else { return nil }
            return (id, .hit(query: query))
        case .notes:
            return notes.selected.map { ($0.article, $0.range.map { .passage($0.lowerBound) } ?? .place) }
        }
    }

    /// With the article beside the list, the one under the cursor is shown there.
    mutating func preview() -> [Effect] {
        guard board == nil, layout.kind >= .two, pane == .list, layout.box(.article) != nil,
            let (id, arrival) = selectedDestination
        else { return [] }
        let wanted = Previewed(id: id, arrival: arrival)
        guard previewed != wanted else { return [] }
        previewed = wanted
        if awaited == nil, reading?.id == id { return arrive(arrival) }
        return request(id, arrival: arrival, isPreview: true)
    }

    /// Gives the article the keys, and asks for it where it is not there yet.
    mutating func open(_ id: ArticleID?, arrival: Arrival) -> [Effect] {
        guard let id else { return [] }
        pane = .article
        if reading?.id == id {
            awaited = nil
            return arrive(arrival) + markOpened()
        }
        return request(id, arrival: arrival)
    }

    /// Asks for an article; what was asked for before no longer counts.
    mutating func request(_ id: ArticleID, arrival: Arrival, isPreview: Bool = false) -> [Effect] {
        let generation = nextGeneration()
        awaited = Awaited(id: id, generation: generation, arrival: arrival, isPreview: isPreview)
        return placeSave() + [.loadArticle(id, generation: generation)]
    }

    /// An article has come.
    mutating func show(_ article: StoredArticle, generation: Int) -> [Effect] {
        guard let awaited, awaited.generation == generation else { return [] }
        self.awaited = nil
        let effects = placeSave()
        cursors = session.cursors
        reading = ReadingState(
            article, geometry: articleGeometry, glyphs: glyphs, showsPossible: showsPossible, wrapsCode: wrapsCode,
            ordersRightToLeft: ordersRightToLeft, dates: settings.dates, name: topics.name(of:))
        savedPlaces[article.id] = article.place
        passageTop = 0
        withReading { $0.arrive(at: article.place, rows: $1) }
        if let cursor = cursors.last(where: { $0.article == article.id })?.offset {
            withReading { $0.returnCursor(to: cursor, rows: $1) }
        }
        return effects + arrive(awaited.arrival) + markOpened()
    }

    /// Goes to where an article that is there was to be opened.
    private mutating func arrive(_ arrival: Arrival) -> [Effect] {
        switch arrival {
        case .place: return []
        case .passage(let offset):
            withReading { $0.goTo(offset, rows: $1) }
            return []
        case .hit(let query):
            guard let id = reading?.id else { return [] }
            return reading?.find?.query == query ? [] : [.locate(query: query, id)]
        }
    }

    /// Whoever opens an article has it as read; `r` takes that back.
    private mutating func markOpened() -> [Effect] {
        guard pane == .article, let reading, !reading.article.row.isRead else { return [] }
        return [.setRead(reading.id, true, isSilent: true)]
    }

    /// The next or previous article of the list, in the reading view.
    mutating func stepArticle(by distance: Int) -> [Effect] {
        let visible = visibleRows
        let before = selectedArticle
        switch source {
        case .library: library.listing.move(by: distance, visible: visible)
        case .search: search.results.move(by: distance, visible: visible)
        case .notes: notes.listing.move(by: distance, visible: visible)
        }
        guard let id = selectedArticle, id != before || source == .notes else {
            status = Status(.hint, distance > 0 ? "this is the last one" : "this is the first one")
            return []
        }
        let old = pane
        defer { pane = old == .passage ? .passage : pane }
        pane = .list
        return openSelected()
    }

    /// The article under the cursor of the list pane.
    var selectedArticle: ArticleID? {
        switch source {
        case .library: library.listing.selected
        case .search: search.results.selected
        case .notes: notes.selected?.article
        }
    }
}
