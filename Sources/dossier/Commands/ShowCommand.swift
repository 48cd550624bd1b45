import ArgumentParser
import Formats
import Articles
import Formats
import Library
import Reader
import Text

/// `dossier show ID`: an article of the library as the reading view shows it.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print an article of the library as the reading view shows it.")

    @Argument(help: "The article's id, as `dossier list` prints it, or its beginning.")
    var id: String

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments
    @OptionGroup var width: WidthArguments

    func run() throws {
        let stored = try libraryArguments.open().article(named: id)
        Output.line(
            format.json
                ? stored.article.json.text
                : Page.plainText(of: stored.article, width: width.width ?? Output.columns, header: PageHeader(of: stored)))
    }
}
