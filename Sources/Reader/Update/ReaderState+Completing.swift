import Library
import Search

extension ReaderState {
    /// What completes queries and is known without asking the library.
    var queryNames: QueryNames {
        QueryNames(
            topics: topics.all, counts: topics.counts ?? [:], book: book, tags: names?.tags ?? [],
            languages: names?.languages ?? [])
    }

    /// Changes the line that a query is typed into; nothing where none is.
    private mutating func withLine<Result>(in context: Context, _ change: (inout QueryLine) -> Result) -> Result? {
        switch context {
        case .query: return change(&search.line)
        case .filter:
            guard var box = filterBox else { return nil }
            defer { filterBox = box }
            return change(&box.line)
        case .library, .results, .article, .passage, .topics, .notes, .find, .picker, .chooser, .prompt, .confirmation,
            .help, .topicPage, .report, .welcome, .palette, .selecting:
            return nil
        }
    }

    /// The line was edited: offers what completes it, and asks for words of the library.
    mutating func offerCompletions(in context: Context) -> [Effect] {
        let (names, generation) = (queryNames, nextGeneration())
        guard let line = withLine(in: context, { line -> QueryLine? in
            line.edited(names: names, generation: generation) ? line : nil
        }) ?? nil else { return [] }
        return [.complete(line.field.text, cursor: line.field.offset, generation: generation)]
    }

    /// Tab: takes the first completion, and then the next.
    mutating func stepCompletion(by distance: Int, in context: Context) -> [Effect] {
        if context == .palette { return completePalette(by: distance) }
        if context == .prompt, distance > 0 { return completePrompt() }
        guard let isChanged = withLine(in: context, { $0.step(by: distance) }) else {
            return select(by: distance, in: context)
        }
        return isChanged ? completed(in: context) : []
    }

    /// Another text stands in the line now, taken from what was offered.
    private mutating func completed(in context: Context) -> [Effect] {
        let effects = lineChanged(in: context)
        guard withLine(in: context, { $0.isSettled }) == true else { return effects }
        return effects + offerCompletions(in: context)
    }

    /// What follows from another query in a line.
    mutating func lineChanged(in context: Context) -> [Effect] {
        if context == .query { return startSearch() }
        filterBox?.problem = nil
        return source == .notes ? filterNotes(filterBox?.line.field.text ?? "") : []
    }

    mutating func take(_ words: [Completion], generation: Int) -> [Effect] {
        for context in [Context.query, .filter] {
            if withLine(in: context, { $0.take(words, generation: generation) }) == true { return completed(in: context) }
        }
        return []
    }

    /// Esc: closes the list of completions; false where none is open.
    mutating func closeCompletions(in context: Context) -> Bool {
        withLine(in: context) { line in
            defer { line.closeList() }
            return line.isListOpen
        } ?? false
    }

    /// Asks for tags and languages where a query is about to be typed.
    func askForNames() -> [Effect] { [.loadNames] }
}
