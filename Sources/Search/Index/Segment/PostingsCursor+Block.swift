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

    /// How often the term stands in each field, of all documents of the current block; that of the current one is at
    /// ``index``. Only where not ``isBlockOfOneField``, and valid until the cursor moves.
    @inline(__always)
    mutating func countsOfBlock() -> UnsafePointer<UInt64> {
        if !hasCounts { loadCounts() }
        return UnsafePointer(buffer.counts)
    }

    /// The ``FieldCounts`` of posting `place` of the current block, which has words outside the usual field: those of the postings before
    /// it are passed over.
    mutating func otherCounts(at place: Int) -> UInt64 {
        guard !hasCounts, let otherFields else { return countsOfBlock()[place] }
        let length = (count + 7) / 8 + count * (1 + IndexField.count)
        let start = UnsafeRawPointer(otherFields) - segment.storage.base
        guard start + length < limit, segment.storage.isIntact(start, length) else { return countsOfBlock()[place] }
        var next = otherFields + (count + 7) / 8
        for group in 0...(place &>> 3) {
            var rest = otherFields[group]
            if group == place &>> 3 { rest &= 1 &<< UInt8(place & 7) &- 1 }
            while rest != 0 {
                rest &= rest &- 1
                let mask = next[0]
                next += mask & SegmentFormat.singleCountsFlag != 0 ? 1 : 1 + (mask & Self.fieldsMask).nonzeroBitCount
            }
        }
        let mask = next[0]
        next += 1
        return Self.counts(&next, mask, entry.flags.usualField.rawValue, frequency(at: place))
    }

    private static var fieldsMask: UInt8 { 1 << UInt8(IndexField.count) - 1 }

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
        // Where as much follows as they can take at most, no byte needs a look whether it is there.
        if end < limit { return loadCounts(from: segment.storage.base + start) }
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

    /// The same without looking for the end.
    private mutating func loadCounts(from start: UnsafeRawPointer) {
        let usualField = entry.flags.usualField.rawValue
        let usual = 8 * UInt64(usualField)
        let counts = buffer.counts
        for place in 0..<count { counts[place] = UInt64(min(frequencies[place], 255)) &<< usual }
        var next = (start + (count &+ 7) / 8).assumingMemoryBound(to: UInt8.self)
        for group in 0..<((count &+ 7) / 8) {
            var rest = start.load(fromByteOffset: group, as: UInt8.self)
            while rest != 0 {
                let place = group &* 8 &+ rest.trailingZeroBitCount
                rest &= rest &- 1
                // Bits behind the last posting mean nothing.
                guard place < count else { return }
                let mask = next[0]
                next += 1
                counts[place] = Self.counts(&next, mask, usualField, frequencies[place])
            }
        }
    }

    @inline(__always)
    private static func counts(
        _ next: inout UnsafePointer<UInt8>, _ mask: UInt8, _ usualField: UInt8, _ frequency: UInt32
    ) -> UInt64 {
        var fields = mask & (1 << UInt8(IndexField.count) - 1)
        if mask & SegmentFormat.singleCountsFlag != 0 {
            fields &= ~(1 << usualField)
            let others = UInt32(fields.nonzeroBitCount)
            // Bit i becomes byte i: copies of the seven bits, each seven further on, do not overlap.
            let spread = UInt64(fields) &* 0x0000_0408_1020_4081 & 0x0001_0101_0101_0101
            return spread | UInt64(min(frequency > others ? frequency &- others : 0, 255)) &<< (8 * UInt64(usualField))
        }
        var counts: UInt64 = 0
        while fields != 0 {
            counts |= UInt64(next[0]) &<< (8 * UInt64(fields.trailingZeroBitCount))
            next += 1
            fields &= fields &- 1
        }
        return counts
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
