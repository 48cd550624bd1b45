import ArgumentParser
import Feeds
import Library
import Text

/// `dossier feed refresh [FEED…]`.
struct FeedRefreshCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refresh", abstract: "Ask for the feeds whose time has come, or for those named, and take in what is new.",
        discussion: """
            Exit status: 0 done, also where there is no network; 1 where a feed failed, with its sentence on standard error.
            """)

    @Argument(help: ArgumentHelp("Ids, addresses or titles; else those that are due.", valueName: "feed"))
    var feeds: [String] = []

    @Flag(name: .long, help: "Ask for all, due or not, and read them even where they are as they were.")
    var force = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Then take out articles of feeds that came longer ago than this (90d, 8w, 12m, 2y) and have nothing of yours; by default all are kept.",
            valueName: "age"))
    var keep: String?

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func validate() throws {
        if let keep, Self.seconds(keep) == nil { throw ValidationError("--keep takes a number with d, w, m or y: 90d") }
    }

    func run() throws {
        let interruption = Interruption()
        let library = try libraryArguments.open()
        var options = FeedOptions()
        options.keep = keep.flatMap { Self.seconds($0) }
        let work = try FeedWork(library, libraryArguments, options: options)
        let pace = StatusPace()
        let report = try work.refresh.run(try choice(library), isCancelled: { interruption.isCancelled }) { progress in
            let failed = progress.failed > 0 ? ", \(progress.failed) failed" : ""
            pace.show { "\(progress.done) of \(progress.total) feeds, \(progress.articles) new or changed" + failed }
        }
        try work.finish()
        report.print(asJSON: format.json)
        try library.close()
        if let status = interruption.status { throw status }
        if !report.failures.isEmpty { throw ExitStatus.failed }
    }

    private func choice(_ library: Library) throws -> FeedRefresh.Choice {
        guard !feeds.isEmpty else { return force ? .all : .due }
        let known = try library.feeds()
        return .named(try feeds.map { try FeedList.feed(named: $0, in: known).id }, isForced: force)
    }

    /// `90d`, `8w`, `12m`, `2y` in seconds.
    static func seconds(_ age: String) -> Int64? {
        let days: [Character: Int64] = ["d": 1, "w": 7, "m": 30, "y": 365]
        guard let unit = age.last.flatMap({ days[$0] }), let count = Int64(age.dropLast()), (1...10_000).contains(count) else {
            return nil
        }
        return count * unit * 86_400
    }
}

extension FeedReport {
    func print(asJSON: Bool) {
        for problem in failures + notes { Output.complain(problem.sentence) }
        guard !asJSON else { return Output.line(json.text) }
        if offline > 0 {
            let reason = offlineReason.map { " (\($0))" } ?? ""
            let feeds = offline == 1 ? "the feed" : "none of \(offline) feeds"
            let verb = offline == 1 ? "cannot be reached" : "can be reached"
            Output.complain("no network: \(feeds) \(verb)\(reason); what was read before is there")
        }
        for feed in moved { Output.line("\(feed.name) \(feed.message)") }
        Output.line(sentence)
    }

    /// `12 new, 1 changed; 3 feeds asked, 2 not due`.
    private var sentence: String {
        let articles = [
            (changes.added, "new"), (changes.changed, "changed"), (changes.duplicates, "already there"), (expired, "taken out"),
        ]
        let feeds = [
            (asked, "asked"), (notDue, "not due"), (stopped, "gone for good"), (failures.count, "failed"),
            (offline, "not reached"),
        ]
        let first = Self.list(articles)
        let second = Self.list(feeds)
        let end = isCancelled ? "; interrupted" : ""
        return (first.isEmpty ? "nothing new" : first) + "; feeds: " + (second.isEmpty ? "none" : second) + end
    }

    private static func list(_ parts: [(Int, String)]) -> String {
        parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }

    private var json: JSONValue {
        .object([
            ("asked", .number(asked)), ("notDue", .number(notDue)), ("stopped", .number(stopped)), ("unchanged", .number(unchanged)),
            ("added", .number(changes.added)), ("changed", .number(changes.changed)),
            ("duplicates", .number(changes.duplicates)), ("orphaned", .number(changes.orphaned)), ("expired", .number(expired)),
            ("moved", .array(moved.map { $0.json })), ("failed", .array(failures.map { $0.json })),
            ("offline", .number(offline)), ("interrupted", .bool(isCancelled)),
        ])
    }
}
