import Articles
import Library

extension ReaderState {
    /// The article that a command in a list or in the reading view is about.
    var subject: ArticleID? {
        switch pane {
        case .article, .passage: awaited == nil ? reading?.id : nil
        case .list: selectedArticle
        case .topics: nil
        }
    }

    var subjectRow: ArticleRow? {
        switch pane {
        case .article, .passage: return reading?.article.row
        case .topics: return nil
        case .list:
            switch source {
            case .library: return library.listing.selectedRow
            case .search: return search.results.selectedRow?.article
            case .notes: return nil
            }
        }
    }

    mutating func toggleRead() -> [Effect] {
        if hasSelection { return planAct(.read, selectedArticles) }
        guard let row = subjectRow else { return subject.map { planAct(.read, [$0]) } ?? [] }
        return [.setRead(row.id, !row.isRead, isSilent: false)]
    }

    mutating func trash() -> [Effect] {
        if hasSelection { return planAct(.trash, selectedArticles) }
        guard let id = subject else { return [] }
        // A row that has not come yet is not known to be in the trash or not: the library knows.
        guard let row = subjectRow else { return planAct(.trash, [id]) }
        return [row.isTrashed ? .restore(id) : .trash(id)]
    }

    mutating func toggleBookmark() -> [Effect] {
        guard let id = subject, let range = reading?.target else { return [] }
        _ = reading?.endSelection()
        return [.toggleBookmark(id, range)]
    }

    mutating func removeNote() -> [Effect] {
        if let effects = markSelected(.remove) { return effects }
        guard let note = notes.selected else { return [] }
        return [.removeNote(id: note.id)]
    }

    mutating func openPicker() -> [Effect] {
        if pane != .list || source == .notes { return mark(.tag) }
        guard let id = subject else { return [] }
        if hasSelection {
            openPicker(for: selectedArticles)
        } else {
            guard let row = subjectRow else { return [] }
            picker = Picker(target: .init(article: id, range: nil, words: row.title), chosen: Set(row.tags))
        }
        return [.loadTags]
    }

    /// Of several articles those tags count as chosen that all rows which are known have.
    private mutating func openPicker(for articles: [ArticleID]) {
        let rows = articles.compactMap { source == .search ? search.results.rows[$0]?.article : library.listing.rows[$0] }
        let tags = rows.map { Set($0.tags) }
        let common = tags.dropFirst().reduce(tags.first ?? []) { $0.intersection($1) }
        let words = rows.prefix(ActPlan.mostTitles).map(\.shownTitle).joined(separator: " · ")
        picker = Picker(
            target: .init(article: articles.first ?? ArticleID(0), range: nil, words: words, several: articles),
            chosen: rows.count == articles.count ? common : [])
    }

    mutating func copyQuote() -> [Effect] {
        let quote = pane == .list ? notes.selected?.anchor.quote : reading?.target.map { reading?.words($0) ?? "" }
        guard let quote, !quote.isEmpty else { return [] }
        _ = reading?.endSelection()
        status = Status(.done, "copied the passage")
        return [.copy(quote)]
    }

    mutating func stepPassage(_ kind: ReadingState.Landmark, by distance: Int) -> [Effect] {
        guard reading != nil else { return [] }
        let found = withReading { $0.step(to: kind, by: distance, rows: $1) }
        if found == false {
            let words = kind == .tagged ? "passage with a topic" : "passage with a mark of yours"
            status = Status(.hint, distance > 0 ? "no further \(words)" : "no \(words) before this one")
        }
        return []
    }

    mutating func changeMeasure(by columns: Int) -> [Effect] {
        let new = min(max(measure + columns, Session.narrowestMeasure), Session.widestMeasure)
        status = Status(.done, "lines of up to \(new) columns")
        measure = new
        return []
    }

    mutating func expandBranch() -> [Effect] {
        guard let line = topics.selected else { return [] }
        if line.hasChildren && !line.isOpen {
            topics.toggle()
            return []
        }
        return goPane(by: 1, wraps: false)
    }

    mutating func collapseBranch() -> [Effect] {
        _ = topics.collapse(visible: visibleTopics)
        return []
    }
}
