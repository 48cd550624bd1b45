/// Tells from the places of words where they stand in a row, or near one another.
enum PhraseMatcher {
    /// A text of several words in a document.
    struct Span: Hashable {
        var first: UInt32
        var last: UInt32
    }

    /// Replaces `starts` by the places from which on word after word follows. Linear in the places.
    static func starts(of words: [WordPlaces], document: Int, into starts: inout [UInt32]) {
        starts.removeAll(keepingCapacity: true)
        // From the rarest word, every other is looked for where it would have to be.
        var rarest = 0
        for index in words.indices where words[index](document).count < words[rarest](document).count { rarest = index }
        let places = words[rarest](document)
        guard !places.isEmpty else { return }
        for place in places where place >= UInt32(rarest) { starts.append(place - UInt32(rarest)) }
        for index in words.indices where index != rarest {
            keep(&starts, before: words[index](document), by: UInt32(index))
            if starts.isEmpty { return }
        }
    }

    /// Keeps the starts `distance` before one of `places`.
    private static func keep(_ starts: inout [UInt32], before places: ArraySlice<UInt32>, by distance: UInt32) {
        var kept = 0
        var next = places.startIndex
        for start in starts {
            let wanted = start + distance
            while next < places.endIndex, places[next] < wanted { next += 1 }
            if next == places.endIndex { break }
            if places[next] == wanted {
                starts[kept] = start
                kept += 1
            }
        }
        starts.removeSubrange(kept...)
    }

    /// Where the words stand in a row.
    static func spans(of words: [WordPlaces], document: Int) -> [Span] {
        var starts: [UInt32] = []
        Self.starts(of: words, document: document, into: &starts)
        return starts.map { Span(first: $0, last: $0 + UInt32(words.count - 1)) }
    }

    /// The first places, ascending, of those of `left` that have one of `right` in the same field, apart from them, with at
    /// most `distance` words between. n log n.
    static func starts(
        of left: some Sequence<Span>, near right: some Sequence<Span>, within distance: Int, _ bounds: FieldBounds
    ) -> [UInt32] {
        let firsts = right.map(\.first).sorted()
        let lasts = right.map(\.last).sorted()
        guard !firsts.isEmpty else { return [] }
        var starts: Set<UInt32> = []
        for span in left {
            let field = bounds.field(of: span.first)
            let next = lowerBound(firsts, span.last + 1)
            if next < firsts.count, Int(firsts[next] - span.last) - 1 <= distance, bounds.field(of: firsts[next]) == field {
                starts.insert(span.first)
                continue
            }
            let before = lowerBound(lasts, span.first)
            if before > 0, Int(span.first - lasts[before - 1]) - 1 <= distance, bounds.field(of: lasts[before - 1]) == field {
                starts.insert(span.first)
            }
        }
        return starts.sorted()
    }

    /// The number of `places` below `bound`.
    static func lowerBound(_ places: [UInt32], _ bound: UInt32) -> Int {
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if places[middle] < bound { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
