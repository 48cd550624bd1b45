import Articles
import Formats

/// What a message has to read, made blocks of.
///
/// Of alternatives that say the same (`multipart/alternative`) the HTML is taken where the plain part is a stub, with less
/// than half its words, or where the HTML has nineteen in twenty of the plain part's words and is arranged: with
/// headings, items, tables or at least three links. Otherwise it is the plain part: nothing that is said there is lost.
struct MailBody {
    private let limits: FormatLimits
    private(set) var notes: [FormatNote.Reason] = []
    /// Whether the text comes of HTML, all or in part.
    private(set) var isHTML = false
    /// Whether a text had more lines than are read.
    private(set) var isCut = false
    /// The messages of a digest, which are articles by themselves.
    private(set) var digest: [MailMessage] = []

    init(limits: FormatLimits) { self.limits = limits }

    mutating func blocks(of message: MailMessage) -> [Block] {
        guard let body = message.body else { return [] }
        return blocks(of: body, isRoot: true)
    }

    private mutating func blocks(of part: MailPart, isRoot: Bool = false) -> [Block] {
        switch part.content {
        case .leaf(let bytes): return part.isAttachment && !isRoot ? [] : leaf(part, bytes)
        case .message(let message): return forwarded(message)
        case .parts(let parts): return multipart(part, parts)
        }
    }

    private mutating func multipart(_ part: MailPart, _ parts: [MailPart]) -> [Block] {
        switch part.subtype {
        case "alternative": return alternative(parts)
        case "related": return MailBody.root(of: part, parts).map { blocks(of: $0, isRoot: true) } ?? []
        case "signed": return parts.first.map { blocks(of: $0, isRoot: true) } ?? []
        case "encrypted":
            notes.append(.encrypted)
            return []
        case "digest":
            var blocks: [Block] = []
            for part in parts {
                if case .message(let message) = part.content { digest.append(message) } else { blocks += self.blocks(of: part) }
            }
            return blocks
        default: return parts.flatMap { blocks(of: $0) }
        }
    }

    /// The part that the others belong to: the one that is named, else the first that is a text.
    static func root(of part: MailPart, _ parts: [MailPart]) -> MailPart? {
        if let start = part.start, let named = parts.first(where: { $0.contentID == start }) { return named }
        return parts.first { $0.type == "text" || $0.type == "multipart" || $0.subtype == "xhtml+xml" } ?? parts.first
    }

    // MARK: Texts

    private mutating func leaf(_ part: MailPart, _ bytes: [UInt8]) -> [Block] {
        if part.type == "application", part.subtype.hasSuffix("pkcs7-mime") {
            notes.append(.encrypted)
            return []
        }
        guard !bytes.isEmpty else { return [] }
        switch (part.type, part.subtype) {
        case ("text", "html"), ("application", "xhtml+xml"): return html(part, bytes)
        case ("text", "calendar"), ("text", "x-vcard"), ("text", "vcard"), ("text", "directory"), ("text", "css"),
            ("text", "csv"), ("text", "rtf"), ("text", "rfc822-headers"), ("text", "x-amp-html"):
            return []
        case ("text", "x-patch"), ("text", "x-diff"):
            let text = Bytes.string(decoded(part, bytes)).trimming { $0 == "\n" }
            return text.isEmpty ? [] : Block(.code, text).parts(limit: limits.blockSize)
        case ("text", _):
            let text = decoded(part, bytes)
            return PlainMail.blocks(
                of: part.isFlowed ? FlowedText.unflowed(text, deletesBlanks: part.deletesBlanks) : text, limits: limits)
        default: return []
        }
    }

    private mutating func decoded(_ part: MailPart, _ bytes: [UInt8]) -> [UInt8] {
        let text = MailText.decoded(bytes, charset: part.charset)
        notes += text.notes
        guard let end = Self.end(ofLines: MailLimits().lines, in: text.bytes) else { return text.bytes }
        notes.append(.textCut(limit: end))
        isCut = true
        return Array(text.bytes[..<end])
    }

    /// Where the last of so many lines ends; nothing where there are no more.
    private static func end(ofLines lines: Int, in bytes: [UInt8]) -> Int? {
        var left = lines
        for (index, byte) in bytes.enumerated() where byte == 0x0A {
            left -= 1
            if left == 0, index + 1 < bytes.count { return index }
        }
        return nil
    }

    private mutating func html(_ part: MailPart, _ bytes: [UInt8]) -> [Block] {
        let text = HTMLDecoding(bytes, charset: part.charset)
        notes += text.notes
        let content = HTMLReader.content(text.bytes, base: part.location, limits: limits)
        if content.isSimplified { notes.append(.pageAsText) }
        if !content.blocks.isEmpty { isHTML = true }
        return content.blocks.map(MailFurniture.dimmed)
    }

    // MARK: Alternatives

    private mutating func alternative(_ parts: [MailPart]) -> [Block] {
        var plain: (blocks: [Block], body: MailBody)?
        var rich: (blocks: [Block], body: MailBody)?
        for part in parts {
            var body = self
            let blocks = body.blocks(of: part, isRoot: true)
            if blocks.isEmpty && body.digest.count == digest.count { continue }
            if part.isOf("text", "plain") { plain = plain ?? (blocks, body) } else { rich = (blocks, body) }
        }
        guard let chosen = Self.better(plain?.blocks, rich?.blocks) == .rich ? rich : plain else { return [] }
        self = chosen.body
        return chosen.blocks
    }

    private enum Choice { case plain, rich }

    private static func better(_ plain: [Block]?, _ rich: [Block]?) -> Choice {
        guard let rich else { return .plain }
        guard let plain else { return .rich }
        let plainWords = WordCounts(plain)
        let richWords = WordCounts(rich)
        if plainWords.total * 2 < richWords.total { return .rich }
        let isArranged =
            rich.contains { $0.kind == .heading || $0.kind == .table || $0.kind == .listItem }
            || rich.reduce(0) { $0 + $1.spans.count { $0.kind == .link } } >= 3
        return isArranged && richWords.shared(with: plainWords) * 20 >= plainWords.total * 19 ? .rich : .plain
    }

    // MARK: Forwarded messages

    /// The subject as a heading, who wrote it and when, and what it says.
    private mutating func forwarded(_ message: MailMessage) -> [Block] {
        let inside = blocks(of: message)
        guard !inside.isEmpty else { return [] }
        var blocks: [Block] = []
        if let subject = message.subject { blocks.append(Block(.heading, Field.text(subject, limits), level: 2)) }
        let senders = message.senders.map { $0.name ?? $0.address }.joined(separator: ", ")
        let line = [senders, message.date ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
        if !line.isEmpty { blocks.append(Block(.caption, Field.text(line, limits))) }
        return blocks + inside
    }
}

/// How often each word of a text occurs, without regard to the case of ASCII.
struct WordCounts {
    private var counts: [UInt64: Int] = [:]
    private(set) var total = 0

    init(_ blocks: [Block]) {
        for block in blocks { add(block.text) }
    }

    private mutating func add(_ text: String) {
        var hash: UInt64 = 0
        for byte in text.utf8 {
            if Bytes.isLetter(byte) || Bytes.isDigit(byte) || byte >= 0x80 {
                hash = (hash ^ UInt64(Bytes.isLetter(byte) ? byte | 0x20 : byte)) &* 0x100_0000_01B3 &+ 1
            } else if hash != 0 {
                take(&hash)
            }
        }
        if hash != 0 { take(&hash) }
    }

    private mutating func take(_ hash: inout UInt64) {
        counts[hash, default: 0] += 1
        total += 1
        hash = 0
    }

    /// How many words of `other` are here too, each as often as it occurs in both.
    func shared(with other: WordCounts) -> Int {
        other.counts.reduce(0) { $0 + min($1.value, counts[$1.key] ?? 0) }
    }
}
