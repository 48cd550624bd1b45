import TestSupport
import Testing
import Text

@testable import Topics

/// A file, what is done to it, and what it is then.
struct EditCase: Sendable, CustomTestStringConvertible {
    var name: String
    var before: String
    var after: String
    var edit: @Sendable (inout UserVocabulary) throws -> Void

    init(_ name: String, _ before: String, _ after: String, _ edit: @escaping @Sendable (inout UserVocabulary) throws -> Void) {
        self.name = name
        self.before = before
        self.after = after
        self.edit = edit
    }

    var testDescription: String { name }
}

@Suite("Changing a vocabulary file of the user's own")
struct UserVocabularyEditingTests {
    static let cases = [
        EditCase("a new topic in an empty file", "", "topic: mine\n  name: Own\n") { try $0.add(.name, "Own", to: "mine") },
        EditCase("a new topic at the end", "# mine\ntopic: a\nname: A", "# mine\ntopic: a\nname: A\n\ntopic: mine\n  name: Own\n") {
            try $0.add(.name, "Own", to: "mine")
        },
        EditCase("a line of a topic that is there", "topic: a\n    name: A\n# remark\n\ntopic: b\n", "topic: a\n    name: A\n    label fr: bœuf\n# remark\n\ntopic: b\n") {
            try $0.add(.label, language: "fr", "bœuf", to: "a")
        },
        EditCase("a line that is there", "topic: a\nlabel: x | y\n", "topic: a\nlabel: x | y\n") { try $0.add(.label, "y", to: "a") },
        EditCase("lines end as they did", "topic: a\r\nname: A\r\n", "topic: a\r\nname: A\r\nlabel: y\r\n") { try $0.add(.label, "y", to: "a") },
        EditCase("a stray carriage return at the end", "topic: a\nname: A\r", "topic: a\nname: A\r\nlabel: y\n") { try $0.add(.label, "y", to: "a") },
        EditCase("the mark at the beginning stays", "\u{FEFF}topic: a\nname: A", "\u{FEFF}topic: a\nname: A\nlabel: y\n") { try $0.add(.label, "y", to: "a") },
        EditCase("one of several values", "topic: a\n  label: x | y | z # mine\n", "topic: a\n  label: x | z # mine\n") {
            $0.remove("Y", under: [.label, .exact], of: "a")
        },
        EditCase("the last value of a line", "topic: a\nname: A\n# why\nlabel: =x\n", "topic: a\nname: A\n# why\n") {
            $0.remove("x", under: [.label], of: "a")
        },
        EditCase("of one language alone", "topic: a\nlabel: x\nlabel fr: x\n", "topic: a\nlabel: x\n") {
            $0.remove("x", under: [.label], language: "fr", of: "a")
        },
        EditCase("the last line of a topic", "topic: b\nname: B\n\ntopic: a\noff: x\n\ntopic: c\n", "topic: b\nname: B\n\ntopic: c\n") {
            $0.remove("x", under: [.off], of: "a")
        },
        EditCase("of another topic nothing", "topic: a\nlabel: x\n", "topic: a\nlabel: x\n") { $0.remove("x", under: [.label], of: "b") },
        EditCase("a whole topic", "# top\n\ntopic: a\nname: A\n# inside\nlabel: x\n\ntopic: b\nname: B\n", "# top\n# inside\n\ntopic: b\nname: B\n") {
            $0.remove("a")
        },
        EditCase("a topic in two parts", "topic: a\nname: A\n\ntopic: b\nname: B\n\ntopic: a\nlabel: x\n", "topic: b\nname: B\n") { $0.remove("a") },
    ]

    @Test("does what is asked and leaves the rest", arguments: cases)
    func edit(_ example: EditCase) throws {
        var file = UserVocabulary(VocabularyFile(name: "own.txt", text: example.before))
        try example.edit(&file)
        #expect(String(decoding: file.bytes, as: UTF8.self) == example.after)
        #expect(UserVocabulary(VocabularyFile(name: "own.txt", bytes: file.bytes)).lines == file.lines)
    }

    @Test("refuses what no line can hold", arguments: [
        ("a|b", "«a|b» cannot be written on a line of its own; leave out line ends, bars and double blanks"),
        ("a\nb", "«a\nb» cannot be written on a line of its own; leave out line ends, bars and double blanks"),
        ("a  b", "«a  b» cannot be written on a line of its own; leave out line ends, bars and double blanks"),
        ("a # b", "«a # b» cannot be written on a line of its own; leave out line ends, bars and double blanks"),
        ("", "nothing stands after «label:»; fill it in or remove the line"),
    ])
    func refuses(value: String, message: String) {
        var file = UserVocabulary(VocabularyFile(name: "own.txt", text: "topic: a\nname: A\n"))
        let before = file
        let error = #expect(throws: VocabularyError.self) { try file.add(.label, value, to: "a") }
        #expect(error?.message == "own.txt: " + message)
        #expect(file == before)
    }

    /// Files as people write them, with lines that cannot be read among them.
    static func randomFile(_ random: inout SplitMix64) -> String {
        let pieces = [
            "topic: a\nname: A\n", "topic: b\n  name: B\n  label: x | y\n", "# remark\n", "\n", "nonsense\n", "  label fr: z # why\n",
            "topic: a\n\tlabel: q\n", "treaty: SEA\nname: Sea\n", "off: x\r\n",
        ]
        return (0..<Int.random(in: 0..<8, using: &random)).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
    }

    @Test("adding and removing leaves every byte as it was", arguments: 0..<200)
    func roundTrip(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let before = UserVocabulary(VocabularyFile(name: "own.txt", text: Self.randomFile(&random)))
        let keys: [UserKey] = [.label, .exact, .hidden, .off, .related, .kicker]
        let topics: [TopicID] = ["a", "b", "new-one"]
        let key = keys[Int.random(in: 0..<keys.count, using: &random)]
        let topic = topics[Int.random(in: 0..<topics.count, using: &random)]
        var file = before
        // A part that says nothing goes with what is removed from it.
        try #require(!before.mentions("c"))
        let isAdded = try file.add(key, "unheard of", to: topic)
        let isAddedAgain = try file.add(key, "unheard of", to: topic)
        #expect(isAdded && !isAddedAgain)
        #expect(UserVocabulary(VocabularyFile(name: "own.txt", bytes: file.bytes)).lines == file.lines)
        let isRemoved = file.remove("Unheard Of", under: [key], of: topic)
        let isRemovedAgain = file.remove("unheard of", under: [key], of: topic)
        #expect(isRemoved && !isRemovedAgain)
        #expect(file.bytes == before.bytes)
        try file.add(.name, "Brand new", to: "c")
        try file.add(.label, "second", to: "c")
        let isGone = file.remove("c")
        #expect(isGone)
        #expect(file.bytes == before.bytes)
    }
}
