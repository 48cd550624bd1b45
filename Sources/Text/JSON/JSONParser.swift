/// Reads JSON (RFC 8259) from bytes, within limits: for what strangers wrote.
///
/// Method: one pass with a stack of its own, so that no depth reaches the call stack. Linear.
public struct JSONParser {
    /// Why something is no JSON.
    public struct Failure: Error, Hashable, Sendable {
        public enum Reason: Hashable, Sendable {
            case unexpectedEnd, unexpectedByte, tooDeep, tooMany, badEscape, badNumber
            /// There is more behind the value.
            case trailing
        }

        /// The byte at which it was seen.
        public var offset: Int
        public var reason: Reason
    }

    /// How much is taken on, and how strictly.
    public struct Options: Hashable, Sendable {
        /// Arrays and objects in one another.
        public var depth = 200
        /// Values in all.
        public var values = 1_000_000
        /// Whether faults of writers by hand pass: control characters in strings, a comma too many, escapes that are
        /// none, and whatever stands behind the value.
        public var isLenient = false

        public init(depth: Int = 200, values: Int = 1_000_000, isLenient: Bool = false) {
            self.depth = depth
            self.values = values
            self.isLenient = isLenient
        }
    }

    /// An array or an object that is open. Values are put in where it stands, so that none is copied.
    private struct Container {
        var isObject: Bool
        var items: [JSONValue] = []
        var members: [(String, JSONValue)] = []
        var key = ""
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private let options: Options
    private var position = 0
    private var values = 0
    private var open: [Container] = []

    /// The value that `bytes`, UTF-8, are. Lone surrogates and bytes that are no UTF-8 become U+FFFD.
    public static func value(_ bytes: some Collection<UInt8>, options: Options = Options()) throws(Failure) -> JSONValue {
        let array = Array(bytes)
        var result: Result<JSONValue, Failure> = .failure(Failure(offset: 0, reason: .unexpectedEnd))
        array.withUnsafeBufferPointer { buffer in
            var parser = JSONParser(bytes: buffer, options: options)
            do throws(Failure) { result = .success(try parser.run()) } catch { result = .failure(error) }
        }
        return try result.get()
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, options: Options) {
        self.bytes = bytes
        self.options = options
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    private func failure(_ reason: Failure.Reason) -> Failure { Failure(offset: position, reason: reason) }

    private mutating func run() throws(Failure) -> JSONValue {
        while true {
            guard let value = try begin() else { continue }
            guard let whole = try place(value) else { continue }
            skipSpace()
            guard position == bytes.count || options.isLenient else { throw failure(.trailing) }
            return whole
        }
    }

    // MARK: Structure

    /// Begins a value: a whole one where it is simple or empty, nothing where it was opened.
    private mutating func begin() throws(Failure) -> JSONValue? {
        skipSpace()
        values += 1
        guard values <= options.values else { throw failure(.tooMany) }
        switch try peek() {
        case UInt8(ascii: "["): return try beginArray()
        case UInt8(ascii: "{"): return try beginObject()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func beginArray() throws(Failure) -> JSONValue? {
        position += 1
        skipSpace()
        if take(UInt8(ascii: "]")) { return .array([]) }
        guard open.count < options.depth else { throw failure(.tooDeep) }
        open.append(Container(isObject: false))
        return nil
    }

    private mutating func beginObject() throws(Failure) -> JSONValue? {
        position += 1
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object([]) }
        guard open.count < options.depth else { throw failure(.tooDeep) }
        open.append(Container(isObject: true, key: try key()))
        return nil
    }

    private mutating func key() throws(Failure) -> String {
        skipSpace()
        guard try peek() == UInt8(ascii: "\"") else { throw failure(.unexpectedByte) }
        let key = try string()
        skipSpace()
        guard take(UInt8(ascii: ":")) else { throw failure(position < bytes.count ? .unexpectedByte : .unexpectedEnd) }
        return key
    }

    /// Puts a value into what is open, and closes what ends behind it. The whole where nothing is open any more.
    private mutating func place(_ value: JSONValue) throws(Failure) -> JSONValue? {
        var value = value
        while let last = open.indices.last {
            skipSpace()
            if open[last].isObject {
                open[last].members.append((open[last].key, value))
                if try goesOn(until: UInt8(ascii: "}")) {
                    open[last].key = try key()
                    return nil
                }
                value = .object(open[last].members)
            } else {
                open[last].items.append(value)
                if try goesOn(until: UInt8(ascii: "]")) { return nil }
                value = .array(open[last].items)
            }
            open.removeLast()
        }
        return value
    }

    /// Behind a value: whether a comma leads to another.
    private mutating func goesOn(until end: UInt8) throws(Failure) -> Bool {
        if take(end) { return false }
        guard take(UInt8(ascii: ",")) else { throw failure(position < bytes.count ? .unexpectedByte : .unexpectedEnd) }
        skipSpace()
        return !(options.isLenient && take(end))
    }

    // MARK: Bytes

    private func peek() throws(Failure) -> UInt8 {
        guard position < bytes.count else { throw failure(.unexpectedEnd) }
        return bytes[position]
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while position < bytes.count,
            bytes[position] == 0x20 || bytes[position] == 0x0A || bytes[position] == 0x0D || bytes[position] == 0x09
        { position += 1 }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue {
        for offset in 0..<word.utf8CodeUnitCount {
            guard position < bytes.count else { throw failure(.unexpectedEnd) }
            guard bytes[position] == word.utf8Start[offset] else { throw failure(.unexpectedByte) }
            position += 1
        }
        return value
    }

    /// A number: whole ones that fit are kept as such.
    private mutating func number() throws(Failure) -> JSONValue {
        let start = position
        _ = take(UInt8(ascii: "-"))
        let digits = position
        skipDigits()
        guard position > digits else { throw failure(position < bytes.count ? .unexpectedByte : .unexpectedEnd) }
        guard bytes[digits] != 0x30 || position == digits + 1 || options.isLenient else { throw failure(.badNumber) }
        var isWhole = true
        if take(UInt8(ascii: ".")) {
            isWhole = false
            try skipSomeDigits()
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            isWhole = false
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try skipSomeDigits()
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isWhole, let value = Int(text) { return .number(value) }
        guard let value = Double(text) else { throw failure(.badNumber) }
        return .double(value)
    }

    private mutating func skipDigits() {
        while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39 { position += 1 }
    }

    private mutating func skipSomeDigits() throws(Failure) {
        let start = position
        skipDigits()
        guard position > start else { throw failure(.badNumber) }
    }
}

// MARK: Strings

extension JSONParser {
    private mutating func string() throws(Failure) -> String {
        position += 1
        var text: [UInt8] = []
        var start = position
        while true {
            guard position < bytes.count else { throw failure(.unexpectedEnd) }
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                text.append(contentsOf: bytes[start..<position])
                position += 1
                return String(decoding: text, as: UTF8.self)
            }
            if byte == UInt8(ascii: "\\") {
                text.append(contentsOf: bytes[start..<position])
                position += 1
                try escape(into: &text)
                start = position
            } else {
                guard byte >= 0x20 || options.isLenient else { throw failure(.unexpectedByte) }
                position += 1
            }
        }
    }

    private mutating func escape(into text: inout [UInt8]) throws(Failure) {
        let byte = try peek()
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text.append(contentsOf: String(try scalar()).utf8)
        default:
            guard options.isLenient else { throw failure(.badEscape) }
            text.append(byte)
        }
    }

    /// What stands behind `\u`, with the second half of a pair; a half alone becomes U+FFFD.
    private mutating func scalar() throws(Failure) -> Unicode.Scalar {
        let replacement: Unicode.Scalar = "\u{FFFD}"
        let first = try unit()
        guard first & 0xFC00 == 0xD800 else { return Unicode.Scalar(first) ?? replacement }
        guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
        else { return replacement }
        let start = position
        position += 2
        let second = try unit()
        guard second & 0xFC00 == 0xDC00 else {
            position = start
            return replacement
        }
        return Unicode.Scalar(0x10000 + ((first & 0x3FF) << 10 | (second & 0x3FF))) ?? replacement
    }

    private mutating func unit() throws(Failure) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            let byte = try peek()
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x41 + 10
            case 0x61...0x66: digit = byte - 0x61 + 10
            default: throw failure(.badEscape)
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}

extension JSONValue {
    /// The member `name` of an object; the last where it stands more than once.
    public subscript(_ name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.0 == name }?.1
    }
}
