import Articles
import Text

/// Words by which a person names a passage on the command line.
struct Quotation {
    /// Why the words name no passage.
    enum Failure: ExplainedError {
        case empty
        case absent(String)
        case ambiguous(String, places: Int)

        var what: String {
            switch self {
            case .empty: "the quote"
            case .absent(let quote), .ambiguous(let quote, _): "the quote «\(quote)»"
            }
        }

        var why: String {
            switch self {
            case .empty: "it is empty"
            case .absent: "the article does not hold it"
            case .ambiguous(_, let places): "the article holds it \(places) times"
            }
        }

        var remedy: String {
            switch self {
            case .empty: "give some words of the passage"
            case .absent: "copy it from `dossier show`, on one line"
            case .ambiguous: "give more of the passage"
            }
        }
    }

    private let quote: String

    init(_ quote: String) { self.quote = quote }

    /// The one place of the words in the article's canonical text, in UTF-8 offsets. Runs of white space count as one
    /// blank on both sides, since a person copies from wrapped lines.
    func range(in article: Article) throws -> Range<Int> {
        let needle = Self.words(Array(quote.utf8))
        guard !needle.isEmpty else { throw Failure.empty }
        let text = Array(article.text.utf8)
        let places = text.indices.filter { Self.end(of: needle, at: $0, in: text) != nil }
        guard let start = places.first, let end = Self.end(of: needle, at: start, in: text) else { throw Failure.absent(quote) }
        guard places.count == 1 else { throw Failure.ambiguous(quote, places: places.count) }
        return start..<end
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

    private static func words(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] { bytes.split(whereSeparator: isBlank) }

    private static func end(of words: [ArraySlice<UInt8>], at start: Int, in text: [UInt8]) -> Int? {
        var position = start
        for (index, word) in words.enumerated() {
            if index > 0 {
                guard position < text.count, isBlank(text[position]) else { return nil }
                while position < text.count, isBlank(text[position]) { position += 1 }
            }
            guard text[position...].starts(with: word) else { return nil }
            position += word.count
        }
        return position
    }
}
