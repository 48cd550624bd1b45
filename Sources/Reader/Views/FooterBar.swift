import Text

/// A key and what it does, as the footer names it, and where: drawing and clicking agree on it.
struct FooterItem: Hashable {
    var command: Command
    var key: String
    var words: String
    var columns: Range<Int>
}

extension ReaderState {
    /// The keys of this view, as many as fit; help always. None where the footer's row says something else.
    var footerItems: [FooterItem] {
        let (layout, context) = (layout, context)
        guard layout.footerRow != nil, layout.statusRow != nil || status == nil else { return [] }
        let help = context.isTyping || context == .report || context == .confirmation ? nil : footerItem(.help, context, at: 0)
        let end = columns - 1 - (help.map { $0.columns.count + 2 } ?? 0)
        var items: [FooterItem] = []
        var column = 1
        for command in footerCommands(context).prefix(layout.kind == .bare ? 2 : Int.max) {
            guard let item = footerItem(command, context, at: column) else { continue }
            guard item.columns.upperBound <= end else { break }
            items.append(item)
            column = item.columns.upperBound + 2
        }
        if let help, help.columns.count + 2 <= columns {
            items += [footerItem(.help, context, at: columns - 1 - help.columns.count)].compactMap { $0 }
        }
        return items
    }

    /// The most wanted first; what can be done with several, while several are selected.
    private func footerCommands(_ context: Context) -> [Command] {
        if context == .query || context == .results, !search.suggestions.isEmpty { return [.takeSuggestion] + Footer.commands(for: context) }
        if context == .topics, topics.selected?.saved == nil {
            return Footer.commands(for: context).filter { $0 != .renameSearch && $0 != .removeSearch }
        }
        if Context.articleLists.contains(context), hasSelection { return Footer.forSelection }
        return Footer.commands(for: context)
    }

    private func footerItem(_ command: Command, _ context: Context, at column: Int) -> FooterItem? {
        let words = command.entry.short
        guard let key = keymap.keys(for: command, in: context).first?.description else { return nil }
        let end = column + DisplayWidth.of(key) + 1 + DisplayWidth.of(words)
        return FooterItem(command: command, key: key, words: words, columns: column..<end)
    }
}
