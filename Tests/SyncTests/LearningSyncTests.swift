import Articles
import Foundation
import Library
import TestSupport
import Testing
import Topics

@testable import Sync

/// A library that learns from its decisions. The articles are of this project, and so is the vocabulary.
@Suite struct LearningSyncTests {
    private let folder: TemporaryFolder
    private let library: Library

    init() throws {
        folder = try TemporaryFolder()
        library = try Library.open(folder: folder.path, options: LibraryOptions(environment: ["HOME": folder.path], vocabulary: .builtIn))
    }

    /// Articles of one paragraph about a topic, and one about nothing.
    private func write(_ count: Int, from first: Int = 0) throws {
        for number in first..<(first + count) {
            let subject = number % 3 == 0 ? "a request for extradition" : number % 3 == 1 ? "ransomware" : "garden furniture"
            try folder.write(
                "\(number).txt", "Title: Article \(number)\n\nThe court heard on day \(number) about \(subject) at length.\n\nNobody came.\n")
        }
    }

    private func id(_ number: Int) throws -> ArticleID { try #require(try library.articles(inFile: "\(number).txt").first) }

    private func links() throws -> [[TopicLink]] { try library.order().map { try library.article($0).links } }

    private func decide(_ verdict: Verdict?, _ topic: TopicID, in number: Int) throws {
        let stored = try library.article(try id(number))
        try library.decide(verdict, on: topic, in: Passage(stored.article.blockRanges[0]), of: stored.id)
    }

    /// What the whole log teaches, learned from nothing.
    private func model() throws -> TopicModel {
        let material = try library.learningMaterial()
        return Learner(settings: material.outline.settings).model(from: material.articles)
    }

    @Test func withoutDecisionsNothingIsLearned() throws {
        try write(6)
        let learning = Learning(library)
        #expect(try learning.synchronise().changes.added == 6)
        #expect(try learning.tagger().edition == Tagger(model: .untrained).edition)
        #expect(try library.articles(notTaggedBy: learning.tagger().edition) == [])
        #expect(try library.model() == nil)
        // Again, there is nothing to learn and nothing to tag.
        let change = try library.changeNumber()
        let outcome = try #require(try learning.catchUp())
        #expect(!outcome.isNew && outcome.retagged == RetagReport())
        #expect(try library.changeNumber() == change)
    }

    @Test func aDecisionCountsAtOnce() throws {
        try write(9)
        let learning = Learning(library)
        _ = try learning.synchronise()
        for number in [0, 3, 6] {
            try decide(.rejected, "extradition", in: number)
            try learning.decided(in: [try id(number)])
        }
        let material = try library.learningMaterial()
        let exact = Learner().updated(.untrained, with: material.articles)
        #expect(try learning.tagger().tagger.model.bytes == exact.bytes)
        #expect(exact.labels["extradition"]?["extradition"]?.rejected == 3)
        // Taken back, the counts are as they were; so are they where nobody says which articles it was.
        try library.undo()
        #expect(try learning.decided(in: [try id(6)]).tagger.model.labels["extradition"]?["extradition"]?.rejected == 2)
        try library.undo()
        #expect(try learning.decided().tagger.model.labels["extradition"]?["extradition"]?.rejected == 1)
        try library.undo()
        #expect(try learning.decided(in: [try id(0)]).tagger.model == .untrained)
    }

    @Test func undoBringsTheModelBackByteForByte() throws {
        try write(12)
        let learning = Learning(library)
        _ = try learning.synchronise()
        let steps = Soak.pick(sample: 5, full: 12)
        var models = [try learning.tagger().tagger.model.bytes]
        var shown = [try links()]
        for number in 0..<steps {
            try decide(number % 4 == 0 ? .accepted : .rejected, number % 2 == 0 ? "extradition" : "ransomware", in: number)
            if number == 3 { try library.setNeverMatch("ransomware", for: "ransomware") }
            try learning.decided(in: [try id(number)])
            _ = try #require(try learning.catchUp())
            #expect(try library.model()?.model.bytes == model().bytes)
            models.append(try model().bytes)
            shown.append(try links())
        }
        for number in (0..<steps).reversed() {
            try library.undo()
            if number == 3 { try library.undo() }
            try learning.decided()
            _ = try #require(try learning.catchUp())
            #expect(try learning.tagger().tagger.model.bytes == models[number])
            #expect(try links() == shown[number])
        }
        #expect(try library.check().problems == [])
    }

    /// What need not be tagged anew is told by the words of labels alone; it must be what tagging everything gives.
    @Test(arguments: 0..<(Soak.pick(sample: 1, full: 12))) func tagsAnewWhatTheModelChanges(seed: UInt64) throws {
        try write(40)
        let learning = Learning(library)
        _ = try learning.synchronise()
        var random = SplitMix64(seed: seed)
        for _ in 0..<(Soak.pick(sample: 3, full: 8)) {
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let topic: TopicID = ["extradition", "ransomware", "court-proceedings"].randomElement(using: &random) ?? ""
                try decide([.accepted, .rejected, nil].randomElement(using: &random) ?? nil, topic, in: Int.random(in: 0..<40, using: &random))
            }
            try learning.decided()
            _ = try #require(try learning.catchUp())
            let edition = try learning.tagger().edition
            let before = try links()
            #expect(try library.articles(notTaggedBy: edition) == [])
            // Everything, whether it seems to need it or not.
            let session = Tagger(model: try model()).session()
            for id in try library.order() { try library.apply(try library.retagged([id], version: edition) { session.tagging(of: $0) }) }
            #expect(try links() == before)
        }
        #expect(try library.check().problems == [])
    }

    /// A program that starts finds the model that the last one learned, and learns what it did not.
    @Test func goesOnWhereTheLastRunEnded() throws {
        try write(12)
        _ = try Learning(library).synchronise()
        for number in 0..<6 { try decide(.rejected, "extradition", in: number) }
        let first = Learning(library)
        // Counted at once, though nobody told.
        #expect(try first.tagger().tagger.model.labels["extradition"]?["extradition"]?.rejected == 2)
        #expect(try #require(try first.catchUp()).isNew)
        let second = Learning(library)
        #expect(try second.tagger().edition == first.tagger().edition)
        #expect(try #require(try second.catchUp()).isNew == false)
        // With another vocabulary everything is learned and tagged anew, and every decision stays.
        let other = Learning(library, vocabulary: { .empty })
        let outcome = try #require(try other.catchUp())
        #expect(outcome.isNew && outcome.retagged.tagged == 12)
        #expect(try library.decisionCount() == 6)
        #expect(try links().allSatisfy { $0.isEmpty })
        _ = try #require(try Learning(library).catchUp())
        #expect(try library.model()?.model.bytes == model().bytes)
        #expect(try library.check().problems == [])
    }

    @Test func rareWordsCountForMoreOnceTheLibrarySaysSo() throws {
        let count = Learning.fewestArticles
        try write(count)
        let learning = Learning(library)
        _ = try learning.synchronise()
        // A sync never counts: what it reads would have to be tagged again at once.
        #expect(try learning.tagger().tagger.statistics == .none)
        let before = try library.article(try id(0)).links
        let outcome = try #require(try learning.catchUp(countsWords: true))
        #expect(outcome.retagged.tagged == count)
        let statistics = try learning.tagger().tagger.statistics
        #expect(statistics.passages == 2 * count && statistics.counts["extradition"]?["extradition"] == (count + 2) / 3)
        #expect(try library.article(try id(0)).links != before)
        // Kept, and the same again whatever was learned meanwhile.
        let next = Learning(library)
        #expect(try next.tagger().edition == learning.tagger().edition)
        try decide(.rejected, "extradition", in: 3)
        try next.decided(in: [try id(3)])
        #expect(try #require(try next.catchUp()).tagger.tagger.statistics == statistics)
        #expect(try #require(try next.catchUp(countsWords: true)).tagger.tagger.statistics == statistics)
        #expect(try library.articles(notTaggedBy: next.tagger().edition) == [])
        // A library that is grown much is counted with the next decision.
        try write(count, from: count)
        _ = try next.synchronise()
        #expect(try next.tagger().tagger.statistics == statistics)
        try decide(.rejected, "extradition", in: 6)
        try next.decided(in: [try id(6)])
        #expect(try #require(try next.catchUp()).tagger.tagger.statistics.passages == 4 * count)
        #expect(try library.articles(notTaggedBy: next.tagger().edition) == [])
        #expect(try library.check().problems == [])
    }

    @Test func olderCallsGiveWayToNewerOnes() throws {
        try write(9)
        let learning = Learning(library)
        _ = try learning.synchronise()
        try decide(.rejected, "extradition", in: 0)
        try learning.decided(in: [try id(0)])
        let stale = learning.generation
        try decide(.rejected, "extradition", in: 3)
        try learning.decided(in: [try id(3)])
        #expect(try learning.catchUp(generation: stale) == nil && library.model() == nil)
        // A decision in the middle of it.
        var isTold = false
        let outcome = try learning.catchUp(progress: { done, _ in
            if done == 0, !isTold {
                isTold = true
                _ = try? learning.decided(in: [])
            }
        })
        #expect(outcome == nil && isTold)
        #expect(try learning.catchUp(isCancelled: { true }) == nil)
        #expect(try #require(try learning.catchUp()).tagger.tagger.model.bytes == model().bytes)
    }

    @Test func stopsBetweenBatchesAndGoesOnThere() throws {
        // Fewer than a library whose words are counted.
        try write(199)
        let learning = Learning(library)
        _ = try learning.synchronise()
        try library.setNeverMatch("extradition", for: "extradition")
        try learning.decided()
        let tagger = try #require(try learning.refit())
        var isEnough = false
        let part = try Retagging(library, tagger).run(isCancelled: { isEnough }, progress: { done, total in
            #expect(total == 199)
            isEnough = done > 0
        })
        #expect(part.tagged > 0 && part.tagged < 199)
        var seen: [Int] = []
        let rest = try Retagging(library, tagger).run(progress: { done, _ in seen.append(done) })
        #expect(part.tagged + rest.tagged == 199 && seen.first == 0 && seen.last == rest.tagged)
        #expect(part.changed + rest.changed == 67)
        #expect(try library.topicCounts()["extradition"] == nil)
        #expect(try Retagging(library, tagger).run(progress: { _, _ in Issue.record("there is nothing to do") }) == RetagReport())
    }

    /// The files win: what is read while a model is being learned is tagged anew after it.
    @Test func everyArticleKnowsWhatItWasTaggedBy() throws {
        try write(6)
        let learning = Learning(library)
        _ = try learning.synchronise()
        let old = try learning.tagger()
        try decide(.rejected, "extradition", in: 0)
        try learning.decided(in: [try id(0)])
        _ = try #require(try learning.catchUp())
        // A sync that had begun with the old one.
        try write(3, from: 6)
        #expect(try old.synchroniser(of: library).run().changes.added == 3)
        let edition = try learning.tagger().edition
        #expect(try library.articles(notTaggedBy: edition).count == 3)
        #expect(try #require(try learning.catchUp()).retagged.tagged == 3)
        #expect(try library.articles(notTaggedBy: edition) == [])
    }
}
