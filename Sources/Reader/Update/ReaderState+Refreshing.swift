import Library
import Topics

extension ReaderState {
    /// Asks for the library's order anew. Where the user asked, the row under the cursor may go with it.
    mutating func refreshLibrary(isAskedFor: Bool) -> [Effect] {
        library.generation = nextGeneration()
        library.isAskedFor = isAskedFor
        library.isOnItsWay = true
        return [.loadOrder(library.filter, library.order, generation: library.generation)]
    }

    /// Reads again all that is shown: something changed that may touch any of it.
    mutating func refreshAll() -> [Effect] {
        areSavedStale = true
        var effects = refreshLibrary(isAskedFor: false)
        effects.append(.loadRows(library.listing.invalidate(visible: visibleRows)))
        if source == .search, search.answered != nil { effects += startSearch() }
        if notes.isLoaded || source == .notes { effects += refreshNotes() }
        if topics.counts != nil { effects.append(.loadTopicCounts) }
        if picker != nil { effects.append(.loadTags) }
        if names != nil { effects.append(.loadNames) }
        if let reading, awaited == nil {
            let generation = nextGeneration()
            reloading = generation
            effects.append(.loadArticle(reading.id, generation: generation))
        }
        return effects
    }

    mutating func setFilter(_ filter: LibraryFilter) -> [Effect] {
        guard filter != library.filter else { return [] }
        library.filter = filter
        library.totals = nil
        return refreshLibrary(isAskedFor: true)
    }

    mutating func toggleUnreadOnly() -> [Effect] {
        var filter = library.filter
        filter.isUnreadOnly.toggle()
        return setFilter(filter)
    }

    /// The filter in words: «Extradition · unread».
    public var filterWords: String? {
        var words: [String] = []
        if let topic = library.filter.topic { words.append(topics.node(topic)?.label ?? topic.rawValue) }
        if let typed = library.filter.words { words.append(typed) }
        if library.filter.isUnreadOnly { words.append("unread") }
        return words.isEmpty ? nil : words.joined(separator: " · ")
    }
}
