import Articles
@testable import Library
import Search
import TestSupport
import Testing
import Topics

@Suite struct UndoTests {
    /// Random actions; then all taken back one by one, and done again, with an equal library at each step, also after the
    /// library was closed and opened between.
    @Test(arguments: [1, 2, 3] as [UInt64]) func everyActionCanBeTakenBack(seed: UInt64) throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        var library = try folder.open()
        try library.apply([.file("box", (0..<6).map { .test("T\($0)", "The treaty number \($0) is long enough.", topics: ["csam"]) })])
        let ids = try library.order()
        var random = SplitMix64(seed: seed)
        var states = [try library.dump()]
        var sentences: [String] = []
        while states.count < 60 {
            try act(library, ids, &random)
            // An action that changed nothing is none.
            guard try library.dump() != states[states.count - 1] else { continue }
            states.append(try library.dump())
            sentences.append(try #require(try library.nextUndo()))
        }
        for step in (0..<sentences.count).reversed() {
            if step % 20 == 0 {
                try library.close()
                library = try folder.open()
            }
            #expect(try library.undo() == sentences[step])
            #expect(try library.dump() == states[step])
        }
        #expect(try library.undo() == nil)
        for step in sentences.indices {
            #expect(try library.nextRedo() == sentences[step])
            #expect(try library.redo() == sentences[step])
            #expect(try library.dump() == states[step + 1])
        }
        #expect(try library.redo() == nil)
        // A new action ends what could be done again.
        try library.undo()
        try library.tag(ids, "the last")
        #expect(try library.redo() == nil)
        #expect(try library.check().problems == [])
    }

    private func act(_ library: Library, _ ids: [ArticleID], _ random: inout SplitMix64) throws {
        let id = ids[Int.random(in: ids.indices, using: &random)]
        let tag = ["a", "b", "Long Tag"].randomElement(using: &random) ?? "a"
        let start = Int.random(in: 0..<4, using: &random)
        let passage = try library.passages().randomElement(using: &random)
        let topic: TopicID = ["csam", "extradition", "no-longer-there"].randomElement(using: &random) ?? "csam"
        let verdict = ([nil] + Verdict.allCases).randomElement(using: &random) ?? nil
        let colour = ([nil] + HighlightColour.allCases).randomElement(using: &random) ?? nil
        let note = [nil, "One note", "Another\nof two lines"].randomElement(using: &random) ?? nil
        switch Int.random(in: 0..<19, using: &random) {
        case 14: try library.setStar([id, ids[3]], .random(using: &random))
        case 15: try library.setNote(note, in: id, range: start..<(start + 3))
        case 16: try library.setHighlight(colour, in: id, range: start..<(start + 3))
        case 17: if let passage { try library.setNote(note, passage: passage.id) }
        case 18: if let passage { try library.setStar(.random(using: &random), passage: passage.id) }
        case 0: try library.setRead([id, ids[0]], .random(using: &random))
        case 1: try library.trash([id])
        case 2: try library.restore([id, ids[1]])
        case 3: try library.tag([id, ids[2]], tag)
        case 4: try library.untag([id, ids[2]], tag)
        case 5: try library.toggleBookmark(in: id, range: start..<(start + 3))
        case 6: try library.addPassage(in: id, range: start..<9, isBookmarked: .random(using: &random), tags: [tag])
        case 7: if let passage { try library.tag(passage: passage.id, tag) }
        case 8, 9: try library.decide(verdict, on: topic, in: Passage(start: start, end: start + start % 2), of: id)
        case 10:
            try library.decide(
                verdict, at: ids.map { DecisionPlace(article: $0, passage: Passage(start: 1, end: 2), topic: topic) })
        case 11: if start == 0 { try library.forgetDecisions(on: start % 2 == 0 ? topic : nil) }
        case 12: try library.setExclusion(start < 2 ? .match : .learn, tag, for: topic, .random(using: &random))
        default:
            if let passage { if start == 0 { try library.removePassage(passage.id) } else { try library.untag(passage: passage.id, tag) } }
        }
    }

    /// What was taken away while its article changed comes back at its new place.
    @Test func findsAPassageAgainThatComesBack() throws {
        try scenario { library, _ in
            try library.apply([.file("a", [.test("A", "One treaty here.")])])
            let id = try library.id("A")
            let passage = try library.addPassage(in: id, range: 4..<10, isBookmarked: true)
            try library.removePassage(passage.id)
            try library.apply([.file("a", [.test("A", "Now one more treaty here.")], stamp: 2)])
            try library.undo()
            #expect(try library.passage(passage.id)?.range == 13..<19)
            try library.removePassage(passage.id)
            try library.apply([.file("a", [.test("A", "Nothing of it.")], stamp: 3)])
            try library.undo()
            #expect(try library.passage(passage.id)?.range == nil)
            #expect(try library.counts().orphans == 1)
        }
    }
}
