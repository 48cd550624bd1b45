import Articles
import Testing

@testable import Topics

@Suite("Explanations in words")
struct WordingTests {
    static let kinds: [FactorKind] = ContextFactor.allCases.map { .context($0) } + TopicModel.Surrounding.allCases.map { .surrounding($0) } + [
        .contrast("as opposed to"), .cites("Budapest Convention, Article 7"), .learnedWord("zamboni"), .otherLearnedWords,
        .undecidedAcronym(senses: ["mutual legal assistance", "Member of (the) Assembly", "Modern Language Association"]),
        .unknown("something-new"),
    ]

    @Test("a kind is read as it was written")
    func roundTrip() {
        for kind in Self.kinds { #expect(FactorKind(name: kind.name) == kind) }
        #expect(Set(Self.kinds.map(\.name)).count == Self.kinds.count)
    }

    @Test("every kind has a phrase and a sentence of its own, without the name that is stored")
    func phrases() {
        #expect(Set(Self.kinds.map(\.phrase)).count == Self.kinds.count)
        #expect(Set(Self.kinds.map(\.sentence)).count == Self.kinds.count)
        for kind in Self.kinds {
            #expect(kind.sentence.hasSuffix(".") && kind.sentence.first?.isUppercase == true, "\(kind.sentence)")
            #expect(!kind.phrase.hasSuffix("."))
            if case .context(let factor) = kind, factor.rawValue.contains("-") { #expect(!kind.phrase.contains(factor.rawValue)) }
        }
    }

    @Test("the wording", arguments: [
        (FactorKind.context(.title), "in the title"), (.context(.kicker), "a kicker of the article"),
        (.contrast("as opposed to"), "“as opposed to” before it"), (.cites("GDPR, Article 33"), "cites GDPR, Article 33"),
        (.undecidedAcronym(senses: ["a b", "c d"]), "may stand for “a b” or “c d”"),
        (.undecidedAcronym(senses: ["a b"]), "may stand for “a b” or something else"),
        (.learnedWord("gang"), "“gang”, learned from your decisions"),
    ])
    func wording(kind: FactorKind, phrase: String) { #expect(kind.phrase == phrase) }

    private static func explanation(_ words: [(String, Double)], _ factors: [(FactorKind, Double)] = [], threshold: Double = 0.5) -> Explanation {
        var start = 0
        var evidence: [Explanation.Evidence] = []
        for (text, contribution) in words {
            evidence.append(Explanation.Evidence(start: start, end: start + text.utf8.count, text: text, contribution: contribution))
            start += text.utf8.count + 1
        }
        return Explanation(
            prior: -4, evidence: evidence, context: factors.map { Explanation.Factor($0.0, contribution: $0.1) }, threshold: threshold)
    }

    @Test("the same words are one reason with a count, and all reasons sum up to the score")
    func grouped() {
        let explanation = Self.explanation(
            [("money laundering", 5), ("Money\nlaundering", 1.5), ("dirty money", 0.25), ("laundering", 0)], [(.context(.title), 0.5)])
        let reasons = explanation.reasons
        #expect(reasons.map(\.phrase) == [
            "“money laundering” (2 times)", "“dirty money”", "“laundering”, inside a longer name", "in the title",
        ])
        #expect(reasons.map(\.count) == [2, 1, 1, 1])
        #expect(reasons[0].places == [0..<16, 17..<33])
        #expect(reasons.reduce(explanation.prior) { $0 + $1.contribution } == explanation.score)
        #expect(reasons[0].sentence == "The passage has the words “money laundering” (2 times); each further time counts less.")
    }

    @Test("the smallest change is a sentence", arguments: [
        (explanation([("fraud", 5)]), "Without “fraud” it would be only possible."),
        (explanation([("fraud", 3), ("fraud", 3)]), "Without “fraud” (2 times) it would be only possible."),
        (explanation([("a", 3), ("b", 3), ("c", 3)]), "Without “a” and “b” it would be only possible."),
        (explanation([("a", 3.9)], [(.context(.title), 0.5)]), "Without the title it would be only possible."),
        (explanation([("a", 5)], [(.contrast("unrelated to"), -2)]), "Without “unrelated to” it would be probable."),
        (explanation([("a", 3.8)]), "It would be probable with a little more evidence."),
        (explanation([("a", 1)]), "It would be probable with much more evidence."),
        (explanation([], threshold: 0.001), nil),
    ])
    func change(explanation: Explanation, sentence: String?) { #expect(explanation.changeSentence == sentence) }

    @Test("how sure it is")
    func verdict() {
        #expect(Self.explanation([("a", 8)]).verdict == "probable: 98 %, 50 % is enough")
        #expect(Self.explanation([("a", 3)]).verdict == "possible: 27 % of the 50 % it takes")
    }

    @Test("what the tagger says can be said in words")
    func tagged() throws {
        let session = Tagger().session()
        let link = try #require(session.links(Article(title: "", language: "en", blocks: [Block(.paragraph, "They met on trade as opposed to ransomware.")])).first)
        #expect(link.explanation.context.map(\.kind) == [.context(.firstParagraph), .contrast("as opposed to")])
        #expect(link.explanation.reasons.last?.phrase == "“as opposed to” before it")
    }
}
