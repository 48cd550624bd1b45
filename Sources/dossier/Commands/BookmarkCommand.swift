import ArgumentParser
import Articles
import Library
import Text

/// `dossier bookmark ID --quote TEXT`.
struct BookmarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bookmark", abstract: "Bookmark a passage of an article.")

    @Argument(help: "The article's id, as `dossier list` prints it, or its beginning.")
    var id: String

    @Option(name: .long, help: ArgumentHelp("The passage, word for word, or so much of it that it is found in one place.", valueName: "text"))
    var quote: String

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func run() throws {
        let library = try libraryArguments.open()
        let stored = try library.article(named: id)
        let range = try Quotation(quote).range(in: stored.article)
        let passage = try library.addPassage(in: stored.id, range: range, isBookmarked: true)
        CopyKeeping.keep(library)
        Output.line(
            format.json ? passage.json(articleName: stored.row.name).text : "bookmarked “\(passage.anchor.quote)” in \(stored.row.title)")
    }
}
