import Articles
@testable import Library
import Search
import Testing
import Topics

@Suite struct ProvisionTests {
    private func count(_ name: String, _ articles: Int, _ unread: Int) -> ProvisionCount? {
        let parts = name.split(separator: "/")
        return TreatyID(String(parts[0])).map {
            ProvisionCount(treaty: $0, provision: parts.count > 1 ? ProvisionID(name) : nil, articles: articles, unread: unread)
        }
    }

    /// What a topic stands for is what its articles are listed under, as decisions leave the topics.
    @Test func decisionsCount() throws {
        try scenario { library, _ in
            try library.apply([
                .file("a", [.test("A", "One.", date: "2024-02-01", topics: ["extradition"])]),
                .file("b", [.test("B", "Two.", date: "2024-01-01", topics: ["csam"])]), .file("c", [.test("C", "Three.", date: "2023", topics: ["law"])]),
            ])
            let (a, b) = (try library.id("A"), try library.id("B"))
            #expect(try library.titles("treaty:UNCC") == ["A", "B", "C"])
            #expect(try library.titles("treaty:uncc/37") == ["A"] && library.titles("treaty:UNCC/3*") == ["A"] && library.titles("treaty:b*") == ["A", "B"])
            #expect(try library.titles("treaty:FATF/r.3") == ["B"] && library.titles("-treaty:BC") == ["C"])
            // The treaty's own topic is not each of its articles.
            #expect(try library.titles("treaty:UNCC/7") == [])
            try library.setRead([b], true)
            let bc = try #require(TreatyID("BC"))
            #expect(try library.provisionCounts(of: bc) == [count("BC", 2, 1), count("BC/24", 1, 1), count("BC/9", 1, 0)].compactMap { $0 })
            #expect(try library.provisionCounts().count == 8)

            try library.decide(.rejected, on: "extradition", in: Passage(start: 0, end: 4), of: a)
            #expect(try library.titles("treaty:UNCC/37") == [] && library.titles("treaty:BC") == ["B"])
            try library.decide(.accepted, on: "csam", in: Passage(start: 0, end: 4), of: a)
            #expect(try library.titles("treaty:BC/9") == ["A", "B"])
            try library.undo()
            try library.undo()
            #expect(try library.titles("treaty:UNCC/37") == ["A"])
            try library.trash([a])
            #expect(try library.titles("treaty:BC") == ["B"] && library.titles("treaty:BC is:trashed") == ["A"])
            #expect(try library.provisionCounts(of: bc) == [count("BC", 1, 0), count("BC/9", 1, 0)].compactMap { $0 })
        }
    }

    /// A citation that only the explanation of a link names, as earlier versions had it, counts where its topic, an umbrella, does
    /// not give the provision; and also where the topic is rejected.
    @Test func explanationsCount() throws {
        try scenario { library, _ in
            var incoming = IncomingArticle.test("A", "Article 7 it is.", topics: ["law"])
            incoming.links[0].origin = .citation
            incoming.links[0].explanation.context = [
                .init(.cites("Article 7 UNCC"), contribution: 1), .init(.cites("Article 9 of nothing"), contribution: 1),
            ]
            try library.apply([.file("a", [incoming])])
            #expect(try library.titles("treaty:UNCC/7") == ["A"] && library.titles("treaty:UNCC/16") == [])
            #expect(try reasons(library, "A") == ["UNCC given cited", "UNCC/7 cited"])
            try library.decide(.rejected, on: "law", in: Passage(start: 0, end: 16), of: try library.id("A"))
            #expect(try library.titles("treaty:UNCC") == ["A"] && library.titles("treaty:UNCC/7") == ["A"])
            #expect(try reasons(library, "A") == ["UNCC cited", "UNCC/7 cited"])
        }
    }

    /// Another vocabulary comes with tagging anew, which lists articles whose links stay as they are.
    @Test func taggingAnewFollowsTheVocabulary() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let incoming = IncomingArticle.test("A", "One.", topics: ["extradition"])
        var options = folder.options()
        options.provisions = { _ in .none }
        let older = try Library.open(folder: folder.path, options: options)
        try older.apply([.file("a", [incoming])])
        #expect(try older.titles("treaty:UNCC") == [])
        try older.close()
        let library = try folder.open()
        let retagged = try library.retagged(library.order(), version: 2) { _ in incoming.tagging }
        #expect(try library.apply(retagged) == RetagReport(tagged: 1, changed: 1))
        #expect(try library.titles("treaty:UNCC/37") == ["A"])
        #expect(try library.check().problems == [])
    }

    /// Of the vocabulary as it is: an umbrella gives what nothing below it stands for, a treaty's own topic no article of it.
    @Test func topicsGiveWhatIsTheirOwn() throws {
        let vocabulary = Vocabulary.builtIn
        let access = TopicProvisions(of: "illegal-access", in: vocabulary)
        #expect(access.given.contains { $0.queryForm == "UNCC/7" } && access.given.contains { $0.queryForm == "BC/2" })
        #expect(access.citations.values.contains { $0.queryForm == "UNCC/7" })
        let treaty = TopicProvisions(of: "un-cybercrime-convention", in: vocabulary)
        #expect(treaty.treaties.map(\.rawValue).contains("UNCC") && !treaty.given.contains { $0.treaty.rawValue == "UNCC" })
        #expect(treaty.citations.count >= 68)
        let umbrella = TopicProvisions(of: "cybercrime", in: vocabulary)
        #expect(!umbrella.given.contains { $0.queryForm == "UNCC/7" } && umbrella.treaties.map(\.rawValue) == ["BC", "MALABO", "UNCC"])
        #expect(TopicProvisions(of: "no-topic", in: vocabulary) == .none)
    }
}
