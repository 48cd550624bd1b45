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

    /// In so many parts, which run side by side.
    private static let parts = 10
    static let inputs = Soak.pick(sample: 20_000, full: 10_000_000)

    /// What fuzzed inputs are made of. Most are short, as the parser's states are reached with few pieces.
    private enum Kind: CaseIterable {
        case pieces, mutation, bytes, nested, long

        /// Of a thousand inputs.
        var share: Int {
            switch self {
            case .pieces: 600
            case .mutation: 280
            case .bytes: 118
            case .nested, .long: 1
            }
        }

        static func pick(_ random: inout SplitMix64) -> Kind {
            var place = Int.random(in: 0..<1_000, using: &random)
            for kind in allCases {
                if place < kind.share { return kind }
                place -= kind.share
            }
            return .pieces
        }
    }

    @Test(arguments: 0..<parts) func survivesAnything(part: Int) {
        var random = SplitMix64(seed: UInt64(part) &+ 2)
        var queries = RandomQuery(random: SplitMix64(seed: UInt64(part) &+ 4))
        var slowest = Duration.zero
        for _ in 0..<Self.inputs / Self.parts {
            let text = input(Kind.pick(&random), &queries, &random)
            let start = ContinuousClock.now
            check(text, &random)
            slowest = max(slowest, ContinuousClock.now - start)
        }
        if Soak.isOn { print("fuzzed queries: \(Self.inputs / Self.parts), the slowest took \(slowest) with all that was asked of it") }
    }

    private func input(_ kind: Kind, _ queries: inout RandomQuery, _ random: inout SplitMix64) -> String {
        switch kind {
        case .pieces: return pieces(Int.random(in: 0...12, using: &random), &random)
        case .mutation: return mutation(of: queries.query().description, &random)
        case .bytes:
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
            return String(decoding: bytes, as: UTF8.self)
        case .nested:
            let unit = Self.units.randomElement(using: &random) ?? "("
            let depth = Int.random(in: 1...2_000, using: &random)
            return String(repeating: unit, count: depth) + "a" + String(repeating: ")", count: Int.random(in: 0...depth, using: &random))
        case .long: return pieces(Int.random(in: 500...3_000, using: &random), &random)
        }
    }

    private func pieces(_ count: Int, _ random: inout SplitMix64) -> String {
        (0..<count).map { _ in Self.pieces[Int.random(in: Self.pieces.indices, using: &random)] }.joined()
    }

    /// A query that is right but for a few bytes left out, changed, doubled or put in.
    private func mutation(of text: String, _ random: inout SplitMix64) -> String {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: bytes.indices, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes.remove(at: place)
            case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 2: bytes.insert(contentsOf: bytes[place...].prefix(6), at: place)
            case 3: bytes.removeSubrange(place...)
            default: bytes.insert(contentsOf: pieces(1, &random).utf8, at: place)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func check(_ text: String, _ random: inout SplitMix64) {
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
        let cursor = Int.random(in: -1...(length + 1), using: &random)
        let completions = Completion.at(cursor, of: text, from: NoCompletions(), capabilities: .everything)
        let fit = completions.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= length && !$0.text.isEmpty }
        if !fit { Issue.record("completed outside of \(text) at \(cursor)") }
    }

    private static let units = [
        "(", "-(", "any:(", "title:(", "a OR (", "(a b) OR (", "any:(a (", "a NEAR/5 (b OR (", "\"", "-", "a ", "a~2 OR ", "*", "\\",
    ]

    /// The same, and texts a hundred times as long as any query, in a process each: no query takes more than 64 MB, nor, in the
    /// optimised build, more than a tenth of a second.
    @Test(arguments: units) func takesLittle(unit: String) throws {
        for length in Soak.pick(sample: [8_192], full: [4_096, 8_192, 400_000, 4_000_000]) {
            let folder = try TemporaryFolder()
            try folder.write("query", String(repeating: unit, count: length / unit.utf8.count))
            let child = try ChildProcess(BuiltProgram.path("index-driver"), ["parse", folder.path], input: folder.full("query"))
            let lines = child.remainingLines()
            #expect(child.end() == 0)
            func number(_ name: String) throws -> Int {
                try #require(lines.first { $0.hasPrefix(name) }.flatMap { Int($0.dropFirst(name.utf8.count + 1)) }, "\(lines)")
            }
            // The text itself stands in memory a few times.
            #expect(try number("memory") < 64 << 20 + 4 * length, "\(lines)")
            if Soak.isOn {
                print("\(unit) to \(length) bytes: \(try number("microseconds")) µs, \(try number("memory") >> 20) MB")
                #expect(try number("microseconds") < 100_000, "\(lines)")
            }
        }
    }

    /// The costliest queries that fit: their trees are bounded, whatever is nested in what.
    @Test(arguments: units)
    func boundsItsWork(unit: String) throws {
        let text = String(repeating: unit, count: 8_192 / unit.utf8.count)
        let typed = Query.typed(text, capabilities: .everything)
        #expect(typed.query.description.utf8.count < 40_000)
        #expect(typed.query.explanation.utf8.count < 400_000)
        #expect(!typed.notes.isEmpty)
    }
}
