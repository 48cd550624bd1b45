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

    /// The same for the places of one document.
    static func starts(of words: [UnsafeBufferPointer<UInt32>], into starts: inout [UInt32]) {
        starts.removeAll(keepingCapacity: true)
        var rarest = 0
        for index in words.indices where words[index].count < words[rarest].count { rarest = index }
        guard let first = words.indices.first(where: { $0 != rarest }) else { return starts.append(contentsOf: words[rarest]) }
        // The first other word without noting what there is of the rarest.
        let others = words[first]
        var next = 0
        for place in words[rarest] where place >= UInt32(rarest) {
            let start = place - UInt32(rarest)
            let wanted = start + UInt32(first)
            while next < others.count, others[next] < wanted { next &+= 1 }
            if next == others.count { break }
            if others[next] == wanted { starts.append(start) }
        }
        for index in words.indices where index > first && index != rarest && !starts.isEmpty {
            keep(&starts, before: words[index], by: UInt32(index))
        }
    }

    /// Calls `body` with the places of `firsts` that have one of `seconds` right behind.
    @inline(__always)
    static func forEachStart(
        _ firsts: UnsafeBufferPointer<UInt32>, _ seconds: UnsafeBufferPointer<UInt32>, _ body: (UInt32) -> Void
    ) {
        guard let left = firsts.baseAddress, let right = seconds.baseAddress else { return }
        let (leftCount, rightCount) = (firsts.count, seconds.count)
        var (first, second) = (0, 0)
        while first < leftCount, second < rightCount {
            let (wanted, found) = (left[first] &+ 1, right[second])
            if wanted == found { body(left[first]) }
            first &+= wanted <= found ? 1 : 0
            second &+= found <= wanted ? 1 : 0
        }
    }

    /// Whether one of `seconds` is right behind one of `firsts`.
    @inline(__always)
    static func follow(_ firsts: UnsafeBufferPointer<UInt32>, _ seconds: UnsafeBufferPointer<UInt32>) -> Bool {
        guard let left = firsts.baseAddress, let right = seconds.baseAddress else { return false }
        let (leftCount, rightCount) = (firsts.count, seconds.count)
        var (first, second) = (0, 0)
        while first < leftCount, second < rightCount {
            let (wanted, found) = (left[first] &+ 1, right[second])
            if wanted == found { return true }
            first &+= wanted < found ? 1 : 0
            second &+= found < wanted ? 1 : 0
        }
        return false
    }

    /// Where the words stand in a row.
    static func spans(of words: [UnsafeBufferPointer<UInt32>]) -> [Span] {
        var starts: [UInt32] = []
        Self.starts(of: words, into: &starts)
        return starts.map { Span(first: $0, last: $0 + UInt32(words.count - 1)) }
    }

    /// The least distance between places of two words; 0 where one of them has none.
    static func distance(_ left: UnsafeBufferPointer<UInt32>, _ right: UnsafeBufferPointer<UInt32>) -> UInt32 {
        var least: UInt32 = 0
        var next = 0
        for place in left {
            while next < right.count, right[next] < place { next += 1 }
            // The same place is one word that answers both.
            var after = next
            while after < right.count, right[after] == place { after += 1 }
            if after < right.count { least = least == 0 ? right[after] - place : min(least, right[after] - place) }
            if next > 0 { least = least == 0 ? place - right[next - 1] : min(least, place - right[next - 1]) }
        }
        return least
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
