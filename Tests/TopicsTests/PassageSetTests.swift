import Foundation
import Testing
import Topics

/// The project's own labelled passages (`Fixtures/README.md` says how they were labelled). Harder than everyday text: a third of
/// them turn on an acronym with two senses. What the tagger reaches on all of them is held here, so that it does not get worse.
@Suite struct PassageSetTests {
    private struct Row: Decodable {
        var id: String
        var article: String
        var title: String
        var text: String
        var labels: Set<String>
        var not: Set<String>
    }

    private func rows() throws -> [Row] {
        let file = try #require(Bundle.module.url(forResource: "passages", withExtension: "jsonl", subdirectory: "Fixtures"))
        let lines = try Data(contentsOf: file).split(separator: 0x0A)
        return try lines.map { try JSONDecoder().decode(Row.self, from: Data($0)) }
    }

    @Test func everyLabelIsATopic() throws {
        let topics = Set(Vocabulary.builtIn.topics.map(\.id.rawValue))
        let rows = try rows()
        #expect(rows.count == 200)
        #expect(Set(rows.map(\.id)).count == 200)
        for row in rows { #expect(row.labels.union(row.not).isSubset(of: topics), "\(row.id)") }
        #expect(topics == rows.reduce(into: []) { $0.formUnion($1.labels) })
    }

    @Test func keepsWhatItReaches() throws {
        let rows = try rows()
        let passages = rows.map { LonePassage(id: $0.id, article: $0.article, title: $0.title, text: $0.text) }
        let found = PassageTagging(Tagger()).tag(passages).map { Set($0.links.filter { $0.standing == .probable }.map(\.topic.rawValue)) }
        var right = 0
        var wrong = 0
        var missed = 0
        for (row, found) in zip(rows, found) {
            right += row.labels.intersection(found).count
            wrong += found.subtracting(row.labels).count
            missed += row.labels.subtracting(found).count
        }
        let share = Double(2 * right) / Double(2 * right + wrong + missed)
        #expect(share >= 0.67, "micro-F1 \(share): \(right) right, \(wrong) wrong, \(missed) missed")
    }
}
