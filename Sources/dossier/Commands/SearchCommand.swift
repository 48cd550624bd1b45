import ArgumentParser
import Library
import Search
import Text

/// `dossier search QUERY`: the articles that hold the words, with the places where they stand.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Search the library, the newest hits first.",
        discussion: """
            With --any, any of the words is enough and the best answers come first: for whole questions. sort: in the \
            query says another order.
            """)

    @Argument(help: "Words, \"phrases\", beginnings*, field:value; -word leaves out.")
    var query: [String]

    @Option(name: .long, help: ArgumentHelp("The most articles to print.", valueName: "number"))
    var limit: Int = 20

    @Option(name: .long, help: ArgumentHelp("How many of the first to leave out.", valueName: "number"))
    var offset: Int = 0

    @Flag(name: .long, help: "Print how many articles match, and nothing else.")
    var count = false

    @Flag(name: .long, help: "Say first how the query was read, and what each part of it finds by itself.")
    var explain = false

    @Flag(name: .long, help: "Print the paragraphs that answer best, not the articles.")
    var passages = false

    @Flag(name: .long, help: "Let any of the words be enough, the best answers first.")
    var any = false

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit takes a number from 1 on") }
        if offset < 0 { throw ValidationError("--offset takes a number from 0 on") }
        if count && passages { throw ValidationError("--count counts articles: leave out --passages") }
    }

    func run() throws {
        let question = try question()
        let library = try libraryArguments.open()
        try IndexKeeping.prepare(library, for: question.query)
        try IndexKeeping.prepare(library)
        let found = try answer(question, in: library)
        if found == 0 { suggest(for: question.query, in: library) }
        IndexKeeping.tell(library)
        try library.close()
        if found == 0 { throw ExitStatus.nothingFound }
    }

    /// A question with --any is one as people write it, which may hold signs that say nothing.
    private func question() throws -> Question {
        let text = query.joined(separator: " ")
        guard any else { return try Question(text) }
        let typed = Query.typed(text, isTyping: false)
        for note in typed.notes { Output.complain(note.sentence) }
        return Question(query: typed.query.byAnyWord, order: typed.order ?? .relevance)
    }

    /// How many were found.
    private func answer(_ question: Question, in library: Library) throws -> Int {
        if explain { try SearchExplanation(question, in: library).print(asJSON: format.json) }
        if count { return try printCount(question.query, library) }
        return passages ? try printPassages(question.query, library) : try printArticles(question, library)
    }

    private func printArticles(_ question: Question, _ library: Library) throws -> Int {
        let results = try library.search(
            question.query, order: question.order ?? .newest, limit: limit, offset: offset, countingTo: 0)
        for found in results.articles {
            Output.line(format.json ? found.json.text : FoundLines.sentence(found))
        }
        if let remark = results.remark { Output.complain(remark) }
        return results.articles.count
    }

    private func printPassages(_ query: Query, _ library: Library) throws -> Int {
        let results = try library.passages(answering: query, limit: limit, offset: offset)
        for found in results.passages {
            Output.line(format.json ? found.json.text : FoundLines.sentence(found))
        }
        if let remark = SearchResults(articles: [], count: nil, missing: results.missing).remark { Output.complain(remark) }
        return results.passages.count
    }

    /// Counted to the last: the number is what was asked for.
    private func printCount(_ query: Query, _ library: Library) throws -> Int {
        let results = try library.search(query, limit: 0, countingTo: Int(Int32.max), snippets: 0)
        guard case .exactly(let number)? = results.count else { return 0 }
        Output.line(format.json ? JSONValue.object([("count", .number(number))]).text : "\(number)")
        if let remark = results.remark { Output.complain(remark) }
        return number
    }

    private func suggest(for query: Query, in library: Library) {
        guard let suggestion = try? library.suggestion(for: query) else { return }
        Output.complain("nothing found; did you mean \(suggestion.description)?")
    }
}

/// Answers as lines.
enum FoundLines {
    static func sentence(_ found: FoundArticle) -> String {
        ([Listing.sentence(found.row)] + found.snippets.map { "    " + marked($0.text, $0.hits) }).joined(separator: "\n")
    }

    static func sentence(_ found: FoundPassage) -> String {
        Listing.sentence(found.row) + "\n    " + marked(found.text, found.hits)
    }

    /// The text on one line, each hit between `«` and `»`.
    private static func marked(_ whole: String, _ hits: [Range<Int>]) -> String {
        var text = ""
        var end = 0
        for hit in hits {
            text += whole.slice(end..<hit.lowerBound) + "«" + whole.slice(hit) + "»"
            end = hit.upperBound
        }
        text += whole.slice(end..<whole.utf8.count)
        return text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
