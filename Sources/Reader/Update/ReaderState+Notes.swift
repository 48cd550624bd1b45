import Library
import Search

/// The screen of notes: grouped, filtered as it is typed, and selected from.
extension ReaderState {
    var notesQuestion: NotesQuestion {
        NotesQuestion(filter: notes.filter.trimmed, grouping: notes.grouping, first: max(30, visibleRows * 3))
    }

    /// Reads the list anew; what is seen stays until it is there.
    mutating func refreshNotes() -> [Effect] {
        notes.generation = nextGeneration()
        let near = source == .notes ? notes.listing.invalidate(visible: visibleRows) : []
        let numbers = near.map(\.number).filter { $0 != 0 }
        notes.storeHeadings(near)
        return [.loadNotes(notesQuestion, generation: notes.generation)] + (numbers.isEmpty ? [] : [.loadNoteRows(numbers)])
    }

    /// While the list is read anew by itself, its beginning alone would take the cursor from its row.
    mutating func take(_ order: PassageOrder, rows: [Int64: StoredPassage], isWhole: Bool, generation: Int) {
        guard generation == notes.generation else { return }
        guard isWhole || notes.isAskedFor else { return notes.store(rows) }
        notes.isLoaded = true
        notes.take(order, rows: rows)
        guard notes.isAskedFor else { return }
        notes.isAskedFor = false
        // Reading begins at a passage, not at what it stands under.
        notes.listing.move(to: notes.groups.isEmpty ? 0 : 1, visible: visibleRows)
    }

    /// Asks for the rows that are seen and not there.
    mutating func fetchNotes(visible: Int) -> [Effect] {
        let missing = notes.listing.takeMissing(visible: visible)
        notes.storeHeadings(missing)
        let numbers = missing.map(\.number).filter { $0 != 0 }
        return numbers.isEmpty ? [] : [.loadNoteRows(numbers)]
    }

    // MARK: Grouping

    /// `s`: asks under what the passages are to stand.
    mutating func chooseGrouping() -> [Effect] {
        let items = PassageList.Grouping.allCases.map {
            Chooser.Item(.grouping($0), text: $0.words, note: $0 == notes.grouping ? "now" : "")
        }
        chooser = Chooser(
            .group, title: "Notes by", words: notes.count.counted("passage", "passages"), items: items,
            selection: PassageList.Grouping.allCases.firstIndex(of: notes.grouping) ?? 0)
        return []
    }

    mutating func group(by grouping: PassageList.Grouping) -> [Effect] {
        guard grouping != notes.grouping else { return [] }
        notes.grouping = grouping
        notes.isAskedFor = true
        return refreshNotes()
    }

    // MARK: Filtering

    /// `f`: the list follows what is typed.
    mutating func beginNotesFilter() -> [Effect] {
        notes.filterBefore = notes.filter
        filterBox = FilterBox(notes.filter)
        return askForNames()
    }

    mutating func filterNotes(_ words: String) -> [Effect] {
        guard words != notes.filter else { return [] }
        notes.filter = words
        notes.isAskedFor = true
        return refreshNotes()
    }

    /// Enter: what cannot be read as a query stays open, and says where it is wrong.
    mutating func acceptNotesFilter(_ box: FilterBox) -> [Effect] {
        let text = box.line.field.text
        do throws(QueryError) {
            _ = try Question(text)
            filterBox = nil
            notes.filterBefore = nil
            return filterNotes(text)
        } catch {
            filterBox?.line.closeList()
            filterBox?.problem = error
            status = Status(.failure, "filter not applied: \(error.why), at character \(error.character(in: text)); \(error.remedy)")
            return []
        }
    }

    /// Esc: the filter that was before.
    mutating func leaveNotesFilter() -> [Effect] {
        filterBox = nil
        defer { notes.filterBefore = nil }
        return filterNotes(notes.filterBefore ?? "")
    }

    // MARK: Selecting

    /// A heading stands for all that stand under it.
    mutating func toggleSelectedNote() {
        guard let id = notes.listing.selected, id.number == 0 else { return notes.listing.toggleSelected() }
        let own = notes.listing.ids.filter { $0.group == id.group && $0.number != 0 }
        let areAll = own.allSatisfy(notes.listing.selection.holds)
        for id in own { notes.listing.selection.set(id, !areAll) }
    }
}

extension PassageList.Grouping {
    var words: String {
        switch self {
        case .none: "date made, newest first"
        case .article: "article, in the order of its text"
        case .topic: "topic of its article"
        case .tag: "tag"
        case .date: "month"
        }
    }

    /// For the heading of the list.
    var short: String {
        switch self {
        case .none: "newest first"
        case .article: "by article"
        case .topic: "by topic"
        case .tag: "by tag"
        case .date: "by month"
        }
    }
}
