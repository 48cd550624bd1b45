import Formats

/// XHTML made fit for a parser of HTML, to which `<title/>` opens a title that nothing closes.
enum BookMarkup {
    private static let empty: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    ]

    /// With an end behind each element that is closed as it opens. Linear.
    static func opened(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 16)
        var place = 0
        var written = 0
        while let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")), start + 1 < bytes.count {
            guard Bytes.isLetter(bytes[start + 1]), let end = end(of: start, in: bytes) else {
                place = start + 1
                continue
            }
            place = end + 1
            guard bytes[end - 1] == UInt8(ascii: "/") else { continue }
            let name = bytes[(start + 1)..<(end - 1)].prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
            let text = String(decoding: Bytes.lowercased(name), as: UTF8.self)
            guard !empty.contains(text), text.utf8.count < 40 else { continue }
            result += bytes[written..<(end - 1)]
            result += Array("></".utf8) + name + [UInt8(ascii: ">")]
            written = end + 1
        }
        return written == 0 ? bytes : result + bytes[written...]
    }

    /// The `>` of the tag, quoted values passed over; a tag is not longer than 64 kB.
    private static func end(of start: Int, in bytes: [UInt8]) -> Int? {
        var quote: UInt8?
        for place in (start + 1)..<min(bytes.count, start + (64 << 10)) {
            let byte = bytes[place]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return place
            } else if byte == UInt8(ascii: "<") {
                return nil
            }
        }
        return nil
    }
}
