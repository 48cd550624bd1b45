import Formats

/// What references stand for: numbers, HTML's names, and the entities of the document's own type that are plain text.
///
/// An entity of the document counts only where its value holds neither a reference to another nor markup, so that a
/// text grows by no more than a value's length at each reference, which is bounded too.
struct XMLEntities {
    struct Reference {
        var text: [UInt8]
        /// Bytes from `&` on.
        var length: Int
    }

    private var known: [String: [UInt8]?] = [:]
    /// Bytes that entities of the document may still add to the text.
    private var allowance = 1 << 20

    private static let nameLimit = 32
    private static let valueLimit = 1 << 10
    private static let knownLimit = 5_000

    /// The reference at `place`, where there is one. With or without its semicolon for numbers, with it for names.
    mutating func reference(at place: Int, in source: [UInt8]) -> Reference? {
        guard place + 1 < source.count else { return nil }
        if source[place + 1] == UInt8(ascii: "#") { return Self.number(at: place, in: source) }
        var end = place + 1
        while end < source.count, end - place <= Self.nameLimit, Self.isNamePart(source[end]) { end += 1 }
        guard end > place + 1, end < source.count, source[end] == UInt8(ascii: ";") else { return nil }
        let name = String(decoding: source[(place + 1)..<end], as: UTF8.self)
        return value(of: name).map { Reference(text: $0, length: end + 1 - place) }
    }

    private mutating func value(of name: String) -> [UInt8]? {
        switch name {
        case "amp": return [UInt8(ascii: "&")]
        case "lt": return [UInt8(ascii: "<")]
        case "gt": return [UInt8(ascii: ">")]
        case "quot": return [UInt8(ascii: "\"")]
        case "apos": return [UInt8(ascii: "'")]
        default: break
        }
        if let found = known[name] {
            guard let found, found.count <= allowance else { return nil }
            if found.count > 8 { allowance -= found.count }
            return found
        }
        guard known.count < Self.knownLimit else { return nil }
        let value = HTMLEntity.decode("&\(name);").map { Array($0.utf8) }
        known[name] = .some(value)
        return value
    }

    private static func number(at place: Int, in source: [UInt8]) -> Reference? {
        var index = place + 2
        guard index < source.count, source[place + 1] == UInt8(ascii: "#") else { return nil }
        let isHexadecimal = source[index] | 0x20 == UInt8(ascii: "x")
        if isHexadecimal { index += 1 }
        let start = index
        var code: UInt32 = 0
        while index < source.count, let digit = digit(source[index], isHexadecimal) {
            code = min(code &* (isHexadecimal ? 16 : 10) &+ digit, 0x11_0000)
            index += 1
        }
        guard index > start else { return nil }
        if index < source.count, source[index] == UInt8(ascii: ";") { index += 1 }
        return Reference(text: text(of: code), length: index - place)
    }

    private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
        if byte >= 0x30, byte <= 0x39 { return UInt32(byte) - 0x30 }
        let letter = byte | 0x20
        return isHexadecimal && letter >= 0x61 && letter <= 0x66 ? UInt32(letter) - 0x61 + 10 : nil
    }

    /// What XML has no place for becomes U+FFFD, controls nothing, and 128 to 159 what Windows-1252 has there.
    private static func text(of code: UInt32) -> [UInt8] {
        switch code {
        case 0x09, 0x0A, 0x0D: return [UInt8(code)]
        case 0..<0x20, 0x7F: return []
        case 0x80..<0xA0:
            var bytes: [UInt8] = []
            Windows1252.append(UInt8(code), to: &bytes)
            return bytes
        case 0xFFFE, 0xFFFF: return []
        default: return Array(String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
        }
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || (byte >= 0x30 && byte <= 0x39)
            || [UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":")].contains(byte)
    }

    // MARK: Document types

    /// At `<!`: takes what a document type says of simple entities, and answers where it ends. Linear: the end is
    /// looked for once, and is the end of the text where there is none.
    mutating func takeDocumentType(at place: Int, in source: [UInt8]) -> Int {
        var position = place + 2
        var isInSubset = false
        while position < source.count {
            switch source[position] {
            case UInt8(ascii: ">") where !isInSubset: return position + 1
            case UInt8(ascii: "["): isInSubset = true
            case UInt8(ascii: "]"): isInSubset = false
            case UInt8(ascii: "<") where !isInSubset || Self.isElement(at: position, in: source): return position
            case UInt8(ascii: "<"):
                position = takeSubsetDeclaration(at: position, in: source)
                continue
            default: break
            }
            position += 1
        }
        return position
    }

    /// A subset that nothing closes ends where the document begins.
    private static func isElement(at place: Int, in source: [UInt8]) -> Bool {
        place + 1 < source.count && (source[place + 1] | 0x20) >= 0x61 && (source[place + 1] | 0x20) <= 0x7A
    }

    /// `<!ENTITY name "value">` or another declaration, remark or instruction.
    private mutating func takeSubsetDeclaration(at place: Int, in source: [UInt8]) -> Int {
        var words: [ArraySlice<UInt8>] = []
        var position = place + 1
        while position < source.count, source[position] != UInt8(ascii: ">") {
            let byte = source[position]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                guard let end = source[(position + 1)...].firstIndex(of: byte) else { return source.count }
                if words.count < 4 { words.append(source[(position + 1)..<end]) }
                position = end + 1
            } else if byte <= 0x20 {
                position += 1
            } else {
                let start = position
                while position < source.count, source[position] > 0x20, source[position] != UInt8(ascii: ">"),
                    source[position] != UInt8(ascii: "\""), source[position] != UInt8(ascii: "'")
                { position += 1 }
                if words.count < 4 { words.append(source[start..<position]) }
            }
        }
        if words.count == 3, words[0].elementsEqual("!ENTITY".utf8) { declare(words[1], words[2]) }
        return min(position + 1, source.count)
    }

    /// The first declaration counts, as in XML.
    private mutating func declare(_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) {
        guard name.count <= Self.nameLimit, name.allSatisfy(Self.isNamePart), value.count <= Self.valueLimit,
            known.count < Self.knownLimit
        else { return }
        let name = String(decoding: name, as: UTF8.self)
        guard known[name] == nil, let text = plain(Array(value)) else { return }
        known[name] = .some(text)
    }

    /// The value with its numbers resolved; nothing where it holds markup or names another entity.
    private func plain(_ value: [UInt8]) -> [UInt8]? {
        var text: [UInt8] = []
        var position = 0
        while position < value.count {
            if value[position] == UInt8(ascii: "&") {
                guard let number = Self.number(at: position, in: value) else { return nil }
                text.append(contentsOf: number.text)
                position += number.length
            } else {
                if value[position] >= 0x20 { text.append(value[position]) }
                position += 1
            }
        }
        return text.contains(UInt8(ascii: "<")) || text.contains(UInt8(ascii: "&")) ? nil : text
    }
}
