import Formats
import FoundationEssentials
import Text
import Topics

/// Passages and decisions, one a line, as JSON.
struct PassageLines: Decodable {
    /// A line that is no passage or no decision, counted from 1.
    struct Failure: ExplainedError {
        var file: String
        var line: Int

        var what: String { "\(file), line \(line)" }
        var why: String { "it is no object with the fields asked for" }
        var remedy: String { "see dossier topics --help for the fields" }
    }

    private static let largestFile = 1 << 30

    private var id: String
    private var article: String
    private var title: String?
    private var text: String
    private var topic: String?
    private var accepted: Bool?
    /// Where it stands, for errors.
    private var place = Failure(file: "", line: 0)

    private enum CodingKeys: String, CodingKey {
        case id, article, title, text, topic, accepted
    }

    /// Every line of `file` that is not empty.
    static func read(_ file: String) throws -> [PassageLines] {
        let bytes = try InputFile.read(file, limit: largestFile).bytes
        let decoder = JSONDecoder()
        return try bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            guard line.contains(where: { $0 > 0x20 }) else { return nil }
            let failure = Failure(file: file, line: index + 1)
            guard var passage = try? decoder.decode(PassageLines.self, from: Data(line)) else { throw failure }
            passage.place = failure
            return passage
        }
    }

    func passage() -> LonePassage { LonePassage(id: id, article: article, title: title ?? "", text: text) }

    func decision() throws -> LoneDecision {
        guard let topic, let accepted else { throw place }
        return LoneDecision(passage: passage(), topic: TopicID(topic), isAccepted: accepted)
    }
}

extension TopicLink {
    /// What `dossier topics --passages` prints of a link.
    var label: JSONValue {
        .object([
            ("topic", .string(topic.rawValue)), ("score", .double(explanation.score)), ("probable", .bool(standing == .probable)),
        ])
    }
}
