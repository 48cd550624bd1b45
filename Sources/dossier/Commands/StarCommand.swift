import ArgumentParser
import Library
import Text

/// `dossier star ID… [--remove]`.
struct StarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "star", abstract: "Give articles a star.")

    @Argument(help: "The articles' ids, as `dossier list` prints them, or their beginnings.")
    var ids: [String]

    @Flag(name: .long, help: "Take the stars away instead.")
    var remove = false

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func run() throws {
        let library = try libraryArguments.open()
        let articles = try ids.map { try library.article(named: $0).id }
        try library.setStar(articles, !remove)
        CopyKeeping.keep(library)
        for row in try library.rows(articles) {
            Output.line(format.json ? JSONValue.object(present: row.members).text : "\(remove ? "star removed from" : "starred") \(row.title)")
        }
    }
}
