extension Configuration {
    /// A file in which every setting stands with its sentence, commented out at its built-in value.
    public static var example: String {
        let settings = Setting.allCases.map { setting in
            let entry = setting.entry
            let sentence = entry.sentence + (entry.kind.isSelfEvident ? "" : " (\(entry.kind.expectation))")
            let value = entry.standard?.description ?? setting.exampleValue
            return (wrapped(sentence) + ["#\(setting.name): \(value)"]).joined(separator: "\n")
        }
        return ([heading] + settings + [keysExample]).joined(separator: "\n\n") + "\n"
    }

    private static let heading = """
        # The configuration of dossier: every line may be left out. A line that cannot be used is named when the program
        # starts, and the rest counts. `dossier config` prints what is in force, and from where.
        """

    private static let keysExample = """
        # Keys, for all views of a command or for one. `dossier keys` lists views and commands with their names.
        #keys:
        #  undo: [u, C-u]
        #  library:
        #    trash: none
        #    open: [Enter, l]
        #  article:
        #    next-tagged: "]"
        """

    private static func wrapped(_ sentence: String) -> [String] {
        var lines: [String] = []
        var line = "#"
        for word in sentence.split(separator: " ") {
            if line.utf8.count + word.utf8.count + 1 > 118 {
                lines.append(line)
                line = "#"
            }
            line += " " + word
        }
        return lines + [line]
    }
}

extension Setting {
    /// What it may look like where nothing is built in.
    var exampleValue: String {
        switch entry.kind {
        case .choice(let words): words.first ?? ""
        case .number(let range): String(range.lowerBound)
        case .flag: "on"
        case .theme: "night-docket"
        case .folder: "~/articles"
        case .program: self == .browser ? "firefox" : self == .pager ? "[less, -R]" : "vim"
        }
    }
}

extension Setting.Kind {
    /// Whether the sentence says what may stand there.
    fileprivate var isSelfEvident: Bool {
        switch self {
        case .theme, .program, .folder: true
        case .choice, .number, .flag: false
        }
    }
}
