/// The beginning of a text in JSON: feeds, references, articles, or anything else.
struct DataHead {
    /// How much of the first line is looked at for the names of its members.
    private static let lineSize = 1 << 20

    private let bytes: ArraySlice<UInt8>
    private let file: SourceFile
    private let suffix: FileFormat?

    /// `bytes` begin with a brace or a bracket.
    init(_ bytes: ArraySlice<UInt8>, _ file: SourceFile, _ suffix: FileFormat?) {
        self.bytes = bytes
        self.file = file
        self.suffix = suffix
    }

    var format: SniffedFormat? {
        guard isData else { return nil }
        if bytes.first == UInt8(ascii: "[") { return isReferences ? .readable(.cslJSON) : .foreign(.data) }
        if isFeed { return .readable(.jsonFeed) }
        if suffix == .jsonLines || isArticle { return .readable(.jsonLines) }
        return .foreign(.data)
    }

    /// Brackets begin prose too.
    private var isData: Bool {
        let text = bytes.prefix(4 << 10).filter { $0 != 0x0A && !Bytes.isBlank($0) }
        guard let opening = text.first, let next = text.dropFirst().first else { return false }
        if opening == UInt8(ascii: "{") { return next == UInt8(ascii: "\"") && Bytes.contains(text, "\":") }
        return (next == UInt8(ascii: "{") || next == UInt8(ascii: "[") || next == UInt8(ascii: "\""))
            && Bytes.contains(text, "\"")
            && (Bytes.contains(text, "\":") || Bytes.contains(text, "\","))
    }

    /// The address of a version of JSON Feed, which may stand behind the items; or items with what only they have.
    private var isFeed: Bool {
        if Bytes.contains(bytes, "\"items\""),
            ["\"content_html\"", "\"content_text\"", "\"date_published\""].contains(where: { Bytes.contains(bytes, $0) })
        {
            return true
        }
        return [bytes, file.bytes.suffix(4 << 10)].contains { part in
            Bytes.contains(part, "jsonfeed.org/version/") || Bytes.contains(part, "jsonfeed.org\\/version\\/")
        }
    }

    private static let referenceTypes = [
        "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "chapter", "dataset", "document",
        "legal_case", "legislation", "manuscript", "paper-conference", "post", "post-weblog", "regulation", "report",
        "review", "speech", "standard", "thesis", "treaty", "webpage",
    ]

    /// A list of objects whose `type` is one of those of the Citation Style Language.
    private var isReferences: Bool {
        let text = bytes.filter { $0 != 0x0A && !Bytes.isBlank($0) }
        guard text.starts(with: Array("[{\"".utf8)) else { return false }
        return Self.referenceTypes.contains { Bytes.contains(text, "\"type\":\"\($0)\"") }
    }

    /// Whether the first line is an object with a title and a text or blocks.
    private var isArticle: Bool {
        let line = file.bytes.prefix(Self.lineSize).drop { $0 != UInt8(ascii: "{") }.prefix { $0 != 0x0A }
        let names = JSONMembers.names(of: line)
        return names.contains("title") && (names.contains("text") || names.contains("blocks"))
    }
}

/// The names of the members of an object, without reading their values.
enum JSONMembers {
    /// Linear; the names as they are written, escapes and all; only the outermost.
    static func names(of object: ArraySlice<UInt8>) -> Set<String> {
        var names: Set<String> = []
        var depth = 0
        var index = object.startIndex
        while index < object.endIndex {
            switch object[index] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "\""):
                let end = self.end(ofString: index, in: object)
                let isName = depth == 1 && object[end...].dropFirst().first { !Bytes.isBlank($0) } == UInt8(ascii: ":")
                if isName, end - index <= 40 { names.insert(Bytes.string(object[(index + 1)..<end])) }
                index = end
            default: break
            }
            index += 1
        }
        return names
    }

    /// The place of the quotation mark that ends the string, or the last byte.
    private static func end(ofString start: Int, in bytes: ArraySlice<UInt8>) -> Int {
        var index = start + 1
        while index < bytes.endIndex {
            switch bytes[index] {
            case UInt8(ascii: "\""): return index
            case UInt8(ascii: "\\"): index += 2
            default: index += 1
            }
        }
        return max(start, bytes.endIndex - 1)
    }
}
