extension String {
    /// The text at `range`, in UTF-8 offsets; ends inside a character are moved outwards, ends outside the text into it.
    /// Linear in what is taken.
    func bytes(_ range: Range<Int>) -> String {
        var text = self
        return text.withUTF8 { bytes in
            let bounds = Self.characterBounds(range, in: bytes)
            return String(decoding: bytes[bounds], as: UTF8.self)
        }
    }

    /// How many bytes both texts begin with alike.
    func sharedStart(with other: String) -> Int {
        zip(utf8, other.utf8).prefix { $0 == $1 }.count
    }

    private static func characterBounds(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var start = Swift.min(Swift.max(0, range.lowerBound), bytes.count)
        var end = Swift.min(Swift.max(start, range.upperBound), bytes.count)
        guard start < end else { return start..<start }
        while start > 0, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return start..<end
    }
}
