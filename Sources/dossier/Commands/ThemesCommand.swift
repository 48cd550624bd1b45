import ArgumentParser
import Configuration
import Reader
import Text

/// `dossier themes`: the names of themes.
struct ThemesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "themes", abstract: "Print the themes that can be chosen: the built-in ones and your own.",
        discussion: "Yours are base16 or base24 schemes in YAML, in the folder themes beside the configuration.")

    @OptionGroup var format: FormatArguments

    func run() throws {
        for theme in ThemeChoice.builtIn + ThemeFolder(environment: Environment.variables).choices() {
            if format.json {
                let members: [(String, JSONValue?)] = [
                    ("name", .string(theme.name)), ("title", theme.palette.map { .string($0.name) }),
                    ("variant", theme.palette.map { .string($0.variant.rawValue) }), ("note", .string(theme.note)),
                ]
                Output.line(JSONValue.object(present: members).text)
            } else {
                Output.row(theme.name + String(repeating: " ", count: max(1, 18 - theme.name.count)) + theme.note)
            }
        }
    }
}
