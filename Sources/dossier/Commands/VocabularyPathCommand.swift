import ArgumentParser
import Glibc
import Sync
import Text

/// `dossier vocabulary path`.
struct VocabularyPathCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "path", abstract: "Print the vocabulary files that count, the later over the earlier, and whether they are there.")

    @OptionGroup var arguments: VocabularyArguments
    @OptionGroup var format: FormatArguments

    func run() throws {
        for source in try arguments.sources() {
            let isThere = access(source.path, F_OK) == 0
            let json = JSONValue.object([
                ("role", .string(source.role.rawValue)), ("path", .string(source.path)), ("exists", .bool(isThere)),
            ])
            Output.line(format.json ? json.text : source.path + (isThere ? "" : "  — not there yet"))
        }
    }
}
