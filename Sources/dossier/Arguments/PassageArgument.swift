import Articles
import Text

/// A passage as a person names it: by its number, or by the offsets that `dossier topics` prints.
struct PassageArgument {
    /// Why it names none.
    enum Failure: ExplainedError {
        case notANumber(String)
        case absent(String, count: Int)

        var what: String {
            switch self {
            case .notANumber(let text), .absent(let text, _): "passage \(text)"
            }
        }

        var why: String {
            switch self {
            case .notANumber: "it is no number"
            case .absent(_, let count): "the article has \(count)"
            }
        }

        var remedy: String {
            "count from 1, give 0 for the article as a whole, or a place such as 19–42, as `dossier topics` prints it"
        }
    }

    private let text: String

    init(_ text: String) { self.text = text }

    func passage(in article: Article) throws -> Passage {
        let ends = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }.map { Int($0) }
        let passages = article.blockRanges.filter { !$0.isEmpty }
        switch (ends.first ?? nil, ends.count) {
        case (0?, 1): return Passage(start: 0, end: 0)
        case (let number?, 1):
            guard passages.indices.contains(number - 1) else { throw Failure.absent(text, count: passages.count) }
            return Passage(passages[number - 1])
        case (let start?, 2):
            guard let end = ends[1], passages.contains(start..<max(start, end)) else { throw Failure.absent(text, count: passages.count) }
            return Passage(start: start, end: end)
        default: throw Failure.notANumber(text)
        }
    }
}
