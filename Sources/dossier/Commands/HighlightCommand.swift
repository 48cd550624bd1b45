import ArgumentParser
import Articles
import Library
import Text

/// `dossier highlight ID [--quote TEXT | --block N | --at START-END] [COLOUR]`.
struct HighlightCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "highlight", abstract: "Highlight a passage of an article in a colour.",
        discussion: "Without --quote, --block and --at, it is the first passage.")

    @Argument(help: "The article's id, as `dossier list` prints it, or its beginning.")
    var id: String

    @Argument(help: "The colour: \(HighlightColour.allCases.map(\.rawValue).joined(separator: ", ")).")
    var colour: HighlightColour = .yellow

    @Flag(name: .long, help: "Take the highlight away instead.")
    var remove = false

    @OptionGroup var place: PlaceArguments
    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func run() throws {
        let library = try libraryArguments.open()
        let stored = try library.article(named: id)
        let range = try place.range(in: stored.article)
        let old = stored.passages.first { $0.range == range && $0.highlight != nil }
        if remove, old == nil { throw ExitStatus.nothingFound }
        let passage = try library.setHighlight(remove ? nil : colour, in: stored.id, range: range)
        CopyKeeping.keep(library)
        if format.json {
            if let passage { Output.line(passage.json(articleName: stored.row.name).text) }
        } else if let passage = passage ?? old {
            Output.line(
                remove ? "highlight removed from “\(passage.anchor.quote)”" : "highlighted “\(passage.anchor.quote)” in \(colour.rawValue)")
        }
    }
}

extension HighlightColour: ExpressibleByArgument {}
