import ArgumentParser
import Briefings
import Library
import Text
import Topics

/// `dossier related ARTICLE`: others on the same provisions and terms.
struct RelatedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "related", abstract: "Show articles on the same provisions and terms as one, or as a passage of it, and why.")

    @Argument(help: "The article, by the beginning of its name.")
    var article: String

    @Option(name: .long, help: ArgumentHelp("Words of the passage, which stand in the article once.", valueName: "words"))
    var quote: String?

    @Option(name: .long, help: ArgumentHelp("The most articles to print.", valueName: "number"))
    var limit: Int = 10

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func validate() throws {
        if !(1...200).contains(limit) { throw ValidationError("--limit takes a number from 1 to 200") }
    }

    func run() throws {
        let library = try libraryArguments.open()
        let vocabulary = libraryArguments.vocabulary(of: library)
        let stored = try library.article(named: article)
        let range = try quote.map { try Quotation($0).range(in: stored.article) }
        let related = try library.related(to: stored.id, passage: range, limit: limit)
        for found in related {
            if format.json {
                Output.line(found.json.text)
            } else {
                Output.row("\(found.found.row.name)  \(found.found.row.title)  (\(found.reason(vocabulary)))")
            }
        }
        IndexKeeping.tell(library)
        try library.close()
        if related.isEmpty { throw ExitStatus.nothingFound }
    }
}

extension RelatedArticle {
    /// The object that `dossier related --json` prints.
    fileprivate var json: JSONValue {
        .object(present: found.row.members + [
            ("score", .double(found.score)), ("sharedTopics", .array(topics.map { .string($0.rawValue) })),
            ("sharedProvisions", .array(provisions.map { .string($0.queryForm) })), ("sharedWords", .array(words.map { .string($0) })),
        ])
    }
}
