import Articles
@testable import Briefings
import TestSupport
import Testing
import Topics

@Suite struct StoryTests {
    private func groups(_ texts: [StoryText], limits: StoryGrouper.Limits = .init()) throws -> [[Int]] {
        var grouper = StoryGrouper(limits: limits)
        for text in texts { grouper.add(text) }
        return try #require(grouper.groups())
    }

    /// The measure that this project holds itself to: forty stories of several sources among reports of the same topics.
    @Test func tellsStoriesApart() throws {
        let set = try StorySet()
        #expect(Set(set.reports.compactMap(\.story)).count == 40)
        let score = set.score(try groups(set.reports.map(\.text)))
        print("stories: precision \(score.precision), recall \(score.recall), F1 \(score.f1)")
        #expect(score.f1 >= 0.9)
        #expect(score.precision >= 0.9)
    }

    /// Without topics and days, the words alone.
    @Test func tellsStoriesApartByWordsAlone() throws {
        let set = try StorySet()
        let texts = set.reports.map { StoryText(title: $0.text.title, text: $0.text.text) }
        let score = set.score(try groups(texts))
        print("by words: precision \(score.precision), recall \(score.recall), F1 \(score.f1)")
        #expect(score.f1 >= 0.85)
    }

    /// A few at a time, as they come of a morning.
    @Test func tellsAFewApart() throws {
        let set = try StorySet()
        for start in stride(from: 0, to: set.reports.count - 8, by: 8) {
            let part = Array(set.reports[start..<(start + 8)])
            let found = try groups(part.map(\.text))
            for group in found where group.count > 1 {
                #expect(Set(group.map { part[$0].story }).count == 1, "\(group.map { part[$0].article.title })")
            }
        }
    }

    /// The order in which articles come changes nothing but the numbers.
    @Test(arguments: [1, 2, 3] as [UInt64]) func orderDoesNotMatter(seed: UInt64) throws {
        let set = try StorySet()
        var random = SplitMix64(seed: seed)
        let order = set.reports.indices.shuffled(using: &random)
        let plain = Set(try groups(set.reports.map(\.text)).map(Set.init))
        let shuffled = Set(try groups(order.map { set.reports[$0].text }).map { Set($0.map { order[$0] }) })
        // Of equally like pairs another may be joined first.
        #expect(plain.symmetricDifference(shuffled).count <= 2)
    }

    @Test func copiesAreOneStory() throws {
        let text = "A report of some length that several papers print as it came over the wire, word by word and line by line."
        let texts = (0..<5).map { StoryText(title: "Title \($0)", text: text + " Paper \($0).", language: ["en", nil][$0 % 2], day: 5) }
        #expect(try groups(texts) == [[0, 1, 2, 3, 4]])
        #expect(try groups([texts[0], StoryText(title: "Title 0", text: text, day: 30)]) == [[0], [1]], "a month apart")
    }

    @Test func nothingIsNoStory() throws {
        #expect(try groups([]) == [])
        #expect(try groups([StoryText(title: "", text: "")]) == [[0]])
        #expect(try groups([StoryText(title: "", text: ""), StoryText(title: "", text: "")]) == [[0], [1]])
        var grouper = StoryGrouper()
        grouper.add(StoryText(title: "a", text: "b"))
        #expect(grouper.groups(isCancelled: { true }) == nil)
    }

    @Test func groupsAreBounded() throws {
        var limits = StoryGrouper.Limits()
        limits.largestGroup = 10
        let texts = (0..<35).map { _ in StoryText(title: "The same title", text: "The same words in every one of these reports.", day: 1) }
        let found = try groups(texts, limits: limits)
        #expect(found.allSatisfy { $0.count <= 10 } && found.joined().sorted() == Array(0..<35))
    }

    /// Counted work: each article is compared with so many others, whatever their number.
    @Test(arguments: [Soak.pick(sample: 3_000, full: 100_000)]) func staysLinear(count: Int) throws {
        var random = SplitMix64(seed: 5)
        let words = (0..<4_000).map { "w\($0)" }
        var grouper = StoryGrouper()
        for number in 0..<count {
            let text = (0..<60).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }.joined(separator: " ")
            grouper.add(StoryText(title: "Story \(number)", text: text, day: number / 200))
        }
        let found = try #require(grouper.groups())
        #expect(found.joined().count == count)
        #expect(grouper.count == count)
    }
}
