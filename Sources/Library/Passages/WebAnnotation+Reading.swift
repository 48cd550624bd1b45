import Articles
import Text

/// Annotations of others: of the model itself, and as Hypothesis exports them (`uri`, `text`, `tags`, `updated`).
extension WebAnnotation {
    /// An annotation, before it is known whether the library holds its article.
    struct Incoming {
        var record: MadeRecord.PassageRecord
        /// In code points.
        var position: Range<Int>?
    }

    /// The annotations in a value: of a collection, a page, a list, an export of Hypothesis, or the value itself.
    static func annotations(in json: JSONValue) -> [JSONValue] {
        if case .array(let values) = json { return values }
        for name in ["items", "annotations", "rows"] { if let found = json[name] { return found.elements } }
        if let first = json["first"] { return first["items"]?.elements ?? [] }
        return [json]
    }

    /// Throws ``MadeRecord/Unusable``.
    static func read(_ json: JSONValue) throws -> Incoming {
        let target = json["target"]?.elements.first
        let address = target?["source"]?.string ?? target?["source"]?["id"]?.string ?? json["uri"]?.string ?? target?.string
        guard let address, let identity = identity(of: address) else { throw MadeRecord.Unusable(reason: "it names no article") }
        let selectors = flattened(target?["selector"]?.elements ?? [], depth: 0)
        let quotation = selectors.first { $0["type"]?.string == "TextQuoteSelector" }
        let place = selectors.first { $0["type"]?.string == "TextPositionSelector" }
        let quote = quotation?["exact"]?.string ?? ""
        let position = place.flatMap { place -> Range<Int>? in
            guard let start = place["start"]?.integer, let end = place["end"]?.integer, start >= 0, start < end else { return nil }
            return start..<end
        }
        guard !quote.isEmpty || position != nil else { throw MadeRecord.Unusable(reason: "it says neither quote nor place") }
        guard quote.utf8.count <= 1 << 20 else { throw MadeRecord.Unusable(reason: "its quote is too long") }
        let anchor = Anchor(
            start: 0, end: quote.utf8.count, quote: quote, prefix: String((quotation?["prefix"]?.string ?? "").suffix(Anchor.contextLength)),
            suffix: String((quotation?["suffix"]?.string ?? "").prefix(Anchor.contextLength)))
        let source = ArticleSource(identity: identity, title: title(json), url: address.hasPrefix(articlePrefix) ? nil : address)
        var record = MadeRecord.PassageRecord(id: identifier(json, address: address, anchor), source: source, anchor: anchor)
        record.created = time(json["created"]) ?? time(json["updated"]) ?? time(json["modified"]) ?? 0
        record.edited = time(json["modified"]) ?? time(json["updated"]) ?? record.created
        try fill(&record, json)
        return Incoming(record: record, position: position)
    }

    private static func fill(_ record: inout MadeRecord.PassageRecord, _ json: JSONValue) throws {
        let motivations = Set((json["motivation"]?.elements ?? []).compactMap { word($0.string) })
        let bodies = json["body"]?.elements ?? []
        let tags = bodies.filter { word($0["purpose"]?.string) == "tagging" }.compactMap { $0["value"] } + (json["tags"]?.elements ?? [])
        record.tags = MadeRecord.tags(.object([("tags", .array(tags))]))
        let notes = bodies.filter { word($0["purpose"]?.string) != "tagging" }.compactMap { $0["value"]?.string ?? $0.string }
        let text = (notes + [json["text"]?.string].compactMap { $0 }).joined(separator: "\n\n")
        record.note = PassageNote.cleaned(text)
        guard record.note?.utf8.count ?? 0 <= PassageNote.longest else { throw MadeRecord.Unusable(reason: "its note is too long") }
        if record.note != nil { record.noted = bodies.lazy.compactMap { time($0["modified"]) }.first ?? record.edited }
        record.isStarred = json["dossier:starred"]?.isTrue ?? false
        record.highlight = json["dossier:colour"]?.string.flatMap { HighlightColour(rawValue: $0) }
        if record.highlight == nil, motivations.contains("highlighting") { record.highlight = .yellow }
        record.isBookmarked = motivations.contains("bookmarking")
        // What has neither words nor a colour of ours was marked in the text.
        if record.state == nil { record.highlight = .yellow }
    }

    /// A motivation without its prefix.
    private static func word(_ text: String?) -> String? { text.map { String($0.split(whereSeparator: { ":#/".contains($0) }).last ?? "") } }

    private static func title(_ json: JSONValue) -> String {
        json["document"]?["title"]?.elements.first?.string ?? json["target"]?.elements.first?["dcterms:title"]?.string ?? ""
    }

    private static func time(_ json: JSONValue?) -> Int64? {
        // Fractions of a second, which Hypothesis writes, are none of ours.
        guard let text = json?.string else { return nil }
        let whole = text.replacing(/\.[0-9]+/, with: "")
        return ArticleDate(iso8601: whole)?.timestamp
    }

    private static func flattened(_ selectors: [JSONValue], depth: Int) -> [JSONValue] {
        guard depth < 8 else { return [] }
        return selectors.flatMap { selector -> [JSONValue] in
            let inner = (selector["refinedBy"]?.elements ?? []) + (selector["type"]?.string == "Choice" ? selector["items"]?.elements ?? [] : [])
            return [selector] + flattened(inner, depth: depth + 1)
        }
    }

    /// That of the article, which its address makes.
    private static func identity(of address: String) -> String? {
        if address.hasPrefix(articlePrefix) {
            let identity = String(address.dropFirst(articlePrefix.utf8.count))
            return identity.utf8.count == 64 && identity.allSatisfy(\.isHexDigit) ? identity : nil
        }
        guard address.hasPrefix("http://") || address.hasPrefix("https://") else { return nil }
        return Article(title: "", url: address, blocks: []).identity.hexadecimal
    }

    /// A UUID of ours, or one that is made of what identifies the annotation elsewhere.
    private static func identifier(_ json: JSONValue, address: String, _ anchor: Anchor) -> String {
        let foreign = json["id"]?.string ?? "\(address)\n\(anchor.quote)\n\(anchor.prefix)\n\(json["created"]?.string ?? "")\n\(json["text"]?.string ?? "")"
        if foreign.hasPrefix(identifierPrefix) {
            let id = foreign.dropFirst(identifierPrefix.utf8.count)
            if (1...100).contains(id.utf8.count), id.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) }) {
                return id.lowercased()
            }
        }
        let digits = Array(ContentHash(of: "annotation:" + foreign).hexadecimal)
        return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
    }
}
