import ArgumentParser
import Library
import Text

/// `dossier import FILE`: what was made elsewhere.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring in what was exported, or annotations in the Web Annotation vocabulary.",
        discussion: """
            Of two edits of the same passage the later wins; importing twice changes nothing. What belongs to an article that the library \
            does not hold is kept until it comes. One action, which the reader's undo takes back.
            """)

    @Argument(help: "The file; - for standard input.")
    var file: String

    @OptionGroup var libraryArguments: LibraryArguments
    @OptionGroup var format: FormatArguments

    func run() throws {
        let library = try libraryArguments.open()
        let summary = try library.importFile(file)
        CopyKeeping.keep(library)
        for problem in summary.problems { Output.complain("\(file), record \(problem.number): \(problem.reason)") }
        Output.line(format.json ? summary.json.text : summary.sentence)
        try library.close()
        if summary.unusable > 0 { throw ExitStatus.failed }
    }
}

extension ImportSummary {
    /// The object that `dossier import --json` prints.
    var json: JSONValue {
        .object([
            ("added", .number(added)), ("updated", .number(updated)), ("alreadyThere", .number(alreadyThere)),
            ("withoutArticle", .number(withoutArticle)), ("passages", .number(passages)), ("unusable", .number(unusable)),
        ])
    }

    var sentence: String {
        let parts = [
            (added, "added"), (updated, "updated"), (alreadyThere, "already there"), (withoutArticle, "waiting for their articles"),
            (unusable, "not usable"),
        ]
        let said = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return said.isEmpty ? "nothing to import" : said.joined(separator: ", ")
    }
}
