/// Windows-1252, the one-byte encoding that western texts without a declared one are in most often. As in Latin-1 a
/// byte is its code point, except for the 27 of the range 80–9F below (WHATWG Encoding, index windows-1252); the five
/// of that range that stand for nothing are kept as controls.
package enum Windows1252 {
    private static let table: [UInt8: UInt16] = [
        0x80: 0x20AC, 0x82: 0x201A, 0x83: 0x0192, 0x84: 0x201E, 0x85: 0x2026, 0x86: 0x2020, 0x87: 0x2021, 0x88: 0x02C6,
        0x89: 0x2030,
        0x8A: 0x0160, 0x8B: 0x2039, 0x8C: 0x0152, 0x8E: 0x017D, 0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D,
        0x95: 0x2022,
        0x96: 0x2013, 0x97: 0x2014, 0x98: 0x02DC, 0x99: 0x2122, 0x9A: 0x0161, 0x9B: 0x203A, 0x9C: 0x0153, 0x9E: 0x017E,
        0x9F: 0x0178,
    ]

    /// Whether the encoding gives the byte a character.
    package static func isAssigned(_ byte: UInt8) -> Bool { byte < 0x80 || byte >= 0xA0 || table[byte] != nil }

    package static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
        guard byte >= 0x80 else { return bytes.append(byte) }
        UTF8Writer.append(UInt32(table[byte] ?? UInt16(byte)), to: &bytes)
    }

    package static func decode(_ source: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count + source.count / 8)
        for byte in source { append(byte, to: &bytes) }
        return bytes
    }
}

package enum UTF8Writer {
    package static let replacement: UInt32 = 0xFFFD

    /// Appends a code point that is no surrogate and at most 10FFFF.
    package static func append(_ code: UInt32, to bytes: inout [UInt8]) {
        switch code {
        case 0..<0x80: bytes.append(UInt8(code))
        case 0x80..<0x800: bytes += [UInt8(0xC0 | code >> 6), UInt8(0x80 | code & 0x3F)]
        case 0x800..<0x10000:
            bytes += [UInt8(0xE0 | code >> 12), UInt8(0x80 | code >> 6 & 0x3F), UInt8(0x80 | code & 0x3F)]
        default:
            bytes += [
                UInt8(0xF0 | code >> 18 & 0x07), UInt8(0x80 | code >> 12 & 0x3F), UInt8(0x80 | code >> 6 & 0x3F),
                UInt8(0x80 | code & 0x3F),
            ]
        }
    }
}
