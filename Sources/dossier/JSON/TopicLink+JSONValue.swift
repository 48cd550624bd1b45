import Articles
import Text
import Topics

extension TopicLink {
    /// What `dossier topics --json` prints of it. `text` is the article's canonical text.
    func members(in text: String) -> [(String, JSONValue)] {
        [
            ("passage", .object([
                ("start", .number(passage.start)),
                ("end", .number(passage.end)),
                ("text", .string(text.slice(passage.range))),
            ])),
            ("topic", .string(topic.rawValue)),
            ("origin", .string(origin.rawValue)),
            ("score", .double(explanation.score)),
            ("probability", .double(explanation.probability)),
            ("threshold", .double(explanation.threshold)),
            ("prior", .double(explanation.prior)),
            ("evidence", .array(explanation.evidence.map(\.json))),
            ("context", .array(explanation.context.map(\.json))),
        ]
    }
}

extension Explanation.Evidence {
    var json: JSONValue {
        .object([
            ("start", .number(start)), ("end", .number(end)), ("text", .string(text)), ("contribution", .double(contribution)),
        ])
    }
}

extension Explanation.Factor {
    var json: JSONValue { .object([("name", .string(name)), ("contribution", .double(contribution))]) }
}

extension String {
    /// The bytes of `range`, in UTF-8 offsets, as text; empty where the range is not in the text.
    func slice(_ range: Range<Int>) -> String {
        guard range.lowerBound >= 0, range.upperBound <= utf8.count else { return "" }
        let start = utf8.index(startIndex, offsetBy: range.lowerBound)
        return String(self[start..<utf8.index(start, offsetBy: range.count)])
    }
}
