/// Where the keys go: the view that has them, and whether it is being typed into. Each has keys of its own.
public enum Context: String, Hashable, Sendable, CaseIterable {
    case library
    /// The library while nothing is in it.
    case welcome
    /// The list of search results.
    case results
    case article
    /// Selecting text of the article.
    case selecting
    /// The panel on the passage under the cursor.
    case passage
    case topics
    /// A topic's own page.
    case topicPage
    case notes
    /// Typing into the search line.
    case query
    /// Typing what the library's list is filtered by.
    case filter
    /// Typing what to find in the article.
    case find
    /// Picking or naming a tag.
    case picker
    /// Choosing a topic or a word.
    case chooser
    /// Typing one line: a name, a note.
    case prompt
    /// Being asked before something is done.
    case confirmation
    /// Typing a command.
    case palette
    case help
    /// Reading what a job had to report.
    case report

    /// Whether letters are text here, and no commands.
    public var isTyping: Bool {
        switch self {
        case .query, .filter, .find, .picker, .chooser, .prompt, .help, .palette: true
        case .library, .results, .article, .passage, .topics, .notes, .confirmation, .topicPage, .report, .welcome,
            .selecting: false
        }
    }

    /// How help speaks of it.
    public var title: String {
        switch self {
        case .library: "the library"
        case .welcome: "an empty library"
        case .results: "search results"
        case .article: "reading"
        case .selecting: "selecting text"
        case .passage: "this passage"
        case .topics: "topics"
        case .topicPage: "a topic"
        case .notes: "notes"
        case .query: "typing a search"
        case .filter: "typing a filter"
        case .find: "finding in an article"
        case .picker: "choosing a tag"
        case .chooser: "choosing"
        case .prompt: "typing a line"
        case .confirmation: "a question"
        case .palette: "typing a command"
        case .help: "help"
        case .report: "a report"
        }
    }

    static let browsing: Set<Context> = [.library, .welcome, .results, .article, .passage, .topics, .topicPage, .notes]
    static let lists: Set<Context> = [.library, .results, .topics, .topicPage, .notes]
    static let typing: Set<Context> = [.query, .filter, .find, .picker, .chooser, .palette, .prompt, .help]
    /// Where text of the article is acted on.
    static let marking: Set<Context> = [.article, .selecting, .passage]
    static let moving = browsing.union([.selecting, .report])
    static let reading: Set<Context> = [.article, .passage]
    static let articleLists: Set<Context> = [.library, .results]
    static let everywhere = Set(Context.allCases)
}
