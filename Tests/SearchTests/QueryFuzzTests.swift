import Foundation
import Search
import TestSupport
import Testing

/// Whatever is typed: no crash, bounded work, and where the strict parser has nothing to say, the lenient one reads the same.
@Suite struct QueryFuzzTests {
    private static let pieces = [
        "a", "fraud", "AND", "OR", "NOT", "NEAR", "NEAR/5", "NEAR/999", "-", "(", ")", "\"", "“", "”", "«", "»", "*", "~", "~2", ":", "title:",
        "topic:=", "date:", "2024-08", "..", "7d", "is:", "unread", "has:", "notes", "any:", "any:(", "sort:", "newest", "treaty:", "UNCC/7", "note:",
        " ", " ", " ", "\\", "é", "\u{0}", "🎣", "&", "e\u{301}", "\u{202E}",
    ]

    static let inputs = Soak.pick(sample: 20_000, full: 10_000_000)

    @Test func survivesAnyText() {
        var random = SplitMix64(seed: 2)
        for number in 0..<Self.inputs {
            let count = Int.random(in: 0...(number % 50 == 0 ? 60 : 12), using: &random)
            let text = (0..<count).map { _ in Self.pieces[Int.random(in: Self.pieces.indices, using: &random)] }.joined()
            check(text)
        }
    }

    /// Bytes that are no text at all, read as what they stand for.
    @Test func survivesAnyBytes() {
        var random = SplitMix64(seed: 4)
        for _ in 0..<Self.inputs / 10 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
            check(String(decoding: bytes, as: UTF8.self))
        }
    }

    private func check(_ text: String) {
        let typed = Query.typed(text, isTyping: false, capabilities: .everything)
        let length = text.utf8.count
        let areInside = typed.notes.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= length }
        if !areInside { Issue.record("notes outside of \(text)") }
        do throws(QueryError) {
            let question = try Question(text, capabilities: .everything)
            if question.query != typed.query || question.order != typed.order || !typed.notes.isEmpty {
                Issue.record("read differently: \(text)")
            }
            let printed = question.description
            if printed.utf8.count <= 4_096, try Question(printed, capabilities: .everything) != question {
                Issue.record("printed differently: \(text) as \(printed)")
            }
        } catch {
            if !typed.notes.contains(QueryNote(error.problem, at: error.range)) { Issue.record("not noted: \(text)") }
        }
        if Query.typed(text, capabilities: .available).query.explanation.isEmpty { Issue.record("unexplained: \(text)") }
    }

    /// The costliest queries that fit: their trees are bounded, whatever is nested in what.
    @Test(arguments: ["(", "-(", "any:(", "title:(", "a OR (", "(a b) OR (", "any:(a (", "a NEAR/5 (b OR (", "\"", "-", "a ", "a~2 OR ", "*", "\\"])
    func boundsItsWork(unit: String) throws {
        let text = String(repeating: unit, count: 8_192 / unit.utf8.count)
        let typed = Query.typed(text, capabilities: .everything)
        #expect(typed.query.description.utf8.count < 40_000)
        #expect(typed.query.explanation.utf8.count < 400_000)
        #expect(!typed.notes.isEmpty)
    }
}
