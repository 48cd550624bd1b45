import ArgumentParser
import Sync
import Topics

/// `dossier vocabulary add --topic T …`.
struct VocabularyAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a topic of your own, or labels and relations to a topic.",
        discussion: "Nothing is written where the file would then be at fault. `dossier vocabulary remove` takes it back.")

    @Option(name: .long, help: ArgumentHelp("The topic: its id; without --name also its code or a label of it.", valueName: "topic"))
    var topic: String

    @Option(name: .long, help: ArgumentHelp("What it is called; of a new topic else the first label.", valueName: "text"))
    var name: String?

    @Option(name: .long, help: ArgumentHelp("Words by which it is found; may be repeated.", valueName: "text"))
    var label: [String] = []

    @Option(name: .long, help: ArgumentHelp("The language of the name and the labels, such as fr.", valueName: "language"))
    var lang = "en"

    @Flag(name: .long, help: "The labels match exactly as written, upper and lower case included.")
    var exact = false

    @Flag(name: .long, help: "The labels are looked for and never shown.")
    var hidden = false

    @Option(name: .long, help: ArgumentHelp("The topic above a new one.", valueName: "topic"))
    var broader: String?

    @Option(name: .long, help: ArgumentHelp("A topic to look at beside it; may be repeated.", valueName: "topic"))
    var related: [String] = []

    @Option(name: .long, help: ArgumentHelp("A provision that it stands for, such as UNCC:7; may be repeated.", valueName: "provision"))
    var provision: [String] = []

    @Option(name: .long, help: ArgumentHelp("A category line that stands for it; may be repeated.", valueName: "text"))
    var kicker: [String] = []

    @Option(name: .long, help: ArgumentHelp("The code of a new topic in narrow columns.", valueName: "code"))
    var code: String?

    @OptionGroup var arguments: VocabularyArguments

    func validate() throws {
        let others: [String] = [name, broader, code].compactMap { $0 } + label + related + provision + kicker
        if others.isEmpty { throw ValidationError("say what to add: --name, --label, --broader, --related, --provision, --kicker or --code") }
        if exact, hidden { throw ValidationError("--exact and --hidden do not go together; put = before a hidden label") }
    }

    func run() throws {
        let editing = try arguments.editing()
        let (id, added) = try editing.change { file, extended in
            let vocabulary = extended(file).vocabulary
            let (id, isNew) = try identify(in: vocabulary)
            var added = 0
            for line in try lines(isNew: isNew, in: vocabulary) {
                if try file.add(line.key, language: line.language, line.value, to: id) { added += 1 }
            }
            return (id, added)
        }
        Output.line(added == 0 ? "\(id): all of it is there already" : "\(id): \(added) line\(added == 1 ? "" : "s") added to \(editing.target.path)")
    }

    /// A topic that exists, or a new one; a slip of the pen makes none. With a name, only an id means a topic that exists: a
    /// new one may well be called like some label, and the label's topic is not to be renamed.
    private func identify(in vocabulary: Vocabulary) throws -> (id: TopicID, isNew: Bool) {
        guard name == nil else { return (TopicID(topic), vocabulary.topic(TopicID(topic)) == nil) }
        if let known = try? vocabulary.topic(written: topic) { return (known.id, false) }
        if let nearest = vocabulary.nearestTopic(to: topic) {
            throw VocabularyRefusal.mistypedTopic(topic, nearest: nearest)
        }
        return (TopicID(topic), true)
    }

    private struct Line {
        var key: UserKey
        var language: String?
        var value: String
    }

    private func lines(isNew: Bool, in vocabulary: Vocabulary) throws -> [Line] {
        var labels = label
        let name = self.name ?? (isNew && !labels.isEmpty ? labels.removeFirst() : nil)
        let key: UserKey = exact ? .exact : hidden ? .hidden : .label
        var lines = name.map { [Line(key: .name, language: lang, value: $0)] } ?? []
        lines += code.map { [Line(key: .code, value: $0)] } ?? []
        lines += try broader.map { [Line(key: .broader, value: try vocabulary.topic(written: $0).id.rawValue)] } ?? []
        lines += try related.map { Line(key: .related, value: try vocabulary.topic(written: $0).id.rawValue) }
        lines += labels.map { Line(key: key, language: lang, value: $0) }
        lines += provision.map { Line(key: .provision, value: $0) }
        lines += kicker.map { Line(key: .kicker, value: $0) }
        return lines
    }
}
