import Foundation
import Testing
import Text

@testable import Topics

@Suite("The built-in vocabulary")
struct BuiltInVocabularyTests {
    @Test("is free of faults")
    func faultless() {
        let (vocabulary, problems) = Vocabulary.read(.builtIn)
        #expect(problems.map(\.message) == [])
        #expect(vocabulary.topics.count >= 104)
        #expect(vocabulary.treaties.count == 18)
        #expect(vocabulary.provisions.count == 479)
        #expect(vocabulary.kickers.count == 94)
        #expect(vocabulary.acronyms.count == 44)
    }

    @Test("is what the tables hold", arguments: ["topics", "treaties", "provisions", "kickers", "acronyms"])
    func embedded(name: String) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Sources/Topics/Resources").standardizedFileURL
        let written = try Data(contentsOf: folder.appendingPathComponent("\(name).tsv"))
        let tables = VocabularyTables.builtIn
        let files = ["topics": tables.topics, "treaties": tables.treaties, "provisions": tables.provisions,
            "kickers": tables.kickers, "acronyms": tables.acronyms]
        let embedded = try #require(files[name])
        #expect(embedded.bytes == Array(written), "run Scripts/embed")
    }
}
