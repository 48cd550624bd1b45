import ArgumentParser
import Articles
import Library
import Search
import Text

/// `dossier bookmarks`: the passages that the user made, the newest first.
struct BookmarksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bookmarks", abstract: "List the passages that you bookmarked, starred or tagged, the newest first.")

    @Argument(help: ArgumentHelp("Only passages that this finds: is:bookmarked tag:hanoi topic:extradition note:visa.", valueName: "query"))
    var query: [String] = []

    @Option(name: .long, help: ArgumentHelp("Only passages with this tag.", valueName: "name"))
    var tag: String?

    @Flag(name: .long, help: "List passages with notes too.")
    var notes = false

    @Flag(name: .long, help: "List highlighted passages too.")
    var highlights = false

    @Flag(name: .long, help: "Only passages whose words are no longer in the text, whatever they have.")
    var orphaned = false

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func run() throws {
        let library = try libraryArguments.open()
        let found = try query.isEmpty ? nil : self.found(try Question(query.joined(separator: " ")).query, in: library)
        let passages = try library.passages(PassageFilter(tag: tag, isOrphaned: orphaned)).filter { passage in
            found.map { $0.contains(passage.id) } ?? (orphaned || isWanted(passage))
        }
        guard !passages.isEmpty else { throw ExitStatus.nothingFound }
        let rows = try library.rows(Array(Set(passages.map(\.article))).sorted())
        let names = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0.name) })
        for passage in passages {
            Output.line(format.json ? passage.json(articleName: names[passage.article] ?? "").text : Self.sentence(passage))
        }
    }

    /// The passages that a query finds, whatever they have.
    private func found(_ query: Query, in library: Library) throws -> Set<String> {
        let numbers = try library.passageOrder(PassageList(query)).entries.map(\.number)
        return Set(try library.passages(numbered: numbers).values.map(\.id))
    }

    /// What is only noted or highlighted is no bookmark.
    private func isWanted(_ passage: StoredPassage) -> Bool {
        passage.isBookmarked || passage.isStarred || !passage.tags.isEmpty || (notes && passage.note != nil)
            || (highlights && passage.highlight != nil)
    }

    private static func sentence(_ passage: StoredPassage) -> String {
        let mark = passage.range == nil ? " (no longer in the text)" : ""
        let star = passage.isStarred ? "  ★" : ""
        let colour = passage.highlight.map { "  [\($0.rawValue)]" } ?? ""
        let note = passage.note.map { "\n    → " + $0.text.split(separator: "\n").joined(separator: "\n      ") } ?? ""
        let tags = passage.tags.isEmpty ? "" : "  #" + passage.tags.joined(separator: " #")
        return "\(passage.created.withoutTime)  \(passage.articleTitle)\(mark)\(star)\(colour)\(tags)\n    “\(passage.anchor.quote)”\(note)"
    }
}
