import TestSupport
import Testing

@testable import Topics

@Suite("What would flip a result")
struct ExplanationTests {
    private static func explanation(_ words: [Double], _ context: [(String, Double)] = [], prior: Double = -4, threshold: Double = 0.5) -> Explanation {
        Explanation(
            prior: prior, evidence: words.enumerated().map { Explanation.Evidence(start: $0, end: $0 + 1, text: "w\($0)", contribution: $1) },
            context: context.map { Explanation.Factor(name: $0.0, contribution: $0.1) }, threshold: threshold)
    }

    @Test("the weakest piece that suffices, else several, else more evidence")
    func changes() {
        #expect(Self.explanation([5]).smallestChange == .without(["w0"]))
        #expect(Self.explanation([3, 2], [("title", 0.5)]).smallestChange == .without(["w1"]))
        #expect(Self.explanation([3, 3, 3]).smallestChange == .without(["w0", "w1"]))
        #expect(Self.explanation([2.5]).smallestChange == .more(1.5))
        #expect(Self.explanation([5], [("contrast", -2)]).smallestChange == .without(["contrast"]))
        #expect(Self.explanation([5], [("contrast", -2), ("common", -3)]).smallestChange == .more(4))
        #expect(Self.explanation([], prior: 1).smallestChange == nil)
        #expect(Self.explanation([5], threshold: 1).smallestChange == nil)
    }

    @Test("taking the pieces away does flip the result", arguments: 0..<20)
    func flips(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let words = (0..<Int.random(in: 0...5, using: &random)).map { _ in Double.random(in: 0...4, using: &random) }
        let context = (0..<Int.random(in: 0...3, using: &random)).map { ("c\($0)", Double.random(in: -2...1, using: &random)) }
        let explanation = Self.explanation(words, context, threshold: Double.random(in: 0.2...0.8, using: &random))
        let isProbable = explanation.score >= explanation.thresholdScore
        var changed = explanation
        switch explanation.smallestChange {
        case .without(let names):
            changed.evidence.removeAll { names.contains($0.text) }
            changed.context.removeAll { names.contains($0.name) }
        case .more(let odds): changed.prior += odds + 1e-9
        case nil:
            #expect(isProbable)
            return
        }
        #expect((changed.score >= changed.thresholdScore) != isProbable)
    }
}
