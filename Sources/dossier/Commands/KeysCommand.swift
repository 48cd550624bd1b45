import ArgumentParser
import Configuration
import Reader
import Text

/// `dossier keys`: every command with its keys, as they are configured.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Print every command of the reader with its keys in each view, as configured.")

    @OptionGroup var format: FormatArguments

    func run() throws {
        var settings = Preferences.load()
        var options = ReaderOptions(environment: Environment.variables)
        options.apply(&settings)
        for problem in settings.problems { Output.complain(problem.message) }
        for group in Command.Group.allCases {
            let commands = Command.allCases.filter { $0.entry.group == group }
            if !format.json { Output.line((group == Command.Group.allCases.first ? "" : "\n") + group.rawValue) }
            for command in commands {
                for (keys, contexts) in Self.bindings(of: command, options.keymap) { print(command, keys, contexts) }
            }
        }
    }

    /// Its keys with the views that have them so; views with the same keys together.
    static func bindings(of command: Command, _ map: KeyMap) -> [(keys: [String], views: [String])] {
        var rows: [(keys: [String], views: [String])] = []
        for context in Context.allCases where command.entry.contexts.contains(context) {
            let keys = map.keys(for: command, in: context).map(\.description)
            if let place = rows.firstIndex(where: { $0.keys == keys }) {
                rows[place].views.append(context.rawValue)
            } else {
                rows.append((keys, [context.rawValue]))
            }
        }
        return rows
    }

    private func print(_ command: Command, _ keys: [String], _ views: [String]) {
        guard format.json else {
            let shown = keys.isEmpty ? "no key" : keys.joined(separator: "  ")
            return Output.row(Self.padded("  " + command.name, 22) + Self.padded(shown, 20) + views.joined(separator: " ") + " · " + command.entry.sentence)
        }
        let members: [(String, JSONValue?)] = [
            ("command", .string(command.name)), ("keys", .array(keys.map { .string($0) })), ("views", .array(views.map { .string($0) })),
            ("group", .string(command.entry.group.rawValue)), ("sentence", .string(command.entry.sentence)),
            ("aliases", .array(command.aliases.map { .string($0) })),
        ]
        Output.line(JSONValue.object(present: members).text)
    }

    private static func padded(_ text: String, _ columns: Int) -> String {
        text + String(repeating: " ", count: max(1, columns - DisplayWidth.of(text)))
    }
}
