import ArgumentParser
import Sync
import Text
import Topics

/// `dossier vocabulary list [--topic T]`.
struct VocabularyListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the topics as a tree, or all that is known of one.")

    @Option(name: .long, help: ArgumentHelp("All labels and relations of this topic: its id, its code or a label.", valueName: "topic"))
    var topic: String?

    @OptionGroup var arguments: VocabularyArguments
    @OptionGroup var format: FormatArguments

    func run() throws {
        let vocabulary = try arguments.vocabulary()
        for problem in vocabulary.problems { Output.complain(problem.message) }
        if let topic {
            let page = VocabularyTopicPage(try vocabulary.vocabulary.topic(written: topic), in: vocabulary)
            if format.json { Output.line(page.json.text) } else { page.lines.forEach { Output.line($0) } }
        } else {
            for (id, depth) in vocabulary.vocabulary.outline {
                guard let topic = vocabulary.vocabulary.topic(id) else { continue }
                let page = VocabularyTopicPage(topic, in: vocabulary)
                if format.json { Output.line(page.summary(depth: depth).text) } else { Output.row(page.row(depth: depth)) }
            }
        }
    }
}
