import ArgumentParser
import Articles
import Library
import Text

/// `dossier bookmarks`: every passage that the user made, the newest first.
struct BookmarksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bookmarks", abstract: "List the passages that you bookmarked or tagged, the newest first.")

    @Option(name: .long, help: ArgumentHelp("Only passages with this tag.", valueName: "name"))
    var tag: String?

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func run() throws {
        let library = try libraryArguments.open()
        let passages = try library.passages(PassageFilter(tag: tag))
        guard !passages.isEmpty else { throw ExitStatus.nothingFound }
        let rows = try library.rows(Array(Set(passages.map(\.article))).sorted())
        let names = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0.name) })
        for passage in passages {
            Output.line(format.json ? passage.json(articleName: names[passage.article] ?? "").text : Self.sentence(passage))
        }
    }

    private static func sentence(_ passage: StoredPassage) -> String {
        let mark = passage.range == nil ? " (no longer in the text)" : ""
        let tags = passage.tags.isEmpty ? "" : "  #" + passage.tags.joined(separator: " #")
        return "\(passage.created.withoutTime)  \(passage.articleTitle)\(mark)\(tags)\n    “\(passage.anchor.quote)”"
    }
}
