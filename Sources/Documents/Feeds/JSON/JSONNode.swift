/// A value of JSON.
enum JSONNode: Hashable {
    case null
    case bool(Bool)
    /// As it is written.
    case number(String)
    case string(String)
    case array([JSONNode])
    /// Members in their order; of several with one name the last counts.
    case object([Member])

    struct Member: Hashable {
        var name: String
        var value: JSONNode
    }

    subscript(name: String) -> JSONNode? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.name == name }?.value
    }

    /// A text, or a number as one: ids are written as both.
    var text: String? {
        switch self {
        case .string(let text), .number(let text): text.isEmpty ? nil : text
        case .null, .bool, .array, .object: nil
        }
    }

    /// The elements of an array, or the value itself where one stands for a list.
    var list: [JSONNode] {
        switch self {
        case .array(let elements): elements
        case .null: []
        case .bool, .number, .string, .object: [self]
        }
    }
}

/// Walks a text in JSON (RFC 8259), piece by piece. Where the text is no JSON, or ends too early, it says so and gives what
/// it has: what was read before stays good.
struct JSONWalker {
    private let bytes: [UInt8]
    private(set) var position = 0
    /// Whether the text ended, or ceased to be JSON.
    private(set) var hasFailed = false
    /// Values that may still be kept of the value at hand; the others are passed over.
    private var budget = 0

    private static let depthLimit = 64
    static let valueLimit = 100_000

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next byte that is no white space.
    mutating func peek() -> UInt8? {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
        return position < bytes.count ? bytes[position] : nil
    }

    /// Takes `sign` where it is next.
    mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard peek() == UInt8(ascii: sign) else { return false }
        position += 1
        return true
    }

    /// The name of the next member, and the colon behind it; nothing at the end of the object.
    mutating func memberName() -> String? {
        _ = take(",")
        guard peek() == UInt8(ascii: "\"") else {
            if !take("}") { hasFailed = true }
            return nil
        }
        let name = string()
        guard take(":") else {
            hasFailed = true
            return nil
        }
        return name
    }

    /// The value at the position.
    mutating func value() -> JSONNode {
        budget = Self.valueLimit
        return value(depth: 0)
    }

    private mutating func value(depth: Int) -> JSONNode {
        guard !hasFailed, let next = peek() else {
            hasFailed = true
            return .null
        }
        budget -= 1
        switch next {
        case UInt8(ascii: "\""): return .string(string())
        case UInt8(ascii: "{"): return depth < Self.depthLimit && budget > 0 ? object(depth) : passOver()
        case UInt8(ascii: "["): return depth < Self.depthLimit && budget > 0 ? array(depth) : passOver()
        default: return word()
        }
    }

    private mutating func object(_ depth: Int) -> JSONNode {
        position += 1
        var members: [JSONNode.Member] = []
        while !hasFailed, let name = memberName() {
            let value = value(depth: depth + 1)
            if budget > 0 { members.append(.init(name: name, value: value)) }
        }
        return .object(members)
    }

    private mutating func array(_ depth: Int) -> JSONNode {
        position += 1
        var elements: [JSONNode] = []
        while !hasFailed {
            _ = take(",")
            if take("]") { break }
            let value = value(depth: depth + 1)
            if budget > 0 { elements.append(value) }
        }
        return .array(elements)
    }

    /// Passes over an object or an array without keeping anything of it.
    private mutating func passOver() -> JSONNode {
        var depth = 0
        while let next = peek() {
            switch next {
            case UInt8(ascii: "\""): skipString()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                position += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                position += 1
            default: position += 1
            }
            if depth == 0 { return .null }
        }
        hasFailed = true
        return .null
    }

    private mutating func word() -> JSONNode {
        let start = position
        while position < bytes.count, Self.isWordPart(bytes[position]) { position += 1 }
        guard position > start else {
            hasFailed = true
            return .null
        }
        let text = String(decoding: bytes[start..<position].prefix(64), as: UTF8.self)
        switch text {
        case "null": return .null
        case "true": return .bool(true)
        case "false": return .bool(false)
        default: return .number(text)
        }
    }

    private static func isWordPart(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || (byte >= 0x30 && byte <= 0x39)
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
    }

    // MARK: Strings

    private mutating func skipString() {
        position += 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        position = min(position + 1, bytes.count)
    }

    private mutating func string() -> String {
        position += 1
        var text: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
            if byte == UInt8(ascii: "\\") { takeEscape(&text) } else { text.append(byte) }
        }
        hasFailed = true
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func takeEscape(_ text: inout [UInt8]) {
        guard position < bytes.count else { return }
        let sign = bytes[position]
        position += 1
        switch sign {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
        case UInt8(ascii: "u"): takeCode(&text)
        default: text.append(sign)
        }
    }

    /// Four hexadecimal digits, and those of a second surrogate behind a first. A lone surrogate becomes U+FFFD.
    private mutating func takeCode(_ text: inout [UInt8]) {
        guard let first = hexadecimal() else { return }
        var code = first
        if first & 0xFC00 == 0xD800, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        {
            let mark = position
            position += 2
            if let second = hexadecimal(), second & 0xFC00 == 0xDC00 {
                code = 0x1_0000 + ((first & 0x3FF) << 10 | (second & 0x3FF))
            } else {
                position = mark
            }
        }
        if code != 0 { text.append(contentsOf: String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8) }
    }

    private mutating func hexadecimal() -> UInt32? {
        guard position + 4 <= bytes.count,
            let code = UInt32(String(decoding: bytes[position..<(position + 4)], as: UTF8.self), radix: 16)
        else { return nil }
        position += 4
        return code
    }
}
