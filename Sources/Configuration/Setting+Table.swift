/// The one table of settings.
extension Setting {
    public var entry: Entry {
        switch self {
        case .theme:
            make(
                "The colour theme, or auto: dark-theme or light-theme, by the terminal's background. A name from dossier themes, terminal for the terminal's own colours, or the path of a base16 scheme.",
                .theme, .text("auto"), ours: ["DOSSIER_THEME"], options: ["--theme"])
        case .darkTheme:
            make("The theme for a dark terminal.", .theme, .text("night-docket"))
        case .lightTheme:
            make("The theme for a light terminal.", .theme, .text("day-docket"))
        case .background:
            make(
                "Whether the terminal is dark or light; auto asks it, and takes it for dark where it does not tell.",
                .choice(["auto", "dark", "light"]), .text("auto"))
        case .colours:
            make(
                "How many colours are used at most; auto believes terminfo and NO_COLOR.",
                .choice(["auto", "none", "8", "16", "256", "direct"]), .text("auto"), general: ["NO_COLOR"])
        case .marks:
            make(
                "The signs of lists and margins; auto takes Unicode where the locale has it.",
                .choice(["auto", "unicode", "ascii"]), .text("auto"))
        case .measure:
            make("How long lines of text may be, in columns.", .number(40...80), .number(76))
        case .dates:
            make(
                "How lists and the heads of articles write dates: 2024-08-12, 12.08.2024 or 08/12/2024. What commands print is always the first.",
                .choice(["iso", "day-first", "month-first"]), .text("iso"))
        case .possibleTopics:
            make("Whether topics that are only possible are shown.", .flag, .flag(true))
        case .rightToLeft:
            make(
                "Who puts text that is written from right to left in its order: the reader, or a terminal that does so whatever it is asked.",
                .choice(["reader", "terminal"]), .text("reader"))
        case .mouse:
            make("Whether the mouse is taken; with Shift it selects text all the same.", .flag, .flag(true))
        case .popupDelay:
            make("How long the first key of several waits before what may follow is shown, in milliseconds.", .number(0...10_000), .number(400))
        case .editor:
            make("The program that texts are written in.", .program, nil, general: ["VISUAL", "EDITOR"])
        case .pager:
            make("The program that long texts are given to.", .program, nil, general: ["PAGER"])
        case .browser:
            make("The program that opens links.", .program, nil, general: ["BROWSER"])
        case .library:
            make(
                "The folder that is opened where none is named; without it the last one.", .folder, nil, ours: ["DOSSIER_LIBRARY"],
                options: ["FOLDER", "--library"])
        case .libraryData:
            make(
                "Where the database of a library is kept: in its folder, or in the state directory even where the folder could hold it.",
                .choice(["folder", "state"]), .text("folder"))
        case .readFolder:
            make("Whether the reader looks at the library's files, at once and whenever they change.", .flag, .flag(true), options: ["--no-sync"])
        }
    }

    private func make(
        _ sentence: String, _ kind: Kind, _ standard: SettingValue?, ours: [String] = [], general: [String] = [], options: [String] = []
    ) -> Entry {
        let variables = ours.map { Variable(name: $0, isOurs: true) } + general.map { Variable(name: $0, isOurs: false) }
        return Entry(sentence: sentence, kind: kind, standard: standard, variables: variables, options: options)
    }
}

extension Setting.Kind {
    /// What is expected, in words: «a number from 40 to 80».
    public var expectation: String {
        switch self {
        case .choice(let words): words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
        case .number(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
        case .flag: "on or off"
        case .theme: "the name of a theme"
        case .folder: "the path of a folder"
        case .program: "a program, or a list of a program and what it is given"
        }
    }
}
