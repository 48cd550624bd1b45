/// Reads the posting lists of one word in one segment, window by window, ascending.
final class WordReader {
    let memory: WindowMemory
    let isSingle: Bool
    private let segment: IndexSegment
    private let entries: [TermEntry]
    /// The counts of the fields that count.
    let mask: UInt64
    let norms: SegmentNorms
    /// The cursors of windows, made when they are first wanted; nothing before.
    private var windowCursors: UnsafeMutablePointer<PostingsCursor>?
    /// The current document of each of them, at hand for passing over lists that have none in a window.
    private var heads: UnsafeMutablePointer<UInt32>?
    /// Where ``impact(in:)`` looks next.
    private var boundBlock = 0
    /// The cursors that positions are read with; made when they are first wanted.
    private var placeCursors: [PostingsCursor] = []
    private var places: [UInt32] = []
    private var walkMemory: UnsafeMutablePointer<PostingsCursor>?

    init(_ segment: IndexSegment, _ entries: [TermEntry], mask: UInt64, norms: SegmentNorms, hasWeights: Bool) {
        self.segment = segment
        self.entries = entries
        self.mask = mask
        self.norms = norms
        isSingle = entries.count == 1
        memory = WindowMemory(hasWeights: hasWeights)
    }

    deinit {
        walkMemory?.deinitialize(count: 1).deallocate()
        windowCursors?.deinitialize(count: entries.count).deallocate()
        heads?.deallocate()
    }

    /// The cursors of windows, in the order of the lists.
    private var cursors: UnsafeMutablePointer<PostingsCursor> {
        if let windowCursors { return windowCursors }
        let made = UnsafeMutablePointer<PostingsCursor>.allocate(capacity: entries.count)
        for (index, entry) in entries.enumerated() { (made + index).initialize(to: PostingsCursor(segment, entry)) }
        windowCursors = made
        return made
    }

    private var documentsAtHand: UnsafeMutablePointer<UInt32> {
        if let heads { return heads }
        let cursors = cursors
        let made = UnsafeMutablePointer<UInt32>.allocate(capacity: entries.count)
        for index in entries.indices { (made + index).initialize(to: cursors[index].document) }
        heads = made
        return made
    }

    /// A cursor for what is asked of single documents, apart from that of windows: of a word with one list. Behind a pointer, so that
    /// moving it costs no look whether anybody else does.
    private var walk: UnsafeMutablePointer<PostingsCursor> {
        if let walkMemory { return walkMemory }
        let made = UnsafeMutablePointer<PostingsCursor>.allocate(capacity: 1)
        made.initialize(to: freshCursor())
        walkMemory = made
        return made
    }

    /// At most so many documents hold the word.
    var documents: Int { min(segment.documentCount, entries.reduce(0) { $0 + $1.documentFrequency }) }

    /// An ``ImpactCode`` that no document of the window exceeds; nothing where none of them holds the word. Windows ascend.
    func impact(in window: Range<UInt32>) -> UInt16? {
        guard isSingle else {
            if entries.isEmpty { return nil }
            return .max
        }
        let cursor = cursors
        while boundBlock < cursor.pointee.blockCount, cursor.pointee.lastDocument(ofBlock: boundBlock) < window.lowerBound { boundBlock += 1 }
        guard boundBlock < cursor.pointee.blockCount else { return nil }
        var greatest: UInt16 = 0
        var block = boundBlock
        while block < cursor.pointee.blockCount {
            greatest = max(greatest, cursor.pointee.impact(ofBlock: block))
            // The next block begins after this one's last.
            if cursor.pointee.lastDocument(ofBlock: block) >= window.upperBound - 1 { break }
            block += 1
        }
        return greatest
    }

    /// Sets the bits of the documents in the window that hold the word, of those `within` alone where that is given; and their
    /// weights, where they are wanted.
    func fill(_ window: Range<UInt32>, within: WindowBits?, isRanked: Bool) {
        memory.bits.clear()
        if isSingle, let within {
            let wanted = within.count
            if wanted == 0 { return }
            if wanted * 16 < expected(in: window) { return pick(window, within, isRanked) }
        }
        let (cursors, heads) = (cursors, documentsAtHand)
        for index in entries.indices where heads[index] < window.upperBound {
            if isRanked {
                fill(&cursors[index], window, isFirst: index == 0)
            } else {
                fill(&cursors[index], window)
            }
            heads[index] = cursors[index].document
        }
        if let within { memory.bits.formIntersection(within) }
    }

    /// The first document from `start` on that holds the word, in whatever field; past the last where none does. `start` never
    /// decreases, and no window that was asked for begins before it.
    func next(from start: UInt32) -> UInt32 {
        let (cursors, heads) = (cursors, documentsAtHand)
        var next = UInt32.max
        for index in entries.indices {
            if heads[index] < start { heads[index] = cursors[index].advance(to: start) }
            next = min(next, heads[index])
        }
        return next
    }

    /// About how many postings lie in the window.
    private func expected(in window: Range<UInt32>) -> Int {
        entries[0].documentFrequency * window.count / max(1, segment.documentCount)
    }

    /// Looks for a few documents only.
    private func pick(_ window: Range<UInt32>, _ within: WindowBits, _ isRanked: Bool) {
        let cursor = cursors
        defer { documentsAtHand[0] = cursor.pointee.document }
        within.forEach { place in
            let document = window.lowerBound + UInt32(place)
            let found = cursor.pointee.advance(to: document)
            if found == document {
                let counts = FieldCounts(bits: cursor.pointee.counts().bits & mask)
                if counts.bits != 0 {
                    memory.bits.set(place)
                    if isRanked { memory.weights[place] = norms.weight(counts, document) }
                }
            }
            return found < window.upperBound
        }
    }
}

extension WordReader {
    private func fill(_ cursor: inout PostingsCursor, _ window: Range<UInt32>) {
        let base = window.lowerBound
        let usual: UInt64 = 0xFF << (8 * UInt64(cursor.entry.flags.usualField.rawValue))
        var document = cursor.advance(to: base)
        while document < window.upperBound {
            if mask & usual != 0 && (cursor.isBlockOfOneField || mask == Self.everyField) {
                let documents = cursor.restOfBlock
                var index = 0
                while index < documents.count, documents[index] < window.upperBound {
                    memory.bits.set(Int(documents[index] &- base))
                    index &+= 1
                }
                if index < documents.count { break }
                document = cursor.nextBlock()
            } else if cursor.isBlockOfOneField {
                document = cursor.nextBlock()
            } else {
                let counts = cursor.countsOfBlock() + cursor.index
                let documents = cursor.restOfBlock
                var index = 0
                while index < documents.count, documents[index] < window.upperBound {
                    if counts[index] & mask != 0 { memory.bits.set(Int(documents[index] &- base)) }
                    index &+= 1
                }
                if index < documents.count { break }
                document = cursor.nextBlock()
            }
        }
    }

    static let everyField: UInt64 = 0x00FF_FFFF_FFFF_FFFF

    private func fill(_ cursor: inout PostingsCursor, _ window: Range<UInt32>, isFirst: Bool) {
        let base = window.lowerBound
        let field = cursor.entry.flags.usualField
        let counts = mask >> (8 * UInt64(field.rawValue)) & 1 == 1
        let (table, lengths) = norms.field(field)
        let (bits, weights, norms) = (memory.bits, memory.weights, norms.tables)
        var document = cursor.advance(to: base)
        while document < window.upperBound {
            if cursor.isBlockOfOneField {
                guard counts else {
                    document = cursor.nextBlock()
                    continue
                }
                let frequencies = cursor.frequenciesOfRest()
                let documents = cursor.restOfBlock
                var index = 0
                while index < documents.count, documents[index] < window.upperBound {
                    let found = documents[index]
                    let weight = Float(min(frequencies[index], 255)) * table[Int(lengths[Int(found)])]
                    Self.add(weight, Int(found &- base), isFirst, bits, weights)
                    index &+= 1
                }
                if index < documents.count { break }
                document = cursor.nextBlock()
            } else {
                let counts = cursor.countsOfBlock() + cursor.index
                let documents = cursor.restOfBlock
                var index = 0
                while index < documents.count, documents[index] < window.upperBound {
                    let found = documents[index]
                    let own = counts[index] & mask
                    if own != 0 {
                        Self.add(norms.weight(FieldCounts(bits: own), found), Int(found &- base), isFirst, bits, weights)
                    }
                    index &+= 1
                }
                if index < documents.count { break }
                document = cursor.nextBlock()
            }
        }
    }

    @inline(__always)
    private static func add(
        _ weight: Float, _ place: Int, _ isFirst: Bool, _ bits: WindowBits, _ weights: UnsafeMutablePointer<Float>
    ) {
        if !isFirst, bits.contains(place) {
            weights[place] += weight
        } else {
            bits.set(place)
            weights[place] = weight
        }
    }
}

extension WordReader {
    /// An ``ImpactCode`` that no posting of the only list exceeds.
    var impact: UInt16 { entries[0].impact }

    /// A cursor at the beginning of the only list.
    func freshCursor() -> PostingsCursor { PostingsCursor(segment, entries[0]) }

    /// Calls `body` with the documents of the current block of `cursor` up to `last`, and what the word weighs in them; the
    /// cursor goes to the next block. Without a list of its own, for the only one.
    @inline(__always)
    func forEachPosting(of cursor: inout PostingsCursor, through last: UInt32, _ body: (UInt32, Float) -> Void) {
        let field = cursor.entry.flags.usualField
        if cursor.isBlockOfOneField {
            if mask >> (8 * UInt64(field.rawValue)) & 1 == 1 {
                let (table, lengths) = norms.field(field)
                let frequencies = cursor.frequenciesOfRest()
                let documents = cursor.restOfBlock
                for index in 0..<documents.count {
                    let document = documents[index]
                    body(document, Float(min(frequencies[index], 255)) * table[Int(lengths[Int(document)])])
                }
            }
            cursor.nextBlock()
            return
        }
        let counts = cursor.countsOfBlock() + cursor.index
        let documents = cursor.restOfBlock
        for index in 0..<documents.count {
            let bits = counts[index] & mask
            if bits != 0 { body(documents[index], norms.weight(FieldCounts(bits: bits), documents[index])) }
        }
        cursor.nextBlock()
    }

    /// Whether ``placesForNearness(in:)`` gives any.
    var hasPlacesForNearness: Bool { isSingle && entries[0].hasPositions }

    /// What the only list says that the word weighs in `document`; 0 where it does not stand there. Documents ascend.
    func weight(in document: UInt32) -> Float {
        guard walk.pointee.advance(to: document) == document else { return 0 }
        let bits = walk.pointee.counts().bits & mask
        return bits == 0 ? 0 : norms.weight(FieldCounts(bits: bits), document)
    }

    /// Where the word stands in `document`; documents ascend. None where it has several lists: what is written in many ways says
    /// little by its place; none where it stands in none of the fields that count. Valid until the next call.
    func placesForNearness(in document: UInt32) -> UnsafeBufferPointer<UInt32> {
        guard hasPlacesForNearness, walk.pointee.advance(to: document) == document,
            mask == Self.everyField || walk.pointee.counts().bits & mask != 0
        else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        return walk.pointee.positions()
    }
}

/// Where the words of a few documents stand.
struct WordPlaces {
    /// Where the places of each document begin in ``places``; one more at the end.
    var starts: [Int] = [0]
    /// Ascending in each document, none twice.
    var places: [UInt32] = []

    @inline(__always)
    func count(_ document: Int) -> Int { starts[document + 1] - starts[document] }

    @inline(__always)
    func withPlaces(_ document: Int, _ body: (UnsafeBufferPointer<UInt32>) -> Void) {
        places.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[starts[document]..<starts[document + 1]])) }
    }
}

extension WordReader {
    /// Where the word stands in `documents`, which ascend, also from call to call.
    func places(in documents: [UInt32]) -> WordPlaces {
        if placeCursors.isEmpty { placeCursors = entries.map { PostingsCursor(segment, $0) } }
        return isSingle ? placesOfOne(in: documents) : placesOfAll(in: documents)
    }

    private func placesOfOne(in documents: [UInt32]) -> WordPlaces {
        var found = WordPlaces()
        found.starts.reserveCapacity(documents.count + 1)
        // Taken out, so that they are changed in place.
        var cursor = placeCursors[0]
        var places = places
        self.places = []
        defer { self.places = places }
        for document in documents {
            if cursor.advance(to: document) == document {
                cursor.readPositions(into: &places)
                found.places.append(contentsOf: places)
            }
            found.starts.append(found.places.count)
        }
        placeCursors[0] = cursor
        return found
    }

    /// Gathers from list after list, and sorts: one word can have the places of another, as a stem has those of its forms.
    private func placesOfAll(in documents: [UInt32]) -> WordPlaces {
        var pairs: [UInt64] = []
        for index in placeCursors.indices {
            var cursor = placeCursors[index]
            var next = 0
            while next < documents.count {
                let document = cursor.advance(to: documents[next])
                if document == PostingsCursor.end { break }
                if document == documents[next] {
                    cursor.readPositions(into: &places)
                    for place in places { pairs.append(UInt64(next) << 32 | UInt64(place)) }
                    next += 1
                } else {
                    next = Self.first(in: documents, from: next, notBefore: document)
                }
            }
            placeCursors[index] = cursor
        }
        pairs.sort()
        var found = WordPlaces()
        var last: UInt64?
        for pair in pairs where pair != last {
            while found.starts.count <= Int(pair >> 32) { found.starts.append(found.places.count) }
            found.places.append(UInt32(truncatingIfNeeded: pair))
            last = pair
        }
        while found.starts.count <= documents.count { found.starts.append(found.places.count) }
        return found
    }

    private static func first(in documents: [UInt32], from start: Int, notBefore document: UInt32) -> Int {
        var low = start
        var high = documents.count
        while low < high {
            let middle = (low + high) / 2
            if documents[middle] < document { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
