import ArgumentParser
import Sync
import Text
import Topics

/// `dossier vocabulary export`.
struct VocabularyExportCommand: ParsableCommand {
    /// What can be written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case skos
    }

    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Print the whole vocabulary, your own and the built-in one, as SKOS in Turtle.")

    @Option(name: .long, help: ArgumentHelp("What to print it as.", valueName: "format"))
    var format = Format.skos

    @OptionGroup var arguments: VocabularyArguments

    func run() throws {
        let vocabulary = try arguments.vocabulary()
        for problem in vocabulary.problems { Output.complain(problem.message) }
        switch format {
        case .skos:
            for statement in SKOSWriter(vocabulary.vocabulary).statements { Output.line(statement) }
        }
    }
}
