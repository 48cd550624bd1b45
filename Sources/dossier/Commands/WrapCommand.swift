import ArgumentParser
import Formats
import Text

/// `dossier wrap`: a filter like `fmt`.
struct WrapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wrap", abstract: "Wrap plain text as the reading view wraps it.",
        discussion: "Control characters are shown as marks on a terminal, and left out where the output goes elsewhere.")

    @OptionGroup var width: WidthArguments

    @Argument(help: "A text file in UTF-8; standard input where none is named.")
    var file: String = "-"

    func run() throws {
        let text = String(decoding: try InputFile.read(file).bytes, as: UTF8.self)
        // A mark for a control character would be one more character for the next program.
        let wrapped = PlainText.wrap(
            text, width: width.width ?? Output.columns, controls: Output.goesToTerminal ? .shown : .removed)
        Output.line(wrapped.hasSuffix("\n") ? String(wrapped.dropLast()) : wrapped)
    }
}
