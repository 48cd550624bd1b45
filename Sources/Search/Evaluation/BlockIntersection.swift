/// Finds the numbers that two ascending rows share, each of at most 128: the places of each in either row.
///
/// Where the rows lie close together, the numbers of one are marked in a map of bytes and those of the other looked up there: no step
/// waits for the one before it, and none is a branch that could be foreseen wrongly. Where one row is far the shorter, its
/// numbers are looked for in the other.
final class BlockIntersection {
    /// The greatest distance of numbers that are marked in the map.
    private static let reach = 4_096
    /// So many times as long is far longer.
    private static let farLonger = 8

    /// Of each shared number the place in the left row, and above it that in the right one.
    private let places: UnsafeMutablePointer<UInt16>
    /// All 0 between two calls.
    private let marks: UnsafeMutablePointer<UInt8>

    init() {
        // One more than can be found: the place behind the last is written to.
        places = .allocate(capacity: SegmentFormat.blockLength + 1)
        marks = .allocate(capacity: Self.reach)
        marks.initialize(repeating: 0, count: Self.reach)
    }

    deinit {
        places.deallocate()
        marks.deallocate()
    }

    /// Where shared number `number` of those found last stands in the left row.
    @inline(__always)
    func left(_ number: Int) -> Int { Int(places[number] & 0xFF) }

    /// And in the right row.
    @inline(__always)
    func right(_ number: Int) -> Int { Int(places[number] &>> 8) }

    @inline(__always)
    private func note(_ count: Int, _ left: Int, _ right: Int) {
        places[count] = UInt16(truncatingIfNeeded: right &<< 8 | left)
    }

    /// Notes the numbers, up to `last`, that both rows have in the ranges given; their count.
    func find(
        _ lefts: UnsafePointer<UInt32>, _ leftRange: Range<Int>, _ rights: UnsafePointer<UInt32>, _ rightRange: Range<Int>,
        through last: UInt32
    ) -> Int {
        guard !leftRange.isEmpty, !rightRange.isEmpty else { return 0 }
        let first = max(lefts[leftRange.lowerBound], rights[rightRange.lowerBound])
        let last = min(last, lefts[leftRange.upperBound - 1], rights[rightRange.upperBound - 1])
        guard first <= last else { return 0 }
        let left = Self.lowerBound(lefts, leftRange, first)..<Self.upperBound(lefts, leftRange, last)
        let right = Self.lowerBound(rights, rightRange, first)..<Self.upperBound(rights, rightRange, last)
        if left.count * Self.farLonger < right.count { return pick(lefts, left, rights, right) { ($0, $1) } }
        if right.count * Self.farLonger < left.count { return pick(rights, right, lefts, left) { ($1, $0) } }
        return last - first < UInt32(Self.reach) ? mark(lefts, left, rights, right, after: first) : merge(lefts, left, rights, right)
    }

    private func mark(
        _ lefts: UnsafePointer<UInt32>, _ leftRange: Range<Int>, _ rights: UnsafePointer<UInt32>, _ rightRange: Range<Int>, after base: UInt32
    ) -> Int {
        for place in leftRange { marks[Int(lefts[place] &- base)] = UInt8(truncatingIfNeeded: place &+ 1) }
        var count = 0
        for place in rightRange {
            let mark = marks[Int(rights[place] &- base)]
            note(count, Int(mark &- 1), place)
            count &+= mark == 0 ? 0 : 1
        }
        // Close together they are forgotten faster all at once.
        let span = Int(lefts[leftRange.upperBound &- 1] &- base) &+ 1
        if span < 8 &* leftRange.count {
            marks.update(repeating: 0, count: span)
        } else {
            for place in leftRange { marks[Int(lefts[place] &- base)] = 0 }
        }
        return count
    }

    private func merge(
        _ lefts: UnsafePointer<UInt32>, _ leftRange: Range<Int>, _ rights: UnsafePointer<UInt32>, _ rightRange: Range<Int>
    ) -> Int {
        var (first, second, count) = (leftRange.lowerBound, rightRange.lowerBound, 0)
        while first < leftRange.upperBound, second < rightRange.upperBound {
            let (number, other) = (lefts[first], rights[second])
            note(count, first, second)
            count &+= number == other ? 1 : 0
            first &+= number <= other ? 1 : 0
            second &+= other <= number ? 1 : 0
        }
        return count
    }

    /// Looks for each of the few in the many. `sides` gives left and right of a place among the few and one among the many.
    @inline(__always)
    private func pick(
        _ few: UnsafePointer<UInt32>, _ fewRange: Range<Int>, _ many: UnsafePointer<UInt32>, _ manyRange: Range<Int>,
        _ sides: (Int, Int) -> (left: Int, right: Int)
    ) -> Int {
        var rest = manyRange
        var count = 0
        for place in fewRange {
            let found = Self.lowerBound(many, rest, few[place])
            guard found < rest.upperBound else { break }
            let (left, right) = sides(place, found)
            note(count, left, right)
            count &+= many[found] == few[place] ? 1 : 0
            rest = found..<rest.upperBound
        }
        return count
    }

    /// The first place whose number is at least `number`.
    @inline(__always)
    private static func lowerBound(_ numbers: UnsafePointer<UInt32>, _ range: Range<Int>, _ number: UInt32) -> Int {
        if numbers[range.lowerBound] >= number { return range.lowerBound }
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low &+ high) &>> 1
            if numbers[middle] < number { low = middle &+ 1 } else { high = middle }
        }
        return low
    }

    /// The first place whose number is greater than `number`.
    @inline(__always)
    private static func upperBound(_ numbers: UnsafePointer<UInt32>, _ range: Range<Int>, _ number: UInt32) -> Int {
        if numbers[range.upperBound &- 1] <= number { return range.upperBound }
        return lowerBound(numbers, range, number &+ 1)
    }
}
