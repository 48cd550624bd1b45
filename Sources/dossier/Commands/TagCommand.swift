import ArgumentParser
import Articles
import Library
import Text

/// `dossier tag ID NAME [--quote TEXT]`.
struct TagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag", abstract: "Put a tag of your own on an article, or on a passage of it.")

    @Argument(help: "The article's id, as `dossier list` prints it, or its beginning.")
    var id: String

    @Argument(help: "The tag.")
    var name: String

    @Option(name: .long, help: ArgumentHelp("The passage, word for word; the whole article where none is given.", valueName: "text"))
    var quote: String?

    @Flag(name: .long, help: "Take the tag away instead.")
    var remove = false

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func run() throws {
        let library = try libraryArguments.open()
        defer { CopyKeeping.keep(library) }
        let stored = try library.article(named: id)
        guard let quote else { return try tagArticle(stored, in: library) }
        let range = try Quotation(quote).range(in: stored.article)
        if remove { return try untag(range, of: stored, in: library) }
        let passage = try library.addPassage(in: stored.id, range: range, isBookmarked: false, tags: [name])
        Output.line(format.json ? passage.json(articleName: stored.row.name).text : "tagged “\(passage.anchor.quote)” \(name)")
    }

    private func tagArticle(_ stored: StoredArticle, in library: Library) throws {
        try remove ? library.untag([stored.id], name) : library.tag([stored.id], name)
        guard let row = try library.rows([stored.id]).first else { return }
        Output.line(
            format.json ? JSONValue.object(present: row.members).text : "\(remove ? "untagged" : "tagged") \(row.title): \(name)")
    }

    private func untag(_ range: Range<Int>, of stored: StoredArticle, in library: Library) throws {
        guard let passage = stored.passages.first(where: { $0.range == range && $0.tags.contains(name) }) else {
            throw ExitStatus.nothingFound
        }
        let left = try library.untag(passage: passage.id, name)
        if format.json, let left { Output.line(left.json(articleName: stored.row.name).text) }
        if !format.json { Output.line("untagged “\(passage.anchor.quote)”: \(name)") }
    }
}
