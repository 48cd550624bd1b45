/// UTF-8 as it is met: valid, nearly valid, or not it at all.
package enum UTF8Text {
    /// How many characters of more than one byte are well formed, and how many places are not (Unicode 15, table 3-7).
    package static func survey(_ bytes: [UInt8]) -> (wide: Int, broken: Int) {
        var wide = 0
        var broken = 0
        bytes.withUnsafeBufferPointer { source in
            var index = 0
            while index < source.count {
                if source[index] < 0x80 {
                    index += 1
                    continue
                }
                let (length, isWhole) = sequence(at: index, in: source)
                if isWhole { wide += 1 } else { broken += 1 }
                index += length
            }
        }
        return (wide, broken)
    }

    /// The text with every broken place mended: a lone byte that Windows-1252 knows becomes its character, since such
    /// bytes come from text that was pasted in; anything else becomes U+FFFD.
    package static func repaired(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 64)
        bytes.withUnsafeBufferPointer { source in
            var index = 0
            while index < source.count {
                let (length, isWhole) = source[index] < 0x80 ? (1, true) : sequence(at: index, in: source)
                if isWhole {
                    result.append(contentsOf: source[index..<(index + length)])
                } else if length == 1, isLone(index, in: source), Windows1252.isAssigned(source[index]) {
                    Windows1252.append(source[index], to: &result)
                } else {
                    UTF8Writer.append(UTF8Writer.replacement, to: &result)
                }
                index += length
            }
        }
        return result
    }

    private static func isLone(_ index: Int, in source: UnsafeBufferPointer<UInt8>) -> Bool {
        (index == 0 || source[index - 1] < 0x80) && (index + 1 == source.count || source[index + 1] < 0x80)
    }

    /// The length of the sequence at `index` where it is whole, else of its longest beginning (at least 1).
    private static func sequence(at index: Int, in source: UnsafeBufferPointer<UInt8>) -> (length: Int, isWhole: Bool) {
        let first = source[index]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return (1, false)
        }
        var good = 1
        while good < length, index + good < source.count,
            (good == 1 ? second : 0x80...0xBF).contains(source[index + good])
        { good += 1 }
        return (good, good == length)
    }
}
