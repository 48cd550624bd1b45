import Articles
import GRDB
import Text

/// The W3C Web Annotation data model (Recommendation of 23 February 2017), as far as passages need it.
///
/// One annotation a passage. Its motivations say what it is kept for; note and tags are bodies. Positions count Unicode code
/// points, as the model asks. What the model has no word for is in our own namespace: `dossier:colour`, `dossier:starred`.
enum WebAnnotation {
    static let context = "http://www.w3.org/ns/anno.jsonld"
    /// A name, and no address: nothing is fetched.
    static let ownNamespace = "urn:x-dossier:ns:"
    /// Before the identity of an article without an address.
    static let articlePrefix = "urn:x-dossier:article:"
    static let identifierPrefix = "urn:uuid:"

    static func json(_ passage: StoredPassage, _ record: MadeRecord.PassageRecord, _ points: CodePoints) -> JSONValue {
        var motivations: [String] = []
        if passage.isBookmarked { motivations.append("bookmarking") }
        if passage.highlight != nil { motivations.append("highlighting") }
        if passage.note != nil { motivations.append("commenting") }
        if !passage.tags.isEmpty { motivations.append("tagging") }
        if motivations.isEmpty { motivations.append("assessing") }
        var bodies = passage.note.map { [body($0.text, purpose: "commenting", modified: $0.edited.description)] } ?? []
        bodies += passage.tags.map { body($0, purpose: "tagging", modified: nil) }
        return .object(present: [
            ("id", .string(identifierPrefix + passage.id)), ("type", .string("Annotation")),
            ("motivation", motivations.count == 1 ? .string(motivations[0]) : .strings(motivations)),
            ("created", .string(passage.created.description)), ("modified", .time(record.edited)),
            ("body", bodies.isEmpty ? nil : .array(bodies)), ("target", target(passage, record.source, points)),
            ("dossier:colour", passage.highlight.map { .string($0.rawValue) }), ("dossier:starred", passage.isStarred ? .bool(true) : nil),
        ])
    }

    private static func body(_ text: String, purpose: String, modified: String?) -> JSONValue {
        .object(present: [
            ("type", .string("TextualBody")), ("value", .string(text)), ("format", .string("text/plain")), ("purpose", .string(purpose)),
            ("modified", modified.map { .string($0) }),
        ])
    }

    private static func target(_ passage: StoredPassage, _ source: ArticleSource, _ points: CodePoints) -> JSONValue {
        let anchor = passage.anchor
        var selectors: [JSONValue] = []
        if let range = passage.range {
            selectors.append(
                .object([
                    ("type", .string("TextPositionSelector")), ("start", .number(points.count(before: range.lowerBound))),
                    ("end", .number(points.count(before: range.upperBound))),
                ]))
        }
        selectors.append(
            .object([
                ("type", .string("TextQuoteSelector")), ("exact", .string(anchor.quote)), ("prefix", .string(anchor.prefix)),
                ("suffix", .string(anchor.suffix)),
            ]))
        return .object([("source", .string(source.url.flatMap(webAddress) ?? articlePrefix + source.identity)), ("selector", .array(selectors))])
    }

    /// An address that names the article to others as well, and by which its identity is known.
    private static func webAddress(_ url: String) -> String? {
        url.hasPrefix("http://") || url.hasPrefix("https://") ? url : nil
    }
}

/// The code points of a text, counted.
struct CodePoints {
    private static let step = 1_024
    private let bytes: [UInt8]
    /// How many begin before each step of bytes.
    private var counts: [Int] = [0]

    /// Linear in the length of `text`.
    init(_ text: String) {
        bytes = Array(text.utf8)
        var count = 0
        for (index, byte) in bytes.enumerated() {
            if index > 0, index % Self.step == 0 { counts.append(count) }
            if byte & 0xC0 != 0x80 { count += 1 }
        }
    }

    /// How many begin before the byte at `offset`.
    func count(before offset: Int) -> Int {
        let offset = min(max(offset, 0), bytes.count)
        let whole = min(offset / Self.step, counts.count - 1)
        return counts[whole] + bytes[(whole * Self.step)..<offset].count { $0 & 0xC0 != 0x80 }
    }

    /// The UTF-8 offset at which the code point with the number, from 0, begins; the length of the text where it has no more.
    func offset(of number: Int) -> Int {
        guard number > 0 else { return 0 }
        let whole = max(0, counts.partitioningIndex { $0 > number } - 1)
        var count = counts[whole]
        for index in (whole * Self.step)..<bytes.count where bytes[index] & 0xC0 != 0x80 {
            if count == number { return index }
            count += 1
        }
        return bytes.count
    }
}

extension [Int] {
    /// The first place whose element is so; those before are not. Logarithmic.
    fileprivate func partitioningIndex(where isSo: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isSo(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension Database {
    func writeAnnotations(of scope: ExportScope, to write: (String) throws -> Void) throws -> Int {
        let context = JSONValue.array([.string(WebAnnotation.context), .object([("dossier", .string(WebAnnotation.ownNamespace))])])
        try write(
            #"{"@context":\#(context.text),"id":"urn:x-dossier:collection","type":"AnnotationCollection","label":"Passages","first":{"#
                + #""id":"urn:x-dossier:collection:1","type":"AnnotationPage","startIndex":0,"items":["#)
        var count = 0
        try eachArticleWithPassages(of: scope) { _, text, passages in
            let points = CodePoints(text)
            for (passage, record) in passages {
                try write((count == 0 ? "\n" : ",\n") + WebAnnotation.json(passage, record, points).text)
                count += 1
            }
        }
        try write("\n]},\"total\":\(count)}\n")
        return count
    }
}
