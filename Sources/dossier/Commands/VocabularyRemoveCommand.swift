import ArgumentParser
import Sync
import Topics

/// `dossier vocabulary remove --topic T …`.
struct VocabularyRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove what your vocabulary file says of a topic, or some of it.",
        discussion: "What is built in cannot be removed, but switched off. Remarks in the file stay.")

    @Option(name: .long, help: ArgumentHelp("The topic: its id, its code or a label.", valueName: "topic"))
    var topic: String

    @Option(name: .long, help: ArgumentHelp("Only this label; may be repeated.", valueName: "text"))
    var label: [String] = []

    @Option(name: .long, help: ArgumentHelp("Only the labels in this language.", valueName: "language"))
    var lang: String?

    @Option(name: .long, help: ArgumentHelp("Only this related topic; may be repeated.", valueName: "topic"))
    var related: [String] = []

    @Option(name: .long, help: ArgumentHelp("Only this provision; may be repeated.", valueName: "provision"))
    var provision: [String] = []

    @Option(name: .long, help: ArgumentHelp("Only this category line; may be repeated.", valueName: "text"))
    var kicker: [String] = []

    @OptionGroup var arguments: VocabularyArguments

    func validate() throws {
        if lang != nil, label.isEmpty { throw ValidationError("--lang goes with --label") }
    }

    func run() throws {
        let editing = try arguments.editing()
        let (id, isRemoved) = try editing.change { file, extended in
            // A topic that has no name is none of the vocabulary, and its lines can be removed all the same.
            let id = (try? extended(file).vocabulary.topic(written: topic).id) ?? TopicID(topic)
            return (id, remove(from: &file, id))
        }
        guard isRemoved else { throw ExitStatus.nothingFound }
        Output.line("\(id): removed from \(editing.target.path)")
    }

    private func remove(from file: inout UserVocabulary, _ id: TopicID) -> Bool {
        guard !(label + related + provision + kicker).isEmpty else { return file.remove(id) }
        var isRemoved = false
        for text in label {
            isRemoved = file.remove(text, under: [.name, .label, .exact, .hidden], language: lang, of: id) || isRemoved
        }
        for (key, values) in [(UserKey.related, related), (.provision, provision), (.kicker, kicker)] {
            for value in values { isRemoved = file.remove(value, under: [key], of: id) || isRemoved }
        }
        return isRemoved
    }
}
