import Library

/// Commands that take words behind their name, as they are given in the palette: `tag hanoi`, `sort oldest`. What they are
/// called, how they complete and what they come to is made from ``Verb/entry``.
public enum Verb: String, Hashable, Sendable, CaseIterable {
    case open, goTo
    case tag
    case topic, filter, since, before, search, find, sort
    case export
    case theme, measure, set
    case saved, save, forget

    /// What is known of a verb.
    public struct Entry: Hashable, Sendable {
        public var name: String
        /// What stands behind it, as help names it: `NAME`.
        public var words: String
        /// What it does, as help says it.
        public var sentence: String
        public var group: Command.Group
        /// The views from which it can be given.
        public var contexts: Set<Context>
        /// What else it is called.
        public var aliases: [String]
        /// An example for the manual.
        public var example: String
    }

    public var name: String { entry.name }

    /// The verb of this name, or with this alias; nothing where none is called so.
    public init?(name: some StringProtocol) {
        let name = name.lowercased()
        guard let verb = Verb.allCases.first(where: { $0.name == name || $0.entry.aliases.contains(name) }) else { return nil }
        self = verb
    }

    public var entry: Entry {
        switch self {
        case .open:
            make("open", "ID or TITLE", "Open an article by its id, or one of this list by its title", .move, Context.browsing, ["edit", "e"], "open 9f2c")
        case .goTo:
            make("goto", "NUMBER", "Go to a row of the list, or to a line of the article", .move, Context.browsing, ["go", "jump", "line"], "goto 120")
        case .tag:
            make(
                "tag", "NAME", "Tag what is under the cursor, or take that tag away again", .mark,
                Context.articleLists.union(Context.reading), ["set-tag", "flag"], "tag to cite")
        case .topic:
            make("topic", "NAME", "List what is about a topic", .find, Context.browsing, ["about"], "topic extradition")
        case .filter:
            make("filter", "QUERY", "Filter the library's list by a query; without one, show all", .find, Context.browsing, ["where", "limit-to"], "filter is:unread lang:en")
        case .since:
            make("since", "DATE", "List what is not older than a date or a span", .find, Context.browsing, ["after", "newer-than"], "since 30d")
        case .before:
            make("before", "DATE", "List what is older than a date", .find, Context.browsing, ["older-than"], "before 2024-08")
        case .search:
            make("search", "QUERY", "Search the library", .find, Context.browsing, ["query"], "search \"mutual legal assistance\"")
        case .find:
            make("find", "WORDS", "Find words in the article", .find, Context.reading, ["find-words"], "find extradition")
        case .sort:
            make("sort", "ORDER", "Order the list", .find, Context.articleLists, ["sort-by", "set-sort"], "sort oldest")
        case .export:
            make("export", "FORMAT FILE", "Write what you made to a file", .share, Context.browsing, ["save-as", "write", "w"], "export markdown notes.md")
        case .theme:
            make("theme", "NAME", "Use a colour theme until you leave", .everywhere, Context.browsing, ["colorscheme", "colourscheme", "colour-theme", "color"], "theme old-ledger")
        case .measure:
            make("measure", "COLUMNS", "Set how long lines of text may be", .read, Context.browsing, ["width", "text-width", "textwidth"], "measure 66")
        case .set:
            make("set", "NAME VALUE", "Change a setting until you leave", .everywhere, Context.browsing, ["setting", "set-option"], "set dates day-first")
        case .saved:
            make("saved", "NAME", "Run a saved search", .find, Context.browsing, ["run-search", "saved-search"], "saved to watch")
        case .save:
            make("save", "NAME", "Save this search, or what the list is filtered by", .find, Context.browsing, ["save-as-search"], "save to watch")
        case .forget:
            make("forget", "NAME", "Remove a saved search", .find, Context.browsing, ["forget-search"], "forget to watch")
        }
    }

    private func make(
        _ name: String, _ words: String, _ sentence: String, _ group: Command.Group, _ contexts: Set<Context>, _ aliases: [String],
        _ example: String
    ) -> Entry {
        Entry(name: name, words: words, sentence: sentence, group: group, contexts: contexts, aliases: aliases, example: example)
    }
}
