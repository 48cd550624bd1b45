/// The schemes that the program brings along.
public enum BuiltInTheme: String, Hashable, Sendable, CaseIterable {
    case nightDocket = "night-docket"
    case dayDocket = "day-docket"
    case oldLedger = "old-ledger"
    case inkNegative = "ink-negative"
    case inkPositive = "ink-positive"
    case harbourLight = "harbour-light"
    case duskRegister = "dusk-register"
    case mossArchive = "moss-archive"
    case candleDesk = "candle-desk"
    case chalkBoard = "chalk-board"
    case slateBrief = "slate-brief"
    case northWindow = "north-window"
    case harbourMorning = "harbour-morning"

    /// What is used where nobody chose, on a dark and on a light terminal.
    public static func standard(for variant: Palette.Variant) -> BuiltInTheme {
        switch variant {
        case .dark: .nightDocket
        case .light: .dayDocket
        }
    }

    /// What it is for, in a few words.
    public var note: String {
        switch self {
        case .nightDocket: "dark"
        case .dayDocket: "light"
        case .oldLedger: "light, warm paper"
        case .inkNegative: "dark, high contrast"
        case .inkPositive: "light, high contrast"
        case .harbourLight: "dark, safe for colour-blind eyes"
        case .duskRegister: "dark, aubergine"
        case .mossArchive: "dark, green"
        case .candleDesk: "dark, little blue"
        case .chalkBoard: "dark, high contrast"
        case .slateBrief: "light, cool"
        case .northWindow: "light, quiet"
        case .harbourMorning: "light, safe for colour-blind eyes"
        }
    }

    /// Its file in the folder of themes.
    public var fileName: String { rawValue + ".yaml" }

    /// Its colours. Throws ``ThemeError`` only where the program was built with a broken file.
    public var palette: Palette {
        get throws(ThemeError) { try Palette(yaml: bytes, file: fileName) }
    }

    private var bytes: [UInt8] {
        switch self {
        case .nightDocket: PackageResources.night_docket_yaml
        case .dayDocket: PackageResources.day_docket_yaml
        case .oldLedger: PackageResources.old_ledger_yaml
        case .inkNegative: PackageResources.ink_negative_yaml
        case .inkPositive: PackageResources.ink_positive_yaml
        case .harbourLight: PackageResources.harbour_light_yaml
        case .duskRegister: PackageResources.dusk_register_yaml
        case .mossArchive: PackageResources.moss_archive_yaml
        case .candleDesk: PackageResources.candle_desk_yaml
        case .chalkBoard: PackageResources.chalk_board_yaml
        case .slateBrief: PackageResources.slate_brief_yaml
        case .northWindow: PackageResources.north_window_yaml
        case .harbourMorning: PackageResources.harbour_morning_yaml
        }
    }
}

extension Palette {
    /// The built-in scheme of this name, as its file is called without `.yaml`. Throws ``ThemeError/unknown(name:known:)``.
    public static func builtIn(named name: String) throws(ThemeError) -> Palette {
        guard let theme = BuiltInTheme(rawValue: name) else {
            throw .unknown(name: name, known: BuiltInTheme.allCases.map(\.rawValue) + [Theme.terminalName])
        }
        return try theme.palette
    }
}
