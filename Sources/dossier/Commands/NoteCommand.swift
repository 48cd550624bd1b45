import ArgumentParser
import Articles
import Formats
import Library
import Text

/// `dossier note ID [--quote TEXT | --block N | --at START-END] TEXT`.
struct NoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Write a note on a passage of an article, in place of the one there.",
        discussion: "Without --quote, --block and --at, the note is on the first passage. `dossier search note:word` finds notes again.")

    @Argument(help: "The article's id, as `dossier list` prints it, or its beginning.")
    var id: String

    @Argument(help: "The note; - for standard input.")
    var text: String?

    @Flag(name: .long, help: "Take the note away instead.")
    var remove = false

    @OptionGroup var place: PlaceArguments
    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func validate() throws {
        if (text == nil) != remove { throw ValidationError("give a note, or --remove and none") }
    }

    func run() throws {
        let note = try text.map { try Self.note($0) }
        let library = try libraryArguments.open()
        let stored = try library.article(named: id)
        let range = try place.range(in: stored.article)
        let noted = stored.passages.first { $0.range == range && $0.note != nil }
        if remove, noted == nil { throw ExitStatus.nothingFound }
        let passage = try library.setNote(note, in: stored.id, range: range)
        CopyKeeping.keep(library)
        if format.json {
            if let passage { Output.line(passage.json(articleName: stored.row.name).text) }
        } else if let passage = passage ?? noted {
            Output.line(remove ? "note removed from “\(passage.anchor.quote)”" : "noted on “\(passage.anchor.quote)”")
        }
    }

    private static func note(_ text: String) throws -> String {
        let note = text == "-" ? String(decoding: try InputFile.read(text, limit: PassageNote.longest + 1).bytes, as: UTF8.self) : text
        guard note.contains(where: { !$0.isWhitespace }) else { throw ValidationError("the note is empty; --remove takes one away") }
        return note
    }
}
