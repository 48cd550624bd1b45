import TestSupport
import Testing

@testable import Search

@Suite struct BlockIntersectionTests {
    /// Rows near one another, far apart, and of very different lengths, so that each way of looking is taken.
    @Test func findsWhatSetsShare() {
        var random = SplitMix64(seed: 41)
        let intersection = BlockIntersection()
        for round in 0..<2_000 {
            let spread: UInt32 = [130, 300, 4_000, 5_000, 200_000][round % 5]
            let lefts = Self.row(Int.random(in: 1...128, using: &random), below: spread, &random)
            let rights = Self.row(Int.random(in: 1...(round % 3 == 0 ? 128 : 9), using: &random), below: spread, &random)
            let left = Int.random(in: 0..<lefts.count, using: &random)..<lefts.count
            let right = Int.random(in: 0..<rights.count, using: &random)..<rights.count
            let last = round % 4 == 0 ? UInt32.random(in: 0..<spread, using: &random) : .max
            let count = intersection.find(lefts, left, rights, right, through: last)
            let places = (0..<count).map { (intersection.left($0), intersection.right($0)) }
            let shared = Set(lefts[left]).intersection(rights[right]).filter { $0 <= last }.sorted()
            #expect(places.map { lefts[$0.0] } == shared, "round \(round)")
            #expect(places.map { rights[$0.1] } == shared, "round \(round)")
        }
    }

    @Test func findsNothingInEmptyRanges() {
        let row = [1, 2, 3] as [UInt32]
        #expect(BlockIntersection().find(row, 3..<3, row, 0..<3, through: .max) == 0)
        #expect(BlockIntersection().find(row, 0..<3, row, 0..<0, through: .max) == 0)
        #expect(BlockIntersection().find(row, 0..<3, row, 0..<3, through: 0) == 0)
    }

    private static func row(_ count: Int, below bound: UInt32, _ random: inout SplitMix64) -> [UInt32] {
        var numbers: Set<UInt32> = []
        while numbers.count < count { numbers.insert(UInt32.random(in: 0..<bound, using: &random)) }
        return numbers.sorted()
    }
}
