import Glibc
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
        let tests = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let written = try #require(Self.bytes(of: "/\(tests)/Sources/Topics/Resources/\(name).tsv"))
        let tables = VocabularyTables.builtIn
        let files = ["topics": tables.topics, "treaties": tables.treaties, "provisions": tables.provisions,
            "kickers": tables.kickers, "acronyms": tables.acronyms]
        let embedded = try #require(files[name])
        #expect(embedded.bytes == written, "run Scripts/embed")
    }

    /// Without Foundation, whose ICU is another than ours.
    private static func bytes(of path: String) -> [UInt8]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = fread(&bytes, 1, bytes.count, file)
        return Array(bytes[..<count])
    }
}
