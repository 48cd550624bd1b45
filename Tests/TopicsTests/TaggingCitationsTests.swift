import Articles
import Testing

@testable import Topics

/// The provisions that an article cites, whether or not a topic stands for them.
@Suite("The citations of a tagged article")
struct TaggingCitationsTests {
    private struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var paragraphs: [String]
        var date: String?
        var expected: String

        init(_ name: String, _ paragraphs: String..., date: String? = "2025-06-01", is expected: String) {
            testDescription = name
            self.paragraphs = paragraphs
            self.date = date
            self.expected = expected
        }

        var article: Article {
            Article(
                title: "", published: date.flatMap { ArticleDate(iso8601: $0) }, language: "en",
                blocks: paragraphs.map { Block(.paragraph, $0) })
        }
    }

    private static let cases = [
        Case("without a topic", "Article 63 of the UN Convention against Cybercrime sets rules.", is: "UNCC:63"),
        Case("several in their order, each once", "Articles 9 and 7 of the Budapest Convention.", "Article 7 of the Budapest Convention.", is: "BC:9 BC:7"),
        Case(
            "more than an explanation names", "Articles 2 to 10 of the Budapest Convention.", is: "BC:2 BC:3 BC:4 BC:5 BC:6 BC:7 BC:8 BC:9 BC:10"),
        Case("of two treaties", "Articles 4 and 5 of the Budapest Convention and Arts. 9–10 of the UN Convention.", is: "BC:4 BC:5 UNCC:9 UNCC:10"),
        Case("a draft's numbers", "Article 6 of the UN Convention is access.", date: "2024-08-08", is: ""),
        Case("called a draft", "The UN Convention grew. Draft Articles 6 to 10 were like Article 2 of the Budapest Convention.", is: "BC:2"),
        Case("no such number", "Article 99 of the Budapest Convention.", is: ""),
        Case("of nothing", "Article 23 has steps.", is: ""),
        Case("none", "The UN Convention is new.", is: ""),
    ]

    @Test("are told by their numbers", arguments: cases)
    private func cited(_ example: Case) {
        let tagging = Tagger().session().tagging(of: example.article)
        #expect(tagging.citations.map(\.description).joined(separator: " ") == example.expected)
        #expect(tagging.links == Tagger().tag(example.article))
    }

    /// What the shipped vocabulary has and no topic stands for is told all the same; every provision that an explanation names is
    /// among those told.
    @Test("do not depend on topics")
    func withoutTopics() {
        let vocabulary = Vocabulary.builtIn
        let standing = Set(vocabulary.topics.flatMap(\.provisions))
        let lone = vocabulary.provisions.map(\.id).filter { !standing.contains($0) }
        #expect(lone.count > 50)
        let session = Tagger().session()
        var told = 0
        for treaty in vocabulary.treaties where treaty.unit == .article {
            for provision in lone where provision.treaty == treaty.id {
                let text = "Article \(provision.article) of the \(treaty.shortName)."
                let article = Article(title: "", published: ArticleDate(iso8601: "2025-06-01"), language: "en", blocks: [Block(.paragraph, text)])
                let tagging = session.tagging(of: article)
                #expect(!tagging.links.contains { $0.origin == .citation && $0.explanation.context.contains { $0.name.contains("Article \(provision.article)") } })
                if tagging.citations == [provision] { told += 1 }
            }
        }
        #expect(told > 20)
    }

    /// As many as are kept, the first ones, of however many.
    @Test("are bounded")
    func bounded() {
        let treaty = Vocabulary.builtIn.treaties[0].id
        let many = (0..<3_000).map { ProvisionID(treaty: treaty, article: "\($0 / 2)") }
        let citations = many.map { Citation(range: 0..<1, text: "", reading: .resolved([$0]), scope: .clause) }
        #expect(Tagging.provisions(of: citations) == (0..<Tagging.mostCitations).map { ProvisionID(treaty: treaty, article: "\($0)") })
        #expect(Tagging.provisions(of: [Citation(range: 0..<1, text: "", reading: .draft(treaty), scope: nil)]) == [])
    }
}
