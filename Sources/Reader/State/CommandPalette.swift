import Terminal

/// The palette: a line that is typed, and below it every command and verb that fits, with what completes their words.
public struct CommandPalette: Hashable, Sendable {
    /// Something to choose.
    public struct Row: Hashable, Sendable {
        /// What Enter does.
        public enum Act: Hashable, Sendable {
            case command(Command)
            case instruction(Instruction)
            /// Writes ``Row/fill`` into the line, as Tab does.
            case fill
            /// Nothing can be done, for this reason.
            case refused(String)
        }

        public var act: Act
        public var name: String
        public var sentence: String
        /// At the right: its key, a count, or where it can be given.
        public var note: String
        /// What Tab writes into the line.
        public var fill: String

        init(_ act: Act, name: String, sentence: String, note: String = "", fill: String) {
            self.act = act
            self.name = name
            self.sentence = sentence
            self.note = note
            self.fill = fill
        }
    }

    /// The view that it was called from.
    public let context: Context
    public internal(set) var field = Field()
    /// What fits, the best first.
    public internal(set) var rows: [Row] = []
    public internal(set) var selection = 0
    /// What the selected row would do, and to how much.
    public internal(set) var words = ""
    /// The theme that is put back where another one was only looked at.
    let theme: Theme
    /// Files that begin as the line's last word did when they were asked for; nothing while none were.
    var files: FileOffers?

    /// The files that complete a path.
    struct FileOffers: Hashable, Sendable {
        /// What was typed of the path.
        var beginning: String
        var paths: [String]
    }

    /// The most rows that are kept.
    static let most = 200

    init(context: Context, theme: Theme) {
        self.context = context
        self.theme = theme
    }

    public var selected: Row? { rows.indices.contains(selection) ? rows[selection] : nil }

    mutating func select(by distance: Int) {
        selection = min(max(0, selection + distance), max(0, rows.count - 1))
    }
}
