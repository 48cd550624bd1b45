import Library
import Topics

extension ReaderState {
    mutating func take(_ answer: Answer) -> [Effect] {
        switch answer {
        case .firstRows(let rows): takeFirst(rows)
        case .order(let ids, let totals, let generation): takeOrder(ids, totals, generation: generation)
        case .rows(let rows): library.listing.store(rows)
        case .totals(let totals): library.totals = totals
        case .article(let article, let generation): return take(article, generation: generation)
        case .noArticle(let generation): takeNoArticle(generation: generation)
        case .found(let findings, let generation): return take(findings, generation: generation)
        case .foundOrder(let ids, let generation):
            if generation == search.generation {
                search.results.replace(ids: ids, keepsCursorRow: false)
                if let id = search.awaited.take() { search.results.select(id, visible: visibleRows) }
            }
        case .hits(let rows, let generation):
            if generation == search.generation { search.results.store(rows) }
        case .notes(let order, let rows, let isWhole, let generation): take(order, rows: rows, isWhole: isWhole, generation: generation)
        case .noteRows(let rows): notes.store(rows)
        case .noteNotKept(let draft, let sentence):
            prompt = draft.prompt
            prompt?.problem = sentence
        case .fileIsThere(let path, let act):
            confirmation = Confirmation(title: "Replace «\(path)»?", sentences: ["A file of this name is there already."], effects: [.mark(act)])
        case .topics(let book):
            topics.load(book.nodes)
            self.book = book
            decorateReading()
        case .topicCounts(let counts): topics.count(counts)
        case .tags(let tags): picker?.load(tags)
        case .completions(let words, let generation): return take(words, generation: generation)
        case .promptItems(let items, let generation): prompt?.take(items, generation: generation)
        case .names(let tags, let languages): names = Names(tags: tags, languages: languages)
        case .located(let places, let query, let id):
            if reading?.id == id { withReading { $0.mark(places, query: query, rows: $1) } }
        case .changed(let change): return take(change)
        case .judged(let judged): return take(judged)
        case .counted(let plan): take(plan)
        case .citations(let id, let citations):
            if reading?.id == id { reading?.setCitations(citations) }
        case .learning(let progress): learning = progress
        case .indexing(let progress): return take(progress)
        case .saved(let searches):
            topics.save(searches)
            fillPalette()
        case .savedCounts(let counts):
            topics.savedCounts.merge(counts) { $1 }
            fillPalette()
        case .added(let files): take(files)
        case .palette(let answer): return take(answer)
        case .planned(let plan): return take(plan)
        case .job(let progress): job = progress
        case .topicPage(let facts, let generation): take(facts, generation: generation)
        case .notice(let sentence): status = Status(.hint, sentence)
        case .failed(let sentence): status = Status(.failure, sentence)
        case .syncing(let progress): return take(progress)
        case .synced(let summary): return take(summary)
        case .outside(let answer): return take(answer)
        case .briefing(let answer): return take(answer)
        case .feed(let answer): return take(answer)
        case .changedElsewhere: return refreshAll()
        }
        return []
    }

    /// The index was made: what was found without it is looked for once more.
    private mutating func take(_ progress: IndexingProgress?) -> [Effect] {
        indexing = progress
        guard progress == nil, let findings = search.findings, findings.missing > 0 else { return [] }
        return startSearch()
    }

    private mutating func takeFirst(_ rows: [ArticleRow]) {
        guard library.listing.isEmpty else { return }
        library.listing.begin(with: rows)
        if let id = library.awaited { library.listing.select(id, visible: visibleRows) }
    }

    private mutating func takeOrder(_ ids: [ArticleID], _ totals: Totals, generation: Int) {
        guard generation == library.generation else { return }
        library.totals = totals
        library.isOnItsWay = false
        // While a new library is being read, its newest articles are what is looked at.
        library.listing.replace(ids: ids, keepsCursorRow: !library.isAskedFor, staysAtTop: pane == .list)
        if let id = library.awaited {
            library.listing.select(id, visible: visibleRows)
            library.awaited = nil
        }
    }

    private mutating func take(_ article: StoredArticle, generation: Int) -> [Effect] {
        if generation == reloading {
            reloading = nil
            // What is shown of a judgement that is not kept yet is ahead of the library.
            if judging == 0 { replaceReading(with: article) }
            return []
        }
        return show(article, generation: generation)
    }

    private mutating func takeNoArticle(generation: Int) {
        if generation == reloading {
            reloading = nil
            return
        }
        guard awaited?.generation == generation else { return }
        awaited = nil
        if pane == .article && reading == nil { pane = .list }
        status = Status(.failure, "the article is no longer in the library")
    }

    /// The article that is being read, as it is now: the place, the cursor and the marked hits stay.
    mutating func replaceReading(with article: StoredArticle) {
        guard reading?.id == article.id else { return }
        let topics = topics
        withReading { $0.replace(article, rows: $1) { topics.name(of: $0) } }
        library.listing.change(article.id) { $0 = article.row }
        search.results.change(article.id) { $0.article = article.row }
    }

    mutating func decorateReading() {
        let topics = topics
        reading?.decorate(showsPossible: showsPossible) { topics.name(of: $0) }
    }

    private mutating func take(_ change: Change) -> [Effect] {
        if !change.words.isEmpty { status = Status(.done, change.words, isUndoable: change.isUndoable) }
        guard let article = change.article else { return refreshAll() + forget(change.removed) }
        let isMoved = library.listing.rows[article.id].map { $0.stands(elsewhereThan: article.row) } ?? false
        if judging == 0 { replaceReading(with: article) }
        library.listing.change(article.id) { $0 = article.row }
        search.results.change(article.id) { $0.article = article.row }
        if let removed = change.removed { return forget(removed, staysOpen: !article.row.isTrashed) }
        var effects = isMoved ? refreshLibrary(isAskedFor: false) : countAgain()
        if notes.isLoaded { effects += refreshNotes() }
        return effects
    }

    /// Takes an article out of the lists at once, the cursor going to its neighbour.
    private mutating func forget(_ id: ArticleID?, staysOpen: Bool = false) -> [Effect] {
        guard let id else { return [] }
        library.listing.remove(id)
        search.results.remove(id)
        if reading?.id == id, !staysOpen {
            reading = nil
            awaited = nil
            if pane == .article || pane == .passage { pane = .list }
        }
        return refreshLibrary(isAskedFor: false) + (topics.counts == nil ? [] : [.loadTopicCounts])
    }

    /// The numbers of read and unread changed. The order did only where a filter asks for what may have changed: that of a
    /// whole library is not read for one article.
    mutating func countAgain() -> [Effect] {
        areSavedStale = true
        return (library.filter.isEmpty ? [.loadTotals] : refreshLibrary(isAskedFor: false))
            + (topics.counts == nil ? [] : [.loadTopicCounts])
    }

    /// New articles are listed while the folder is being read, but not more often than the eye can follow.
    private mutating func take(_ progress: SyncProgress) -> [Effect] {
        let isMore = progress.articles > (syncListed ?? 0)
        sync = progress
        let isDue = library.listing.isEmpty || now >= (syncListedAt ?? now).after(milliseconds: Self.syncPace)
        if syncListedAt == nil { syncListedAt = now }
        // The order of a large library takes a while: the next one is asked for when this one is there.
        guard isMore, isDue, !library.isOnItsWay else { return [] }
        syncListed = progress.articles
        syncListedAt = now
        return refreshLibrary(isAskedFor: false)
    }

    /// The least time between two lists while the folder is being read, in milliseconds.
    private static let syncPace: Int64 = 700

    private mutating func take(_ summary: SyncSummary) -> [Effect] {
        sync = nil
        syncListed = nil
        syncListedAt = nil
        var summary = summary
        if let files = added.take() {
            summary.duplicates += files.present
            summary.failures = files.failures + summary.failures
            summary.newFailures += files.failures.count
        }
        syncFailures = summary.failures
        if let words = summary.words { status = Status(summary.newFailures == 0 ? .done : .failure, words) }
        return summary.didChange ? refreshAll() : []
    }
}

extension ArticleRow {
    /// Whether what lists are ordered by differs.
    fileprivate func stands(elsewhereThan other: ArticleRow) -> Bool { (sortDate, title) != (other.sortDate, other.title) }
}

extension SyncSummary {
    /// What the status line says of it; nothing where there is nothing to say.
    var words: String? {
        var parts: [String] = []
        if added > 0 { parts.append("\(added.grouped) added") }
        if changed > 0 { parts.append("\(changed.grouped) changed") }
        if moved > 0 { parts.append("\(moved.grouped) moved") }
        if duplicates > 0 { parts.append("\(duplicates.grouped) there already") }
        if gone > 0 { parts.append("\(gone.grouped) gone") }
        if newFailures == 1, failures.count == 1, let only = failures.first {
            parts.append(only)
        } else if newFailures > 0 {
            parts.append(newFailures.counted("file", "files") + " could not be read; ! lists them")
        }
        if isCancelled { parts.append("cancelled; Ctrl-R goes on") }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
