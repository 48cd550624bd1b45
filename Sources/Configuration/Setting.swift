/// Everything that can be configured, besides keys. The raw values are the names in the file, and stay what they are.
///
/// Reading the file, `dossier config`, the manual page and `Documentation/Configuration.md` are made from ``Setting/entry``.
public enum Setting: String, Hashable, Sendable, CaseIterable {
    case theme
    case darkTheme = "dark-theme"
    case lightTheme = "light-theme"
    case background
    case colours
    case marks
    case measure
    case dates
    case possibleTopics = "possible-topics"
    case rightToLeft = "right-to-left"
    case mouse
    case popupDelay = "popup-delay"
    case editor, pager, browser
    case library
    case libraryData = "library-data"
    case readFolder = "read-folder"

    public var name: String { rawValue }
}

extension Setting {
    /// What a setting's value is.
    public enum Kind: Hashable, Sendable {
        /// One of these words.
        case choice([String])
        /// A whole number, in the unit that its sentence names.
        case number(ClosedRange<Int>)
        /// `on` or `off`.
        case flag
        /// The name of a theme, or the path of a scheme.
        case theme
        case folder
        /// A program and what it is given, as a list or parted by blanks. No shell reads it.
        case program
    }

    /// A variable of the environment that sets it.
    public struct Variable: Hashable, Sendable {
        public var name: String
        /// Whether it is meant for this program alone: it then comes before the file. What is said to all programs comes after.
        public var isOurs: Bool
    }

    /// What is known of a setting.
    public struct Entry: Hashable, Sendable {
        /// What it does, as the manual says it.
        public var sentence: String
        public var kind: Kind
        /// Its value where nobody set it; nothing for none.
        public var standard: SettingValue?
        /// The first that is set counts.
        public var variables: [Variable]
        /// Options of the command line that set it.
        public var options: [String]
    }
}
