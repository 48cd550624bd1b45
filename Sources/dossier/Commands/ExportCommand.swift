import ArgumentParser
import Library
import Search
import Text

/// `dossier export [QUERY] [--format F] [-o FILE]`: what you made, for elsewhere.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write what you made: passages with notes and tags, stars, decisions.",
        discussion: """
            jsonl: everything, which `dossier import` brings back; jsonld: passages in the Web Annotation vocabulary; markdown: passages \
            by article, to be read; csv: passages, one a row. With a query, only of the articles found.
            """)

    @Argument(help: "A query, such as: topic:extradition is:bookmarked; all articles where there is none.")
    var query: [String] = []

    @Option(name: .long, help: ArgumentHelp("The form: \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "format"))
    var format: ExportFormat = .jsonl

    @Option(name: .shortAndLong, help: ArgumentHelp("The file, which is there whole or not at all; else standard output.", valueName: "file"))
    var output: String?

    @OptionGroup var libraryArguments: LibraryArguments

    func run() throws {
        let question = query.isEmpty ? nil : try Question(query.joined(separator: " "))
        let library = try libraryArguments.open()
        let articles = try question.map { question in
            try IndexKeeping.prepare(library, for: question.query)
            return try library.order(of: question.query)
        }
        if let articles, articles.isEmpty { throw ExitStatus.nothingFound }
        if let output, output != "-" {
            try library.export(format, of: articles, toFile: output)
        } else {
            try library.export(format, of: articles) { Output.text($0) }
        }
        try library.close()
    }
}

extension ExportFormat: ExpressibleByArgument {}
