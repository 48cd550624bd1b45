// What a block holds beside its documents, decoded when it is first asked for.

extension PostingsCursor {
    /// The documents of the current block from the current one on, ascending. Empty at the end. Valid until the cursor
    /// moves.
    public var restOfBlock: UnsafeBufferPointer<UInt32> {
        UnsafeBufferPointer(start: documents + index, count: isLoaded ? count - index : 0)
    }

    /// How often the term stands in the current document, in all fields of the list.
    @inline(__always)
    public mutating func frequency() -> UInt32 {
        if !hasFrequencies { loadFrequencies() }
        return frequencies[index]
    }

    /// The frequencies that belong to ``restOfBlock``.
    public mutating func frequenciesOfRest() -> UnsafeBufferPointer<UInt32> {
        guard isLoaded else { return UnsafeBufferPointer(start: nil, count: 0) }
        if !hasFrequencies { loadFrequencies() }
        return UnsafeBufferPointer(start: frequencies + index, count: count - index)
    }

    /// Whether all words of the current block stand in one field: for lists of any scope but a field's own, the body.
    @inline(__always)
    public var isBlockOfOneField: Bool { widths.frequencies & SegmentFormat.otherFieldsFlag == 0 }

    /// How often the term stands in each field of the current document.
    @inline(__always)
    public mutating func counts() -> FieldCounts {
        if isBlockOfOneField {
            let field = entry.flags.usualField
            return FieldCounts(bits: UInt64(min(frequency(), 255)) &<< (8 * UInt64(field.rawValue)))
        }
        if !hasCounts { loadCounts() }
        return FieldCounts(bits: buffer.counts[index])
    }

    mutating func loadFrequenciesIfNeeded() {
        if !hasFrequencies { loadFrequencies() }
    }

    @inline(never)
    private mutating func loadFrequencies() {
        let width = Int(widths.frequencies & ~SegmentFormat.otherFieldsFlag)
        hasFrequencies = true
        guard isLoaded, width <= SegmentFormat.widestGap else {
            segment.storage.noteDamage()
            frequencies.update(repeating: 1, count: SegmentFormat.blockLength)
            return
        }
        BitPacking.unpack(segment.storage.base + frequenciesOffset, count: count, width: width, into: frequencies)
        for place in 0..<count { frequencies[place] &+= 1 }
    }

    /// Reads the counts of the postings that have words outside the usual field: a bit for each posting, then, for each of
    /// these, a byte that names its fields and a byte for each.
    @inline(never)
    private mutating func loadCounts() {
        if !hasFrequencies { loadFrequencies() }
        hasCounts = true
        let width = Int(widths.frequencies & ~SegmentFormat.otherFieldsFlag)
        let start = frequenciesOffset + BitPacking.byteCount(count, width: width)
        let end = min(limit, start + 16 + count * (1 + IndexField.count))
        guard start < end, segment.storage.isIntact(start, end - start) else { return fillCounts() }
        var reader = ByteReader(UnsafeRawBufferPointer(rebasing: segment.storage.bytes[start..<end]))
        let bits = reader.take((count + 7) / 8)
        guard !reader.isDamaged else { return fillCounts() }
        let usual = 8 * UInt64(entry.flags.usualField.rawValue)
        for place in 0..<count {
            guard bits[place >> 3] >> UInt8(place & 7) & 1 == 1 else {
                buffer.counts[place] = UInt64(min(frequencies[place], 255)) << usual
                continue
            }
            buffer.counts[place] = Self.counts(&reader, usual, frequencies[place])
        }
        if reader.isDamaged { segment.storage.noteDamage() }
    }

    /// Reads the fields of one posting.
    private static func counts(_ reader: inout ByteReader, _ usual: UInt64, _ frequency: UInt32) -> UInt64 {
        let mask = reader.byte()
        let isSingle = mask & SegmentFormat.singleCountsFlag != 0
        var counts: UInt64 = 0
        var rest = frequency
        for field in 0..<UInt64(IndexField.count) where mask >> UInt8(field) & 1 == 1 {
            guard !isSingle || 8 * field != usual else { continue }
            counts |= (isSingle ? 1 : UInt64(reader.byte())) << (8 * field)
            rest = rest > 0 ? rest - 1 : 0
        }
        return isSingle ? counts | UInt64(min(rest, 255)) << usual : counts
    }

    private func fillCounts() {
        segment.storage.noteDamage()
        for place in 0..<count { buffer.counts[place] = FieldCounts(body: frequencies[place]).bits }
    }
}
