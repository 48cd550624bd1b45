import Library
import Sync
import Terminal

/// What the reader is started with.
public struct ReaderOptions: Sendable {
    /// Of the process: where the library is kept, what the terminal is, how colours are wanted.
    public var environment: [String: String]
    /// A colour scheme; without one, the built-in one that fits the terminal's background.
    public var palette: Palette?
    /// Whether the terminal's own colours are taken, whatever ``palette`` says.
    public var usesTerminalColours = false
    /// What is taken on a dark and on a light terminal, where no scheme was chosen.
    public var themes: [Palette.Variant: Palette] = [:]
    /// Whether the terminal is dark or light; nothing to ask it.
    public var variant: Palette.Variant?
    public var colours = ColourWish.auto
    public var settings = ReaderSettings()
    public var glyphs = Glyphs.unicode
    public var keymap = KeyMap.standard
    public var isMouseOn = true
    /// Whether what is written from right to left is laid out as it is seen; false for a terminal that does so itself, whatever it
    /// is asked.
    public var ordersRightToLeft = true
    /// Whether there are example articles: whoever wants them leaves with ``ReaderEnd/explores(isTour:)``.
    public var hasExamples = false
    /// Whether this library is the example articles.
    public var isExploring = false
    /// Whether the tour is on from the beginning.
    public var beginsTour = false
    /// The topics, the user's own included. First asked for after the first screen.
    public var vocabulary: CurrentVocabulary
    /// Keeps the library in step with its folder; nothing leaves it as it is.
    public var keeper: (@Sendable (Learning) -> FolderKeeper)?
    /// Follows feeds for the library; nothing where it has none.
    public var feedKeeper: (@Sendable (Learning) -> FeedKeeper)?

    /// Called with each frame that was drawn, by ``Screen/recording(of:)``, on the main thread: for tests.
    public var recorder: (@Sendable ([String]) -> Void)?

    public init(environment: [String: String], keeper: (@Sendable (Learning) -> FolderKeeper)? = nil) {
        self.environment = environment
        vocabulary = CurrentVocabulary(environment: environment)
        self.keeper = keeper
    }
}

/// How the reader ended.
public enum ReaderEnd: Hashable, Sendable {
    /// The user left.
    case left
    /// A signal asked for it.
    case signalled(EndSignal)
    /// The user wants to see the example articles, and then to come back.
    case explores(isTour: Bool)
    /// The terminal is gone.
    case hungUp
}
