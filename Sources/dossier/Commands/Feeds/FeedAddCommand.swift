import ArgumentParser
import Feeds
import Formats
import Library
import Text

/// `dossier feed add URL|FILE`.
struct FeedAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Follow a feed: by its address, by that of a page which names it, or by a file.",
        discussion: """
            A file that is a list of feeds (OPML) is imported. A name and a password may stand in the address \
            (https://name:password@…): they are sent, and never shown.
            """)

    @Argument(help: ArgumentHelp("An address, or the path of a feed or a list.", valueName: "address"))
    var address: String

    @Option(name: .long, help: ArgumentHelp("What to call it; else what it calls itself.", valueName: "title"))
    var title: String?

    @Option(name: .long, help: ArgumentHelp("The folder of the list to put it in; folders inside are written with /.", valueName: "folder"))
    var folder: String?

    @Flag(name: .long, help: "It may be on this machine or in its own network.")
    var allowPrivate = false

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func run() throws {
        let library = try libraryArguments.openOrMake()
        let work = try FeedWork(library, libraryArguments)
        var wish = FeedWish()
        wish.title = title
        wish.folders = FeedWishArguments.folders(folder)
        wish.allowsPrivate = allowPrivate
        let addition = try work.refresh.add(address, wish)
        try work.finish()
        addition.print(asJSON: format.json)
        try library.close()
        if !addition.refused.isEmpty { throw ExitStatus.failed }
    }
}

/// `dossier feed import FILE`.
struct FeedImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Follow the feeds of a list (OPML).",
        discussion: "Nothing is fetched: that is what dossier feed refresh does.")

    @Argument(help: ArgumentHelp("The list.", valueName: "file"))
    var file: String

    @Option(name: .long, help: ArgumentHelp("The folder of the list to put all of them in.", valueName: "folder"))
    var folder: String?

    @Flag(name: .long, help: "They may be on this machine or in its own network.")
    var allowPrivate = false

    @Flag(name: .long, help: "They may be files of this machine.")
    var allowFiles = false

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func run() throws {
        let library = try libraryArguments.openOrMake()
        let work = try FeedWork(library, libraryArguments)
        var wish = FeedWish()
        wish.folders = FeedWishArguments.folders(folder)
        wish.allowsPrivate = allowPrivate
        wish.allowsFiles = allowFiles
        let addition = try work.refresh.importList(file, wish)
        try work.finish()
        addition.print(asJSON: format.json)
        try library.close()
        if !addition.refused.isEmpty { throw ExitStatus.failed }
    }
}

extension FeedAddition {
    func print(asJSON: Bool) {
        for problem in notes + refused { Output.complain(problem.message) }
        guard !asJSON else { return Output.line(json.text) }
        Output.line(sentence + (isOne || added.isEmpty && known.isEmpty && refused.isEmpty ? "" : "; see dossier feed refresh"))
        for other in others { Output.line("also there: \(other.title.map { $0 + ", " } ?? "")\(Feed(url: other.feedURL).shownURL)") }
    }

    private var isOne: Bool { added.count + known.count == 1 && refused.isEmpty }

    /// Of a list, how many; of a single feed its name.
    var sentence: String {
        if isOne, let feed = added.first {
            let articles = changes.added + changes.duplicates
            let count = articles > 0 ? ", \(articles) article\(articles == 1 ? "" : "s")" : ""
            return "following \(feed.name) (\(feed.shownURL))" + count
        }
        if isOne, let feed = known.first { return "following \(feed.name) (\(feed.shownURL)) already" }
        let parts = [(added.count, "added"), (known.count, "already there"), (refused.count, "refused")]
        let said = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return said.isEmpty ? "no feeds in the list" : said.joined(separator: ", ")
    }

    private var json: JSONValue {
        .object([
            ("added", .array(added.map { $0.json() })), ("already", .array(known.map { $0.json() })),
            ("articles", .number(changes.added + changes.duplicates)),
            ("others", .array(others.map { .string(Feed(url: $0.feedURL).shownURL) })),
            ("failed", .array(refused.map { $0.json })),
        ])
    }
}
