import Articles
import Library

/// What the user makes of passages: of what is selected, of the passage under the cursor, or of rows of the notes.
extension ReaderState {
    /// Does it with the passage that is meant; where several could be, that is asked.
    mutating func mark(_ wish: MarkWish) -> [Effect] {
        if pane == .list {
            guard source == .notes else { return [] }
            if let effects = markSelected(wish) { return effects }
            return notes.selected.map { fulfil(wish, on: MarkTarget($0)) } ?? []
        }
        guard awaited == nil, let reading, let range = reading.target else { return [] }
        let own = reading.stored(range).map(MarkTarget.init) ?? MarkTarget(article: reading.id, range: range, words: reading.words(range))
        let others = reading.selection == nil ? reading.marked(range).filter { $0.range != range && wish.concerns($0) } : []
        let isThere = own.passage != nil
        switch wish {
        case .remove, .attach:
            let all = (isThere ? [own] : []) + others.map(MarkTarget.init)
            guard all.count != 1 else { return fulfil(wish, on: all[0]) }
            guard !all.isEmpty else {
                status = Status(.hint, "you made nothing of this passage")
                return []
            }
            return choose(wish, among: all)
        case .note, .noteOutside, .tag, .highlight:
            // What is named by a colour of its own goes on exactly this text.
            if others.isEmpty || isThere && wish.concerns(own) { return fulfil(wish, on: own) }
            return choose(wish, among: [own] + others.map(MarkTarget.init))
        }
    }

    private mutating func choose(_ wish: MarkWish, among targets: [MarkTarget]) -> [Effect] {
        let items = targets.map { target in
            Chooser.Item(
                .place(target), text: target.words.flattened,
                note: target.passage == nil ? "the whole passage" : target.marksWord(glyphs))
        }
        chooser = Chooser(.mark(wish), title: wish.title, words: "there are marks inside this passage: which is meant?", items: items)
        return []
    }

    /// What is done with all rows that are selected; nothing where none is, or it is for one alone.
    mutating func markSelected(_ wish: MarkWish) -> [Effect]? {
        let numbers = notes.selectedNumbers
        guard !numbers.isEmpty else { return nil }
        switch wish {
        case .note, .noteOutside, .attach: return nil
        case .highlight(let colour):
            lastColour = colour ?? lastColour
            return [.mark(.edit(.highlight(lastColour), numbers))]
        case .remove:
            notes.listing.clearSelection()
            return [.mark(.edit(.remove, numbers))]
        case .tag:
            picker = Picker(
                target: .init(article: ArticleID(0), range: 0..<0, words: numbers.count.counted("passage", "passages"), numbers: numbers),
                chosen: [])
            return [.loadTags]
        }
    }

    mutating func fulfil(_ wish: MarkWish, on target: MarkTarget) -> [Effect] {
        switch wish {
        case .note: return ask(.note(target), text: target.note ?? "")
        case .noteOutside: return editOutside(target, text: target.note ?? "")
        case .highlight(let colour):
            let isOff = colour == nil ? target.highlight != nil : target.highlight == colour
            if !isOff { lastColour = colour ?? lastColour }
            _ = reading?.endSelection()
            return [.mark(.highlight(isOff ? nil : lastColour, target))]
        case .tag:
            picker = Picker(target: .init(article: target.article, range: target.range ?? 0..<0, words: target.words, mark: target), chosen: Set(target.tags))
            return [.loadTags]
        case .remove: return [.mark(.remove(target))]
        case .attach: return beginAttaching(target)
        }
    }

    mutating func keepNote(_ text: String, on target: MarkTarget) -> [Effect] {
        _ = reading?.endSelection()
        return text == target.note ?? "" ? [] : [.mark(.note(text, target))]
    }

    /// `g m`: in which colour.
    mutating func chooseColour() -> [Effect] {
        let items = HighlightColour.allCases.enumerated().map { place, colour in
            Chooser.Item(.colour(colour), text: "\(colour.letter)  \(colour.rawValue)", note: colour == lastColour ? "last used" : "\(place + 1)")
        }
        let words = pane == .list ? notes.selected?.anchor.quote ?? "" : reading?.target.map { reading?.words($0) ?? "" } ?? ""
        chooser = Chooser(
            .colour, title: "Highlight in", words: words, items: items,
            selection: HighlightColour.allCases.firstIndex(of: lastColour) ?? 0)
        return []
    }

    // MARK: The person's own editor

    mutating func editOutside(_ target: MarkTarget, text: String) -> [Effect] {
        editing = Draft(target: target, text: text)
        return outside(.edit(text, .note(target.passage ?? "")))
    }

    /// From the line of the prompt: what was typed goes along.
    mutating func editPromptOutside() -> [Effect] {
        guard let open = prompt, case .note(let target) = open.purpose else { return [] }
        prompt = nil
        return editOutside(target, text: open.field.text)
    }

    mutating func takeEditedNote(_ text: String) -> [Effect] {
        guard let draft = editing else { return [] }
        editing = nil
        return keepNote(text.trimmed, on: draft.target)
    }

    /// Nothing was changed, or the editor failed: what had been typed before is in its line again.
    mutating func giveBackNote() {
        guard let draft = editing else { return }
        editing = nil
        if draft.text != draft.target.note ?? "" { prompt = draft.prompt }
    }

    // MARK: Moving

    /// `R`: a passage is to be put to another place: its article opens, and the same key puts it where the cursor then is.
    private mutating func beginAttaching(_ target: MarkTarget) -> [Effect] {
        guard let passage = target.passage else { return [] }
        attaching = target
        let key = keymap.keys(for: .attach, in: .article).first?.description ?? "R"
        status = Status(.hint, "go to or select the words where it belongs; \(key) puts it there, Esc leaves it")
        _ = passage
        guard pane == .list else { return [] }
        return open(target.article, arrival: target.range.map { .passage($0.lowerBound) } ?? .place)
    }

    mutating func attach() -> [Effect] {
        guard let moved = attaching, let passage = moved.passage, pane != .list else { return mark(.attach) }
        guard let reading, awaited == nil, let range = reading.target else { return [] }
        guard reading.id == moved.article else {
            status = Status(.hint, "this is another article; a passage stays in its own")
            return []
        }
        attaching = nil
        _ = self.reading?.endSelection()
        return [.mark(.attach(passage, moved.article, range))]
    }

    mutating func leaveAttaching() -> [Effect] {
        attaching = nil
        status = Status(.hint, "left where it was")
        return []
    }

    // MARK: Export

    /// `x`: what is selected, else all that is listed. Of articles, what was made of them.
    mutating func exportNotes() -> [Effect] {
        guard let wish = exportWish() else { return [] }
        switch wish {
        case .articles([]), .passages([]):
            status = Status(.hint, "there is nothing to export")
            return []
        case .all, .articles, .passages: return ask(.export(wish))
        }
    }

    private mutating func exportWish() -> ExportWish? {
        guard pane == .list else { return nil }
        switch source {
        case .library:
            if library.listing.hasSelection { return .articles(library.listing.selectedIDs) }
            // Unfiltered, the list is of all that there is.
            return library.filter.isEmpty ? .all : wish(forAll: library.listing)
        case .search: return search.results.hasSelection ? .articles(search.results.selectedIDs) : wish(forAll: search.results)
        case .notes:
            guard notes.count > 0 else { return .passages([]) }
            let numbers = notes.selectedNumbers
            if numbers.isEmpty, notes.filter.trimmed.isEmpty { return .all }
            return .passages(numbers.isEmpty ? notes.allNumbers : numbers)
        }
    }

    /// Not of a list whose end is not known yet.
    private mutating func wish<Row>(forAll listing: Listing<Row>) -> ExportWish? where Row.ID == ArticleID {
        guard !listing.isComplete else { return .articles(listing.ids) }
        status = Status(.hint, "the list is still being read; try again in a moment")
        return nil
    }
}

extension MarkWish {
    var title: String {
        switch self {
        case .note, .noteOutside: "Note on"
        case .highlight: "Highlight"
        case .tag: "Tag"
        case .remove: "Take away"
        case .attach: "Move"
        }
    }

    /// Whether a passage may be what is meant.
    func concerns(_ passage: StoredPassage) -> Bool { concerns(MarkTarget(passage)) }

    func concerns(_ target: MarkTarget) -> Bool {
        switch self {
        case .note, .noteOutside: target.note != nil
        case .highlight(nil): target.highlight != nil
        case .highlight: false
        case .tag: !target.tags.isEmpty
        case .remove, .attach: true
        }
    }
}

extension MarkTarget {
    /// What it has, in a word or two.
    func marksWord(_ glyphs: Glyphs) -> String {
        if let note { return glyphs[.note] + " " + note.flattened.prefix(16) }
        if let highlight { return highlight.rawValue }
        return tags.first.map { "#" + $0 } ?? "bookmark"
    }
}

extension ReadingState {
    /// What the user made of text that overlaps a range, in the order of the text.
    func marked(_ range: Range<Int>) -> [StoredPassage] {
        article.passages.filter { $0.range?.overlaps(range) == true }.sorted {
            ($0.range?.lowerBound ?? 0, $0.range?.upperBound ?? 0, $0.id) < ($1.range?.lowerBound ?? 0, $1.range?.upperBound ?? 0, $1.id)
        }
    }
}
