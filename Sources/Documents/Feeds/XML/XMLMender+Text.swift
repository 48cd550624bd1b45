import Formats

extension XMLMender {
    /// Writes the text up to `end`, every sign of markup escaped, without what XML has no place for.
    mutating func takeText(to end: Int) {
        while position < end {
            let byte = source[position]
            switch byte {
            case 0x20...0x21, 0x23...0x25, 0x27...0x3B, 0x3D, 0x3F...0x7E, 0x0A, 0x09: output.append(byte)
            case 0x0D:
                // A line end of two is one.
                if position + 1 >= source.count || source[position + 1] != 0x0A { output.append(0x0A) }
            case 0x22, 0x26, 0x3C, 0x3E: writeEscaped(byte)
            case 0..<0x20, 0x7F: break
            default:
                takeWide(to: end)
                continue
            }
            position += 1
        }
    }

    /// A character beyond ASCII: U+0080 to U+009F were meant as Windows-1252; U+FFFE and U+FFFF are none.
    private mutating func takeWide(to end: Int) {
        let first = source[position]
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        let next = min(position + length, source.count)
        defer { position = next }
        if first == 0xC2, position + 1 < source.count, source[position + 1] < 0xA0 {
            Windows1252.append(source[position + 1], to: &output)
        } else if first != 0xEF || !source[position..<next].starts(with: [0xEF, 0xBF]) || source[next - 1] < 0xBE {
            output.append(contentsOf: source[position..<next])
        }
    }

    mutating func writeEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
        case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
        case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
        default: output.append(byte)
        }
    }

    /// At `&`: a reference, or a lone sign.
    mutating func takeReference() {
        guard let reference = entities.reference(at: position, in: source) else {
            writeEscaped(UInt8(ascii: "&"))
            position += 1
            return
        }
        // What it stands for is text: none of it is markup, and no reference in it is one.
        for byte in reference.text { writeEscaped(byte) }
        position += reference.length
    }
}
