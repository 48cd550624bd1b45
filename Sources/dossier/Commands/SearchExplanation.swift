import Library
import Search
import Text

/// How a question was read, and what each part of it finds by itself.
struct SearchExplanation {
    private let sentence: String
    private let parts: [PartCount]

    init(_ question: Question, in library: Library) throws {
        sentence = question.explanation
        parts = try library.partCounts(of: question.query, upTo: Int(Int32.max))
    }

    func print(asJSON: Bool) {
        if asJSON {
            Output.line(json.text)
            return
        }
        Output.line(sentence)
        for part in parts { Output.line("    \(part.part): \(part.articles) article\(part.articles == 1 ? "" : "s")") }
        Output.line("")
    }

    private var json: JSONValue {
        let parts = parts.map { JSONValue.object([("part", .string($0.part.description)), ("count", .number($0.articles))]) }
        return .object([("explanation", .string(sentence)), ("parts", .array(parts))])
    }
}

extension PartCount {
    fileprivate var articles: Int {
        switch count {
        case .exactly(let number), .moreThan(let number): number
        }
    }
}
