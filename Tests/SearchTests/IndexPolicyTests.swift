import Testing

@testable import Search

@Suite struct IndexPolicyTests {
    private func choice(_ sizes: [Int], gone: [Int: Int] = [:]) -> [Int] {
        let candidates = sizes.enumerated().map { index, live in
            MergePolicy.Candidate(index: index, live: live, documents: live + (gone[index] ?? 0))
        }
        return MergePolicy.choice(candidates, IndexLimits())
    }

    @Test func mergesTiersThatAreFull() {
        #expect(choice([]) == [])
        #expect(choice(Array(repeating: 5, count: 7)) == [])
        #expect(choice(Array(repeating: 5, count: 8)) == Array(0..<8))
        #expect(choice([1_000_000] + Array(repeating: 5, count: 8)) == Array(1..<9))
        #expect(choice([1_000_000, 100_000, 5, 6, 7]) == [])
        #expect(choice(Array(repeating: 4_000, count: 9) + [3]) == Array(0..<9))
    }

    @Test func rewritesWhatIsMostlyGone() {
        #expect(choice([100, 100], gone: [1: 40]) == [])
        #expect(choice([100, 100], gone: [1: 60]) == [1])
        #expect(choice([0, 100], gone: [0: 9]) == [0])
    }

    /// Whatever comes in, the number of segments stays small, and each article is rewritten a few times only.
    @Test func keepsSegmentsFew() {
        var sizes: [Int] = []
        var rewritten = 0
        for _ in 0..<2_000 {
            sizes.append(100)
            while true {
                let chosen = choice(sizes)
                if chosen.isEmpty { break }
                let merged = chosen.reduce(0) { $0 + sizes[$1] }
                rewritten += merged
                sizes = sizes.indices.filter { !chosen.contains($0) }.map { sizes[$0] } + [merged]
            }
            #expect(sizes.count < 32)
        }
        #expect(sizes.reduce(0, +) == 200_000)
        #expect(rewritten < 5 * 200_000)
    }
}
