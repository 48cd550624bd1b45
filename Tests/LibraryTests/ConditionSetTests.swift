import Articles
@testable import Library
import Search
import Testing
import Text
import Topics

@Suite struct ConditionSetTests {
    private static let conditions: [Query] = [
        .state(.unread), .state(.read), .state(.starred), .state(.bookmarked), .state(.noted), .state(.highlighted), .state(.trashed), .state(.gone),
        .has(.notes), .has(.highlights), .has(.tags), .has(.bookmarks), .has(.topics), .has(.links), .has(.date), .has(.deck), .has(.kickers), .has(.publisher),
        .topic(TopicQuery("law")), .topic(TopicQuery("extradition", isExact: true)), .topic(TopicQuery("c", isPrefix: true)), .tag(TagQuery("fraud")),
        .tag(TagQuery("g", isPrefix: true)), .treaty(TreatyQuery("UNCC")), .treaty(TreatyQuery("UNCC", provision: "3", isPrefix: true)), .note(TextQuery("fraud")),
        .note(TextQuery("g", isPrefix: true)), .language("en"), .file("1"), .id("0"),
    ]

    private func sets(_ library: Library, _ cache: ConditionCache, _ notes: NoteShelf) throws -> [ArticleSet] {
        try library.read { database in
            let source = try StoreConditions(
                database, now: 1_700_000_000, languages: try QueryCompiler.languages(in: database), analyser: WordAnalyser(), cache: cache, notes: notes)
            return try Self.conditions.map { try source.articles(where: $0) }
        }
    }

    private func members(_ set: ArticleSet) -> [Int64] {
        var members: [Int64] = []
        set.forEach { members.append($0) }
        return members
    }

    /// Sets that follow the library hold what new ones do, after whatever a person does and files bring.
    @Test(arguments: 0..<4) func setsThatFollowEqualNewOnes(seed: Int) throws {
        try scenario { library, _ in
            var source = RandomLibrary(seed: UInt64(seed) + 50)
            try library.apply(source.files(24))
            let ids = try library.order()
            let (cache, notes) = (ConditionCache(), NoteShelf())
            for step in 0..<40 {
                for _ in 0..<Int(1 + step % 3) { try source.act(on: library, ids) }
                switch step % 10 {
                case 3: try library.apply(Array(source.files(6)))
                case 5: try library.apply([.gone(path: "\(step)"), .gone(path: "\(step / 10)")])
                case 7: try library.apply([.moved(from: "9", to: "1\(step)", stamp: .test(Int64(step)))])
                default: break
                }
                let followed = try sets(library, cache, notes)
                let fresh = try sets(library, ConditionCache(), NoteShelf())
                for (index, condition) in Self.conditions.enumerated() {
                    #expect(members(followed[index]) == members(fresh[index]), "\(condition) at step \(step)")
                    #expect(followed[index].count == fresh[index].count, "\(condition) at step \(step)")
                }
            }
        }
    }

    /// A reader of an older state gets that state's answer, and leaves alone what is kept of the newer one.
    @Test func anOlderStateIsAnsweredAsItWas() throws {
        try scenario { library, folder in
            try library.apply([.file("box", (0..<5).map { .test("T\($0)", "Text \($0).") })])
            let writer = try folder.open()
            let ids = try library.order()
            let (cache, notes) = (ConditionCache(), NoteShelf())
            try library.read { database in
                let old = try StoreConditions(
                    database, now: 0, languages: [.english], analyser: WordAnalyser(), cache: cache, notes: notes)
                try writer.setStar(Array(ids.prefix(2)), true)
                try writer.setNote("A word", in: ids[0], range: 0..<4)
                // Others have been here with the newer state.
                #expect(try sets(writer, cache, notes)[2].count == 2)
                #expect(try old.articles(where: .state(.starred)).count == 0)
                #expect(try old.articles(where: .note(TextQuery("word"))).count == 0)
            }
            #expect(try sets(library, cache, notes)[2].count == 2)
            #expect(try library.titles("note:words") == [try library.rows([ids[0]])[0].title])
        }
    }
}
