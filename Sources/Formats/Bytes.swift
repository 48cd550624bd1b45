/// Small questions to stretches of UTF-8.
package enum Bytes {
    package static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    package static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    package static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

    /// Without blanks, tabs, no-break blanks and zero-width marks at either end.
    package static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes
        while let length = leadingBlank(rest) { rest = rest.dropFirst(length) }
        while let length = trailingBlank(rest) { rest = rest.dropLast(length) }
        return rest
    }

    /// The length of the blank that `bytes` begin with.
    private static func leadingBlank(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = bytes.first else { return nil }
        if isBlank(first) { return 1 }
        guard first >= 0xC2 else { return nil }
        return wideBlanks.first { bytes.starts(with: $0) }?.count
    }

    private static func trailingBlank(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let last = bytes.last else { return nil }
        if isBlank(last) { return 1 }
        guard last >= 0x80 else { return nil }
        return wideBlanks.first { bytes.suffix($0.count).elementsEqual($0) }?.count
    }

    /// U+00A0, U+200B, U+FEFF, U+3000.
    private static let wideBlanks: [[UInt8]] = [
        [0xC2, 0xA0], [0xE2, 0x80, 0x8B], [0xEF, 0xBB, 0xBF], [0xE3, 0x80, 0x80],
    ]

    package static func equals(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool { bytes.elementsEqual(text.utf8) }

    /// With ASCII letters in lower case.
    package static func lowercased(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    }

    package static func contains(_ bytes: some Collection<UInt8>, _ text: String) -> Bool {
        let needle = Array(text.utf8)
        guard let first = needle.first else { return true }
        var rest = bytes[...]
        while let index = rest.firstIndex(of: first) {
            rest = rest[index...]
            if rest.starts(with: needle) { return true }
            rest = rest.dropFirst()
        }
        return false
    }

    /// `name: value` with a name of letters, digits, hyphens, underscores and blanks. The value may be missing.
    package static func isField(_ line: ArraySlice<UInt8>, separator: UInt8) -> Bool {
        let line = line.first == UInt8(ascii: "\"") ? line.dropFirst() : line
        guard let first = line.first, isLetter(first) || first == UInt8(ascii: "_"),
            let end = line.firstIndex(of: separator)
        else { return false }
        let name = line[..<end]
        guard name.count <= 60, separator != UInt8(ascii: ":") || end + 1 == line.endIndex || isBlank(line[end + 1])
        else { return false }
        return name.allSatisfy { isLetter($0) || isDigit($0) || [0x20, 0x22, 0x2D, 0x2E, 0x5F].contains($0) }
    }

    package static func string(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    /// The place at or before `offset` where a character begins.
    package static func boundary(atOrBefore offset: Int, in bytes: [UInt8]) -> Int {
        var offset = min(max(offset, 0), bytes.count)
        while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }
}
