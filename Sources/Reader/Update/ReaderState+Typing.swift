import Library

extension ReaderState {
    /// Enter while typing.
    mutating func accept(in context: Context) -> [Effect] {
        switch context {
        case .query:
            return acceptQuery()
        case .filter: return acceptFilter()
        case .find:
            withReading { $0.acceptFind(rows: $1) }
            return []
        case .picker: return acceptTag()
        case .chooser: return acceptChoice()
        case .palette: return acceptPalette()
        case .prompt: return acceptPrompt()
        case .help: return acceptHelp()
        case .library, .welcome, .results, .article, .passage, .topics, .topicPage, .notes, .confirmation, .report,
            .selecting: return []
        }
    }

    /// Opens the selected result; where what was typed is not answered yet, the first one once it is.
    private mutating func acceptQuery() -> [Effect] {
        if search.isRunning {
            search.opensWhenFound = true
            return []
        }
        guard search.results.selected != nil else {
            foundNothing()
            return []
        }
        stopTyping()
        noteVisit()
        return open()
    }

    private mutating func acceptTag() -> [Effect] {
        guard let picker, let choice = picker.selected else { return [] }
        let name: String
        switch choice {
        case .create(let new): name = new
        case .existing(let tag): name = tag.name
        }
        self.picker = nil
        if let mark = picker.target.mark {
            _ = reading?.endSelection()
            return [.mark(.tag(name, mark))]
        }
        guard picker.target.numbers.isEmpty else { return [.mark(.tagAll(name, picker.target.numbers))] }
        guard picker.target.several.isEmpty else { return planAct(.tag(name), picker.target.several) }
        return [.toggleTag(name, picker.target)]
    }

    /// Runs the selected command, where the view that help was called from has it.
    private mutating func acceptHelp() -> [Effect] {
        guard let help, let command = help.selected else { return [] }
        self.help = nil
        guard command.entry.contexts.contains(help.context) else {
            status = Status(.hint, "not here: \(command.entry.sentence.lowercasedFirst)")
            return []
        }
        return perform(command, in: help.context)
    }

    /// Esc while typing.
    mutating func leave(_ context: Context) -> [Effect] {
        switch context {
        case .query:
            if closeCompletions(in: context) { return [] }
            stopTyping()
            if search.field.isEmpty { source = .library }
        case .filter:
            if closeCompletions(in: context) { return [] }
            if source == .notes { return leaveNotesFilter() }
            filterBox = nil
        case .find: withReading { $0.leaveFind(rows: $1) }
        case .picker: picker = nil
        case .chooser: chooser = nil
        case .palette: closePalette()
        case .prompt: prompt = nil
        case .help: help = nil
        case .library, .welcome, .results, .article, .passage, .topics, .topicPage, .notes, .confirmation, .report,
            .selecting: break
        }
        return []
    }

    mutating func select(by distance: Int, in context: Context) -> [Effect] {
        switch context {
        case .query:
            search.results.move(by: distance, visible: visibleRows)
            selectSuggestion(by: distance)
        case .filter: break
        case .find: withReading { $0.stepHit(by: distance.signum(), rows: $1) }
        case .picker: picker?.select(by: distance)
        case .chooser: chooser?.select(by: distance)
        case .palette: selectPalette(by: distance)
        case .prompt: prompt?.select(by: distance)
        case .help: withHelp { $0.select(by: distance, visible: $1) }
        case .library, .welcome, .results, .article, .passage, .topics, .topicPage, .notes, .confirmation, .report,
            .selecting: break
        }
        return []
    }
}

extension String {
    /// With its first letter in lower case, to stand inside a sentence.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
