import Testing
import Text

@testable import Search

@Suite struct SuggestingTests {
    private static let texts = [
        "Extradition of a fraud suspect to Hanoi", "The treaty on extradition was signed", "Fraud and extradition: the treaty in Hanoi",
        "Markets rose", "The convention against cybercrime", "Cybercrime and the convention", "Extradited at last", "Weather report",
    ]

    private func search() throws -> IndexSearch {
        let documents = Self.texts.enumerated().map { number, text in
            IndexedDocument(article: Int64(number), order: Int64(number) << 8, parts: [.init(.title, "Title \(number)"), .init(.body, text)])
        }
        // In two segments, so that counts are added up.
        let parts = [try IndexSegment.inMemory(documents.prefix(4)), try IndexSegment.inMemory(documents.dropFirst(4))]
        let source = NaiveLibrary(documents, marks: [:], languages: [.english])
        return IndexSearch(IndexSnapshot(parts.map { IndexSnapshot.Part($0) }), source: source, languages: [.english])
    }

    @Test(arguments: [
        ("extraditoin", "extradition"), ("fruad treaty", "fraud treaty"), ("title:titel", "title:title"), ("\"cybercrme convention\"", nil),
        ("\"and the conventoin\"", "\"and the convention\""), ("fraud", nil), ("qqqqqqq", nil), ("-fruad", nil), ("any:(fruad treety)", "any:(fraud treaty)"),
        ("fraud weather", nil), ("is:unread", nil), ("hanoy NEAR/9 fraud", "hanoi NEAR/9 fraud"),
    ] as [(String, String?)])
    func suggests(text: String, better: String?) throws {
        let query = try Query(text, capabilities: .everything)
        #expect(try search().suggestion(for: query)?.description == better)
    }

    @Test func completesWords() throws {
        let search = try search()
        #expect(search.words(beginningWith: "ex") == [IndexedWord("extradition", documents: 3), IndexedWord("extradited", documents: 1)])
        #expect(search.words(beginningWith: "C", limit: 1) == [IndexedWord("convention", documents: 2)])
        #expect(search.words(beginningWith: "t", in: .title) == [IndexedWord("title", documents: 8)])
        #expect(search.words(beginningWith: "the tre") == [IndexedWord("treaty", documents: 2)])
        #expect(search.words(beginningWith: "") == [])
        #expect(search.words(beginningWith: "zz") == [])
    }

    @Test func saysWhatEachPartFinds() throws {
        let query = try Query("fraud (treaty OR fraud) -cybercrime is:unread", capabilities: .everything)
        #expect(
            try search().partCounts(of: query) == [
                PartCount(part: .text(TextQuery("fraud")), count: .exactly(2)), PartCount(part: .text(TextQuery("treaty")), count: .exactly(2)),
                PartCount(part: .text(TextQuery("cybercrime")), count: .exactly(2)), PartCount(part: .state(.unread), count: .exactly(0)),
            ])
    }

    @Test func findsMoreOfTheKind() throws {
        let search = try search()
        let likeness = search.likeness(of: "Fraud, the fraud in Hanoi and 2024 xylophones of extradition", language: .english)
        #expect(likeness.terms.map(\.word) == ["fraud", "hanoi"])
        #expect(likeness.terms.map(\.documents) == [2, 2])
        #expect(likeness.query.description == "any:(fraud hanoi)")
        let found = try search.search(SearchRequest(likeness.query, order: .relevance)).hits.map(\.article)
        #expect(found == [0, 2])
        #expect(search.likeness(of: "the of and", language: .english).query == .all)
    }

    @Test func ranksPassages() throws {
        let search = try search()
        let query = try Query("extradition fraud", capabilities: .everything)
        let text = "Fraud again and again, fraud.\n\nThe weather.\n\nExtradition for fraud."
        let ranking = PassageRanking(HitFinder(query, languages: [.english]), rarities: try search.rarities(of: query))
        let found = ranking.best(of: [0..<29, 31..<43, 45..<67], in: text, language: .english)
        #expect(found.map(\.range) == [45..<67, 0..<29])
        #expect(found.map(\.hits) == [[45..<56, 61..<66], [0..<5, 23..<28]])
        #expect(found[0].score > found[1].score)
        #expect(ranking.best(of: [31..<43], in: text, language: .english) == [])
    }
}

@Suite struct NearMarkingTests {
    @Test(arguments: [
        ("a NEAR/1 b", "[a] x [b] x x a", .english), ("a NEAR/0 b", "[b] [a], a x b", .english), ("(a OR c) NEAR/1 b", "[c] [b] x x x a", .english),
        ("fruad~", "[fraud] [fruad] freud", .english), ("any:(the fraud)", "the [fraud]", .english),
    ] as [(String, String, Language)])
    func marks(query: String, marked: String, language: Language) throws {
        let text = marked.filter { $0 != "[" && $0 != "]" }
        var shown = ""
        var end = text.startIndex
        for range in HitFinder.hits(of: try Query(query, capabilities: .everything), in: text, language: language) {
            let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
            let stop = text.utf8.index(text.startIndex, offsetBy: range.upperBound)
            shown += text[end..<start] + "[" + text[start..<stop] + "]"
            end = stop
        }
        #expect(shown + text[end...] == marked)
    }
}
