import Articles
import Glibc
import TestSupport
import Testing

@testable import Topics

/// What holds whatever is read and decided. A small sample; `DOSSIER_SOAK` makes it many times as long.
@Suite("Properties of the engine")
struct EnginePropertyTests {
    private static let rounds = Soak.pick(sample: 3, full: 100)
    private static let tagger = Tagger()

    private static func isSum(_ explanation: Explanation) -> Bool {
        let sum = explanation.prior + explanation.evidence.map(\.contribution).reduce(0, +)
            + explanation.context.map(\.contribution).reduce(0, +)
        let reasons = explanation.reasons.reduce(explanation.prior) { $0 + $1.contribution }
        return abs(sum - explanation.score) < 1e-9 && abs(reasons - explanation.score) < 1e-9 && explanation.score.isFinite
    }

    /// Labels, denials, citations and noise from several scripts, in random order.
    private static func article(_ random: inout SplitMix64) -> Article {
        let pieces = [
            "ransomware", "not a", "as opposed to", "data breach", "Article 7 of the Budapest Convention", "§ 1030", "MLA", "(MLA)",
            "mutual legal assistance", "unrelated to", "fraud", "\u{202E}fraud\u{202C}", "שלום", "الجريمة السيبرانية", "网络犯罪", "e\u{301}", "\u{AD}",
            "👩‍👩‍👧", "U.N.", "cyber-crime", ".", ",", "(", ")", "\n", "“", "”", "—", "\u{0}", "\u{FEFF}", "breach", "regulation", "treaty", "of", "the",
        ]
        func text(_ random: inout SplitMix64) -> String {
            (0..<Int.random(in: 0...40, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                .joined(separator: Bool.random(using: &random) ? " " : "")
        }
        let languages: [String?] = ["en", "ar", "he", "zh", nil]
        return Article(
            title: text(&random), deck: text(&random), kickers: [text(&random)], language: languages.randomElement(using: &random) ?? nil,
            blocks: (0..<Int.random(in: 1...5, using: &random)).map { _ in Block(.paragraph, text(&random)) })
    }

    @Test("sums are exact and offsets fall between characters, with decisions learned and with a library's statistics")
    func sums() {
        var random = SplitMix64(seed: 41)
        for _ in 0..<Self.rounds {
            let decided = LearningTests.articles(&random, count: 30)
            let statistics = LibraryStatistics(passages: 5_000, counts: ["ransomware": ["ransomware": Int.random(in: 1...4_000, using: &random)]])
            let session = Tagger(model: Learner().model(from: decided), statistics: statistics).session()
            for article in decided.map(\.article) + (0..<20).map({ _ in Self.article(&random) }) {
                let bytes = Array(article.text.utf8)
                for link in session.links(article) {
                    #expect(Self.isSum(link.explanation))
                    #expect(link.explanation.reasons.allSatisfy { !$0.phrase.isEmpty && $0.sentence.hasSuffix(".") })
                    for evidence in link.explanation.evidence {
                        #expect(evidence.end == bytes.count || bytes[evidence.end] & 0xC0 != 0x80)
                        #expect(bytes[evidence.start] & 0xC0 != 0x80)
                        #expect(String(decoding: bytes[evidence.start..<evidence.end], as: UTF8.self) == evidence.text)
                    }
                }
                #expect(session.categories(of: article).allSatisfy { !$0.name.isEmpty })
            }
        }
    }

    @Test("a log replayed in any order gives the same model, one decision at a time too, and undo brings it back")
    func replay() {
        var random = SplitMix64(seed: 42)
        let learner = Learner()
        for _ in 0..<Self.rounds {
            let articles = LearningTests.articles(&random, count: 10)
            let log = articles.flatMap { article in
                article.decisions.map { DecidedArticle(id: article.id, article: article.article, decisions: [$0]) }
            }
            // Decisions on the same topic in the same passage are one state: the last counts, so only one of each is kept.
            var seen: Set<String> = []
            let states = log.filter { seen.insert("\($0.id) \($0.decisions[0].passage.start) \($0.decisions[0].topic)").inserted }
            let model = learner.model(from: states).bytes
            #expect(learner.model(from: states.shuffled(using: &random)).bytes == model)
            let labels = learner.updated(.untrained, with: states).bytes
            #expect(learner.updated(.untrained, with: states.reversed()).bytes == labels)
            #expect(learner.updated(.untrained, with: states + states).bytes == labels)
            let extra = Decision(passage: Passage(articles[0].article.blockRanges[0]), topic: "extradition", isAccepted: true)
            let without = states.filter { !($0.id == articles[0].id && $0.decisions[0].passage == extra.passage && $0.decisions[0].topic == "extradition") }
            let before = learner.model(from: without).bytes
            let more = without + [DecidedArticle(id: articles[0].id, article: articles[0].article, decisions: [extra])]
            #expect(learner.model(from: more).bytes != before)
            #expect(learner.model(from: Array(more.dropLast())).bytes == before)
        }
    }

    @Test("right-to-left text is read in its logical order")
    func rightToLeft() throws {
        let text = "ناقش الخبراء ransomware والجريمة السيبرانية في فيينا."
        let article = Article(title: "", language: "ar", blocks: [Block(.paragraph, text)])
        let links = Self.tagger.session().tag(article)
        #expect(Set(links.map(\.topic)).isSuperset(of: ["ransomware"]))
        for link in links {
            for evidence in link.explanation.evidence { #expect(text.contains(evidence.text)) }
        }
    }

    @Test("words that nothing is learned from move no label either")
    func neverLearnLabel() {
        let article = Article(title: "", language: "en", blocks: [Block(.paragraph, "They spoke of extradition and of a prisoner swap.")])
        let decided = DecidedArticle(
            id: "1", article: article,
            decisions: ["extradition", "transfer-proceedings"].map { Decision(passage: Passage(article.blockRanges[0]), topic: $0, isAccepted: false) })
        let free = Learner().model(from: [decided])
        #expect(free.labels["extradition"]?["extradition"]?.rejected == 1)
        #expect(free.labels["transfer-proceedings"]?["prisoner swap"]?.rejected == 1)
        let settings = LearningSettings(neverLearn: ["extradition": ["Extradition"], "transfer-proceedings": ["swaps"]])
        let ruled = Learner(settings: settings).model(from: [decided])
        #expect(ruled.labels.isEmpty)
        #expect(ruled.settings == settings)
    }

    @Test("a label that is never matched is neither counted nor learned about")
    func neverMatchLabel() {
        let article = Article(title: "", language: "en", blocks: [Block(.paragraph, "They spoke of extradition.")])
        let decided = DecidedArticle(
            id: "1", article: article, decisions: [Decision(passage: Passage(article.blockRanges[0]), topic: "extradition", isAccepted: true)])
        let settings = LearningSettings(neverMatch: ["extradition": ["extradition"]])
        let model = Learner(settings: settings).model(from: [decided])
        #expect(model.labels.isEmpty)
        #expect(model.topics["extradition"]?.accepted == 1)
        #expect(Tagger(model: model).session().links(article).isEmpty)
    }
}
