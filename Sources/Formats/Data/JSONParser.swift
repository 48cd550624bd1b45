import Text

/// Reads JSON (RFC 8259) into values. Takes control characters in strings and makes U+FFFD of lone surrogates and of what
/// is no UTF-8, since both are met; everything else that is no JSON is an error. Linear; nesting is limited.
struct JSONParser {
    /// Why a text is no JSON, with the offset of the byte that does not fit.
    struct Fault: Error, Hashable {
        var offset: Int
        var problem: String
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private let depthLimit: Int
    private var index = 0

    /// The value that `bytes` hold, which may be surrounded by white space.
    static func value(of bytes: some Collection<UInt8>, depthLimit: Int = 64) throws(Fault) -> JSONValue {
        let result = Array(bytes).withUnsafeBufferPointer { buffer -> Result<JSONValue, Fault> in
            var parser = JSONParser(buffer, depthLimit: depthLimit)
            do throws(Fault) {
                let value = try parser.value(depth: 0)
                parser.skipBlanks()
                guard parser.index == buffer.count else { throw parser.fault("something follows the value") }
                return .success(value)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>, depthLimit: Int) {
        self.bytes = bytes
        self.depthLimit = depthLimit
    }

    /// At the end of the text it is the end that is the problem.
    private func fault(_ problem: String) -> Fault {
        Fault(offset: index, problem: index < bytes.count ? problem : "it ends too early")
    }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { index += 1 }
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    private mutating func value(depth: Int) throws(Fault) -> JSONValue {
        skipBlanks()
        guard depth <= depthLimit else { throw fault("it is nested too deeply") }
        guard let byte = next else { throw fault("a value is missing") }
        switch byte {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: throw fault("a value is missing")
        }
    }

    private mutating func word(_ text: StaticString, _ value: JSONValue) throws(Fault) -> JSONValue {
        let end = index + text.utf8CodeUnitCount
        guard end <= bytes.count,
            bytes[index..<end].elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        else { throw fault("a value is missing") }
        index = end
        return value
    }

    private mutating func object(depth: Int) throws(Fault) -> JSONValue {
        index += 1
        var members: [(String, JSONValue)] = []
        skipBlanks()
        if skip("}") { return .object(members) }
        while true {
            skipBlanks()
            guard next == UInt8(ascii: "\"") else { throw fault("a name is missing") }
            let name = try string()
            skipBlanks()
            guard skip(":") else { throw fault("a colon is missing") }
            members.append((name, try value(depth: depth + 1)))
            skipBlanks()
            if skip("}") { return .object(members) }
            guard skip(",") else { throw fault("a comma or a brace is missing") }
        }
    }

    private mutating func array(depth: Int) throws(Fault) -> JSONValue {
        index += 1
        var values: [JSONValue] = []
        skipBlanks()
        if skip("]") { return .array(values) }
        while true {
            values.append(try value(depth: depth + 1))
            skipBlanks()
            if skip("]") { return .array(values) }
            guard skip(",") else { throw fault("a comma or a bracket is missing") }
        }
    }

    private mutating func number() throws(Fault) -> JSONValue {
        let start = index
        while let byte = next, Bytes.isDigit(byte) || "+-.eE".utf8.contains(byte) { index += 1 }
        let text = Bytes.string(bytes[start..<index])
        if let number = Int(text) { return .number(number) }
        guard let number = Double(text), number.isFinite else {
            index = start
            throw fault("a number is malformed")
        }
        return .double(number)
    }

    // MARK: Strings

    private mutating func string() throws(Fault) -> String {
        index += 1
        let start = index
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { index += 1 }
        // Most strings have no escape.
        if next == UInt8(ascii: "\"") {
            defer { index += 1 }
            return Bytes.string(bytes[start..<index])
        }
        var text = Array(bytes[start..<index])
        while let byte = next {
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return Bytes.string(text)
            case UInt8(ascii: "\\"): try escape(&text)
            default: text.append(byte)
            }
        }
        throw fault("a string does not end")
    }

    private mutating func escape(_ text: inout [UInt8]) throws(Fault) {
        guard let byte = next else { throw fault("a string does not end") }
        index += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "u"): text.append(contentsOf: UTF8.encode(try scalar()).map(Array.init) ?? [0xEF, 0xBF, 0xBD])
        default:
            index -= 1
            throw fault("an escape is unknown")
        }
    }

    private mutating func scalar() throws(Fault) -> Unicode.Scalar {
        let unit = try codeUnit()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        let place = index
        guard UTF16.isLeadSurrogate(UInt16(unit)), skip("\\"), skip("u"), let low = try? codeUnit(), (0xDC00...0xDFFF).contains(low)
        else {
            index = place
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func codeUnit() throws(Fault) -> UInt32 {
        guard index + 4 <= bytes.count, let unit = UInt32(Bytes.string(bytes[index..<(index + 4)]), radix: 16),
            bytes[index] != UInt8(ascii: "+")
        else { throw fault("an escape is unknown") }
        index += 4
        return unit
    }
}

extension JSONValue {
    /// The member of that name, the last where there are several; nothing where the value is no object.
    subscript(_ name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.0 == name }?.1
    }

    var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    var integer: Int? {
        if case .number(let number) = self { number } else { nil }
    }

    var values: [JSONValue]? {
        if case .array(let values) = self { values } else { nil }
    }

    var isNull: Bool {
        if case .null = self { true } else { false }
    }
}
