import Formats

/// Header fields as text: encoded words (RFC 2047) in their right and their broken forms, and raw bytes of eight bits.
///
/// Broken forms that are in use and read here: words inside of quotation marks or glued to others, blanks inside of a
/// word, a character cut between two words of one encoding, base64 without its padding, a word without its end, and an
/// encoding with a language (RFC 2231).
struct EncodedWords {
    private let source: ArraySlice<UInt8>
    private var position: Int
    private var result: [UInt8] = []
    /// Bytes of words of one encoding that follow each other: a character may be cut between them.
    private var pending: (charset: String, bytes: [UInt8])?
    /// Blanks behind an encoded word, which go where another follows.
    private var blanks: [UInt8] = []

    /// The text of a field's value. Linear.
    static func decode(_ value: ArraySlice<UInt8>) -> String {
        var reader = EncodedWords(value)
        return reader.decode()
    }

    private init(_ value: ArraySlice<UInt8>) {
        source = value
        position = value.startIndex
    }

    private mutating func decode() -> String {
        while position < source.endIndex {
            if source[position] == UInt8(ascii: "="), let word = word() {
                take(word)
            } else {
                takeByte(source[position])
                position += 1
            }
        }
        flush()
        result += blanks
        return String(decoding: repaired(result), as: UTF8.self)
    }

    private mutating func takeByte(_ byte: UInt8) {
        if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
            if pending != nil {
                blanks.append(byte)
                return
            }
        } else {
            flush()
            result += blanks
            blanks = []
        }
        result.append(byte)
    }

    private mutating func flush() {
        guard let open = pending else { return }
        pending = nil
        guard let encoding = LegacyEncoding(label: open.charset) else {
            result += UTF8Text.survey(open.bytes).broken == 0 ? open.bytes : Windows1252.decode(open.bytes)
            return
        }
        // A word that says it is ASCII and is not is taken for what it is.
        if encoding.isUTF8 || open.charset.lowercased() == "us-ascii" {
            let (_, broken) = UTF8Text.survey(open.bytes)
            if broken == 0 {
                result += open.bytes
            } else {
                result += encoding.isUTF8 ? UTF8Text.repaired(open.bytes) : Windows1252.decode(open.bytes)
            }
            return
        }
        result += encoding.decode(open.bytes[...])?.bytes ?? Windows1252.decode(open.bytes)
    }

    private mutating func take(_ word: Word) {
        blanks = []
        if let open = pending, open.charset == word.charset {
            pending?.bytes += word.bytes
        } else {
            flush()
            pending = (word.charset, word.bytes)
        }
    }

    /// What is no UTF-8 by itself is Windows-1252.
    private func repaired(_ bytes: [UInt8]) -> [UInt8] {
        let (wide, broken) = UTF8Text.survey(bytes)
        if broken == 0 { return bytes }
        return wide >= broken * 4 ? UTF8Text.repaired(bytes) : Windows1252.decode(bytes)
    }

    // MARK: One word

    private struct Word {
        var charset: String
        var bytes: [UInt8]
    }

    /// `=?charset?Q?text?=` at the position, which is then behind it.
    private mutating func word() -> Word? {
        guard position + 5 < source.endIndex, source[position + 1] == UInt8(ascii: "?") else { return nil }
        let question = UInt8(ascii: "?")
        let nameStart = position + 2
        guard let nameEnd = source[nameStart...].prefix(60).firstIndex(of: question), nameEnd > nameStart,
            source[nameStart..<nameEnd].allSatisfy({ $0 > 0x20 && $0 < 0x7F }), nameEnd + 2 < source.endIndex,
            source[nameEnd + 2] == question
        else { return nil }
        let textStart = nameEnd + 3
        guard let (end, next) = end(from: textStart) else { return nil }
        let name = source[nameStart..<nameEnd].prefix { $0 != UInt8(ascii: "*") }
        let text = source[textStart..<end]
        let bytes: [UInt8]
        switch source[nameEnd + 1] | 0x20 {
        case UInt8(ascii: "q"): bytes = Self.quoted(text)
        case UInt8(ascii: "b"): bytes = Self.base64(text)
        default: return nil
        }
        position = next
        return Word(charset: String(decoding: name, as: UTF8.self).lowercased(), bytes: bytes)
    }

    /// Where the text of the word ends, and where what is behind it begins. A word is not longer than 2,000 bytes; one
    /// without its end goes to the end of the field.
    private func end(from start: Int) -> (Int, Int)? {
        var place = start
        while place < source.endIndex, place - start < 2_000 {
            if source[place] == UInt8(ascii: "?"), place + 1 < source.endIndex, source[place + 1] == UInt8(ascii: "=") {
                return (place, place + 2)
            }
            place += 1
        }
        return place == source.endIndex && place > start ? (place, place) : nil
    }

    private static func quoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var place = text.startIndex
        while place < text.endIndex {
            let byte = text[place]
            if byte == UInt8(ascii: "="), place + 2 < text.endIndex, let high = digit(text[place + 1]),
                let low = digit(text[place + 2])
            {
                bytes.append(high << 4 | low)
                place += 3
            } else {
                bytes.append(byte == UInt8(ascii: "_") ? 0x20 : byte)
                place += 1
            }
        }
        return bytes
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }

    private static func base64(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in text {
            let value: UInt32
            switch byte {
            case 0x41...0x5A: value = UInt32(byte) - 0x41
            case 0x61...0x7A: value = UInt32(byte) - 0x61 + 26
            case 0x30...0x39: value = UInt32(byte) - 0x30 + 52
            case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
            case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
            default: continue
            }
            bits = (bits << 6 | value) & 0xFF_FFFF
            count += 1
            if count == 4 {
                bytes += [UInt8(bits >> 16 & 0xFF), UInt8(bits >> 8 & 0xFF), UInt8(bits & 0xFF)]
                (bits, count) = (0, 0)
            }
        }
        if count == 2 { bytes.append(UInt8(bits >> 4 & 0xFF)) }
        if count == 3 { bytes += [UInt8(bits >> 10 & 0xFF), UInt8(bits >> 2 & 0xFF)] }
        return bytes
    }
}
