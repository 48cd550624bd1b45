import Search
import TestSupport
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
        ("fraud~", "fraud~"), ("fraud~1", "fraud~"), ("title:fraud~2", "title:fraud~2"), ("\"a b\"~2", "\"a b\"~2"), ("\"a~\"", "\"a~\""),
        ("a NEAR b", "a NEAR/10 b"), ("a NEAR/5 b c", "a NEAR/5 b c"), ("-a NEAR/0 b", "-a NEAR/0 b"), ("\"NEAR\"", "\"NEAR\""),
        ("(a OR b*) NEAR/3 \"c d\"", "(a OR b*) NEAR/3 \"c d\""), ("title:(a NEAR/2 b)", "title:(a NEAR/2 b)"),
        ("title:a NEAR/2 title:b", "title:(a NEAR/2 b)"), ("a NEAR/1 b NEAR/2 c", "a NEAR/1 b b NEAR/2 c"), ("title:NEAR/5", "title:\"NEAR/5\""),
        ("a OR b NEAR/2 c", "a OR b NEAR/2 c"), ("note:deadline", "note:deadline"), ("note:(a \"b c\"*)", "note:a note:\"b c\"*"),
        ("treaty:uncc", "treaty:UNCC"), ("treaty:UNCC/7", "treaty:UNCC/7"), ("treaty:bc-p1/12*", "treaty:BC-P1/12*"),
        ("has:notes has:Note has:date", "has:notes has:notes has:date"), ("is:starred -is:noted", "is:starred -is:noted"), ("id:ab12", "id:ab12"),
        ("any:a", "any:a".replacing("any:", with: "")), ("any:(a b)", "any:(a b)"), ("any: how do states share", "any:(how do states share)"),
        ("any: a b since:2024 -c", "any:(a b) since:2024 -c"), ("x any:(a (b c))", "x any:(a (b c))"), ("any:(a AND b c)", "any:((a b) c)"),
        ("any:(any:(a b) c)", "any:(a b c)"), ("title:(any:(a b))", "any:(title:a title:b)"), ("-any:(a b)", "-any:(a b)"),
        ("”mot för mot”", "\"mot för mot\""),
        ("http://example.org/x", "\"http://example.org/x\""), ("12:30", "\"12:30\""), ("U.N.", "U.N."),
        ("title:(a //b.c)", "title:a title:\"//b.c\""), ("tag:\"//a\"", "tag:\"//a\""),
    ] as [(String, String)])
    func reads(text: String, printed: String) throws {
        let query = try Query(text, capabilities: .everything)
        #expect(query.description == printed)
        #expect(Query.typed(text, isTyping: false, capabilities: .everything) == TypedQuery(query: query, notes: []))
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
        ("a~3", .tooFuzzy(3, limit: 2), 0..<3), ("a~0", .tooFuzzy(0, limit: 2), 0..<3), ("tag:a~", .uselessSign("~", .tag), 4..<6),
        ("is:read*", .uselessSign("*", .state), 3..<8), ("a NEAR/101 b", .tooFar(101, limit: 100), 2..<10), ("a NEAR", .missingOperand("NEAR"), 2..<6),
        ("NEAR a", .missingOperand("NEAR"), 0..<4), ("a NEAR is:read", .notNear, 2..<6), ("(a b) NEAR c", .notNear, 6..<10),
        ("title:a NEAR text:b", .notNear, 8..<12), ("has:hats", .badValue(.has, "hats", suggestion: "tags"), 4..<8),
        ("treaty:UNCC/", .badValue(.treaty, "UNCC/", suggestion: "UNCC"), 7..<12), ("any:", .missingValue(.any), 0..<4),
        ("a sort:newest", .spareOrder, 2..<13), ("(a sort:newest)", .innerOrder, 3..<14), ("-sort:newest", .innerOrder, 1..<12),
        ("a sort:old", .badValue(.sort, "old", suggestion: nil), 7..<10), ("sort:", .missingValue(.sort), 0..<5),
        ("a OR", .missingOperand("OR"), 2..<4), ("OR a", .missingOperand("OR"), 0..<2),
        ("a AND", .missingOperand("AND"), 2..<5), ("AND a", .missingOperand("AND"), 0..<3),
        ("a NOT", .missingOperand("NOT"), 2..<5), ("a & b", .nothingToFind("&"), 2..<3), ("a - b", .nothingToFind("-"), 2..<3),
        ("\"\"", .nothingToFind(""), 0..<2), ("a ( )", .emptyGroup, 2..<5), ("topic:=", .missingValue(.topic), 6..<7),
    ] as [(String, QueryProblem, Range<Int>)])
    func refuses(text: String, problem: QueryProblem, range: Range<Int>) {
        #expect(throws: QueryError(problem, at: range)) { try Query(text, capabilities: .everything) }
        guard problem != .spareOrder else { return }
        #expect(Query.typed(text, isTyping: false, capabilities: .everything).notes == [QueryNote(problem, at: range)])
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
            #expect(try Query(printed, capabilities: .everything) == query.normalised, "\(printed)")
            #expect(query.normalised.normalised == query.normalised)
        }
    }

    @Test func everyFieldHasHelpAndAnExampleThatParses() throws {
        for field in QueryField.allCases {
            #expect(!field.help.isEmpty)
            #expect(field.example.hasPrefix(field.rawValue + ":"))
            let question = try Question(field.example, capabilities: .everything)
            #expect(question.query != .all || question.order != nil)
        }
        for sign in QueryOperator.allCases {
            #expect(!sign.help.isEmpty)
            #expect(try Question(sign.example, capabilities: .everything).description == sign.example)
        }
        for field in TextField.allCases { #expect(field.queryField.textField == field) }
        #expect(QueryGuide.fields(.everything).count == QueryField.allCases.count)
        #expect(QueryGuide.fields(QueryCapabilities(unanswered: [.field(.note)])).count == QueryField.allCases.count - 1)
    }
}
