import Library
import Terminal

extension ReaderState {
    /// How long a changed place or view waits before it is kept, in milliseconds: moving on writes once.
    static let saveDelay: Int64 = 400

    /// What every message ends with: all parts made to fit the screen, what is seen and not there asked for, what changed
    /// and is to be kept noted.
    mutating func settle() -> [Effect] {
        fit()
        followPassage()
        showPopup()
        noteVisit()
        return fetch() + countTopics() + preview() + followRelation() + noteSaves()
    }

    private mutating func fit() {
        let visible = visibleRows
        switch source {
        case .library: library.listing.settle(visible: visible)
        case .search: search.results.settle(visible: visible)
        case .notes: notes.listing.settle(visible: visible)
        }
        topics.settle(visible: visibleTopics)
        settlePage()
        withHelp { $0.settle(visible: $1) }
        let (geometry, reportRows) = (articleGeometry, reportRows)
        report?.settle(visible: reportRows)
        if reading?.geometry != geometry { withReading { $0.layOut(geometry, rows: $1) } }
        withReading { $0.settle(rows: $1) }
    }

    /// Where the page stands in the article's pane.
    var articleGeometry: PageGeometry {
        PageGeometry(columns: articleBox?.inner.columns ?? columns, measure: measure)
    }

    private mutating func showPopup() {
        if let pending, now >= pending.popupAt { self.pending?.isPopupShown = true }
    }

    /// Asks for the rows that are seen and not there.
    private mutating func fetch() -> [Effect] {
        let visible = visibleRows
        switch source {
        case .library:
            let missing = library.listing.takeMissing(visible: visible)
            return missing.isEmpty ? [] : [.loadRows(missing)]
        case .search:
            guard search.answered != nil, search.like == nil, !search.isRunning,
                let range = search.results.takeMissingRange(visible: visible)
            else { return [] }
            return [.loadHits(range, search.question, generation: search.generation)]
        case .notes: return fetchNotes(visible: visible)
        }
    }

    /// Asks for the counts of topics once they are seen.
    private mutating func countTopics() -> [Effect] {
        guard layout.box(.topics) != nil else { return [] }
        return countSaved() + countTopicsOnce()
    }

    /// Asks for the saved searches where they may be others than are known.
    mutating func countSaved() -> [Effect] {
        guard areSavedStale else { return [] }
        areSavedStale = false
        return [.loadSaved(generation: nextGeneration())]
    }

    private mutating func countTopicsOnce() -> [Effect] {
        guard topics.counts == nil, !areCountsAskedFor else { return [] }
        areCountsAskedFor = true
        return [.loadTopicCounts]
    }

    /// The next moment at which ``update(_:at:)`` wants a ``Message/tick``; nothing where it can wait for ever.
    public var nextTick: Moment? {
        let popup = pending.flatMap { $0.isPopupShown ? nil : $0.popupAt }
        return [popup, saveAt, relation.due].compactMap { $0 }.min()
    }

    // MARK: Keeping the view

    private mutating func noteSaves() -> [Effect] {
        guard isUnsaved else {
            saveAt = nil
            return []
        }
        guard let due = saveAt else {
            saveAt = now.after(milliseconds: Self.saveDelay)
            return []
        }
        return now >= due ? saves() : []
    }

    private var isUnsaved: Bool {
        session != savedSession || reading.map { savedPlaces[$0.id] != $0.place } ?? false
    }

    /// Keeps the place and the view now.
    mutating func saves() -> [Effect] {
        var effects = placeSave()
        if session != savedSession {
            savedSession = session
            effects.append(.saveSession(session))
        }
        saveAt = nil
        return effects
    }

    mutating func placeSave() -> [Effect] {
        guard let reading, savedPlaces[reading.id] != reading.place else { return [] }
        savedPlaces[reading.id] = reading.place
        return [.savePlace(reading.id, reading.place)]
    }
}
