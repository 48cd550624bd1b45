/// The scalars of which nearly all text in Latin, Greek, Cyrillic, Chinese, Japanese and Korean script is made: they
/// are shown as they are and never join each other to one grapheme cluster, so that no table need be asked for them.
enum SimpleScalar {
    /// The columns of `scalar`, `nil` if it is none of these.
    @inline(__always)
    static func width(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x20...0x7E: 1
        case 0xA0...0xA8, 0xAA...0xAC, 0xAF...0x2FF: 1
        case 0x370...0x377, 0x38E...0x3A1, 0x3A3...0x482, 0x48A...0x52F: 1
        case 0x2010...0x2027, 0x2030...0x203B, 0x203D...0x2048: 1
        case 0x3001...0x3029, 0x3041...0x3096, 0x30A1...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFC, 0xAC00...0xD7A3: 2
        case 0xFF01...0xFF60: 2
        default: nil
        }
    }

    /// The columns of a text of nothing else but these and line feeds; `nil` for any other text.
    static func width(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var columns = 0
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte < 0x80 {
                guard byte >= 0x20 && byte != 0x7F || byte == 0x0A else { return nil }
                columns += byte == 0x0A ? 0 : 1
                offset += 1
                continue
            }
            let (scalar, length) = UTF8Scalars.decode(bytes, at: offset)
            guard let width = width(scalar) else { return nil }
            columns += width
            offset += length
        }
        return columns
    }

    /// The boundaries of grapheme clusters in a text of nothing else but these and line feeds; `nil` for any other text.
    static func boundaries(in bytes: UnsafeBufferPointer<UInt8>) -> [Int]? {
        guard width(of: bytes) != nil else { return nil }
        var offsets = [0]
        offsets.reserveCapacity(bytes.count + 1)
        for offset in bytes.indices.dropFirst() where bytes[offset] & 0xC0 != 0x80 { offsets.append(offset) }
        if !bytes.isEmpty { offsets.append(bytes.count) }
        return offsets
    }
}
