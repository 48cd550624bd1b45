import Library
import Search

/// Back and forward through everything that was visited.
extension ReaderState {
    /// What is shown now; nothing while a search is being typed, or an article only looked at.
    private var placeKey: Place.Key? {
        if let board { return .board(board.view.address) }
        switch pane {
        case .article, .passage:
            if let awaited, !awaited.isPreview { return .article(awaited.id) }
            return reading.map { .article($0.id) }
        case .topics: return topicPage.map { .topicPage($0.topic) } ?? .topics
        case .list: return listKey
        }
    }

    private var listKey: Place.Key? {
        switch source {
        case .library: return .library(library.filter)
        case .notes: return .notes
        case .search:
            if let like = search.like { return .alike(like) }
            return search.isTyping || search.field.isEmpty ? nil : .search(search.field.text.trimmed)
        }
    }

    /// Notes the view that is shown. Part of settling after every message, and before what is left at once.
    mutating func noteVisit() {
        guard let key = placeKey else { return }
        history.visit(
            Place(
                key: key, pane: pane, source: source, filter: library.filter, order: library.order,
                listed: library.listing.selected ?? library.awaited, question: search.question,
                found: search.results.selected ?? search.awaited, topic: topics.selected?.topic, page: topicPage,
                board: board))
    }

    mutating func stepHistory(by distance: Int) -> [Effect] {
        noteVisit()
        // From a search that is still being typed, back is where it was begun.
        guard let place = history.step(by: distance) else {
            status = Status(.hint, distance < 0 ? "this is where you began" : "this is the last view that you visited")
            return []
        }
        return go(to: place)
    }

    private mutating func go(to place: Place) -> [Effect] {
        var effects = pane == .article || pane == .passage ? placeSave() : []
        board = place.board
        isZen = isZen && place.pane == .article
        (pane, source) = (place.pane, place.source)
        switch place.source {
        case .library: effects += showLibrary(of: place)
        case .search: effects += showSearch(of: place)
        case .notes: effects += refreshNotes()
        }
        switch place.key {
        case .topics, .topicPage:
            topicPage = place.page
            if let topic = place.topic { topics.select(topic, visible: visibleTopics) }
            if topicPage != nil { effects += loadTopicPage() }
        case .article(let id):
            effects += open(id, arrival: .place)
            if place.pane == .passage, reading?.id == id { pane = .passage }
        case .library, .search, .alike, .notes: previewed = nil
        case .board: effects += loadBoard()
        }
        return effects
    }

    private mutating func showLibrary(of place: Place) -> [Effect] {
        guard place.filter != library.filter || place.order != library.order else {
            if let id = place.listed { library.listing.select(id, visible: visibleRows) }
            return []
        }
        (library.filter, library.order) = (place.filter, place.order)
        library.totals = nil
        library.awaited = place.listed
        return refreshLibrary(isAskedFor: true)
    }

    private mutating func showSearch(of place: Place) -> [Effect] {
        guard place.question != search.question || search.answered == nil else {
            stopTyping()
            if let id = place.found { search.results.select(id, visible: visibleRows) }
            return []
        }
        search = SearchState()
        search.line = QueryLine(place.question.text)
        search.order = place.question.order
        search.like = place.question.like
        search.isTyping = false
        search.awaited = place.found
        return startSearch()
    }
}
