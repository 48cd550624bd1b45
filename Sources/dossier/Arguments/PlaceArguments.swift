import ArgumentParser
import Articles
import Text

/// Which passage of an article a command is on.
struct PlaceArguments: ParsableArguments {
    /// Why an argument names no passage.
    enum Failure: ExplainedError {
        case notARange(String)
        case beyondTheText(String, length: Int)
        case empty

        var what: String {
            switch self {
            case .notARange(let text), .beyondTheText(let text, _): "place \(text)"
            case .empty: "article"
            }
        }

        var why: String {
            switch self {
            case .notARange: "it is not two numbers, the smaller first"
            case .beyondTheText(_, let length): "the article's text is \(length) bytes long"
            case .empty: "it has no text"
            }
        }

        var remedy: String {
            switch self {
            case .notARange, .beyondTheText: "give offsets in bytes of the text, such as 19-42, as `dossier topics` prints them"
            case .empty: ""
            }
        }
    }

    @Option(name: .long, help: ArgumentHelp("The passage, word for word, or so much of it that it is found in one place.", valueName: "text"))
    var quote: String?

    @Option(name: .long, help: ArgumentHelp("The passage by its number, counted from 1.", valueName: "number"))
    var block: Int?

    @Option(name: .long, help: ArgumentHelp("The passage by its offsets in bytes of the article's text.", valueName: "start-end"))
    var at: String?

    func validate() throws {
        if [quote != nil, block != nil, at != nil].count(where: { $0 }) > 1 {
            throw ValidationError("give one of --quote, --block and --at")
        }
    }

    /// In UTF-8 offsets of the canonical text; the first passage where none is named.
    func range(in article: Article) throws -> Range<Int> {
        if let quote { return try Quotation(quote).range(in: article) }
        if let at { return try Self.range(at, in: article) }
        let passages = article.blockRanges.filter { !$0.isEmpty }
        guard let first = passages.first else { throw Failure.empty }
        guard let block else { return first }
        guard passages.indices.contains(block - 1) else { throw PassageArgument.Failure.absent("\(block)", count: passages.count) }
        return passages[block - 1]
    }

    private static func range(_ text: String, in article: Article) throws -> Range<Int> {
        let ends = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }.map { Int($0) }
        guard ends.count == 2, let start = ends[0], let end = ends[1], start < end else { throw Failure.notARange(text) }
        let length = article.text.utf8.count
        guard end <= length else { throw Failure.beyondTheText(text, length: length) }
        return start..<end
    }
}
