/// A theme that can be chosen by name.
public struct ThemeChoice: Hashable, Sendable {
    public var name: String
    /// Nothing for the terminal's own colours.
    public var palette: Palette?
    /// «dark», «light», or where it comes from.
    public var note: String

    public init(name: String, palette: Palette?, note: String? = nil) {
        self.name = name
        self.palette = palette
        self.note = note ?? palette?.variant.rawValue ?? "the terminal's own colours"
    }

    /// Those that the program brings along, and the terminal's own colours.
    public static let builtIn: [ThemeChoice] =
        BuiltInTheme.allCases.compactMap { theme in
            (try? theme.palette).map { ThemeChoice(name: theme.rawValue, palette: $0, note: theme.note) }
        } + [ThemeChoice(name: Theme.terminalName, palette: nil)]
}
