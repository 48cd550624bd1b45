import Articles
import Testing

@Suite struct TextChangeTests {
    struct Case: CustomTestStringConvertible {
        var name: String
        var old: String
        var new: String
        /// Words of the old text, and what is to stand at their place in the new one.
        var places: [(String, String)]

        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "same", old: "One two.", new: "One two.", places: [("One", "One"), ("two", "two")]),
        Case(
            name: "put before", old: "Passage 1 is here.\n\nPassage 2 is.", new: "Passage 0 was.\n\nPassage 1 is here.\n\nPassage 2 is.",
            places: [("Passage 1", "Passage 1"), ("Passage 2", "Passage 2")]),
        Case(
            name: "put between", old: "First one.\n\nLast one.", new: "First one.\n\nLater one.\n\nLast one.",
            places: [("First", "First"), ("Last", "Last")]),
        Case(name: "put after", old: "First.\n\nLast.", new: "First.\n\nLast.\n\nAfter.", places: [("First", "First"), ("Last", "Last")]),
        Case(
            name: "taken away", old: "First.\n\nSecond.\n\nThird.", new: "First.\n\nThird.",
            places: [("First", "First"), ("Third", "Third")]),
        Case(
            name: "changed on both sides", old: "Alpha.\n\nThe words that stay.\n\nOmega.",
            new: "A longer beginning.\n\nThe words that stay.\n\nAnother end.", places: [("The words that stay.\n\n", "The words that stay.\n\n")]),
        Case(name: "wide characters", old: "é\n\nü ö", new: "éa\n\nü ö", places: [("é", "é"), ("ü", "ü"), ("ö", "ö")]),
    ]

    @Test(arguments: cases) func places(_ test: Case) throws {
        let change = TextChange(from: test.old, to: test.new)
        for (words, expected) in test.places {
            let index = try #require(Self.offset(of: words, in: test.old))
            let moved = change.offset(index)
            #expect(String(decoding: Array(test.new.utf8)[moved...], as: UTF8.self).hasPrefix(expected), "\(words) went to \(moved)")
        }
    }

    /// Whatever the texts, every place is within the new one and at the beginning of a character.
    @Test func staysWithin() {
        let texts = ["", "a", "é", "aé", "ééa", "a\n\nb", "b\n\na\n\nb", "🏴a🏴", "aa", "aaa"]
        for old in texts {
            for new in texts {
                let change = TextChange(from: old, to: new)
                let bytes = Array(new.utf8)
                for offset in -1...(old.utf8.count + 2) {
                    let moved = change.offset(offset)
                    #expect((0...bytes.count).contains(moved))
                }
                for index in old.indices {
                    let moved = change.offset(old.utf8.distance(from: old.startIndex, to: index))
                    #expect(moved == bytes.count || bytes[moved] & 0xC0 != 0x80, "«\(old)» to «\(new)»")
                }
            }
        }
    }

    private static func offset(of words: String, in text: String) -> Int? {
        let (bytes, needle) = (Array(text.utf8), Array(words.utf8))
        return bytes.indices.first { bytes[$0...].starts(with: needle) }
    }
}
