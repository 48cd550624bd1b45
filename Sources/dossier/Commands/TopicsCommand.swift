import ArgumentParser
import Articles
import Formats
import Text
import Topics

/// `dossier topics`: what the tagger finds in a file, or in passages given one a line, without a library.
struct TopicsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "topics", abstract: "Print the topics that a file's passages are about, and why.",
        discussion: """
            With --passages, each line of the file is an object {id, article, title, text}, and each line printed is \
            {id, labels: [{topic, score, probable}]}. With --decisions too, it first learns from lines \
            {id, article, title, text, topic, accepted}.
            """)

    @Argument(help: "A file with one or more articles; - for standard input.")
    var file: String?

    @Flag(name: .long, help: "Say everything that speaks for and against, and what would change the result.")
    var why = false

    @Option(name: .long, help: ArgumentHelp("Tag the passages of this file, one a line.", valueName: "file"))
    var passages: String?

    @Option(name: .long, help: ArgumentHelp("Learn from the decisions of this file, one a line.", valueName: "file"))
    var decisions: String?

    @Option(name: .long, help: ArgumentHelp("Topics and labels of your own, beside the built-in ones.", valueName: "file"))
    var vocabulary: String?

    @OptionGroup var format: FormatArguments

    func validate() throws {
        if (file == nil) == (passages == nil) { throw ValidationError("name either a file or --passages") }
        if decisions != nil, passages == nil { throw ValidationError("--decisions goes with --passages") }
    }

    func run() throws {
        if let file { try tag(file) } else { try tagPassages() }
    }

    private func tag(_ file: String) throws {
        let session = Tagger(vocabulary: try chosenVocabulary()).session()
        var found = false
        for article in try Formats.articles(in: InputFile.read(file)) {
            let links = session.tag(article)
            found = found || !links.isEmpty
            let text = article.text
            for link in links {
                let sentence = why ? LinkSentence(link).long(in: text) : LinkSentence(link).short
                Output.line(format.json ? link.json(in: text).text : sentence)
            }
        }
        if !found { throw ExitStatus.nothingFound }
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
