/// The blocks of the dictionary as bytes, for those that read them.
extension IndexSegment {
    @inline(__always)
    var dictionaryBlockCount: Int { range(.blocks).count / 4 }

    /// The bytes of block `number`; nothing, and damage noted, where they cannot be had.
    func dictionaryBlock(_ number: Int) -> UnsafeRawBufferPointer? {
        let dictionary = range(.dictionary)
        let place = range(.blocks).lowerBound + 4 * number
        guard number >= 0, number < dictionaryBlockCount, let start = offset(at: place),
            let end = number + 1 < dictionaryBlockCount ? offset(at: place + 4) : dictionary.count,
            start < end, end <= dictionary.count, storage.isIntact(dictionary.lowerBound + start, end - start)
        else {
            storage.noteDamage()
            return nil
        }
        return UnsafeRawBufferPointer(start: storage.base + (dictionary.lowerBound + start), count: end - start)
    }

    /// Where the bytes of a block begin in the dictionary.
    @inline(__always)
    func dictionaryOffset(of block: UnsafeRawBufferPointer) -> Int {
        guard let start = block.baseAddress else { return 0 }
        return start - UnsafeRawPointer(storage.base + range(.dictionary).lowerBound)
    }

    private func offset(at place: Int) -> Int? {
        guard storage.isIntact(place, 4) else { return nil }
        return Int(UInt32(littleEndian: storage.base.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
    }
}
