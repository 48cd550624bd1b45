import ArgumentParser
import Articles
import Library
import Text

/// `dossier attach PASSAGE [--quote TEXT | --block N | --at START-END]`: gives an orphaned passage a place.
struct AttachCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attach", abstract: "Put a passage to another place of its article, such as one whose words are gone.",
        discussion: "`dossier bookmarks --orphaned --json` lists those that lost their place, with their ids.")

    @Argument(help: "The passage's id, as `dossier bookmarks --json` prints it.")
    var passage: String

    @OptionGroup var place: PlaceArguments
    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func validate() throws {
        if place.quote == nil, place.block == nil, place.at == nil { throw ValidationError("give one of --quote, --block and --at") }
    }

    func run() throws {
        let library = try libraryArguments.open()
        guard let found = try library.passage(passage) else { throw LibraryError.unknownPassage(passage) }
        let stored = try library.article(found.article)
        let attached = try library.attach(passage: passage, range: try place.range(in: stored.article))
        CopyKeeping.keep(library)
        Output.line(format.json ? attached.json(articleName: stored.row.name).text : "attached to “\(attached.anchor.quote)”")
        try library.close()
    }
}
