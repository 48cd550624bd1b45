import ArgumentParser
import Articles
import Briefings
import Library
import Search
import Text
import Topics

/// `dossier brief`: what was found and collected, as a page with citations.
struct BriefCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "brief", abstract: "Put what you found together, with citations.",
        usage: """
            dossier brief <query> [--since 7d] [--format html] [-o <file>]
            dossier brief <subcommand>
            """,
        discussion: """
            Stories that several articles tell are told once, each with its key sentences, which are extracted and never \
            written; every quote names its source and its place.
            """,
        subcommands: [
            BriefQueryCommand.self, BriefTodayCommand.self, BriefListCommand.self, BriefShowCommand.self, BriefRefreshCommand.self,
            BriefRemoveCommand.self,
        ],
        defaultSubcommand: BriefQueryCommand.self)
}

/// `dossier brief QUERY`: a briefing of what a query finds.
struct BriefQueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query", abstract: "A briefing of what a query finds. The word may be left out.")

    @Argument(help: "A query, such as: topic:extradition is:unread.")
    var query: [String]

    @Option(name: .long, help: ArgumentHelp("Only what was published since: 7d, 2w, 3m, 1y or a date.", valueName: "date"))
    var since: String?

    @Option(name: .long, help: ArgumentHelp("Its title; else the query.", valueName: "text"))
    var title: String?

    @Flag(name: .long, help: "Keep it in the library, with its search: `dossier brief refresh` adds what is found later.")
    var keep = false

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var page: PageArguments

    func run() throws {
        let words = (query + (since.map { ["since:" + $0] } ?? [])).joined(separator: " ")
        let question = try Question(words)
        let target = try page.target()
        let library = try libraryArguments.open()
        try IndexKeeping.prepare(library, for: question.query)
        let desk = BriefingDesk(library, vocabulary: libraryArguments.vocabulary(of: library))
        var briefing = try desk.compose(title: title ?? words, question, text: words)
        try page.append(to: &briefing, desk)
        guard !briefing.items.isEmpty else { throw ExitStatus.nothingFound }
        try target.write(briefing, desk)
        if keep { Output.complain("kept as \(try desk.keep(briefing).id)") }
        try library.close()
    }
}

/// `dossier brief today`: what is new since the last visit.
struct BriefTodayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "today", abstract: "What is new since the last visit, by topic.",
        discussion: "Marks nothing as read, and notes no visit unless --seen says so. A visit lasts for the day.")

    @Option(name: .long, help: ArgumentHelp("What was published in so many days instead.", valueName: "days"))
    var days: Int?

    @Flag(name: .long, help: "Note that you have seen it: tomorrow begins where it ends.")
    var seen = false

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var page: PageArguments

    func validate() throws {
        if let days, !(1...3_650).contains(days) { throw ValidationError("--days takes a number from 1 to 3650") }
    }

    func run() throws {
        let target = try page.target()
        let library = try libraryArguments.open()
        let desk = BriefingDesk(library, vocabulary: libraryArguments.vocabulary(of: library))
        let now = LibraryOptions.systemClock()
        let today = try desk.today(now: now, days: days)
        if seen { try desk.noteVisit(now: now) }
        guard today.stories > 0 else { throw ExitStatus.nothingFound }
        var briefing = try desk.briefing(of: today, title: "Today, \(ArticleDate(timestamp: now).withoutTime)")
        try page.append(to: &briefing, desk)
        if today.told < today.count { Output.complain("\(today.told) of \(today.count) new articles are told") }
        try target.write(briefing, desk)
        try library.close()
    }
}

/// `dossier brief list`: the briefings that are kept.
struct BriefListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the briefings that are kept.")

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func run() throws {
        let library = try libraryArguments.open()
        let documents = try library.documents(.briefing)
        for document in documents { print(document) }
        try library.close()
        if documents.isEmpty { throw ExitStatus.nothingFound }
    }

    private func print(_ document: StoredDocument) {
        let briefing = try? Briefing(document)
        guard format.json else {
            let count = briefing.map { "\($0.items.count) item\($0.items.count == 1 ? "" : "s")" } ?? "cannot be read"
            return Output.row("\(document.id)  \(document.edited.withoutTime)  \(document.title)  (\(count))")
        }
        Output.line(
            JSONValue.object(present: [
                ("id", .string(document.id)), ("title", .string(document.title)), ("query", briefing?.query.map { .string($0) }),
                ("items", briefing.map { .number($0.items.count) }), ("created", .string(document.created.description)),
                ("edited", .string(document.edited.description)),
            ]).text)
    }
}

/// `dossier brief show ID`: a briefing that is kept.
struct BriefShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Write out a briefing that is kept.")

    @OptionGroup var named: NamedBriefing
    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var page: PageArguments

    func run() throws {
        let target = try page.target()
        let library = try libraryArguments.open()
        let desk = BriefingDesk(library, vocabulary: libraryArguments.vocabulary(of: library))
        var briefing = try named.briefing(in: library).briefing
        try page.append(to: &briefing, desk)
        try target.write(briefing, desk)
        try library.close()
    }
}

/// `dossier brief refresh ID`: adds what the search of a briefing finds now.
struct BriefRefreshCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refresh", abstract: "Add what a briefing's search finds now.",
        discussion: "What you dropped from it does not come back.")

    @OptionGroup var named: NamedBriefing
    @OptionGroup var libraryArguments: LibraryArguments

    func run() throws {
        let library = try libraryArguments.open()
        let desk = BriefingDesk(library, vocabulary: libraryArguments.vocabulary(of: library))
        let (id, briefing) = try named.briefing(in: library)
        if let query = briefing.query { try IndexKeeping.prepare(library, for: try Question(query).query) }
        let (refreshed, added) = try desk.refreshed(briefing)
        if added > 0 { try desk.update(id, refreshed, .refresh) }
        Output.line("\(added) stor\(added == 1 ? "y" : "ies") added")
        try library.close()
    }
}

/// `dossier brief remove ID`: takes a briefing away.
struct BriefRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: "Take a briefing away; undo brings it back.")

    @OptionGroup var named: NamedBriefing
    @OptionGroup var libraryArguments: LibraryArguments

    func run() throws {
        let library = try libraryArguments.open()
        try library.removeDocuments([try named.briefing(in: library).id])
        try library.close()
    }
}
