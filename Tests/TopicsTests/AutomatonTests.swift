import TestSupport
import Testing

@testable import Topics

@Suite("The automaton")
struct AutomatonTests {
    typealias Match = Automaton.Match

    /// Every occurrence, found by looking at every place.
    private func naive(_ patterns: [[UInt32]], in text: [UInt32]) -> [Match] {
        var found: [Match] = []
        for last in text.indices {
            let ending = patterns.indices
                .filter { !patterns[$0].isEmpty && patterns[$0].count <= last + 1 }
                .filter { Array(text[(last + 1 - patterns[$0].count)...last]) == patterns[$0] }
                .sorted { patterns[$0].count > patterns[$1].count }
            found += ending.map { Match(pattern: $0, last: last) }
        }
        return found
    }

    struct Case: Sendable {
        var name: String
        var patterns: [[UInt32]]
        var text: [UInt32]
        var found: [[Int]]
    }

    static let cases = [
        Case(name: "no patterns", patterns: [], text: [1, 2], found: []),
        Case(name: "an empty pattern", patterns: [[]], text: [1], found: []),
        Case(name: "an empty text", patterns: [[1]], text: [], found: []),
        Case(name: "a pattern that is the prefix of another", patterns: [[1], [1, 2]], text: [1, 2], found: [[0, 0], [1, 1]]),
        Case(name: "a pattern that is the suffix of another", patterns: [[1, 2], [2]], text: [1, 2], found: [[0, 1], [1, 1]]),
        Case(name: "a pattern inside another", patterns: [[1, 2, 3], [2]], text: [1, 2, 3], found: [[1, 1], [0, 2]]),
        Case(name: "overlapping occurrences", patterns: [[1, 1]], text: [1, 1, 1], found: [[0, 1], [0, 2]]),
        Case(name: "an unknown symbol between", patterns: [[1, 2]], text: [1, 0, 2, 1, 2], found: [[0, 4]]),
        Case(name: "a symbol above all", patterns: [[1]], text: [9, 1], found: [[0, 1]]),
        Case(name: "a failure over two links", patterns: [[1, 2, 1, 2, 3], [2, 1, 2, 4], [2, 5]], text: [1, 2, 1, 2, 5], found: [[2, 4]]),
    ]

    @Test("finds what stands there", arguments: cases)
    func named(_ example: Case) {
        let automaton = Automaton(patterns: example.patterns, symbolCount: 5)
        #expect(automaton.matches(in: example.text) == example.found.map { Match(pattern: $0[0], last: $0[1]) }, "\(example.name)")
    }

    @Test("equals looking at every place, on random patterns and texts", arguments: 0..<200)
    func random(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let alphabet = UInt32.random(in: 1...4, using: &random)
        var patterns: [[UInt32]] = []
        for _ in 0..<Int.random(in: 0...30, using: &random) {
            let pattern = (0..<Int.random(in: 1...6, using: &random)).map { _ in UInt32.random(in: 1...alphabet, using: &random) }
            if !patterns.contains(pattern) { patterns.append(pattern) }
        }
        let text = (0..<300).map { _ in UInt32.random(in: 0...(alphabet + 1), using: &random) }
        let automaton = Automaton(patterns: patterns, symbolCount: Int(alphabet))
        #expect(automaton.matches(in: text) == naive(patterns, in: text))
    }

    @Test("equals looking at every place, on all short texts over two symbols")
    func exhaustive() {
        let patterns: [[UInt32]] = [[1], [1, 1], [1, 2, 1], [2, 2], [2, 1, 2, 2]]
        let automaton = Automaton(patterns: patterns, symbolCount: 2)
        for length in 0...9 {
            for code in 0..<(1 << length) {
                let text = (0..<length).map { UInt32(code >> $0 & 1) + 1 }
                #expect(automaton.matches(in: text) == naive(patterns, in: text))
            }
        }
    }
}
