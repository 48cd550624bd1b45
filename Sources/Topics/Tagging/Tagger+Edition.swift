import Articles
import Text

extension Tagger {
    /// Raised by hand whenever the code would tag an article otherwise than before.
    private static let method = 4

    /// Another number whenever the built-in vocabulary or the way of tagging is another, so that a library knows which of
    /// its articles to tag anew. Costs a digest of the vocabulary's tables, less than a millisecond.
    public static var edition: Int {
        let tables = VocabularyTables.builtIn
        let files = [tables.topics, tables.treaties, tables.provisions, tables.kickers, tables.acronyms]
        return number(of: files.flatMap(\.bytes) + Array("method \(method)".utf8))
    }

    /// The same for this tagger: another number also where anything of the vocabulary, what was learned or the library's
    /// statistics are others. Costs a digest of them all, some milliseconds.
    public var edition: Int {
        var lines = [String(Self.edition)] + beside
        for topic in vocabulary.topics {
            lines.append("\(topic.id)\t\(topic.code)\t\(topic.broader?.rawValue ?? "")")
            for label in topic.labels {
                lines.append("\(label.text)\t\(label.language)\t\(label.kind.rawValue)\t\(label.match.rawValue)\t\(label.isCommon)")
            }
            lines += topic.provisions.map(\.description) + topic.related.map(\.rawValue)
        }
        return Self.number(of: Array(lines.joined(separator: "\n").utf8) + model.bytes)
    }

    /// What a tagger goes by beside topics and what was learned, a line each.
    private var beside: [String] {
        var lines = vocabulary.kickers.map { "\($0.name)\t\($0.parent ?? "")\t\($0.topics.map(\.rawValue))" }
        lines += vocabulary.acronyms.map {
            "\($0.text)\t\($0.topic)\t\($0.standard.rawValue)\t\([[$0.expansion], $0.rivals, $0.positive, $0.negative, $0.needs])"
        }
        lines += vocabulary.treaties.map { "\($0.id)\t\($0.shortName)\t\($0.unit.rawValue)\t\($0.names)\t\($0.finalSince?.description ?? "")" }
        lines += vocabulary.provisions.map { "\($0.id)\t\($0.title)" }
        if !statistics.isEmpty { lines.append(statistics.text) }
        return lines
    }

    private static func number(of bytes: [UInt8]) -> Int {
        let digest = bytes.withUnsafeBytes { ContentHash(of: $0).hexadecimal }
        // 48 bits: what a library keeps as a number, and never the 0 of one that knows no tagger.
        return (Int(digest.prefix(12), radix: 16) ?? 0) | 1
    }
}
