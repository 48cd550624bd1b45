import Search
import TestSupport
import Testing
import Text

@Suite struct HitFinderTests {
    /// The query, a text with its hits in brackets, and the language.
    @Test(arguments: [
        ("govern*", "[Governments] [govern], [governance] does not gouvern", .english),
        ("government", "[Governments] and one [government]", .english),
        ("telecommunica*", "[telecommunication] by telecom", .english),
        ("extradite", "He was [extradited]; [extradition]? They [extradite].", .english),
        ("\"mutual legal assistance\"", "the [mutual legal assistance], mutual assistance, legal mutual assistance", .english),
        ("\"mutual leg\"*", "[mutual legal] or [mutual legs], mutual aid", .english),
        ("mutual legal", "[mutual] and [legal]", .english),
        ("a OR b", "[a] [b] c", .english), ("x -y", "[x] y", .english), ("title:x y", "x [y]", .english), ("text:x", "[x]", .english),
        ("U.N.", "The [U.N.] and the [UN]", .english), ("cyber-crime", "[cyber-crime], [cyber crime], cybercrime", .english),
        ("CAFÉ", "[café] [cafe] [CAFÉ]", .english), ("resume", "[résumé]", .english), ("resumes", "two [résumés] and one [résumé]", .english), ("résumé", "[resumes] [résumés]", .english),
        ("accord", "l'[accord], les [accords]", .french), ("Betrug", "Der [Betrug] ist [Betrug].", .german),
        ("报告", "这份[报告]很长", .other), ("\"a b\" \"b c\"", "[a b c] b", .english), ("is:read date:2024", "nothing", .english),
    ] as [(String, String, Language)])
    func marks(query: String, marked: String, language: Language) throws {
        var text = ""
        var expected: [Range<Int>] = []
        var start = 0
        for character in marked {
            switch character {
            case "[": start = text.utf8.count
            case "]": expected.append(start..<text.utf8.count)
            default: text.append(character)
            }
        }
        #expect(HitFinder.hits(of: try Query(query), in: text, language: language) == expected)
    }

    /// A query names no language: its words are stemmed as each of the library's.
    @Test func looksForTheStemsOfEveryLanguage() throws {
        let query = try Query("conventions")
        let finder = HitFinder(query, languages: [.english, .french])
        #expect(finder.hits(in: "la convention", language: .french) == [3..<13])
        #expect(finder.hits(in: "the convention", language: .english) == [4..<14])
    }
}

@Suite struct SnippetsTests {
    private func snippets(_ query: String, _ text: String, count: Int = 2, length: Int = 240) throws -> [Snippet] {
        Snippets.of(
            text, finder: HitFinder(try Query(query), languages: [.english]), language: .english, count: count,
            length: length)
    }

    @Test func givesWholeSentences() throws {
        let text = "Nothing here. The U.N. adopted the treaty. More follows.\n\nStates sign the treaty, and the U.N. counts. End."
        #expect(
            try snippets("treaty", text) == [
                Snippet(text: "The U.N. adopted the treaty.", start: 14, hits: [21..<27]),
                Snippet(text: "States sign the treaty, and the U.N. counts.", start: 58, hits: [16..<22]),
            ])
    }

    @Test func prefersTheSentenceThatAnswersMore() throws {
        let text = "A treaty. A treaty of a treaty. Fraud is treaty matter."
        #expect(
            try snippets("treaty fraud", text, count: 1)
                == [Snippet(text: "Fraud is treaty matter.", start: 32, hits: [0..<5, 9..<15])])
    }

    @Test func givesNothingWithoutAHit() throws {
        #expect(try snippets("absent", "Some text.") == [])
        #expect(try snippets("is:read", "Some text.") == [])
        #expect(try snippets("-some", "Some text.") == [])
        #expect(try snippets("some", "") == [])
    }

    /// Whatever the text: snippets are pieces of it, bounded, with their hits inside them and in order.
    @Test func areBoundedPiecesOfTheText() throws {
        var random = SplitMix64(seed: 3)
        let words = ["fraud", "treaty", "The", "U.N.", "said.", "报告", "é", "🎣", "x", "\n", "\n\n", "averyveryverylongword", "Art.", "7."]
        for _ in 0..<2_000 {
            let glue = Bool.random(using: &random) ? " " : ""
            let text = (0..<Int.random(in: 0...120, using: &random))
                .map { _ in words[Int.random(in: words.indices, using: &random)] }.joined(separator: glue)
            let bytes = Array(text.utf8)
            for snippet in try snippets("fraud \"treaty the\" 报", text, length: 60) {
                let range = snippet.start..<(snippet.start + snippet.text.utf8.count)
                #expect(Array(snippet.text.utf8) == Array(bytes[range]))
                #expect(range.count <= 60 + 40)
                #expect(!snippet.hits.isEmpty)
                #expect(snippet.hits.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= range.count && !$0.isEmpty })
                #expect(zip(snippet.hits, snippet.hits.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
            }
        }
    }
}

@Suite struct SearchCancellationTests {
    @Test func interruptsOnlyWhileWorking() throws {
        let cancellation = SearchCancellation()
        let interrupted = Counter()
        #expect(try cancellation.interruptible(by: { interrupted.add() }) { 1 } == 1)
        cancellation.cancel()
        #expect(interrupted.value == 0)
        #expect(cancellation.isCancelled)
        #expect(throws: SearchCancelled()) { try cancellation.interruptible(by: {}) { 1 } }
        let other = SearchCancellation()
        try other.interruptible(by: { interrupted.add() }) { other.cancel() }
        #expect(interrupted.value == 1)
    }
}
