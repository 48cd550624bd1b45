import Articles
import Foundation
@testable import Library
import Search
import Testing

/// What the library answers beyond lists of articles.
@Suite struct AnswersTests {
    private static let files: [FileOutcome] = [
        .file("a", [.test("Alpha", "Courts weigh extradition.\n\nNothing here.\n\nExtradition needs a treaty, and the treaty needs courts.", date: "2024-01-03")]),
        .file("b", [.test("Beta", "A treaty was signed.\n\nFraud rises.", date: "2024-01-02")]),
        .file("c", [.test("Gamma", "Fraud falls. The ministry of frauds.", date: "2024-01-01")]),
        .file("d", [.test("Delta", "Weather.", date: "2024-01-04")]),
    ]

    @Test func passagesThatAnswer() throws {
        try scenario { library, _ in
            try library.apply(Self.files)
            let found = try library.passages(answering: Query("extradition treaty").byAnyWord)
            #expect(found.missing == 0)
            #expect(found.passages.map(\.text) == [
                "Extradition needs a treaty, and the treaty needs courts.", "Courts weigh extradition.", "A treaty was signed.",
            ])
            #expect(found.passages[0].range == 42..<98 && found.passages[0].row.title == "Alpha")
            #expect(found.passages[0].hits == [0..<11, 20..<26, 36..<42])
            #expect(try library.passages(answering: Query("extradition treaty").byAnyWord, limit: 1, offset: 1).passages == [found.passages[1]])
            #expect(try library.passages(answering: .all).passages == [])
            try library.trash([library.id("Alpha")])
            #expect(try library.passages(answering: Query("extradition")).passages == [])
        }
    }

    @Test func whatEachPartFinds() throws {
        try scenario { library, _ in
            try library.apply(Self.files)
            try library.setRead([library.id("Beta")], true)
            let counts = try library.partCounts(of: Query("treaty fraud* -is:read zzz"))
            let expected: [(Query, Int)] = [
                (.text(TextQuery("treaty")), 2), (.text(TextQuery("fraud", isPrefix: true)), 2), (.state(.read), 1), (.text(TextQuery("zzz")), 0),
            ]
            #expect(Set(counts) == Set(expected.map { PartCount(part: $0.0, count: .exactly($0.1)) }))
        }
    }

    @Test func suggestsAndCompletes() throws {
        try scenario { library, _ in
            try library.apply(Self.files)
            #expect(try library.suggestion(for: Query("extraditoin")) == .text(TextQuery("extradition")))
            #expect(try library.suggestion(for: Query("is:read")) == nil)
            #expect(try library.words(beginningWith: "frau").map(\.word) == ["fraud", "frauds"])
            #expect(try library.words(beginningWith: "zz") == [])
            let likeness = try #require(try library.likeness(of: "The treaty, and fraud.", language: "en"))
            #expect(Set(likeness.terms.map(\.word)) == ["treaty", "fraud"])
        }
    }

    /// The same question in other words: any of them, with conditions as they are.
    @Test(arguments: [
        ("fraud treaty", "any:(fraud treaty)"), ("fraud", "any:fraud"), ("fraud is:unread", "any:fraud is:unread"),
        ("fraud -treaty", "any:fraud -treaty"), ("is:unread", "is:unread"), ("(fraud OR courts) treaty", "any:((fraud OR courts) treaty)"),
    ])
    func anyWord(text: String, same: String) throws {
        try scenario { library, _ in
            try library.apply(Self.files)
            let found = try library.order(of: Query(text).byAnyWord, sorted: .relevance)
            #expect(!found.isEmpty)
            #expect(try found == library.order(of: Query(same), sorted: .relevance))
        }
    }

    @Test func nearAndFuzzyWords() throws {
        try scenario { library, _ in
            try library.apply(Self.files)
            #expect(try library.titles("extradition NEAR/2 treaty") == ["Alpha"])
            #expect(try library.titles("courts NEAR/0 treaty") == [])
            #expect(try library.titles("treatty~") == ["Alpha", "Beta"])
            #expect(try library.titles("(extradition NEAR/2 treaty) OR weather") == ["Delta", "Alpha"])
        }
    }
}
