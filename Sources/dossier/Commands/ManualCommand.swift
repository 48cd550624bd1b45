import ArgumentParser
import Configuration
import Reader
import Search

/// `dossier manual`: the manual page, made from the tables that the program goes by.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Print the manual page, as man reads it.", shouldDisplay: false)

    func run() throws { Output.text(Manual.page) }
}

/// The manual page in the language of troff's man macros.
enum Manual {
    static var page: String {
        (head + commands + keys + verbs + query + settings + tail).joined(separator: "\n") + "\n"
    }

    private static var head: [String] {
        [
            ".TH DOSSIER 1", ".SH NAME", "dossier \\- read, tag and search a folder of articles", ".SH SYNOPSIS", ".B dossier",
            "[\\fIFOLDER\\fR] [\\fB\\-\\-theme\\fR \\fINAME\\fR]", ".br", ".B dossier", "\\fICOMMAND\\fR [\\fIARGUMENTS\\fR]", ".SH DESCRIPTION",
            text("Without a command the reader opens on a folder of articles on cybercrime, fraud and compliance; where the output is no terminal, the articles are listed. Every command explains itself with --help."),
        ]
    }

    private static var commands: [String] {
        [".SH COMMANDS"] + Dossier.configuration.subcommands.map { $0.configuration }.filter { $0.shouldDisplay }.flatMap { configuration in
            item("\\fBdossier " + text(configuration.commandName ?? "") + "\\fR", configuration.abstract)
        }
    }

    private static var keys: [String] {
        [".SH KEYS", text("Keys where nothing was configured; dossier keys prints those in force, with the views that have them.")]
            + Command.Group.allCases.flatMap { group -> [String] in
                let commands = Command.allCases.filter { $0.entry.group == group }
                return commands.isEmpty ? [] : [".SS \(quoted(group.rawValue))"] + commands.flatMap { command in
                    let keys = command.entry.keys.map(\.description).joined(separator: "  ")
                    return item("\\fB" + text(keys.isEmpty ? "no key" : keys) + "\\fR  " + text(command.name), command.entry.sentence + ".")
                }
            }
    }

    private static var verbs: [String] {
        [".SH PALETTE", text("The key : opens the palette, in which every command can be given by name. These take words behind it:")]
            + Verb.allCases.flatMap { verb in
                item("\\fB\(text(verb.name))\\fR \\fI\(text(verb.entry.words))\\fR", verb.entry.sentence + ", as in: " + verb.entry.example)
            }
    }

    private static var query: [String] {
        [".SH QUERIES", text("Words find what holds all of them; \"words in quotes\" a phrase; OR, - and brackets combine. Fields:")]
            + QueryField.allCases.flatMap { field in
                item("\\fB\(text(field.rawValue)):\\fR", field.help + ", as in: " + field.example)
            }
    }

    private static var settings: [String] {
        [
            ".SH CONFIGURATION",
            text("Settings stand in $XDG_CONFIG_HOME/dossier/config.yaml, as name: value, each on a line; all may be left out. dossier config prints what is in force. dossier config --example prints a file to begin with."),
        ] + Setting.allCases.flatMap { setting in
            let entry = setting.entry
            let variables = entry.variables.isEmpty ? "" : " Environment: " + entry.variables.map(\.name).joined(separator: ", ") + "."
            return item(
                "\\fB\(text(setting.name))\\fR", entry.sentence + " It takes \(entry.kind.expectation)"
                    + (entry.standard.map { "; built in: " + $0.description } ?? "") + "." + variables)
        } + item("\\fBkeys\\fR", "Commands with their keys under it, for all views or under the name of one; none takes all keys away.")
    }

    private static var tail: [String] {
        [
            ".SH FILES",
        ] + item("$XDG_CONFIG_HOME/dossier/config.yaml", "The configuration.")
            + item("$XDG_CONFIG_HOME/dossier/themes/", "Themes of your own: base16 or base24 schemes in YAML.")
            + item("FOLDER/.dossier/", "All that is kept of a library; the articles are never changed.")
            + [".SH EXIT STATUS", text("0 done, 1 failed, 2 bad usage, 3 nothing found; 128 and the signal's number where a signal ended the reader.")]
    }

    // MARK: troff

    /// A heading in troff's own language, and what is said of it.
    private static func item(_ heading: String, _ words: String) -> [String] { [".TP", heading, text(words)] }

    /// A macro's argument.
    private static func quoted(_ words: String) -> String { "\"" + text(words).replacing("\"", with: "\\(dq") + "\"" }

    /// Words as troff prints them: no sign of them is a request, and hyphens are those that can be typed.
    static func text(_ words: String) -> String {
        var result = ""
        for scalar in words.unicodeScalars {
            switch scalar {
            case "\\": result += "\\(rs"
            case "-": result += "\\-"
            case "'": result += "\\(aq"
            case "`": result += "\\(ga"
            case "^": result += "\\(ha"
            case "~": result += "\\(ti"
            case "«": result += "\\(Fo"
            case "»": result += "\\(Fc"
            case "\n": result += " "
            case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
            case _: result += "\\[u" + hexadecimal(scalar) + "]"
            }
        }
        return result.hasPrefix(".") ? "\\&" + result : result
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
