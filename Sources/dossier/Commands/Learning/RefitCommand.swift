import ArgumentParser
import Library
import Sync
import Text

/// `dossier learn refit`.
struct RefitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refit", abstract: "Learn from all decisions, and tag anew what that changes.",
        discussion: """
            It also counts anew how common the words of the vocabulary are among the passages of this library, which makes rare words \
            count for more. A library of fewer than \(Learning.fewestArticles) articles is too small to say.
            """)

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func run() throws {
        let library = try libraryArguments.open()
        let learning = libraryArguments.learning(library)
        let outcome = try learning.catchUp(countsWords: true, progress: { done, total in
            if Output.errorsGoToTerminal { Output.showProgress("tagging \(done) of \(total) articles anew") }
        })
        // It gives up only where somebody else tells of decisions, and nobody does here.
        guard let outcome else { throw ExitStatus.failed }
        let decisions = try library.decisionCount()
        if format.json {
            Output.line(
                JSONValue.object([
                    ("decisions", .number(decisions)), ("new", .bool(outcome.isNew)),
                    ("tagged", .number(outcome.retagged.tagged)), ("changed", .number(outcome.retagged.changed)),
                ]).text)
        } else {
            Output.line(sentence(decisions, outcome))
        }
        try library.close()
    }

    private func sentence(_ decisions: Int, _ outcome: Learning.Outcome) -> String {
        let learned = outcome.isNew ? "learned from \(decisions) decision\(decisions == 1 ? "" : "s")" : "nothing new to learn"
        let tagged = outcome.retagged
        return "\(learned); \(tagged.tagged) article\(tagged.tagged == 1 ? "" : "s") tagged anew, \(tagged.changed) with other topics"
    }
}
