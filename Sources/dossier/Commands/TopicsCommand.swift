import ArgumentParser
import Articles
import Formats
import Glibc
import Library
import Search
import Text
import Topics

/// `dossier topics`: what the tagger finds in a file, in passages given one a line, or found in the library's articles.
struct TopicsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "topics", abstract: "Print the topics that passages are about, and why.",
        discussion: """
            SOURCE is a file, or the id of an article in the library: where there is a file of that name, it is the file; \
            otherwise hexadecimal digits are an id. A file is tagged as it is, without a library. Of the library's articles, what it \
            shows is printed: the engine's links as your decisions leave them, and what you rejected, marked as such.

            Citations that count as a draft did, or whose treaty is not known, follow the topics; with --citations all \
            citations do, in JSON too.

            With --passages, each line of the file is an object {id, article, title, text}, and each line printed is \
            {id, labels: [{topic, score, probable}]}. With --decisions too, it first learns from lines \
            {id, article, title, text, topic, accepted}.
            """)

    @Argument(help: "A file with one or more articles, - for standard input, or an article's id.")
    var source: String?

    @Option(name: .long, help: ArgumentHelp("The articles of the library that this finds.", valueName: "query"))
    var query: String?

    @Flag(name: .long, help: "Say everything that speaks for and against, and what would change the result.")
    var why = false

    @Flag(name: .long, help: "Print every citation after the topics, with the provisions that it names.")
    var citations = false

    @Option(name: .long, help: ArgumentHelp("Tag the passages of this file, one a line.", valueName: "file"))
    var passages: String?

    @Option(name: .long, help: ArgumentHelp("Learn from the decisions of this file, one a line.", valueName: "file"))
    var decisions: String?

    @Option(name: .long, help: ArgumentHelp("Topics and labels of your own, beside the built-in ones, for files.", valueName: "file"))
    var vocabulary: String?

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func validate() throws {
        if [source, passages, query].count(where: { $0 != nil }) != 1 {
            throw ValidationError("name one of a file, an article's id, --query and --passages")
        }
        if decisions != nil, passages == nil { throw ValidationError("--decisions goes with --passages") }
        if vocabulary != nil, query != nil { throw ValidationError("--vocabulary goes with files") }
    }

    func run() throws {
        if passages != nil { return try tagPassages() }
        if let source, vocabulary != nil || !Self.isID(source) { return try tag(source) }
        try showStored()
    }

    /// Whether it is no file and may be an article's id.
    private static func isID(_ source: String) -> Bool {
        source != "-" && access(source, F_OK) != 0 && !source.isEmpty && source.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20)
        }
    }

    private func tag(_ file: String) throws {
        let tagger = Tagger(vocabulary: try chosenVocabulary())
        let session = tagger.session()
        var found = false
        for article in try FileReading.articles(in: InputFile.read(file)) {
            let links = session.tag(article)
            let printed = printer(tagger).print(links, of: article)
            found = found || printed
        }
        if !found { throw ExitStatus.nothingFound }
    }

    /// What the library shows of one article, or of those that a query finds.
    private func showStored() throws {
        let library = try libraryArguments.open()
        let printer = printer(Tagger(vocabulary: libraryArguments.vocabulary(of: library)))
        var found = false
        let ids = try query.map { try library.order(of: Query($0)) } ?? [try library.article(named: source ?? "").id]
        for id in ids {
            let printed = printer.print(try library.article(id), withHeading: query != nil)
            found = found || printed
        }
        try library.close()
        if !found { throw ExitStatus.nothingFound }
    }

    private func printer(_ tagger: Tagger) -> LinkPrinter {
        LinkPrinter(tagger: tagger, isJSON: format.json, isLong: why, hasAllCitations: citations)
    }

    private func tagPassages() throws {
        let lines = try PassageLines.read(passages ?? "-")
        let learned = try decisions.map { try PassageLines.read($0).map { try $0.decision() } } ?? []
        let tagging = PassageTagging(vocabulary: try chosenVocabulary(), decisions: learned)
        for (passage, links) in tagging.tag(lines.map { $0.passage() }) {
            Output.line(JSONValue.object([("id", .string(passage.id)), ("labels", .array(links.map(\.label)))]).text)
        }
    }

    /// The built-in vocabulary with the user's file over it; what is wrong with that is said, and the rest counts.
    private func chosenVocabulary() throws -> Vocabulary {
        guard let vocabulary else { return .builtIn }
        let text = String(decoding: try InputFile.read(vocabulary).bytes, as: UTF8.self)
        let (extended, problems) = Vocabulary.builtIn.adding(VocabularyFile(name: vocabulary, text: text))
        for problem in problems { Output.complain(problem.message) }
        return extended
    }
}
