import Search
import Testing
import Text

@Suite struct QueryParsingTests {
    /// What is written, and how it was read, printed.
    @Test(arguments: [
        ("", "*"), ("  ", "*"), ("*", "*"), ("fraud", "fraud"), ("fraud  crime", "fraud crime"),
        ("fraud AND crime", "fraud crime"), ("fraud and crime", "fraud and crime"),
        ("a OR b c", "a OR b c"), ("(a OR b) c", "(a OR b) c"), ("a (b c)", "a b c"), ("((a))", "a"),
        ("-a", "-a"), ("NOT a", "-a"), ("NOT NOT a", "a"), ("--a", "a"), ("a -(b OR c)", "a -(b OR c)"),
        ("well-known", "well-known"), ("\"mutual assistance\"", "\"mutual assistance\""), ("\"fraud\"", "fraud"),
        ("“mutual assistance”", "\"mutual assistance\""), ("„eins zwei“", "\"eins zwei\""), ("«deux mots»", "\"deux mots\""),
        ("\"AND\"", "\"AND\""), ("\"a \\\"b\\\" \\\\c\"", "\"a \\\"b\\\" \\\\c\""),
        ("gov*", "gov*"), ("\"mutual leg\"*", "\"mutual leg\"*"),
        ("title:fraud", "title:fraud"), ("TITLE:fraud", "title:fraud"), ("title:(a OR b*)", "title:a OR title:b*"),
        ("title:(a is:read)", "title:a is:read"), ("title:OR", "title:\"OR\""),
        ("deck:a kicker:b text:c by:d from:e", "deck:a kicker:b text:c by:d from:e"),
        ("topic:extradition", "topic:extradition"), ("topic:=extradition", "topic:\"=extradition\""), ("topic:EX*", "topic:ex*"),
        ("tag:hanoi", "tag:hanoi"), ("tag:\"two words\"", "tag:\"two words\""), ("tag:(a OR b)", "tag:a OR tag:b"),
        ("is:unread", "is:unread"), ("is:Bookmarked", "is:bookmarked"), ("-is:trashed", "-is:trashed"),
        ("date:2024", "date:2024"), ("date:2024-08..2024-12", "date:2024-08..2024-12"), ("date:2024..", "since:2024"),
        ("date:..2024-02-29", "date:..2024-02-29"), ("date:7d", "since:7d"), ("since:2w before:2025", "since:2w before:2025"),
        ("lang:PT-BR", "lang:pt-br"), ("file:2024/a.txt", "file:2024/a.txt"), ("file:\"a b\"", "file:\"a b\""),
        ("http://example.org/x", "\"http://example.org/x\""), ("12:30", "\"12:30\""), ("U.N.", "U.N."),
    ] as [(String, String)])
    func reads(text: String, printed: String) throws {
        let query = try Query(text)
        #expect(query.description == printed)
        #expect(Query.typed(text, isTyping: false) == TypedQuery(query: query, notes: []))
    }

    @Test(arguments: [
        ("titel:x", .unknownField("titel", suggestion: .title), 0..<6),
        ("a xyz:x", .unknownField("xyz", suggestion: nil), 2..<6),
        ("title:", .missingValue(.title), 0..<6), ("title: x", .missingValue(.title), 0..<6),
        ("is:unred", .badValue(.state, "unred", suggestion: "unread"), 3..<8),
        ("is:purple", .badValue(.state, "purple", suggestion: nil), 3..<9),
        ("date:2024-13", .badValue(.date, "2024-13", suggestion: nil), 5..<12),
        ("date:2023-02-29", .badValue(.date, "2023-02-29", suggestion: nil), 5..<15),
        ("since:yesterday", .badValue(.since, "yesterday", suggestion: nil), 6..<15),
        ("\"open", .unclosedQuote, 0..<5), ("(a", .unclosedGroup, 0..<1), ("a)", .strayParenthesis, 1..<2),
        ("a OR", .missingOperand("OR"), 2..<4), ("OR a", .missingOperand("OR"), 0..<2),
        ("a AND", .missingOperand("AND"), 2..<5), ("AND a", .missingOperand("AND"), 0..<3),
        ("a NOT", .missingOperand("NOT"), 2..<5), ("a & b", .nothingToFind("&"), 2..<3), ("a - b", .nothingToFind("-"), 2..<3),
        ("\"\"", .nothingToFind(""), 0..<2), ("a ( )", .emptyGroup, 2..<5), ("topic:=", .missingValue(.topic), 6..<7),
    ] as [(String, QueryProblem, Range<Int>)])
    func refuses(text: String, problem: QueryProblem, range: Range<Int>) {
        #expect(throws: QueryError(problem, at: range)) { try Query(text) }
        #expect(Query.typed(text, isTyping: false).notes == [QueryNote(problem, at: range)])
    }

    @Test func explainsItself() {
        let error = QueryError(.unknownField("titel", suggestion: .title), at: 4..<10)
        #expect(error.message == "query, byte 5: «titel:» is no field; did you mean title:?")
        let value = QueryError(.badValue(.since, "soon", suggestion: nil), at: 0..<1)
        #expect(value.message == "query, byte 1: since cannot be «soon»; expected a year, month or day such as 2024-08, or 7d")
    }

    /// What the lenient parser makes of what the strict one refuses.
    @Test(arguments: [
        ("titel:x", "titel x"), ("title: x", "x"), ("is:purple a", "a"), ("\"open words", "\"open words\""), ("(a OR b", "a OR b"),
        ("a) b", "a b"), ("a OR", "a"), ("a OR OR b", "a OR b"), ("AND a AND", "a"), ("a NOT", "a"), ("a & b", "a b"), ("()", "*"),
        ("a OR ()", "a"),
    ] as [(String, String)])
    func makesTheBestOf(text: String, printed: String) {
        #expect(Query.typed(text, isTyping: false).query.description == printed)
    }

    /// While typing, the last word also counts as a beginning.
    @Test(arguments: [
        ("gov", "gov OR gov*"), ("gov ", "gov"), ("gov*", "gov*"), ("a gov", "a (gov OR gov*)"), ("a OR gov", "a OR gov OR gov*"),
        ("\"mutual leg", "\"mutual leg\" OR \"mutual leg\"*"), ("\"mutual leg\"", "\"mutual leg\""), ("title:gov", "title:gov OR title:gov*"),
        ("-gov", "-gov"), ("a -gov", "a -gov"), ("(a gov", "a (gov OR gov*)"), ("(gov)", "gov"), ("tag:han", "tag:han*"),
        ("topic:extra", "topic:extra*"), ("is:read", "is:read"), ("OR", "*"),
    ] as [(String, String)])
    func opensTheLastWord(text: String, printed: String) {
        #expect(Query.typed(text).query.description == printed)
    }

    @Test func boundsLengthNestingAndParts() throws {
        let long = String(repeating: "a", count: 4_097)
        #expect(throws: QueryError(.tooLong(limit: 4_096), at: 4_096..<4_097)) { try Query(long) }
        #expect(Query.typed(long, isTyping: false).query == .text(TextQuery(String(repeating: "a", count: 4_096))))
        let split = String(repeating: "é", count: 2_049)
        #expect(Query.typed("a" + split, isTyping: false).query == .text(TextQuery("a" + String(repeating: "é", count: 2_047))))
        let deep = String(repeating: "(", count: 33) + "a" + String(repeating: ")", count: 33)
        #expect(throws: QueryError(.tooNested(limit: 32), at: 32..<33)) { try Query(deep) }
        #expect(try Query(String(deep.dropFirst().dropLast())) == .text(TextQuery("a")))
        let many = Array(repeating: "a", count: 201).joined(separator: " ")
        #expect(throws: QueryError(.tooManyWords(limit: 200), at: 400..<401)) { try Query(many) }
        #expect(try Query(String(many.dropLast(2))) == .and(Array(repeating: .text(TextQuery("a")), count: 200)))
        // A chain of signs is no nesting.
        #expect(try Query(String(repeating: "-", count: 3_999) + "a") == .not(.text(TextQuery("a"))))
    }

    @Test func printedQueriesComeBack() throws {
        var source = RandomQuery(random: SplitMix64(seed: 1))
        for _ in 0..<20_000 {
            let query = source.query()
            let printed = query.description
            #expect(try Query(printed) == query.normalised, "\(printed)")
            #expect(query.normalised.normalised == query.normalised)
        }
    }

    /// Whatever is typed: no crash, and where the strict parser has nothing to say, the lenient one reads the same.
    @Test func survivesAnyText() {
        var random = SplitMix64(seed: 2)
        let pieces = [
            "a", "fraud", "AND", "OR", "NOT", "-", "(", ")", "\"", "“", "”", "«", "»", "*", ":", "title:", "topic:=", "date:", "2024-08",
            "..", "7d", "is:", "unread", " ", " ", "\\", "é", "\u{0}", "🎣", "&", "e\u{301}", "\u{202E}",
        ]
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...12, using: &random)
            let text = (0..<count).map { _ in pieces[Int.random(in: pieces.indices, using: &random)] }.joined()
            let typed = Query.typed(text, isTyping: false)
            #expect(typed.notes.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= text.utf8.count })
            do {
                #expect(try Query(text) == typed.query)
                #expect(typed.notes == [])
            } catch {
                #expect(typed.notes.contains(QueryNote(error.problem, at: error.range)), "\(text)")
            }
            _ = Query.typed(text)
        }
    }

    @Test func everyFieldHasHelpAndAnExampleThatParses() throws {
        for field in QueryField.allCases {
            #expect(!field.help.isEmpty)
            #expect(field.example.hasPrefix(field.rawValue + ":"))
            #expect(try Query(field.example) != .all)
        }
        for field in TextField.allCases { #expect(field.queryField.textField == field) }
    }
}
