import ArgumentParser
import Articles
import Formats
import Reader
import Text

/// `dossier read FILE`: the article as it was understood, without a library.
struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Print the articles of a file as the reading view shows them, or as JSON.")

    @Argument(help: "A file with one or more articles; - for standard input.")
    var file: String

    @OptionGroup var format: FormatArguments
    @OptionGroup var width: WidthArguments

    func run() throws {
        var isFirst = true
        var failure: FormatError?
        for result in try FileReading.readings(at: file) {
            switch result {
            case .success(let reading):
                reading.notes.forEach { Output.complain($0.description) }
                if !format.json && !isFirst { Output.line("") }
                Output.line(format.json ? reading.article.jsonWithHTML.text : page(reading.article))
                isFirst = false
            case .failure(let error):
                Output.complain(error.message)
                failure = error
            }
        }
        if failure != nil { throw ExitStatus.failed }
    }

    private func page(_ article: Article) -> String {
        Page.plainText(of: article, width: width.width ?? Output.columns)
    }
}
