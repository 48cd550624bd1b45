import ArgumentParser
import Library
import Search
import Text

/// `dossier search QUERY`: the articles that hold the words, with the places where they stand.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Search the library, the newest hits first.")

    @Argument(help: "Words, \"phrases\", beginnings*, field:value; -word leaves out.")
    var query: [String]

    @Option(name: .long, help: ArgumentHelp("The most articles to print.", valueName: "number"))
    var limit: Int = 20

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit takes a number from 1 on") }
    }

    func run() throws {
        let query = try Query(query.joined(separator: " "))
        let results = try libraryArguments.open().search(query, limit: limit, countingTo: 0)
        guard !results.articles.isEmpty else { throw ExitStatus.nothingFound }
        for found in results.articles {
            Output.line(format.json ? found.json.text : Self.sentence(found))
        }
    }

    private static func sentence(_ found: FoundArticle) -> String {
        ([Listing.sentence(found.row)] + found.snippets.map { "    " + marked($0) }).joined(separator: "\n")
    }

    /// The snippet on one line, each hit between `«` and `»`.
    private static func marked(_ snippet: Snippet) -> String {
        var text = ""
        var end = 0
        for hit in snippet.hits {
            text += snippet.text.slice(end..<hit.lowerBound) + "«" + snippet.text.slice(hit) + "»"
            end = hit.upperBound
        }
        text += snippet.text.slice(end..<snippet.text.utf8.count)
        return text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
