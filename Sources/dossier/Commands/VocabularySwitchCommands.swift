import ArgumentParser
import Sync
import Topics

/// What to switch off or on.
struct VocabularySwitchArguments: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The topic: its id, its code or a label.", valueName: "topic"))
    var topic: String

    @Option(name: .long, help: ArgumentHelp("Only this label of it; may be repeated.", valueName: "text"))
    var label: [String] = []

    @OptionGroup var arguments: VocabularyArguments

    /// Switches, and says what came of it.
    func run(off: Bool) throws {
        let editing = try arguments.editing()
        let values = label.isEmpty ? ["*"] : label
        let (id, changed) = try editing.change { file, extended in
            let id = try extended(file).vocabulary.topic(written: topic).id
            return (id, try values.filter { try Self.turn($0, of: id, off: off, in: &file, extended) })
        }
        let word = off ? "off" : "on"
        for value in values {
            let name = value == "*" ? "\(id)" : "«\(value)» of \(id)"
            Output.line(changed.contains(value) ? "\(name): switched \(word) in \(editing.target.path)" : "\(name): is \(word) already")
        }
    }

    /// A line that says the contrary goes; one of its own is written only where that is not enough.
    private static func turn(
        _ value: String, of id: TopicID, off: Bool, in file: inout UserVocabulary,
        _ extended: (UserVocabulary) -> VocabularyExtension
    ) throws -> Bool {
        func isOff(_ file: UserVocabulary) -> Bool {
            let extended = extended(file)
            return value == "*" ? extended.isOff(id) : extended.isOff(value, of: id)
        }
        guard isOff(file) != off else { return false }
        file.remove(value, under: [off ? .on : .off], of: id)
        if isOff(file) != off { try file.add(off ? .off : .on, value, to: id) }
        return true
    }
}

/// `dossier vocabulary switch-off --topic T [--label L]`.
struct VocabularySwitchOffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "switch-off", abstract: "Look for a topic, or for one of its labels, no more.")

    @OptionGroup var what: VocabularySwitchArguments

    func run() throws { try what.run(off: true) }
}

/// `dossier vocabulary switch-on --topic T [--label L]`.
struct VocabularySwitchOnCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "switch-on", abstract: "Look again for a topic, or for a label, that was switched off.")

    @OptionGroup var what: VocabularySwitchArguments

    func run() throws { try what.run(off: false) }
}
