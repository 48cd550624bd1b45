import Terminal

extension ReaderState {
    /// Within how many milliseconds a second Ctrl-C leaves.
    static let interruptWindow: Int64 = 1_000

    mutating func press(_ key: Key) -> [Effect] {
        let context = context
        let keys = (pending?.keys.keys ?? []) + [key]
        let wasPending = pending != nil
        pending = nil
        if key != .control("c") { lastInterrupt = nil }
        switch keymap.meaning(of: keys, in: context) {
        case .command(let command):
            status = nil
            defer { followTour(command) }
            return perform(command, in: context)
        case .prefix:
            pending = PendingKeys(keys: KeySequence(keys), popupAt: now.after(milliseconds: settings.popupDelay))
            return []
        case .unknown:
            if wasPending {
                if key != .escape { noSuchKey(KeySequence(keys)) }
                return []
            }
            if context.isTyping, type(key, in: context) { return typed(in: context) }
            noSuchKey(KeySequence(keys))
            return []
        }
    }

    private mutating func noSuchKey(_ keys: KeySequence) {
        let help = keymap.keys(for: .help, in: context).first?.description
        status = Status(.hint, "no such key here: \(keys.description)" + (help.map { " · \($0) for help" } ?? ""))
    }

    /// Gives a key to the line that is being typed; false where it edits nothing.
    private mutating func type(_ key: Key, in context: Context) -> Bool {
        var isEdit = false
        editField(in: context) { isEdit = $0.edit(key) }
        return isEdit
    }

    mutating func paste(_ text: String) -> [Effect] {
        let context = context
        pending = nil
        guard context.isTyping else {
            if Self.isPath(text), report == nil, confirmation == nil { return askForFiles(Self.unquoted(text)) }
            status = Status(.hint, "nothing to paste into here · / searches")
            return []
        }
        editField(in: context) { $0.insert(text) }
        return typed(in: context)
    }

    private mutating func editField(in context: Context, _ edit: (inout Field) -> Void) {
        switch context {
        case .query: edit(&search.line.field)
        case .filter:
            guard var box = filterBox else { return }
            edit(&box.line.field)
            filterBox = box
        case .find: reading?.editFind(edit)
        case .picker: picker?.edit(edit)
        case .chooser: chooser?.edit(edit)
        case .palette:
            guard var box = palette else { return }
            edit(&box.field)
            palette = box
        case .prompt: prompt?.edit(edit)
        case .help: help?.edit(edit)
        case .library, .welcome, .results, .article, .passage, .topics, .topicPage, .notes, .confirmation, .report,
            .selecting: break
        }
    }

    /// What follows from a changed line.
    private mutating func typed(in context: Context) -> [Effect] {
        switch context {
        case .query, .filter: return lineChanged(in: context) + offerCompletions(in: context)
        case .find:
            withReading { $0.findAsTyped(rows: $1) }
            return []
        case .palette: return paletteTyped()
        case .prompt: return promptChanged()
        case .picker, .chooser, .help, .library, .results, .article, .passage, .topics, .notes, .confirmation, .topicPage,
            .report, .welcome, .selecting:
            return []
        }
    }
}
