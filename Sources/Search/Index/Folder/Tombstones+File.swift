/// A file of its own for each version of a segment's tombstones: magic, the number of words, the words, a hash.
extension Tombstones {
    private static let magic: UInt64 = 0x656E_6F67_7373_6F44

    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 8 * words.count + 32)
        writer.append(number: Self.magic)
        writer.append(number: UInt64(words.count))
        for word in words { writer.append(number: word) }
        writer.append(number: XXHash64.hash(writer.bytes))
        return Array(writer.bytes)
    }

    /// Reads what ``bytes`` gives; nothing where it does not hold together, or marks what is not in a segment of
    /// `documents`.
    init?(_ bytes: [UInt8], documents: Int) {
        let words: [UInt64]? = bytes.withUnsafeBytes { bytes in
            var reader = ByteReader(bytes)
            var end = ByteReader(bytes, at: bytes.count - 8)
            guard reader.number(UInt64.self) == Self.magic, bytes.count % 8 == 0, bytes.count >= 24,
                reader.number(UInt64.self) == UInt64(bytes.count / 8 - 3),
                end.number(UInt64.self) == XXHash64.hash(UnsafeRawBufferPointer(rebasing: bytes.dropLast(8)))
            else { return nil }
            return (0..<(bytes.count / 8 - 3)).map { _ in reader.number() }
        }
        guard let words else { return nil }
        self.init(words: words)
        if let last, Int(last) >= documents { return nil }
    }
}
