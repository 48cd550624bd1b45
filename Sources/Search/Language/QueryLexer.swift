/// Cuts a query into tokens, in one pass over its bytes.
struct QueryLexer {
    enum Kind: Hashable {
        case open, close, and, or, not
        /// `NEAR/5`, or `NEAR` alone.
        case near(Int?)
        /// `title:`, with what stands before the colon as written; the value follows at once.
        case field(String)
        /// A word, or a quotation; a star or a tilde may follow either.
        case words(String, isQuoted: Bool, match: WordMatch)
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
        if let quotation = Quotation.opened(at: position, in: bytes) { return self.quotation(quotation) }
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
        if let sign = Self.sign(String(decoding: text, as: UTF8.self)) { return token(sign, from: start) }
        let ending = Self.ending(of: text)
        let words = String(decoding: text.dropLast(ending.length), as: UTF8.self)
        return token(.words(words, isQuoted: false, match: ending.match), from: start)
    }

    /// What a word of the language itself stands for; nothing for any other word.
    static func sign(_ word: String) -> Kind? {
        switch word {
        case "AND": return .and
        case "OR": return .or
        case "NOT": return .not
        case "NEAR": return .near(nil)
        default: break
        }
        guard word.hasPrefix("NEAR/") else { return nil }
        let digits = word.utf8.dropFirst(5)
        guard (1...6).contains(digits.count), digits.allSatisfy(isDigit) else { return nil }
        return Int(String(decoding: Array(digits), as: UTF8.self)).map { .near($0) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// The star, or the tilde with at most one digit, that ends `text`.
    private static func ending(of text: ArraySlice<UInt8>) -> (match: WordMatch, length: Int) {
        guard let last = text.last else { return (.stem, 0) }
        if last == UInt8(ascii: "*") { return (.prefix, 1) }
        if last == UInt8(ascii: "~") { return (.fuzzy(1), 1) }
        if isDigit(last), text.dropLast().last == UInt8(ascii: "~") { return (.fuzzy(Int(last) - 0x30), 2) }
        return (.stem, 0)
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
            .words(String(decoding: text, as: UTF8.self), isQuoted: true, match: .stem), from: start, isUnclosed: true)
    }

    private mutating func quoted(_ text: [UInt8], from start: Int) -> Token {
        var end = position
        if end < bytes.count, bytes[end] == UInt8(ascii: "*") {
            end += 1
        } else if end < bytes.count, bytes[end] == UInt8(ascii: "~") {
            end += end + 1 < bytes.count && Self.isDigit(bytes[end + 1]) ? 2 : 1
        }
        let match = Self.ending(of: bytes[position..<end]).match
        position = end
        return token(.words(String(decoding: text, as: UTF8.self), isQuoted: true, match: match), from: start)
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
        Quotation(opener: "”", closers: ["”"]),
        Quotation(opener: "«", closers: ["»"]),
    ]

    private init(opener: String, closers: [String]) {
        self.opener = Array(opener.utf8)
        self.closers = closers.map { Array($0.utf8) }
    }

    var openerLength: Int { opener.count }

    /// The quotation that opens at `position`, if one does.
    static func opened(at position: Int, in bytes: [UInt8]) -> Quotation? {
        kinds.first { bytes[position...].starts(with: $0.opener) }
    }

    func closerLength(at position: Int, in bytes: [UInt8]) -> Int? {
        closers.first { bytes[position...].starts(with: $0) }?.count
    }
}
