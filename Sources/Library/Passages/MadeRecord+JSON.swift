import Articles
import Text

/// The lines of JSON Lines. Members without a value are left out; their order is part of the format, so that equal libraries
/// write equal bytes.
extension MadeRecord {
    /// The first line of a file. Version 1 knew neither documents nor feeds, 2 no corrections.
    static let header = JSONValue.object([("type", .string("dossier")), ("version", .number(version))])
    static let version = 3
    static let firstVersionWithDocuments = 2
    static let firstVersionWithCorrections = 3

    /// The most bytes of an identity.
    static let longestIdentifier = 100
    /// The most bytes of a quote, and of what is kept around it.
    private static let (longestQuote, longestContext) = (1 << 20, 4_096)

    var json: JSONValue {
        switch self {
        case .article(let marks): marks.json
        case .passage(let record): record.json
        case .decision(let record): record.json
        case .exclusion(let record): record.json
        case .document(let record): record.json
        case .correction(let record): record.json
        case .feed(let record): record.json
        }
    }

    /// Why a line cannot be used.
    struct Unusable: Error, Hashable {
        var reason: String
    }

    /// Nothing for a line that tells of the file.
    init?(_ json: JSONValue) throws {
        switch json["type"]?.string {
        case "dossier": return nil
        case "article":
            self = .article(
                ArticleMarks(
                    source: try Self.source(json), isRead: json["read"]?.isTrue ?? false, isStarred: json["starred"]?.isTrue ?? false,
                    isTrashed: json["trashed"]?.isTrue ?? false, tags: Self.tags(json), edited: try Self.time("edited", json)))
        case "passage": self = .passage(try Self.passage(json))
        case "decision":
            guard let verdict = json["verdict"]?.string.flatMap(Verdict.init(rawValue:)) else { throw Unusable(reason: "its verdict is unknown") }
            self = .decision(
                DecisionRecord(
                    id: try Self.identifier(json), source: try Self.source(json), anchor: try Self.anchor(json), topic: try Self.text("topic", json),
                    verdict: verdict, isRemoved: json["removed"]?.isTrue ?? false, created: try Self.time("created", json),
                    edited: try Self.time("edited", json)))
        case "exclusion":
            guard let kind = json["kind"]?.string.flatMap(LearningExclusion.init(rawValue:)) else { throw Unusable(reason: "its kind is unknown") }
            self = .exclusion(
                ExclusionRecord(
                    kind: kind, topic: try Self.text("topic", json), text: try Self.text("text", json), isRemoved: json["removed"]?.isTrue ?? false,
                    edited: try Self.time("edited", json)))
        case "document": self = .document(try Self.document(json))
        case "correction": self = .correction(try Self.correction(json))
        case "feed": self = .feed(try Self.feed(json))
        default: throw Unusable(reason: "its type is unknown")
        }
    }

    private static func passage(_ json: JSONValue) throws -> PassageRecord {
        let anchor = try anchor(json)
        guard !anchor.quote.isEmpty else { throw Unusable(reason: "it has no quote") }
        var record = PassageRecord(id: try identifier(json), source: try source(json), anchor: anchor)
        record.isBookmarked = json["bookmarked"]?.isTrue ?? false
        record.isStarred = json["starred"]?.isTrue ?? false
        if let name = json["highlight"]?.string {
            guard let colour = HighlightColour(rawValue: name) else { throw Unusable(reason: "its colour is unknown") }
            record.highlight = colour
        }
        record.created = try time("created", json)
        record.edited = try time("edited", json)
        if let note = json["note"]?.string.flatMap({ PassageNote.cleaned($0) }) {
            guard note.utf8.count <= PassageNote.longest else { throw Unusable(reason: "its note is too long") }
            record.note = note
            record.noted = json["noted"] == nil ? record.edited : try time("noted", json)
        }
        record.tags = tags(json)
        record.isRemoved = json["removed"]?.isTrue ?? false
        return record.withoutWhatWasRemoved
    }

    private static func text(_ name: String, _ json: JSONValue) throws -> String {
        guard let text = json[name]?.string.flatMap({ TagKey.cleaned($0) }) else { throw Unusable(reason: "it has no \(name)") }
        return text
    }

    /// Letters, digits and hyphens.
    static func identifier(_ json: JSONValue) throws -> String {
        let isPlain = { (byte: UInt8) in byte == 0x2D || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) }
        guard let id = json["id"]?.string, (1...longestIdentifier).contains(id.utf8.count), id.utf8.allSatisfy(isPlain) else { throw Unusable(reason: "its id cannot be used") }
        return id
    }

    static func source(_ json: JSONValue) throws -> ArticleSource {
        guard let identity = json["article"]?.string, identity.utf8.count == 64, identity.allSatisfy(\.isHexDigit) else {
            throw Unusable(reason: "it names no article")
        }
        return ArticleSource(identity: identity, title: json["title"]?.string ?? "", url: json["url"]?.string)
    }

    private static func anchor(_ json: JSONValue) throws -> Anchor {
        guard let start = json["start"]?.integer, let end = json["end"]?.integer, start >= 0, end >= start, end < 1 << 40 else {
            throw Unusable(reason: "it has no place")
        }
        let anchor = Anchor(
            start: start, end: end, quote: json["quote"]?.string ?? "", prefix: json["prefix"]?.string ?? "", suffix: json["suffix"]?.string ?? "")
        guard anchor.quote.utf8.count <= longestQuote, anchor.prefix.utf8.count <= longestContext, anchor.suffix.utf8.count <= longestContext else {
            throw Unusable(reason: "its quote is too long")
        }
        return anchor
    }

    static func tags(_ json: JSONValue) -> [String] {
        var seen: Set<String> = []
        return (json["tags"]?.elements ?? []).compactMap { $0.string.flatMap { TagKey.cleaned($0) } }
            .filter { seen.insert(TagKey.of($0)).inserted }.sorted()
    }

    static func time(_ name: String, _ json: JSONValue) throws -> Int64 {
        guard let time = json[name]?.string.flatMap({ ArticleDate(iso8601: $0) }) else { throw Unusable(reason: "it has no time «\(name)»") }
        return time.timestamp
    }
}

extension MadeRecord.ArticleMarks {
    var json: JSONValue {
        .object(present: [("type", .string("article"))] + source.members + [
            ("read", isRead ? .bool(true) : nil), ("starred", isStarred ? .bool(true) : nil), ("trashed", isTrashed ? .bool(true) : nil),
            ("tags", .strings(tags)), ("edited", .time(edited)),
        ])
    }

    var isEmpty: Bool { !isRead && !isStarred && !isTrashed && tags.isEmpty && edited == 0 }
}

extension MadeRecord.PassageRecord {
    var json: JSONValue {
        .object(present: [("type", .string("passage")), ("id", .string(id))] + source.members + anchor.members + content)
    }

    /// What the person says of the passage, without where it is.
    var content: [(String, JSONValue?)] {
        [
            ("bookmarked", isBookmarked ? .bool(true) : nil), ("starred", isStarred ? .bool(true) : nil),
            ("highlight", highlight.map { .string($0.rawValue) }), ("note", note.map { .string($0) }), ("noted", noted.map { .time($0) }),
            ("tags", .strings(tags)), ("removed", isRemoved ? .bool(true) : nil), ("created", .time(created)), ("edited", .time(edited)),
        ]
    }
}

extension MadeRecord.DecisionRecord {
    var json: JSONValue {
        .object(present: [("type", .string("decision")), ("id", .string(id))] + source.members + anchor.members + [
            ("topic", .string(topic)), ("verdict", .string(verdict.rawValue)), ("removed", isRemoved ? .bool(true) : nil),
            ("created", .time(created)), ("edited", .time(edited)),
        ])
    }
}

extension MadeRecord.ExclusionRecord {
    var json: JSONValue {
        .object(present: [
            ("type", .string("exclusion")), ("kind", .string(kind.rawValue)), ("topic", .string(topic)), ("text", .string(text)),
            ("removed", isRemoved ? .bool(true) : nil), ("edited", .time(edited)),
        ])
    }
}

extension ArticleSource {
    var members: [(String, JSONValue?)] {
        [("article", .string(identity)), ("title", .string(title)), ("url", url.map { .string($0) })]
    }
}

extension Anchor {
    /// Offsets are UTF-8 bytes.
    fileprivate var members: [(String, JSONValue?)] {
        [
            ("start", .number(start)), ("end", .number(end)), ("quote", .string(quote)), ("prefix", .string(prefix)), ("suffix", .string(suffix)),
        ]
    }
}

extension JSONValue {
    static func time(_ timestamp: Int64) -> JSONValue { .string(ArticleDate(timestamp: timestamp).description) }
}
