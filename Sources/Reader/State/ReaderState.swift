import Library
import Topics

/// All that the reader knows and shows. A value: nothing in it reads a file, a clock or the terminal.
public struct ReaderState: Hashable, Sendable {
    // The screen.
    public internal(set) var columns: Int
    public internal(set) var rows: Int
    public var theme: Theme
    public let glyphs: Glyphs
    public var keymap: KeyMap
    public internal(set) var settings = ReaderSettings()
    public internal(set) var pane = Pane.list
    public internal(set) var source = Source.library
    public internal(set) var isZen = false
    public internal(set) var isMouseOn = true
    /// The most columns that an article's text takes.
    public internal(set) var measure = PageGeometry.standardMeasure

    /// Whether code that is too long for a line goes on in the next.
    public internal(set) var wrapsCode = true
    /// Whether what is written from right to left is laid out as it is seen: false for a terminal that does so itself.
    public internal(set) var ordersRightToLeft: Bool

    // What is shown.
    /// The folder, as the screens name it.
    public let folder: String
    public internal(set) var library = LibraryState()
    public internal(set) var search = SearchState()
    public internal(set) var topics = TopicTree()
    public internal(set) var notes = NotesState()
    public internal(set) var reading: ReadingState?
    /// The article that was asked for and has not come yet.
    public internal(set) var awaited: Awaited?
    /// The first line of the passage panel that is seen.
    public internal(set) var passageTop = 0
    /// The topic under the panel's cursor; nothing for the first one.
    public internal(set) var panelTopic: TopicID?
    /// The passage that the panel was last about.
    var panelPlace: PanelPlace?
    /// What is related to that passage.
    var relation = Relation()
    /// Whether topics that are only possible are shown.
    public internal(set) var showsPossible = true
    /// What the vocabulary says of topics, provisions and treaties.
    public internal(set) var book = TopicBook.empty

    /// What was last shown beside the list.
    var previewed: Previewed?

    /// Tags and languages that complete queries; nothing until they were read.
    var names: Names?
    /// Where the reader was before it went to a list by itself, the last one at the end.
    var trail: [Waypoint] = []

    struct Names: Hashable, Sendable {
        var tags: [TagCount]
        var languages: [LanguageCount]
    }

    // What lies over it.
    public internal(set) var help: Help?
    public internal(set) var report: Report?
    public internal(set) var picker: Picker?
    public internal(set) var prompt: Prompt?
    /// The passage that is being put to another place.
    public internal(set) var attaching: MarkTarget?
    /// The colour of the last highlight, which is that of the next.
    public internal(set) var lastColour = HighlightColour.yellow
    /// The note that is in the person's own editor.
    var editing: Draft?
    public internal(set) var chooser: Chooser?
    public internal(set) var palette: CommandPalette?
    public internal(set) var filterBox: FilterBox?
    public internal(set) var confirmation: Confirmation?
    public internal(set) var status: Status?
    public internal(set) var sync: SyncProgress?
    /// Files that could not be read, as of the last reading of the folder.
    public internal(set) var syncFailures: [String] = []

    /// How many of the articles read from the folder were listed, and when.
    var syncListed: Int?
    var syncListedAt: Moment?

    /// What was done from the palette, the last one first.
    var recentCommands: [String] = []
    /// The person's own themes, once they were read.
    var themes: [ThemeChoice] = []
    /// Whether the theme was chosen here, so that it follows the terminal's background no more.
    public internal(set) var isThemeChosen = false

    // What is under way.
    public internal(set) var now = Moment(milliseconds: 0)
    public internal(set) var pending: PendingKeys?
    /// Whether the counts of topics are on their way for the first time.
    var areCountsAskedFor = false
    /// Whether the saved searches and what they find are to be read again, once they are seen.
    var areSavedStale = true
    /// The generation of the article that is read again because it may have changed.
    var reloading: Int?
    /// How many of the user's judgements are not kept yet.
    var judging = 0
    /// How far learning from what was judged is, where that takes long enough to say so.
    public internal(set) var learning: LearningProgress?
    /// How far making the search index anew is, where that takes long enough to say so.
    public internal(set) var indexing: IndexingProgress?
    /// How far a job is that was asked for, where that takes long enough to say so.
    public internal(set) var job: JobProgress?
    /// The feeds, and how far asking for them is.
    public internal(set) var feeds = FeedsState()
    /// The views that were visited.
    var history = History()
    /// What was added and is being read.
    var added: AddedFiles?
    /// Whether there are example articles to explore.
    public var hasExamples = false
    /// Whether these are the example articles; whoever leaves them is back in a library of his own.
    public var isExploring = false
    /// The tour, while it is on.
    public internal(set) var tour: Tour?
    /// Which panes were closed, and how wide they are.
    public internal(set) var panes = PaneChoice()
    /// The page of a topic, in place of the tree.
    public internal(set) var topicPage: TopicPage?
    /// The screens of briefings, over the panes.
    public internal(set) var board: Board?
    var lastInterrupt: Moment?
    var lastClick: Click?
    /// The character on which the mouse went down, where it may be dragged from.
    var dragStart: Range<Int>?
    var generation = 0
    var savedSession: Session
    var savedPlaces: [ArticleID: Int] = [:]
    /// Where the cursor was in the articles that were left.
    var cursors: [Session.Cursor] = []
    /// When the place in the article and the view are to be saved.
    var saveAt: Moment?

    /// Keys that begin a longer sequence.
    public struct PendingKeys: Hashable, Sendable {
        public var keys: KeySequence
        /// When the popup with what may follow is shown.
        public var popupAt: Moment
        public var isPopupShown = false
    }

    /// An article on its way from the library.
    public struct Awaited: Hashable, Sendable {
        public var id: ArticleID
        public var generation: Int
        public var arrival: Arrival
        /// Whether it is only to be seen beside the list: it counts as read no more than its row does.
        public var isPreview: Bool
    }

    /// Where to arrive in an article that is opened.
    public enum Arrival: Hashable, Sendable {
        /// Where reading stopped.
        case place
        /// A UTF-8 offset.
        case passage(Int)
        /// The first hit of a query.
        case hit(query: String)
    }

    struct Previewed: Hashable, Sendable {
        var id: ArticleID
        var arrival: Arrival
    }

    struct PanelPlace: Hashable, Sendable {
        var article: ArticleID
        var block: Int?
    }

    struct Click: Hashable, Sendable {
        var pane: Pane
        var index: Int
    }

    public init(
        columns: Int, rows: Int, folder: String, theme: Theme, glyphs: Glyphs = .unicode, keymap: KeyMap = .standard,
        session: Session = Session(), ordersRightToLeft: Bool = true
    ) {
        self.ordersRightToLeft = ordersRightToLeft
        self.columns = max(0, columns)
        self.rows = max(0, rows)
        self.folder = folder
        self.theme = theme
        self.glyphs = glyphs
        self.keymap = keymap
        savedSession = session
        measure = session.measure
        wrapsCode = session.wrapsCode
        panes = session.panes
        cursors = session.cursors
        recentCommands = session.recentCommands
        lastColour = session.colour
        notes.grouping = session.grouping
        showsPossible = session.showsPossible
        library.filter = session.filter
        library.awaited = session.selected
        if let open = session.openTopics { topics.setOpen(Set(open)) }
        if !session.query.isEmpty { search.field = Field(session.query) }
    }
}

extension ReaderState {
    /// Goes by what is configured, which comes before what the last run left.
    public mutating func apply(_ settings: ReaderSettings) {
        self.settings = settings
        isMouseOn = settings.isMouseOn
        if !settings.notice.isEmpty { status = Status(.failure, settings.notice) }
        if let measure = settings.measure { self.measure = min(max(measure, Session.narrowestMeasure), Session.widestMeasure) }
        if let showsPossible = settings.showsPossible { self.showsPossible = showsPossible }
    }

    public var layout: Layout { Layout(columns: columns, rows: rows, pane: pane, isZen: isZen, panes: panes) }

    /// Where the keys go.
    public var context: Context {
        if help != nil { return .help }
        if confirmation != nil { return .confirmation }
        if palette != nil { return .palette }
        if prompt != nil { return .prompt }
        if chooser != nil { return .chooser }
        if picker != nil { return .picker }
        if report != nil { return .report }
        if filterBox != nil { return .filter }
        if board != nil { return .board }
        switch pane {
        case .topics: return topicPage == nil ? .topics : .topicPage
        case .article: 
            if reading?.find?.isTyping == true { return .find }
            return reading?.selection?.isVisual == true ? .selecting : .article
        case .passage: return .passage
        case .list:
            switch source {
            case .library: return isWelcome ? .welcome : .library
            case .search: return search.isTyping ? .query : .results
            case .notes: return .notes
            }
        }
    }

    /// Which of the views in the title bar is open.
    public var tab: Tab {
        if board != nil { return .briefings }
        if pane == .topics { return .topics }
        switch source {
        case .library: return .library
        case .search: return .search
        case .notes: return .notes
        }
    }

    /// The view as it is kept for the next run.
    var session: Session {
        var session = Session()
        session.source = source
        session.filter = library.filter
        session.selected = library.listing.selected ?? library.awaited
        session.query = search.field.text
        session.openTopics = topics.isLoaded || !topics.open.isEmpty ? topics.open.sorted() : nil
        session.measure = measure
        session.wrapsCode = wrapsCode
        session.panes = panes
        session.showsPossible = showsPossible
        session.cursors = cursors
        session.recentCommands = recentCommands
        session.colour = lastColour
        session.grouping = notes.grouping
        session.draft = Draft(prompt) ?? editing
        if let reading { session.setCursor(reading.cursor, in: reading.id) }
        return session
    }

    mutating func nextGeneration() -> Int {
        generation += 1
        return generation
    }
}
