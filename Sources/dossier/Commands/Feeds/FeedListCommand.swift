import ArgumentParser
import Articles
import Feeds
import Library
import Text

/// `dossier feed list`.
struct FeedListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the feeds that are followed, with their unread articles and what went wrong.")

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func run() throws {
        let library = try libraryArguments.open()
        let feeds = try library.feeds()
        let counts = try library.feedCounts()
        try library.close()
        guard !feeds.isEmpty else { throw ExitStatus.nothingFound }
        var folders: [String] = []
        for feed in feeds {
            let count = counts[feed.id] ?? FeedCounts()
            guard !format.json else {
                Output.line(feed.json(count).text)
                continue
            }
            if feed.folders != folders { Output.line(feed.folders.joined(separator: "/") + ":") }
            folders = feed.folders
            for line in feed.lines(count) { Output.line((folders.isEmpty ? "" : "  ") + line) }
        }
    }
}

/// `dossier feed remove FEED…`.
struct FeedRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Follow feeds no more. Their articles stay.")

    @Argument(help: ArgumentHelp("Ids, addresses or titles.", valueName: "feed"))
    var feeds: [String]

    @OptionGroup var libraryArguments: LibraryArguments

    func run() throws {
        let library = try libraryArguments.open()
        let known = try library.feeds()
        let chosen = try feeds.map { try FeedList.feed(named: $0, in: known) }
        for feed in chosen where try library.removeFeed(feed.id) { Output.line("\(feed.name) is followed no more") }
        try library.close()
    }
}

/// `dossier feed export`.
struct FeedExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Print the list of feeds as OPML, which other readers import.")

    @Flag(name: .long, help: "Also the names and passwords in addresses.")
    var withCredentials = false

    @OptionGroup var libraryArguments: LibraryArguments

    func run() throws {
        let library = try libraryArguments.open()
        let (text, withheld) = FeedList.opml(try library.feeds(), showsCredentials: withCredentials)
        try library.close()
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() { Output.line(String(line)) }
        if withheld > 0 {
            Output.complain(
                "\(withheld) address\(withheld == 1 ? "" : "es") without name and password; --with-credentials writes them too")
        }
    }
}

extension Feed {
    func lines(_ count: FeedCounts) -> [String] {
        var lines = ["\(name): \(count.unread) unread of \(count.articles) (\(shownURL))"]
        if state.isStopped {
            lines.append("    gone for good, and not asked any more")
        } else if let failure = state.failure {
            let times = state.failures == 1 ? "failed" : "failed \(state.failures) times"
            lines.append("    \(times): \(failure)")
        } else if state.asked == nil {
            lines.append("    not asked yet")
        }
        return lines
    }

    /// The object that `dossier feed list --json` prints; without credentials.
    func json(_ count: FeedCounts? = nil) -> JSONValue {
        .object(present: [
            ("id", .string(id)), ("title", .string(name)), ("url", .string(shownURL)), ("site", state.siteURL.map { .string($0) }),
            ("folders", .strings(folders)), ("allows", allowance.map { .string($0) }),
            ("articles", count.map { .number($0.articles) }), ("unread", count.map { .number($0.unread) }),
            ("asked", Self.time(state.asked)), ("succeeded", Self.time(state.succeeded)),
            ("due", Self.time(state.due == 0 || state.isStopped ? nil : state.due)), ("failures", .number(state.failures)),
            ("failure", state.failure.map { .string($0) }), ("stopped", .bool(state.isStopped)),
        ])
    }

    private var allowance: String? {
        switch permission {
        case .none: nil
        case .privateNetwork: "private"
        case .file: "file"
        }
    }

    private static func time(_ seconds: Int64?) -> JSONValue? {
        seconds.map { .string(ArticleDate(timestamp: $0).description) }
    }
}

extension FeedProblem {
    var json: JSONValue {
        .object(present: [
            ("id", feed.isEmpty ? nil : .string(feed)), ("title", .string(name)), ("message", .string(message)),
        ])
    }
}
