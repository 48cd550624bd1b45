import ArgumentParser
import Articles
import Formats
import Text
import Topics

/// `dossier topics FILE`: what the tagger finds in a file, without a library.
struct TopicsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "topics", abstract: "Print the topics that a file's passages are about, and why.")

    @Argument(help: "A file with one or more articles; - for standard input.")
    var file: String

    @OptionGroup var format: FormatArguments

    func run() throws {
        let session = Tagger(vocabulary: .builtIn).session()
        var found = false
        for article in try Formats.articles(in: InputFile.read(file)) {
            let links = session.tag(article)
            found = found || !links.isEmpty
            let text = article.text
            for link in links {
                Output.line(format.json ? link.json(in: text).text : Self.sentence(link, in: text))
            }
        }
        if !found { throw ExitStatus.nothingFound }
    }

    /// `csam  98 %  “child sexual abuse material” +4.1 …`, under the beginning of its passage.
    private static func sentence(_ link: TopicLink, in text: String) -> String {
        let passage = link.passage.range.isEmpty ? "the article" : "\(link.passage.start)–\(link.passage.end)"
        let words = link.explanation.evidence.map { "“\($0.text)” \(signed($0.contribution))" }
        let context = link.explanation.context.map { "\($0.name) \(signed($0.contribution))" }
        let percent = Int((link.explanation.probability * 100).rounded())
        return "\(passage)\t\(link.topic)\t\(link.origin.rawValue)\t\(percent) %\t" + (words + context).joined(separator: ", ")
    }

    private static func signed(_ number: Double) -> String {
        let tenths = Int((abs(number) * 10).rounded())
        return (number < 0 ? "−" : "+") + "\(tenths / 10).\(tenths % 10)"
    }
}
