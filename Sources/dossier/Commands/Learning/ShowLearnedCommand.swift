import ArgumentParser
import Library
import Sync
import Text
import Topics

/// `dossier learn show`: what was learned, a topic at a time.
struct ShowLearnedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show what was learned: for each topic its decisions, labels, words and threshold.",
        discussion: """
            Labels are shown with how often they were right and how often wrong where a passage that they stand in was decided \
            on; words with what one of them adds to the log-odds, the most telling first.
            """)

    @Option(name: .long, help: ArgumentHelp("One topic: its id, code or label.", valueName: "topic"))
    var topic: String?

    @Option(name: .long, help: ArgumentHelp("The most words of a topic.", valueName: "number"))
    var words = 12

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func validate() throws {
        if words < 0 { throw ValidationError("--words takes a number from 0 on") }
    }

    func run() throws {
        let library = try libraryArguments.open()
        let only = try topic.map { try TopicArgument($0).topic(in: libraryArguments.vocabulary(of: library), or: library) }
        // What is shown is what the decisions teach as they are.
        guard let tagger = try libraryArguments.learning(library).refit() else { throw ExitStatus.failed }
        let decisions = try library.decisions(DecisionFilter(topic: only))
        let learned = LearnedTopic.all(tagger.tagger, decisions: decisions).filter { only == nil || $0.topic == only }
        for topic in learned { Output.line(format.json ? topic.json(words: words).text : topic.sentences(words: words)) }
        try library.close()
        if learned.isEmpty { throw ExitStatus.nothingFound }
    }
}

/// What is known of a topic beside the vocabulary.
struct LearnedTopic {
    var topic: TopicID
    var accepted = 0
    var rejected = 0
    /// Decisions whose passages are no longer there, and which teach nothing.
    var orphaned = 0
    var labels: [(words: String, count: TopicModel.LabelCount)] = []
    /// The one that tells most first.
    var words: [(word: String, weight: Double)] = []
    /// Of the probability, where one was learned.
    var threshold: Double?
    var neverMatch: [String] = []
    var neverLearn: [String] = []

    /// By id.
    static func all(_ tagger: Tagger, decisions: [StoredDecision]) -> [LearnedTopic] {
        let model = tagger.model
        let groups = Dictionary(grouping: decisions, by: \.topic)
        let topics = Set(groups.keys).union(model.topics.keys).union(model.labels.keys)
            .union(model.settings.neverMatch.keys).union(model.settings.neverLearn.keys)
        return topics.sorted().map { LearnedTopic($0, model, groups[$0] ?? []) }
    }

    private init(_ id: TopicID, _ model: TopicModel, _ decisions: [StoredDecision]) {
        topic = id
        for decision in decisions {
            switch decision.verdict {
            case .accepted: accepted += 1
            case .rejected: rejected += 1
            }
            if decision.range == nil { orphaned += 1 }
        }
        labels = (model.labels[id] ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        words = (model.topics[id]?.words ?? [:]).map { ($0.key, $0.value) }
            .sorted { abs($0.weight) != abs($1.weight) ? abs($0.weight) > abs($1.weight) : $0.word < $1.word }
        threshold = model.topics[id]?.threshold
        neverMatch = (model.settings.neverMatch[id] ?? []).sorted()
        neverLearn = (model.settings.neverLearn[id] ?? []).sorted()
    }

    func json(words most: Int) -> JSONValue {
        .object(present: [
            ("topic", .string(topic.rawValue)), ("accepted", .number(accepted)), ("rejected", .number(rejected)),
            ("orphaned", .number(orphaned)), ("threshold", threshold.map { .double($0) }),
            ("labels", .array(labels.map { label in
                .object([
                    ("label", .string(label.words)), ("accepted", .number(label.count.accepted)),
                    ("rejected", .number(label.count.rejected)),
                ])
            })),
            ("words", .array(words.prefix(most).map { .object([("word", .string($0.word)), ("weight", .double($0.weight))]) })),
            ("never_match", .strings(neverMatch)), ("never_learn", .strings(neverLearn)),
        ])
    }

    func sentences(words most: Int) -> String {
        var lines = ["\(topic): \(accepted) accepted, \(rejected) rejected" + (orphaned > 0 ? ", \(orphaned) without their passage" : "")]
        lines += labels.map { "  “\($0.words)” right \($0.count.accepted), wrong \($0.count.rejected)" }
        let told = words.prefix(most).map { "\($0.word) \(Self.signed($0.weight))" }
        if !told.isEmpty { lines.append("  words: " + told.joined(separator: ", ") + (words.count > most ? ", …" : "")) }
        if let threshold { lines.append("  \(Int((threshold * 100).rounded())) % is enough") }
        if !neverMatch.isEmpty { lines.append("  never matched: " + neverMatch.joined(separator: ", ")) }
        if !neverLearn.isEmpty { lines.append("  never learned from: " + neverLearn.joined(separator: ", ")) }
        return lines.joined(separator: "\n")
    }

    /// With two decimals and its sign.
    private static func signed(_ number: Double) -> String {
        let hundredths = Int((abs(number) * 100).rounded())
        let rest = hundredths % 100
        return (number < 0 ? "−" : "+") + "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
