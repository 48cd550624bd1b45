import Configuration
import Terminal
import Text

extension ReaderOptions {
    /// Takes what is configured. What cannot be used – a theme that is not there, a key that is none – is noted in the
    /// configuration's problems, and what is built in counts instead.
    public mutating func apply(_ configuration: inout Configuration) {
        applyThemes(&configuration)
        applyKeys(&configuration)
        settings.popupDelay = Int64(configuration.number(.popupDelay) ?? Int(settings.popupDelay))
        settings.dates = configuration.text(.dates).flatMap(DateStyle.init(rawValue:)) ?? .iso
        if configuration.isSet(.measure) { settings.measure = configuration.number(.measure) }
        if configuration.isSet(.possibleTopics) { settings.showsPossible = configuration.flag(.possibleTopics) }
        ordersRightToLeft = configuration.text(.rightToLeft) != "terminal"
        settings.isMouseOn = configuration.flag(.mouse) ?? true
        isMouseOn = settings.isMouseOn
        settings.file = Self.shown(configuration.path, environment)
        glyphs = Self.glyphs(configuration.text(.marks), environment)
        colours = configuration.text(.colours).flatMap(ColourWish.init(rawValue:)) ?? .auto
        applyPrograms(configuration)
    }

    // MARK: Themes

    private mutating func applyThemes(_ configuration: inout Configuration) {
        if let dark = theme(.darkTheme, &configuration) { themes[.dark] = dark }
        if let light = theme(.lightTheme, &configuration) { themes[.light] = light }
        variant = configuration.text(.background).flatMap(Palette.Variant.init(rawValue:))
        guard let name = configuration.text(.theme), name != "auto" else { return }
        if name == Theme.terminalName { usesTerminalColours = true } else { palette = theme(.theme, &configuration) }
    }

    /// The scheme that a setting names: a built-in one, one of the person's own, or the path of one.
    private func theme(_ setting: Setting, _ configuration: inout Configuration) -> Palette? {
        guard let name = configuration.text(setting) else { return nil }
        do throws(ThemeError) {
            if let palette = try Self.palette(named: name, environment) { return palette }
            let names = BuiltInTheme.allCases.map(\.rawValue) + [Theme.terminalName]
            configuration.reject(setting, .notATheme(name, nearest: Nearest.name(to: name, among: names)))
        } catch {
            configuration.reject(setting, .brokenTheme(error.message))
        }
        return nil
    }

    /// Nothing where there is none of this name.
    private static func palette(named name: String, _ environment: [String: String]) throws(ThemeError) -> Palette? {
        if let theme = BuiltInTheme(rawValue: name) { return try theme.palette }
        if let own = try ThemeFolder(environment: environment).palette(named: name) { return own }
        let path = name.hasPrefix("~/") ? (environment["HOME"] ?? "") + name.dropFirst() : name
        guard let bytes = ThemeFolder.bytes(of: path) else { return nil }
        return try Palette(yaml: bytes, file: name)
    }

    // MARK: Keys and marks

    private mutating func applyKeys(_ configuration: inout Configuration) {
        guard !configuration.keys.isEmpty else { return }
        let (map, problems) = KeyMap.configured(by: configuration.keys, file: configuration.path)
        keymap = map
        configuration.problems += problems
    }

    private static func glyphs(_ marks: String?, _ environment: [String: String]) -> Glyphs {
        switch marks {
        case "unicode": .unicode
        case "ascii": .ascii
        case _: hasUnicode(environment) ? .unicode : .ascii
        }
    }

    /// Whether the locale writes Unicode, by the first of the variables that is set, as POSIX orders them.
    public static func hasUnicode(_ environment: [String: String]) -> Bool {
        let named = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
        let encoding = (named ?? "C").uppercased()
        return encoding.contains("UTF-8") || encoding.contains("UTF8")
    }

    /// With `~` for the home directory.
    private static func shown(_ path: String, _ environment: [String: String]) -> String {
        guard let home = environment["HOME"], !home.isEmpty, path.hasPrefix(home + "/") else { return path }
        return "~" + path.dropFirst(home.utf8.count)
    }

    // MARK: Programs

    /// Programs of the file come before those of the environment, under the same names.
    private mutating func applyPrograms(_ configuration: Configuration) {
        for (setting, role) in [(Setting.editor, OutsideRole.editor), (.pager, .pager), (.browser, .browser)] {
            guard case .file = configuration[setting].origin, let words = configuration.arguments(setting),
                let variable = role.variables.first
            else { continue }
            environment[variable] = words.map(Self.quoted).joined(separator: " ")
        }
    }

    /// A word as the variables of programs hold it.
    private static func quoted(_ word: String) -> String {
        guard word.isEmpty || word.contains(where: { $0 == " " || $0 == "\t" || $0 == "'" || $0 == "\"" || $0 == ":" }) else { return word }
        return word.contains("\"") ? "'\(word)'" : "\"\(word)\""
    }
}

/// How many colours a person wants at most.
public enum ColourWish: String, Hashable, Sendable, CaseIterable {
    /// As terminfo and `NO_COLOR` say.
    case auto
    case none
    case eight = "8"
    case sixteen = "16"
    case twoHundredFiftySix = "256"
    case direct

    /// Nothing for no limit.
    var depth: ColourDepth? {
        switch self {
        case .auto, .direct: nil
        case .none: ColourDepth.none
        case .eight: .eight
        case .sixteen: .sixteen
        case .twoHundredFiftySix: .twoHundredFiftySix
        }
    }
}
