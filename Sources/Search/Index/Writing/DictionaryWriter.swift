/// Writes the dictionary: terms in ascending order, front-coded in blocks; see ``TermCursor``.
final class DictionaryWriter {
    private let dictionary: SegmentSink
    private let blocks: SegmentSink
    private let last = Owned<[UInt8]>([])
    private let lastEntry = Owned(TermEntry.none)
    private(set) var count = 0

    init(dictionary: SegmentSink, blocks: SegmentSink) {
        self.dictionary = dictionary
        self.blocks = blocks
    }

    /// Adds a term, greater than all before; its first byte is that of its kind. `stem` is the key of its stem, where it has
    /// ranks.
    func add(_ key: UnsafeBufferPointer<UInt8>, _ entry: TermEntry, stem: [UInt8] = []) throws(IndexError) {
        var shared = 0
        if count % SegmentFormat.dictionaryBlockLength == 0 {
            guard dictionary.count <= UInt32.max else { throw IndexError.tooLarge(path: "") }
            let start = UInt32(dictionary.count)
            try blocks.write { $0.append(number: start) }
            lastEntry.value = .none
        } else {
            shared = last.value.withUnsafeBufferPointer { Self.commonLength($0, key) }
        }
        let previous = lastEntry.value
        let suffix = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(key)[shared...])
        try dictionary.write { bytes in
            bytes.append(varint: UInt64(shared))
            bytes.append(varint: UInt64(suffix.count))
            bytes.append(suffix)
            entry.append(to: &bytes, after: previous, stem: stem)
        }
        last.value.removeSubrange(shared...)
        last.value.append(contentsOf: UnsafeBufferPointer(rebasing: key[shared...]))
        lastEntry.value = entry
        count += 1
    }

    private static func commonLength(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
        let most = min(left.count, right.count)
        var length = 0
        while length < most, left[length] == right[length] { length += 1 }
        return length
    }
}
