import ArgumentParser
import Configuration
import Reader
import Text

/// `dossier config`: what is configured, and from where.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Print every setting with its value and where it is from.",
        discussion: """
            What cannot be used is named on standard error, and what is built in counts instead. --example prints a file to begin \
            with, in which every setting stands, commented out.
            """)

    @Flag(name: .long, help: "Print the path of the configuration and nothing else.")
    var path = false

    @Flag(name: .long, help: "Print a configuration with every setting, commented out.")
    var example = false

    @OptionGroup var format: FormatArguments

    func run() throws {
        if example { return Output.text(Configuration.example) }
        var settings = Preferences.load()
        if path { return Output.line(settings.path) }
        // What only the reader can judge: themes and keys.
        var options = ReaderOptions(environment: Environment.variables)
        options.apply(&settings)
        for problem in settings.problems { Output.complain(problem.message) }
        for setting in Setting.allCases { print(setting, settings[setting]) }
        for change in settings.keys { print(change, settings.path) }
    }

    private func print(_ setting: Setting, _ assignment: Configuration.Assignment) {
        guard format.json else {
            let value = assignment.value?.description ?? "–"
            return Output.row(Self.padded(setting.name, 17) + Self.padded(value, 22) + assignment.origin.description)
        }
        let members: [(String, JSONValue?)] = [
            ("setting", .string(setting.name)), ("value", assignment.value?.json ?? .null), ("origin", .string(assignment.origin.kind)),
            ("from", .string(assignment.origin.description)),
        ]
        Output.line(JSONValue.object(present: members).text)
    }

    private func print(_ change: KeyChange, _ path: String) {
        let place = change.view.map { "\($0)." } ?? ""
        guard format.json else {
            let keys = change.keys.isEmpty ? "none" : change.keys.joined(separator: ", ")
            return Output.row(Self.padded("keys.\(place)\(change.command)", 17) + Self.padded(keys, 22) + "\(path):\(change.line)")
        }
        let members: [(String, JSONValue?)] = [
            ("setting", .string("keys")), ("view", change.view.map { .string($0) }), ("command", .string(change.command)),
            ("value", .array(change.keys.map { .string($0) })), ("origin", .string("file")), ("from", .string("\(path):\(change.line)")),
        ]
        Output.line(JSONValue.object(present: members).text)
    }

    private static func padded(_ text: String, _ columns: Int) -> String {
        text + String(repeating: " ", count: max(1, columns - DisplayWidth.of(text)))
    }
}
