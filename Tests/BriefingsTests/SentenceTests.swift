import Articles
@testable import Briefings
import Testing
import Text
import Topics

@Suite struct SentenceTests {
    /// Every story of the set, told in turn: no sentence twice, not even in nearly the same words; and each stands where it says.
    @Test func noBriefingRepeatsASentence() throws {
        let set = try StorySet()
        var grouper = StoryGrouper()
        for report in set.reports { grouper.add(report.text) }
        let groups = try #require(grouper.groups())
        var chooser = SentenceChooser()
        var memory = SentenceMemory()
        var reader = TermReader()
        var told: [(text: String, words: Set<UInt32>)] = []
        for group in groups {
            let sources = group.map { SentenceSource(article: set.reports[$0].article) }
            let sentences = chooser.choose(3, of: sources, memory: &memory)
            #expect((1...3).contains(sentences.count), "\(sources[0].article.title)")
            for sentence in sentences {
                let bytes = Array(sources[sentence.source].article.text.utf8)
                #expect(String(decoding: bytes[sentence.range], as: UTF8.self) == sentence.text)
                #expect(sentence.text.utf8.last != UInt8(ascii: ":") && (0...1).contains(sentence.score))
                told.append((sentence.text, Set(reader.terms(in: sentence.text, language: "en").filter { !$0.isFunctionWord }.map(\.number))))
            }
        }
        for left in told.indices {
            for right in told.indices where right > left {
                let (one, other) = (told[left].words, told[right].words)
                let shared = Double(one.intersection(other).count) / Double(max(1, min(one.count, other.count)))
                #expect(shared < 0.75, "«\(told[left].text)» and «\(told[right].text)»")
            }
        }
    }

    private let article = Article(
        title: "T", language: "en",
        blocks: [
            Block(.heading, "The court and the ransom and the port and the cranes."),
            Block(.paragraph, "The court in Vellmar held on Monday that the ransom was paid. Why? Nobody at the port of Vellmar would say."),
            Block(.promotion, "See also our great report on the court in Vellmar and the ransom."),
            Block(.paragraph, "It rained on that day in the hills behind the town. The court in Vellmar held on Monday that the ransom was paid."),
            Block(.table, "A table of the court in Vellmar and of the ransom, paid."),
            Block(.paragraph, "The ransom, the judge said, came from the port's own account. A list: one, two, three, four, five, six"),
        ])

    @Test func choosesWholeSentencesOnce() {
        var (chooser, memory) = (SentenceChooser(), SentenceMemory())
        let chosen = chooser.choose(9, of: [SentenceSource(article: article)], memory: &memory)
        #expect(chosen.map(\.text) == [
            "The court in Vellmar held on Monday that the ransom was paid.", "Nobody at the port of Vellmar would say.",
            "It rained on that day in the hills behind the town.", "The ransom, the judge said, came from the port's own account.",
        ])
        #expect(chooser.choose(9, of: [SentenceSource(article: article)], memory: &memory) == [], "all of it was told")
    }

    @Test func topicsRaiseSentences() throws {
        let text = article.text
        let place = try #require(text.firstRange(of: "the judge said"))
        let start = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
        let range = try #require(article.blockRanges.first { $0.contains(start) })
        let link = TopicLink(
            passage: Passage(range), topic: "t", origin: .engine,
            explanation: Explanation(
                prior: 1, evidence: [.init(start: start, end: start + 9, text: "the judge", contribution: 9)], context: [], threshold: 0.1))
        var (chooser, memory, other) = (SentenceChooser(), SentenceMemory(), SentenceMemory())
        let plain = chooser.choose(9, of: [SentenceSource(article: article)], memory: &memory)
        let raised = chooser.choose(9, of: [SentenceSource(article: article, links: [link])], memory: &other)
        #expect(plain.last?.evidence == 0)
        #expect(try #require(raised.last?.evidence) > 0.9)
    }

    @Test func offsetsAreBytes() {
        let article = Article(title: "T", language: "fr", blocks: [Block(.paragraph, "Été à la plage, où tout le monde était heureux ce jour-là. «Ça va être très bien», dit-elle aux élèves réunis.")])
        var (chooser, memory) = (SentenceChooser(), SentenceMemory())
        let bytes = Array(article.text.utf8)
        let chosen = chooser.choose(2, of: [SentenceSource(article: article)], memory: &memory)
        #expect(chosen.count == 2)
        for sentence in chosen { #expect(String(decoding: bytes[sentence.range], as: UTF8.self) == sentence.text) }
    }

    @Test func nothingComesOfNothing() {
        var (chooser, memory) = (SentenceChooser(), SentenceMemory())
        #expect(chooser.choose(3, of: [], memory: &memory) == [])
        #expect(chooser.choose(3, of: [SentenceSource(article: Article(title: "T"))], memory: &memory) == [])
        #expect(chooser.choose(0, of: [SentenceSource(article: article)], memory: &memory) == [])
    }
}
