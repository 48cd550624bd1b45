import Articles
import Text

/// The article that an object in the shape of `dossier read --json` is.
struct JSONArticle {
    /// What of the object does not fit.
    struct Fault: Error, Hashable { var problem: String }

    private let value: JSONValue
    private let limits: FormatLimits
    private(set) var notes: [FormatNote.Reason] = []

    init(_ value: JSONValue, limits: FormatLimits) {
        self.value = value
        self.limits = limits
    }

    mutating func article() throws(Fault) -> Article {
        guard case .object = value else { throw Fault(problem: "it is no object") }
        guard let title = try text("title") else { throw Fault(problem: "it has no title") }
        return Article(
            id: try text("id"), title: title, deck: try text("deck"), kickers: try texts("kickers"), bylines: try texts("bylines"),
            publisher: try text("publisher"), published: try date("published"), updated: try date("updated"),
            language: try text("language"), url: try text("url").flatMap { SafeAddress.isSafe($0) ? $0 : nil },
            tags: try texts("tags"), blocks: try blocks())
    }

    // MARK: Members

    private func member(_ name: String, of object: JSONValue) -> JSONValue? {
        object[name].flatMap { $0.isNull ? nil : $0 }
    }

    private func text(_ name: String, of object: JSONValue? = nil) throws(Fault) -> String? {
        guard let member = member(name, of: object ?? value) else { return nil }
        guard let text = member.string else { throw Fault(problem: "\(name) is no text") }
        return text
    }

    private func number(_ name: String, of object: JSONValue) throws(Fault) -> Int? {
        guard let member = member(name, of: object) else { return nil }
        guard let number = member.integer else { throw Fault(problem: "\(name) is no number") }
        return number
    }

    private func list(_ name: String, of object: JSONValue) throws(Fault) -> [JSONValue] {
        guard let member = member(name, of: object) else { return [] }
        guard let values = member.values else { throw Fault(problem: "\(name) is no list") }
        return values
    }

    private func texts(_ name: String) throws(Fault) -> [String] {
        var texts: [String] = []
        for value in try list(name, of: value) {
            guard let text = value.string else { throw Fault(problem: "\(name) has what is no text") }
            texts.append(text)
        }
        return texts
    }

    private mutating func date(_ name: String) throws(Fault) -> ArticleDate? {
        guard let text = try text(name) else { return nil }
        guard let date = ArticleDate(iso8601: text) else {
            notes.append(.dateNotUnderstood(field: name, value: text))
            return nil
        }
        return date
    }

    // MARK: Blocks

    private func blocks() throws(Fault) -> [Block] {
        guard member("blocks", of: value) != nil else { return try paragraphs() }
        var blocks: [Block] = []
        for value in try list("blocks", of: value) { blocks += try block(value).parts(limit: limits.blockSize) }
        return blocks
    }

    private func paragraphs() throws(Fault) -> [Block] {
        let text = try text("text") ?? ""
        let parts = text.replacing("\r\n", with: "\n").split(separator: "\n\n").map { part in
            Bytes.string(Bytes.trimmed(Array(part.utf8).filter { $0 != 0x0D }[...]))
        }
        return parts.filter { !$0.isEmpty }.flatMap { part in Block(.paragraph, part).parts(limit: limits.blockSize) }
    }

    private func block(_ value: JSONValue) throws(Fault) -> Block {
        guard case .object = value else { throw Fault(problem: "a block is no object") }
        let name = try text("kind", of: value) ?? Block.Kind.paragraph.rawValue
        guard let kind = Block.Kind(rawValue: name) else { throw Fault(problem: "there is no kind of block «\(name)»") }
        let text = try text("text", of: value) ?? ""
        var spans: [Span] = []
        for value in try list("spans", of: value) {
            if let span = try span(value, in: text) { spans.append(span) }
        }
        return Block(
            kind, text, level: try number("level", of: value), marker: try self.text("marker", of: value), spans: spans)
    }

    /// Nothing where it leads to what no article may lead to.
    private func span(_ value: JSONValue, in text: String) throws(Fault) -> Span? {
        let name = try self.text("kind", of: value) ?? ""
        guard let kind = Span.Kind(rawValue: name) else { throw Fault(problem: "there is no kind of span «\(name)»") }
        guard let start = try number("start", of: value), let end = try number("end", of: value), 0 <= start, start <= end,
            end <= text.utf8.count, text.isCharacterBoundary(start), text.isCharacterBoundary(end)
        else { throw Fault(problem: "a span is not in its text") }
        let target = try self.text("target", of: value)
        if kind == .link, let target, !SafeAddress.isSafe(target) { return nil }
        return Span(kind, start: start, end: end, target: target)
    }
}

extension String {
    /// Whether a character (a scalar, that is) begins at the UTF-8 offset, or the text ends there.
    fileprivate func isCharacterBoundary(_ offset: Int) -> Bool {
        let bytes = utf8
        guard offset < bytes.count else { return offset == bytes.count }
        return bytes[bytes.index(bytes.startIndex, offsetBy: offset)] & 0xC0 != 0x80
    }
}
