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
        for index in words.indices where words[index].count(document) < words[rarest].count(document) { rarest = index }
        guard words[rarest].count(document) > 0 else { return }
        words[rarest].withPlaces(document) { places in
            for place in places where place >= UInt32(rarest) { starts.append(place - UInt32(rarest)) }
        }
        for index in words.indices where index != rarest {
            words[index].withPlaces(document) { keep(&starts, before: $0, by: UInt32(index)) }
            if starts.isEmpty { return }
        }
    }

    /// Keeps the starts `distance` before one of `places`.
    private static func keep(_ starts: inout [UInt32], before places: UnsafeBufferPointer<UInt32>, by distance: UInt32) {
        var kept = 0
        var next = 0
        for start in starts {
            let wanted = start + distance
            while next < places.count, places[next] < wanted { next += 1 }
            if next == places.count { break }
            if places[next] == wanted {
                starts[kept] = start
                kept += 1
            }
        }
        starts.removeLast(starts.count - kept)
    }

    /// Adds where the words stand in a row.
    static func add(to spans: inout [Span], spansOf words: [WordPlaces], document: Int) {
        if words.count == 1 {
            words[0].withPlaces(document) { for place in $0 { spans.append(Span(first: place, last: place)) } }
            return
        }
        var starts: [UInt32] = []
        Self.starts(of: words, document: document, into: &starts)
        for start in starts { spans.append(Span(first: start, last: start + UInt32(words.count - 1))) }
    }

    /// The first places, ascending, of those of `left` that have one of `right` in the same field, apart from them, with at
    /// most `distance` words between. n log n.
    static func starts(of left: [Span], near right: [Span], within distance: Int, _ bounds: FieldBounds) -> [UInt32] {
        guard !left.isEmpty, !right.isEmpty else { return [] }
        let firsts = ascending(right.map(\.first))
        let lasts = ascending(right.map(\.last))
        var starts: [UInt32] = []
        for span in left {
            let next = lowerBound(firsts, span.last + 1)
            let before = lowerBound(lasts, span.first)
            let isNear = next < firsts.count && Int(firsts[next] - span.last) - 1 <= distance
                && bounds.field(of: firsts[next]) == bounds.field(of: span.first)
                || before > 0 && Int(span.first - lasts[before - 1]) - 1 <= distance
                && bounds.field(of: lasts[before - 1]) == bounds.field(of: span.first)
            if isNear { starts.append(span.first) }
        }
        return starts.count < 2 ? starts : Array(Set(starts)).sorted()
    }

    /// Those of one text ascend already.
    private static func ascending(_ places: [UInt32]) -> [UInt32] {
        zip(places, places.dropFirst()).allSatisfy { $0 <= $1 } ? places : places.sorted()
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
