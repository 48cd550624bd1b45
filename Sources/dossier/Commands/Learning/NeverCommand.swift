import ArgumentParser
import Library
import Text
import Topics

/// `dossier learn never`: what is left out of matching and learning.
struct NeverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "never", abstract: "Leave a label out of matching, or a word out of learning.",
        subcommands: [NeverMatchCommand.self, NeverLearnCommand.self])
}

/// `dossier learn never match LABEL --topic T`.
struct NeverMatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "match", abstract: "Never match a label of a topic.")

    @Argument(help: "The label, as the vocabulary writes it; upper and lower case are one.")
    var label: String

    @OptionGroup var exclusion: ExclusionArguments

    func run() throws { try exclusion.run(.match, label) }
}

/// `dossier learn never learn WORD --topic T`.
struct NeverLearnCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "learn", abstract: "Never learn from a word for a topic.")

    @Argument(help: "The word, in any form.")
    var word: String

    @OptionGroup var exclusion: ExclusionArguments

    func run() throws { try exclusion.run(.learn, word) }
}

/// For what it is left out.
struct ExclusionArguments: ParsableArguments {
    /// A label that the topic does not have.
    struct UnknownLabel: ExplainedError {
        var label: String
        var topic: TopicID

        var what: String { "label «\(label)»" }
        var why: String { "\(topic) has none that is written so" }
        var remedy: String { "copy it from the vocabulary" }
    }

    @Option(name: .long, help: ArgumentHelp("The topic's id, code or label.", valueName: "topic"))
    var topic: String

    @Flag(name: .long, help: "Take it back: match or learn it again.")
    var remove = false

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func run(_ kind: LearningExclusion, _ text: String) throws {
        let library = try libraryArguments.open()
        let vocabulary = libraryArguments.vocabulary(of: library)
        let topic = try TopicArgument(topic).topic(in: vocabulary, or: library)
        if kind == .match, !remove, !Self.has(text, topic, vocabulary) { throw UnknownLabel(label: text, topic: topic) }
        let isChanged = try library.setExclusion(kind, text, for: topic, !remove)
        if format.json {
            Output.line(
                JSONValue.object([
                    ("kind", .string(kind.rawValue)), ("topic", .string(topic.rawValue)), ("text", .string(text)),
                    ("excluded", .bool(!remove)), ("changed", .bool(isChanged)),
                ]).text)
        } else {
            Output.line(isChanged ? sentence(kind, text, topic) : "nothing to change for “\(text)” and \(topic)")
        }
        try library.close()
        if remove, !isChanged { throw ExitStatus.nothingFound }
    }

    private static func has(_ text: String, _ topic: TopicID, _ vocabulary: Vocabulary) -> Bool {
        let lowered = text.lowercased()
        return vocabulary.topic(topic)?.labels.contains { $0.text.lowercased() == lowered } == true
            || vocabulary.acronyms.contains { $0.topic == topic && $0.text.lowercased() == lowered }
    }

    private func sentence(_ kind: LearningExclusion, _ text: String, _ topic: TopicID) -> String {
        let rule = switch kind {
        case .match: "match “\(text)” as \(topic)"
        case .learn: "learn from “\(text)” for \(topic)"
        }
        return (remove ? "again " : "never ") + rule
    }
}
