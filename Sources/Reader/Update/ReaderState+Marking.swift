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
        guard let id = subject, let range = reading?.passage else { return [] }
        return [.toggleBookmark(id, range)]
    }

    /// What a note or a highlight is put on: the passage of the notes, or the one under the cursor.
    private var markTarget: MarkTarget? {
        if pane == .list { return source == .notes ? notes.listing.selectedRow.map(MarkTarget.init) : nil }
        guard awaited == nil, let reading, let range = reading.passage else { return nil }
        return reading.stored(range).map(MarkTarget.init) ?? MarkTarget(article: reading.id, range: range, words: reading.quote)
    }

    private func note(of target: MarkTarget) -> String {
        let passages = pane == .list ? notes.listing.selectedRow.map { [$0] } : reading?.article.passages
        return passages?.first { $0.id == target.passage }?.note?.text ?? ""
    }

    /// `a`: asks for a note; the one that there is stands in the line.
    mutating func askForNote() -> [Effect] {
        guard let target = markTarget else { return [] }
        return ask(.note(target), text: note(of: target))
    }

    mutating func keepNote(_ text: String, on target: MarkTarget) -> [Effect] {
        text.isEmpty && !target.hasNote ? [] : [.mark(.note(text, target))]
    }

    mutating func removeNote() -> [Effect] {
        guard let note = notes.listing.selectedRow else { return [] }
        return [.removeNote(id: note.id)]
    }

    mutating func openPicker() -> [Effect] {
        guard let id = subject else { return [] }
        if hasSelection {
            openPicker(for: selectedArticles)
        } else if pane == .list {
            guard let row = subjectRow else { return [] }
            picker = Picker(target: .init(article: id, range: nil, words: row.title), chosen: Set(row.tags))
        } else {
            guard let reading, let range = reading.passage else { return [] }
            picker = Picker(
                target: .init(article: id, range: range, words: reading.quote),
                chosen: Set(reading.stored(range)?.tags ?? []))
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
        let quote = pane == .list ? notes.listing.selectedRow?.anchor.quote : reading?.quote
        guard let quote, !quote.isEmpty else { return [] }
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
