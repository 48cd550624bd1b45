import Articles
import Dispatch
import Foundation
import Library
import Sync
import Synchronization
import Testing
import Topics

@testable import Reader

/// The runner on a real library: what the state asks for is done, kept, learned from and undone.
@Suite struct RunnerTests {
    /// A library of two files in a folder of its own, and what its runner answered.
    final class Desk {
        let folder: URL
        let library: Library
        let vocabulary: CurrentVocabulary
        let learning: Learning
        let mailbox: Mailbox
        private let woken = DispatchSemaphore(value: 0)
        private(set) var answers: [Answer] = []
        /// The desk that the folder was made by; it goes with it.
        private let before: Desk?

        init(_ files: [String: String] = Desk.files) throws {
            before = nil
            folder = FileManager.default.temporaryDirectory.appendingPathComponent("dossier-runner-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for (name, text) in files { try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8) }
            library = try Library.open(folder: folder.path, options: LibraryOptions(environment: [:], vocabulary: .builtIn))
            let vocabulary = CurrentVocabulary(environment: [:])
            vocabulary.settle(at: library.location)
            self.vocabulary = vocabulary
            learning = Learning(library, vocabulary: { vocabulary.vocabulary })
            let woken = woken
            mailbox = Mailbox { woken.signal() }
            _ = try learning.synchronise()
        }

        /// The library of another desk, which closed it, once more; its index is never made while somebody waits.
        init(reopening other: Desk) throws {
            before = other
            folder = other.folder
            var options = LibraryOptions(environment: [:], vocabulary: .builtIn)
            options.indexPatience = 0
            library = try Library.open(folder: folder.path, options: options)
            let vocabulary = CurrentVocabulary(environment: [:])
            vocabulary.settle(at: library.location)
            self.vocabulary = vocabulary
            learning = Learning(library, vocabulary: { vocabulary.vocabulary })
            let woken = woken
            mailbox = Mailbox { woken.signal() }
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        static let files = [
            "one.txt": "Money laundering by mules was reported to the bank.\n\nThe weather was fine all day.\n",
            "two.txt": "The court spoke of money laundering again.\n\nRansomware was not the matter.\n",
        ]

        /// Until an answer of a kind has come.
        func wait<Value>(_ found: (Answer) -> Value?) -> Value? {
            let deadline = DispatchTime.now() + 20
            repeat {
                let new = mailbox.takeAll()
                answers += new
                for answer in new { if let value = found(answer) { return value } }
            } while woken.wait(timeout: deadline) == .success
            return nil
        }

        func article(_ place: Int) throws -> StoredArticle { try library.article(library.order()[place]) }
    }

    /// The passage of the first article that is about money laundering.
    private func place(_ desk: Desk, _ number: Int = 0) throws -> DecisionPlace {
        let stored = try desk.article(number)
        let link = try #require(stored.links.first { $0.topic == "money-laundering" && !$0.passage.range.isEmpty })
        return DecisionPlace(article: stored.id, passage: link.passage, topic: link.topic)
    }

    private func judged(_ answer: Answer) -> Judged? {
        if case .judged(let judged) = answer { return judged }
        return nil
    }

    private func change(_ answer: Answer) -> Change? {
        if case .changed(let change) = answer { return change }
        return nil
    }

    @Test func aJudgementIsKeptLearnedFromAndUndone() throws {
        let desk = try Desk()
        let runner = EffectRunner(desk.learning, vocabulary: desk.vocabulary, mailbox: desk.mailbox)
        let before = try desk.article(0)
        let place = try place(desk)
        runner.run(.judge(.rejected, [place], words: "rejected"))
        let article = try #require(desk.wait(judged).flatMap(\.article))
        #expect(article.decisions.map(\.verdict) == [.rejected])
        #expect(!article.links.contains { $0.topic == place.topic && $0.passage == place.passage })
        // Tagged anew with what that teaches: the label counts for less.
        let old = try #require(before.links.first { $0.topic == place.topic && $0.passage == place.passage })
        let new = try #require(article.rejected.first { $0.topic == place.topic && $0.passage == place.passage })
        #expect(new.explanation.score < old.explanation.score)
        runner.run(.undo)
        #expect(desk.wait(change)?.words.hasPrefix("undone: reject “Money laundering") == true)
        #expect(try desk.article(0).links == before.links)
        #expect(try desk.article(0).decisions.isEmpty)
        runner.run(.redo)
        #expect(desk.wait(change)?.words.hasPrefix("done again: reject") == true)
        #expect(try desk.article(0).decisions.map(\.verdict) == [.rejected])
        runner.run(.judge(nil, [place], words: "took back"))
        #expect(desk.wait(judged)?.article?.links == before.links)
        runner.finish()
        try desk.library.close()
    }

    @Test func manyAreJudgedAsOne() throws {
        let desk = try Desk()
        let runner = EffectRunner(desk.learning, vocabulary: desk.vocabulary, mailbox: desk.mailbox)
        let request = BulkRequest(
            verdict: .accepted, topics: ["money-laundering"], label: "Money laundering", scope: .library(LibraryFilter(topic: "money-laundering")),
            includesPossible: true)
        runner.run(.countJudgements(request))
        let plan = try #require(desk.wait { answer -> BulkPlan? in
            if case .counted(let plan) = answer { return plan }
            return nil
        })
        #expect(plan.places.count == 2)
        #expect(plan.articles == 2)
        runner.run(.judge(.accepted, plan.places, words: "accepted in 2"))
        #expect(desk.wait(judged) == Judged(words: "accepted in 2"))
        #expect(try desk.library.decisionCount() == 2)
        runner.run(.undo)
        _ = desk.wait(change)
        #expect(try desk.library.decisionCount() == 0)
        // With the words of a search, only passages that hold them.
        var narrow = request
        narrow.scope = .search("mules")
        runner.run(.countJudgements(narrow))
        let mules = desk.wait { answer -> Int? in
            if case .counted(let plan) = answer { return plan.places.count }
            return nil
        }
        #expect(mules == 1)
        runner.finish()
        try desk.library.close()
    }

    @Test func aLabelIsLeftOut() throws {
        let desk = try Desk()
        let runner = EffectRunner(desk.learning, vocabulary: desk.vocabulary, mailbox: desk.mailbox)
        let place = try place(desk)
        runner.run(.exclude(.match, "money laundering", place.topic, label: "Money laundering", in: place.article))
        let article = try #require(desk.wait(change).flatMap(\.article))
        #expect(article.links.allSatisfy { $0.topic != place.topic || !$0.explanation.evidence.contains { $0.text.lowercased() == "money laundering" } })
        runner.run(.undo)
        _ = desk.wait(change)
        #expect(try desk.library.learningSettings() == .none)
        runner.finish()
        try desk.library.close()
    }

    @Test func whatCannotBeKeptIsSaid() throws {
        let desk = try Desk()
        let runner = EffectRunner(desk.learning, vocabulary: desk.vocabulary, mailbox: desk.mailbox)
        let nowhere = DecisionPlace(article: ArticleID(99), passage: .init(start: 0, end: 1), topic: "money-laundering")
        runner.run(.judge(.accepted, [nowhere], words: "accepted"))
        #expect(desk.wait(judged)?.failure?.isEmpty == false)
        runner.finish()
        try desk.library.close()
    }

    /// A file of the user's own topics that is written while the reader is open is taken at once.
    @Test func ownTopics() throws {
        let desk = try Desk()
        let runner = EffectRunner(desk.learning, vocabulary: desk.vocabulary, mailbox: desk.mailbox, keeper: FolderKeeper(desk.learning), pulse: 20)
        runner.startBackground()
        _ = desk.wait { answer -> Bool? in
            if case .synced = answer { return true }
            return nil
        }
        let file = desk.folder.appendingPathComponent(".dossier/vocabulary.txt")
        try "topic: own-weather\n  name: The weather\n  code: WEATHR\n  label: weather\n".write(to: file, atomically: true, encoding: .utf8)
        let book = desk.wait { answer -> TopicBook? in
            if case .topics(let book) = answer, book.nodes.contains(where: { $0.code == "WEATHR" }) { return book }
            return nil
        }
        #expect(book != nil)
        runner.finish()
        try desk.library.close()
    }

    // MARK: Ending

    /// A look for other programs' changes that had begun when the runner was ended queued its reading behind the closing, and
    /// met a library that was being closed: the program left with status 1.
    @Test func nothingComesBehindTheEnd() throws {
        let desk = try Desk()
        let looks = Atomic(0)
        let entered = DispatchSemaphore(value: 0)
        let runner = EffectRunner(
            desk.learning, vocabulary: desk.vocabulary, mailbox: desk.mailbox, keeper: nil, pulse: 1,
            beforePulse: {
                looks.add(1, ordering: .sequentiallyConsistent)
                entered.signal()
                // Long enough for the main thread to be at the end before this goes on.
                usleep(100_000)
            })
        runner.startBackground()
        entered.wait()
        runner.finish()
        let count = looks.load(ordering: .sequentiallyConsistent)
        _ = desk.mailbox.takeAll()
        try desk.library.close()
        // What is asked for now is not done, and nothing goes on by itself.
        runner.run(.loadTags)
        runner.startBackground()
        usleep(150_000)
        #expect(looks.load(ordering: .sequentiallyConsistent) == count)
        #expect(desk.mailbox.takeAll().isEmpty)
    }

    /// The same for a reading of the folder that is asked for again and again while it goes on, and for what follows it.
    @Test func syncsEndToo() throws {
        let desk = try Desk()
        let running = Atomic(0)
        let entered = DispatchSemaphore(value: 0)
        let library = desk.library
        let keeper = FolderKeeper(synchronise: { _ in
            running.add(1, ordering: .sequentiallyConsistent)
            entered.signal()
            usleep(50_000)
            _ = try library.counts()
            running.subtract(1, ordering: .sequentiallyConsistent)
            return SyncSummary()
        })
        let runner = EffectRunner(desk.learning, vocabulary: desk.vocabulary, mailbox: desk.mailbox, keeper: keeper, pulse: 1_000)
        runner.startBackground()
        entered.wait()
        for _ in 0..<5 { runner.run(.sync) }
        runner.finish()
        #expect(running.load(ordering: .sequentiallyConsistent) == 0)
        _ = desk.mailbox.takeAll()
        try desk.library.close()
        usleep(120_000)
        let failures = desk.mailbox.takeAll().filter { if case .failed = $0 { true } else { false } }
        #expect(failures.isEmpty)
    }
}
