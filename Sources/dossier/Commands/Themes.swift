import Formats
import Reader
import Text

/// How a person names a theme.
enum Themes {
    /// The built-in ones, as the help lists them.
    static var names: String { BuiltInTheme.allCases.map(\.rawValue).joined(separator: ", ") }

    /// The name under which the terminal's own colours are taken.
    private static let terminal = "terminal"

    static func apply(_ name: String?, to options: inout ReaderOptions) throws {
        guard let name, !name.isEmpty else { return }
        if name == terminal {
            options.usesTerminalColours = true
        } else if let theme = BuiltInTheme(rawValue: name) {
            options.palette = try theme.palette
        } else {
            options.palette = try Palette(yaml: InputFile.read(name, limit: Palette.sizeLimit).bytes, file: name)
        }
    }

    /// Whether the locale writes Unicode, by the first of the variables that is set, as POSIX orders them.
    static func hasUnicode(_ environment: [String: String]) -> Bool {
        let named = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
        let encoding = (named ?? "C").uppercased()
        return encoding.contains("UTF-8") || encoding.contains("UTF8")
    }
}
