import Articles
import Formats
import Text

/// What a page says of its article in JSON-LD, with the words of schema.org.
struct HTMLLinkedData {
    private(set) var title: String?
    private(set) var summary: String?
    private(set) var authors: [String] = []
    private(set) var publisher: String?
    private(set) var published: String?
    private(set) var updated: String?
    private(set) var language: String?
    private(set) var url: String?
    private(set) var sections: [String] = []
    private(set) var keywords: [String] = []
    /// The trail of pages above this one.
    private(set) var trail: [String] = []
    /// The weight of `articleBody`, in bytes.
    private(set) var bodySize = 0
    /// Whether the page calls itself an article.
    private(set) var isArticle = false

    /// Bytes of JSON-LD that are looked at in one page, and objects in it.
    private static let longest = 2 << 20
    private static let mostObjects = 5_000

    init(_ scripts: [UnsafeBufferPointer<UInt8>]) {
        var objects: [JSONValue] = []
        var left = Self.longest
        for script in scripts where script.count <= left {
            left -= script.count
            guard let value = Self.value(in: script) else {
                takeLoosely(script)
                continue
            }
            Self.gather(value, into: &objects)
        }
        let names = Self.named(objects)
        for object in objects where Self.isArticle(object) { take(object, names) }
        for object in objects where !Self.isArticle(object) { takeSupplement(object, names) }
    }

    // MARK: Objects

    /// JSON, without the comment or CDATA section that some put around it.
    private static func value(in script: UnsafeBufferPointer<UInt8>) -> JSONValue? {
        let script = Self.withoutWrapping(script)
        guard let start = script.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }),
            start - script.startIndex < 400
        else { return nil }
        let options = JSONParser.Options(depth: 64, values: 200_000, isLenient: true)
        return try? JSONParser.value(script[start...], options: options)
    }

    /// Behind `<![CDATA[`, where it begins with it.
    private static func withoutWrapping(_ script: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>> {
        let mark = Array("<![CDATA[".utf8)
        let start = script.firstIndex { !HTMLBytes.isSpace($0) && $0 != UInt8(ascii: "/") } ?? script.endIndex
        return script[start...].starts(with: mark) ? script[(start + mark.count)...] : script[start...]
    }

    /// All objects, in their order, however they are nested.
    private static func gather(_ value: JSONValue, into objects: inout [JSONValue]) {
        var rest = [value]
        while let next = rest.popLast(), objects.count < mostObjects {
            switch next {
            case .array(let items): rest.append(contentsOf: items.reversed())
            case .object(let members):
                objects.append(next)
                rest.append(contentsOf: members.reversed().map(\.1))
            case .null, .bool, .number, .double, .string: break
            }
        }
    }

    /// The objects that have an id, by it.
    private static func named(_ objects: [JSONValue]) -> [String: JSONValue] {
        var names: [String: JSONValue] = [:]
        for object in objects {
            guard let id = object["@id"]?.plain, object["name"] != nil else { continue }
            names[id] = names[id] ?? object
        }
        return names
    }

    private static func types(_ object: JSONValue) -> [String] { object["@type"]?.plains ?? [] }

    private static func isArticle(_ object: JSONValue) -> Bool {
        types(object).contains { type in
            type.hasSuffix("Article") || type.hasSuffix("Posting") || type == "Report" || type == "Review"
                || type == "Recipe" || type == "Chapter"
        } && (object["headline"] ?? object["name"] ?? object["datePublished"]) != nil
    }

    // MARK: Fields

    private mutating func take(_ object: JSONValue, _ names: [String: JSONValue]) {
        isArticle = true
        title = title ?? Self.text(object["headline"]) ?? Self.text(object["name"])
        summary = summary ?? Self.text(object["alternativeHeadline"]) ?? Self.text(object["description"])
        if authors.isEmpty { authors = Self.names(object["author"] ?? object["creator"], names) }
        publisher = publisher ?? Self.names(object["publisher"], names).first
        published = published ?? Self.text(object["datePublished"]) ?? Self.text(object["dateCreated"])
        updated = updated ?? Self.text(object["dateModified"])
        language = language ?? Self.text(object["inLanguage"])
        url = url ?? Self.text(object["url"]) ?? Self.text(object["mainEntityOfPage"])
            ?? Self.text(object["mainEntityOfPage"]?["@id"])
        if sections.isEmpty { sections = object["articleSection"]?.plains ?? [] }
        if keywords.isEmpty { keywords = object["keywords"]?.plains ?? [] }
        bodySize = max(bodySize, object["articleBody"]?.plain?.utf8.count ?? 0)
    }

    private mutating func takeSupplement(_ object: JSONValue, _ names: [String: JSONValue]) {
        let types = Self.types(object)
        if types.contains("BreadcrumbList"), trail.isEmpty, case .array(let items)? = object["itemListElement"] {
            trail = items.compactMap { Self.text($0["name"]) ?? Self.text($0["item"]?["name"]) }
        }
        if types.contains(where: { $0.hasSuffix("WebPage") }) {
            published = published ?? Self.text(object["datePublished"])
            updated = updated ?? Self.text(object["dateModified"])
            language = language ?? Self.text(object["inLanguage"])
            if authors.isEmpty { authors = Self.names(object["author"], names) }
        }
        if types.contains("WebSite") || types.contains("NewsMediaOrganization") {
            publisher = publisher ?? Self.text(object["name"])
        }
    }

    private static func text(_ value: JSONValue?) -> String? {
        guard let text = value?.plains.first?.trimmingBlanks, !text.isEmpty else { return nil }
        return HTMLFieldText.plain(text)
    }

    /// The names of persons or organisations: strings, objects, or references to objects.
    private static func names(_ value: JSONValue?, _ names: [String: JSONValue]) -> [String] {
        guard let value else { return [] }
        let items: [JSONValue]
        if case .array(let array) = value { items = array } else { items = [value] }
        return items.prefix(20).compactMap { item in
            if let plain = item.plain { return text(.string(plain)) }
            if let name = text(item["name"]) { return name }
            return item["@id"]?.plain.flatMap { names[$0] }.flatMap { text($0["name"]) }
        }
    }

    // MARK: Broken JSON

    /// The most useful members, found by their names in what is no JSON.
    private mutating func takeLoosely(_ script: UnsafeBufferPointer<UInt8>) {
        published = published ?? Self.member("datePublished", in: script)
        updated = updated ?? Self.member("dateModified", in: script)
        title = title ?? Self.member("headline", in: script).map { HTMLFieldText.plain($0) }
    }

    private static func member(_ name: StaticString, in script: UnsafeBufferPointer<UInt8>) -> String? {
        let count = name.utf8CodeUnitCount
        var place = 0
        while let quote = script[place...].firstIndex(of: UInt8(ascii: "\"")) {
            place = quote + 1
            let end = place + count
            guard end < script.count, script[end] == UInt8(ascii: "\""),
                (0..<count).allSatisfy({ script[place + $0] == name.utf8Start[$0] })
            else { continue }
            let rest = script[(end + 1)...].drop { HTMLBytes.isSpace($0) || $0 == UInt8(ascii: ":") }
            guard rest.first == UInt8(ascii: "\"") else { continue }
            let value = rest.dropFirst().prefix(1_000).prefix { $0 != UInt8(ascii: "\"") }
            return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
        }
        return nil
    }
}

extension JSONValue {
    /// The value as a string, where it is one or a number.
    var plain: String? {
        switch self {
        case .string(let text): text
        case .number(let number): String(number)
        case .null, .bool, .double, .array, .object: nil
        }
    }

    /// The strings that it is or holds.
    var plains: [String] {
        if case .array(let items) = self { return items.prefix(200).compactMap(\.plain) }
        return plain.map { [$0] } ?? []
    }
}

/// Text of fields, in which sources leave markup and references.
enum HTMLFieldText {
    /// On one line, without tags, and with the commonest references resolved. Linear.
    static func plain(_ text: String) -> String {
        var text = text
        if text.utf8.contains(UInt8(ascii: "&")) {
            for (reference, value) in references where text.contains(reference) {
                text = text.replacing(reference, with: value)
            }
        }
        if let start = text.utf8.firstIndex(of: UInt8(ascii: "<")), text[start...].utf8.contains(UInt8(ascii: ">")) {
            var result: [UInt8] = []
            var isInside = false
            for byte in text.utf8 {
                if byte == UInt8(ascii: "<") { isInside = true }
                if !isInside { result.append(byte) }
                if byte == UInt8(ascii: ">") { isInside = false }
            }
            text = String(decoding: result, as: UTF8.self)
        }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static let references = [
        ("&amp;", "&"), ("&quot;", "\""), ("&#39;", "'"), ("&#039;", "'"), ("&#x27;", "'"), ("&apos;", "'"),
        ("&rsquo;", "’"), ("&lsquo;", "‘"), ("&ldquo;", "“"), ("&rdquo;", "”"), ("&#8217;", "’"), ("&#8216;", "‘"),
        ("&#8220;", "“"), ("&#8221;", "”"), ("&#8211;", "–"), ("&#8212;", "—"), ("&ndash;", "–"), ("&mdash;", "—"),
        ("&nbsp;", " "), ("&#160;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&hellip;", "…"), ("&#8230;", "…"),
    ]
}
