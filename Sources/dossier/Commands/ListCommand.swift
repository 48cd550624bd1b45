import ArgumentParser
import Articles
import Library
import Search
import Text
import Topics

/// `dossier list [QUERY]`: the library's articles, the newest first.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the library's articles, the newest first, or as sort: in the query says.")

    @Argument(help: "A query, such as: topic:extradition is:unread; see the manual for its language.")
    var query: [String] = []

    @Option(name: .long, help: ArgumentHelp("The most articles to list.", valueName: "number"))
    var limit: Int?

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func run() throws {
        let question = try Question(query.joined(separator: " "))
        let library = try libraryArguments.open()
        try Listing.print(library, question, limit: limit, asJSON: format.json)
    }
}

/// Prints a list a page at a time, so that a large library costs no memory.
enum Listing {
    private static let page = 500

    static func print(_ library: Library, _ question: Question, limit: Int?, asJSON: Bool) throws {
        try IndexKeeping.prepare(library, for: question.query)
        let ids = try library.order(of: question.query, sorted: question.order ?? .newest, limit: limit)
        guard !ids.isEmpty else { throw ExitStatus.nothingFound }
        var start = 0
        while start < ids.count {
            let end = min(start + page, ids.count)
            for row in try library.rows(Array(ids[start..<end])) {
                if asJSON { Output.line(JSONValue.object(present: row.members).text) } else { Output.row(sentence(row)) }
            }
            start = end
        }
    }

    /// `9f2c41d07ab3   2026-01-20  Title  topic, topic`; where the article has no date, its file's with a `~`.
    static func sentence(_ row: ArticleRow) -> String {
        let date = (row.published == nil ? "~" : " ") + (row.published ?? row.sortDate).withoutTime.description
        let padding = String(repeating: " ", count: max(0, 11 - date.count))
        let topics = row.topics.prefix(4).map(\.rawValue).joined(separator: ", ")
        return "\(row.name) \(date)\(padding)  \(row.isRead ? " " : "●") \(row.title)\(row.isStarred ? " ★" : "")" + (topics.isEmpty ? "" : "  — \(topics)")
    }
}
