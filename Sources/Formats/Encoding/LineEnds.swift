/// The many ways in which lines end, made one.
package enum LineEnds {
    /// CR LF, CR, form feed, vertical tab, NEL (U+0085), and the separators U+2028 and U+2029 become LF. Copies only
    /// where there is something to do.
    package static func unified(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(where: { $0 == 0x0D || $0 == 0x0C || $0 == 0x0B || $0 == 0xC2 || $0 == 0xE2 }) else {
            return bytes
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        bytes.withUnsafeBufferPointer { source in
            var index = 0
            while index < source.count {
                let length = lineEnd(at: index, in: source)
                result.append(length == 0 ? source[index] : 0x0A)
                index += max(length, 1)
            }
        }
        return result
    }

    /// The length of the line end at `index` that is more than a line feed, else 0.
    private static func lineEnd(at index: Int, in source: UnsafeBufferPointer<UInt8>) -> Int {
        switch source[index] {
        case 0x0D: index + 1 < source.count && source[index + 1] == 0x0A ? 2 : 1
        case 0x0B, 0x0C: 1
        case 0xC2 where index + 1 < source.count && source[index + 1] == 0x85: 2
        case 0xE2 where index + 2 < source.count && source[index + 1] == 0x80 && source[index + 2] & 0xFE == 0xA8: 3
        default: 0
        }
    }
}
