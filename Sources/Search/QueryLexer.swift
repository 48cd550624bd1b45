/// Cuts a query into tokens, in one pass over its bytes.
struct QueryLexer {
    enum Kind: Hashable {
        case open, close, and, or, not
        /// `title:`, with what stands before the colon as written; the value follows at once.
        case field(String)
        /// A word, or a quotation; a star may follow either.
        case words(String, isQuoted: Bool, isPrefix: Bool)
    }

    struct Token {
        var kind: Kind
        /// In UTF-8 offsets of the query.
        var range: Range<Int>
        /// Whether a blank, or nothing, follows.
        var endsApart: Bool
        /// A quotation that the query ends in.
        var isUnclosed = false
    }

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func tokens() -> [Token] {
        var tokens: [Token] = []
        while let token = next(after: tokens.last) { tokens.append(token) }
        return tokens
    }

    private mutating func next(after last: Token?) -> Token? {
        let isValue = if case .field = last?.kind { last?.range.upperBound == position } else { false }
        skipBlanks()
        guard position < bytes.count else { return nil }
        let start = position
        switch bytes[position] {
        case UInt8(ascii: "("): return single(.open)
        case UInt8(ascii: ")"): return single(.close)
        default: break
        }
        if let closers = Quotation.closers(openedAt: position, in: bytes) { return quotation(closers) }
        if !isValue, bytes[position] == UInt8(ascii: "-"), !isBlankOrEnd(position + 1) { return single(.not) }
        if !isValue, let name = fieldName() { return token(.field(name), from: start) }
        return word()
    }

    private mutating func single(_ kind: Kind) -> Token {
        position += 1
        return token(kind, from: position - 1)
    }

    private func token(_ kind: Kind, from start: Int, isUnclosed: Bool = false) -> Token {
        Token(
            kind: kind, range: start..<position,
            endsApart: isBlankOrEnd(position), isUnclosed: isUnclosed)
    }

    private func isBlankOrEnd(_ position: Int) -> Bool { position >= bytes.count || Self.isBlank(bytes[position]) }

    private mutating func skipBlanks() {
        while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

    /// Letters and a colon, not followed by slashes as in an address.
    private mutating func fieldName() -> String? {
        var end = position
        while end < bytes.count, Self.isLetter(bytes[end]) { end += 1 }
        guard end > position, end < bytes.count, bytes[end] == UInt8(ascii: ":") else { return nil }
        if end + 2 < bytes.count, bytes[end + 1] == UInt8(ascii: "/"), bytes[end + 2] == UInt8(ascii: "/") { return nil }
        let name = String(decoding: bytes[position..<end], as: UTF8.self)
        position = end + 1
        return name
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

    private mutating func word() -> Token {
        let start = position
        while position < bytes.count, !Self.endsWord(bytes[position]) { position += 1 }
        let text = bytes[start..<position]
        switch String(decoding: text, as: UTF8.self) {
        case "AND": return token(.and, from: start)
        case "OR": return token(.or, from: start)
        case "NOT": return token(.not, from: start)
        default: break
        }
        let isPrefix = text.last == UInt8(ascii: "*")
        let words = String(decoding: isPrefix ? text.dropLast() : text, as: UTF8.self)
        return token(.words(words, isQuoted: false, isPrefix: isPrefix), from: start)
    }

    private static func endsWord(_ byte: UInt8) -> Bool {
        isBlank(byte) || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\"")
    }

    /// From an opening mark to one that closes it; a backslash takes the next byte as it is.
    private mutating func quotation(_ quotation: Quotation) -> Token {
        let start = position
        position += quotation.openerLength
        var text: [UInt8] = []
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count {
                text.append(bytes[position + 1])
                position += 2
            } else if let length = quotation.closerLength(at: position, in: bytes) {
                position += length
                return quoted(text, from: start)
            } else {
                text.append(bytes[position])
                position += 1
            }
        }
        return token(
            .words(String(decoding: text, as: UTF8.self), isQuoted: true, isPrefix: false), from: start, isUnclosed: true)
    }

    private mutating func quoted(_ text: [UInt8], from start: Int) -> Token {
        let isPrefix = position < bytes.count && bytes[position] == UInt8(ascii: "*")
        if isPrefix { position += 1 }
        return token(.words(String(decoding: text, as: UTF8.self), isQuoted: true, isPrefix: isPrefix), from: start)
    }
}

/// The marks that a quotation can stand in.
struct Quotation {
    private let opener: [UInt8]
    private let closers: [[UInt8]]

    private static let kinds = [
        Quotation(opener: "\"", closers: ["\""]),
        Quotation(opener: "“", closers: ["”", "\""]),
        Quotation(opener: "„", closers: ["“", "”", "\""]),
        Quotation(opener: "«", closers: ["»"]),
    ]

    private init(opener: String, closers: [String]) {
        self.opener = Array(opener.utf8)
        self.closers = closers.map { Array($0.utf8) }
    }

    var openerLength: Int { opener.count }

    static func closers(openedAt position: Int, in bytes: [UInt8]) -> Quotation? {
        kinds.first { bytes[position...].starts(with: $0.opener) }
    }

    func closerLength(at position: Int, in bytes: [UInt8]) -> Int? {
        closers.first { bytes[position...].starts(with: $0) }?.count
    }
}
