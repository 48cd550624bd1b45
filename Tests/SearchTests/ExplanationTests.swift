import Search
import Testing
import Text

@Suite struct ExplanationTests {
    /// What is written, and how it was read.
    @Test(arguments: [
        ("", "all articles"), ("fraud", "articles that hold “fraud”"),
        ("fraud extrad* date:2024-08 sort:newest", "articles that hold “fraud” and a word beginning with “extrad”, published in August 2024, newest first"),
        ("(a OR b) -c", "articles that hold “a” or “b” but not “c”"), ("-a", "articles that do not hold “a”"),
        ("\"mutual legal assistance\"", "articles that hold the words “mutual legal assistance” in a row"),
        ("title:\"a b\"*", "articles that hold words in a row beginning with “a b” in the title"), ("fruad~", "articles that hold a word like “fruad”, up to a letter off"),
        ("a NEAR/5 b", "articles that hold “a” at most 5 words from “b”"), ("text:((a OR b) NEAR/0 c)", "articles that hold “a” or “b” next to “c” in the text"),
        ("any:(a b c) sort:relevance", "articles that hold “a”, “b” or “c”, best answers first"),
        ("is:unread topic:fraud", "articles not yet read, on the topic “fraud” or one below it"), ("topic:=fraud", "articles on the topic “fraud” itself"),
        ("treaty:UNCC/7 has:notes", "articles on “UNCC/7”, with notes"), ("tag:hanoi -tag:x*", "articles tagged “hanoi”, not tagged with a tag beginning with “x”"),
        ("since:7d", "articles published in the last 7 days"), ("before:2025-02-03", "articles published before 3 February 2025"),
        ("date:2024..2025", "articles published from 2024 to 2025"), ("date:..1y", "articles published until 1 year ago"),
        ("a (is:read OR b)", "articles that hold “a”, (read or holding “b”)"), ("lang:fr file:x id:y", "articles in the language “fr”, from a file whose path holds “x”, with the identifier “y”"),
        ("note:deadline -is:trashed", "articles with a note that holds “deadline”, not in the trash"), ("(a b) OR c", "articles that hold (“a” and “b”) or “c”"),
    ] as [(String, String)])
    func explains(text: String, sentence: String) throws {
        #expect(try Question(text, capabilities: .everything).explanation == sentence)
    }

    @Test func whatCannotBeAnsweredIsRefusedByName() {
        #expect(throws: QueryError(.unanswered(.state(.starred)), at: 3..<10)) { try Query("is:starred", capabilities: QueryCapabilities(unanswered: [.state(.starred)])) }
        let error = QueryError(.unanswered(.field(.note)), at: 5..<6)
        #expect(error.message == "query, byte 6: «note:» cannot be answered, since a library keeps no notes; leave it out")
        #expect(QueryNote(.unanswered(.near), at: 0..<1).sentence == "ignored: «NEAR» cannot be answered, since the index cannot tell how near words are")
    }
}

@Suite struct CompletionTests {
    private struct Names: CompletionSource {
        func names(of field: QueryField?, beginningWith beginning: String, limit: Int) -> [CompletionName] {
            let all: [String] = switch field {
            case .tag: ["hanoi", "has room"]
            case .topic: ["extradition", "extortion"]
            case nil, .title: ["extradite", "exchange"]
            default: []
            }
            return all.filter { $0.hasPrefix(beginning) }.prefix(limit).map { CompletionName($0, help: "1") }
        }
    }

    /// What is written up to the cursor, and what could be written instead of what.
    @Test(arguments: [
        ("ti", ["title:"], 0..<2), ("a ti", ["title:"], 2..<4), ("-ti", ["title:"], 1..<3), ("is:", ["unread", "read", "starred", "bookmarked", "noted", "highlighted", "trashed", "gone"], 3..<3),
        ("is:un", ["unread"], 3..<5), ("(has:to", ["topics"], 5..<7), ("tag:ha", ["hanoi", "\"has room\""], 4..<6), ("topic:extr", ["extradition"], 6..<10),
        ("title:ex", ["extradite", "exchange"], 6..<8), ("exch", ["exchange"], 0..<4), ("a O", ["OR"], 2..<3), ("sort:n", ["newest"], 5..<6),
        ("\"ti", [], 0..<0), ("a ", [], 0..<0), ("", [], 0..<0), ("nof:x", [], 0..<0), ("t*", [], 0..<0), ("NEAR/5", [], 0..<0),
    ] as [(String, [String], Range<Int>)])
    func completes(text: String, texts: [String], range: Range<Int>) {
        let found = Completion.at(text.utf8.count, of: text + " rest", from: Names(), capabilities: .available)
        #expect(found.map(\.text) == texts)
        #expect(found.allSatisfy { $0.range == range })
    }

    @Test func staysInBounds() {
        for cursor in [-1, 3, 5_000] { #expect(Completion.at(cursor, of: "ti", from: NoCompletions()) == []) }
        #expect(Completion.at(1, of: "t", from: NoCompletions(), limit: 0) == [])
        #expect(Completion.at(1, of: "t", from: NoCompletions(), limit: 1).map(\.text) == ["title:"])
        #expect(!Completion.at(1, of: "n", from: NoCompletions(), capabilities: .everything).isEmpty)
    }
}
