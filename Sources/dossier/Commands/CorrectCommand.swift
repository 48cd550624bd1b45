import ArgumentParser
import Library
import Text

/// `dossier correct ID`.
struct CorrectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct", abstract: "Correct an article's title, date or byline, whatever its file says now or later.",
        discussion: "Without a correction, the corrections of the article are printed. The file itself is never changed.")

    @Argument(help: "The article's id, as `dossier list` prints it, or its beginning.")
    var id: String

    @Option(name: .long, help: ArgumentHelp("What it is called.", valueName: "text"))
    var title: String?

    @Option(name: .long, help: ArgumentHelp("When it was published: 2024, 2024-08 or 2024-08-09.", valueName: "date"))
    var date: String?

    @Option(name: .long, help: ArgumentHelp("Who wrote it; once for each name.", valueName: "name"))
    var byline: [String] = []

    @Flag(name: .long, help: "Take the corrections back, so that it says what its file says.")
    var clear = false

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func validate() throws {
        if clear && (title != nil || date != nil || !byline.isEmpty) {
            throw ValidationError("--clear takes corrections back: leave out --title, --date and --byline")
        }
    }

    func run() throws {
        let library = try libraryArguments.open()
        let article = try library.article(named: id).id
        var corrections: [ArticleCorrection] = []
        if let title { corrections.append(try ArticleCorrection(.title, typed: title)) }
        if let date { corrections.append(try ArticleCorrection(.date, typed: date)) }
        if !byline.isEmpty { corrections.append(try ArticleCorrection(.bylines, typed: byline.joined(separator: ";"))) }
        if clear { try library.clearCorrections(of: article) } else { try library.correct(article, corrections) }
        CopyKeeping.keep(library)
        try print(library.corrections(of: article))
        try library.close()
    }

    private func print(_ corrections: [ArticleCorrection]) throws {
        if format.json {
            let members = corrections.map { ($0.field.rawValue, $0.json as JSONValue?) }
            return Output.line(JSONValue.object(present: members).text)
        }
        if corrections.isEmpty { Output.line("no corrections") }
        for correction in corrections { Output.line("\(correction.field.noun): \(correction.typed)") }
    }
}

extension ArticleCorrection {
    fileprivate var json: JSONValue {
        switch self {
        case .title, .date: .string(typed)
        case .bylines(let names): .array(names.map { .string($0) })
        }
    }
}
