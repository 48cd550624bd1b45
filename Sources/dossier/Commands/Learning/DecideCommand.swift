import ArgumentParser
import Articles
import Library
import Search
import Text
import Topics

/// `dossier decide`: says whether passages are about a topic.
struct DecideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "Say that passages are about a topic, or that they are not.",
        discussion: """
            `dossier decide ID --topic T --reject --quote TEXT` decides on one passage. With --query instead of an id, it decides on \
            every passage of the articles found that the engine links to the topic: it says how many they are, and goes on \
            with --yes, or after a question where a person can answer.

            A decision stands whatever the engine thinks later. The reader's undo takes it back. What is learned from it \
            shows with the next `dossier sync` or `dossier learn refit`, and in the reader at once.
            """)

    @Argument(help: "The article's id, as `dossier list` prints it, or its beginning.")
    var id: String?

    @Option(name: .long, help: ArgumentHelp("The topic's id, code or label.", valueName: "topic"))
    var topic: String

    @OptionGroup var verdict: VerdictArguments

    @Option(name: .long, help: ArgumentHelp("Words of the passage, so many that they are found in one place.", valueName: "text"))
    var quote: String?

    @Option(name: .long, help: ArgumentHelp("The passage's number, from 1; 0 for the article as a whole; or its place, such as 19–42.", valueName: "number"))
    var passage: String?

    @Option(name: .long, help: ArgumentHelp("Decide on all passages linked to the topic in the articles that this finds.", valueName: "query"))
    var query: String?

    @Flag(name: .long, help: "With --query: do it without asking.")
    var yes = false

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func validate() throws {
        if (id == nil) == (query == nil) { throw ValidationError("name either an article or --query") }
        if query != nil, quote != nil || passage != nil { throw ValidationError("--quote and --passage go with an article's id") }
        if id != nil, (quote == nil) == (passage == nil) { throw ValidationError("name the passage by --quote or by --passage") }
        if id != nil, yes { throw ValidationError("--yes goes with --query") }
    }

    func run() throws {
        let library = try libraryArguments.open()
        let topic = try TopicArgument(topic).topic(in: libraryArguments.vocabulary(of: library), or: library)
        if let id { try decide(id, topic, library) } else { try decideAll(topic, library) }
        CopyKeeping.keep(library)
        try library.close()
    }

    // MARK: One passage

    private func decide(_ id: String, _ topic: TopicID, _ library: Library) throws {
        let stored = try library.article(named: id)
        let place = try place(in: stored.article)
        let isChanged = try library.decide(verdict.verdict, on: topic, in: place, of: stored.id)
        let decision = try library.decisions(in: stored.id).first { $0.topic == topic && Self.holds($0, place) }
        if format.json {
            Output.line(
                JSONValue.object(
                    (decision?.members(articleName: stored.row.name) ?? stored.row.nameMember(topic)) + [("changed", .bool(isChanged))]
                ).text)
        } else {
            Output.line(sentence(topic, stored, isChanged: isChanged))
        }
    }

    private func place(in article: Article) throws -> Passage {
        if let quote { return Passage(try Quotation(quote).range(in: article)) }
        return try PassageArgument(passage ?? "").passage(in: article)
    }

    private static func holds(_ decision: StoredDecision, _ place: Passage) -> Bool {
        guard let range = decision.range else { return false }
        return place.range.isEmpty ? range.isEmpty : range.contains(place.start)
    }

    private func sentence(_ topic: TopicID, _ stored: StoredArticle, isChanged: Bool) -> String {
        guard isChanged else { return "nothing to change for \(topic) in \(stored.row.title)" }
        return switch verdict.verdict {
        case .accepted: "accepted \(topic) in \(stored.row.title)"
        case .rejected: "rejected \(topic) in \(stored.row.title)"
        case nil: "took back the decision on \(topic) in \(stored.row.title)"
        }
    }

    // MARK: Many

    private func decideAll(_ topic: TopicID, _ library: Library) throws {
        let places = try library.places(for: verdict.verdict, on: topic, in: try Query(query ?? ""))
        guard !places.isEmpty else { throw ExitStatus.nothingFound }
        let articles = Set(places.map(\.article)).count
        let extent = "\(Self.counted(places.count, "passage")) of \(Self.counted(articles, "article"))"
        let isWanted = yes || (Confirmation.isPossible && Confirmation.ask("\(imperative) \(topic) in \(extent)?"))
        let changed = isWanted ? try library.decide(verdict.verdict, at: places) : 0
        if format.json {
            Output.line(
                JSONValue.object([
                    ("topic", .string(topic.rawValue)), ("verdict", verdict.verdict.map { .string($0.rawValue) } ?? .null),
                    ("passages", .number(places.count)), ("articles", .number(articles)), ("changed", .number(changed)),
                ]).text)
        } else {
            Output.line("\(isWanted ? "" : "not done: ")\(imperative) \(topic) in \(extent)")
        }
        guard isWanted else {
            if !Confirmation.isPossible { Output.complain("nothing was changed; give --yes to do it") }
            throw ExitStatus.badUsage
        }
    }

    private var imperative: String {
        switch verdict.verdict {
        case .accepted: "accept"
        case .rejected: "reject"
        case nil: "take back the decisions on"
        }
    }

    private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
