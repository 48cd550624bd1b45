import ArgumentParser
import Library
import Text
import Topics

/// `dossier learn forget`.
struct ForgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Forget the decisions on a topic, or all.",
        discussion: """
            It is one action, which the reader's undo takes back. What is never to be matched or learned stays: \
            `dossier learn never` takes that back.
            """)

    @Option(name: .long, help: ArgumentHelp("The topic's id, code or label.", valueName: "topic"))
    var topic: String?

    @Flag(name: .long, help: "All decisions on all topics.")
    var all = false

    @Flag(name: .long, help: "Do it without asking.")
    var yes = false

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func validate() throws {
        if (topic == nil) != all { throw ValidationError("name either a --topic or --all") }
    }

    func run() throws {
        let library = try libraryArguments.open()
        let topic = try topic.map { try TopicArgument($0).topic(in: libraryArguments.vocabulary(of: library), or: library) }
        let count = try library.decisions(DecisionFilter(topic: topic)).count
        guard count > 0 else { throw ExitStatus.nothingFound }
        let what = "\(count) decision\(count == 1 ? "" : "s")\(topic.map { " on \($0)" } ?? "")"
        let isWanted = yes || (Confirmation.isPossible && Confirmation.ask("forget \(what)?"))
        let forgotten = isWanted ? try library.forgetDecisions(on: topic) : 0
        Output.line(
            format.json
                ? JSONValue.object([("decisions", .number(count)), ("forgotten", .number(forgotten))]).text
                : "\(isWanted ? "forgot" : "not done: forget") \(what)")
        try library.close()
        guard isWanted else {
            if !Confirmation.isPossible { Output.complain("nothing was changed; give --yes to do it") }
            throw ExitStatus.badUsage
        }
    }
}
