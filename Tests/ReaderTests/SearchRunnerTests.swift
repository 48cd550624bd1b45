import Articles
import Dispatch
import Foundation
import Library
import Search
import Synchronization
import Testing
import Topics

@testable import Reader

/// Searches on a real library, by the runner.
@Suite struct SearchRunnerTests {
    private typealias Desk = RunnerTests.Desk

    private static let files = [
        "seizure.txt": "Seizure of servers\n\nPolice took servers of a bulletproof hoster.\n\nThe bulletproof hoster had laundered money of the gang.\n",
        "hoster.txt": "A hoster again\n\nMoney laundering by a bulletproof hoster came before the court. Servers were kept.\n",
        "servers.txt": "Old servers\n\nA bulletproof hoster sold old servers to a museum.\n",
        "weather.txt": "Weather\n\nIt was fine all day, said the office.\n",
        "court.txt": "In court\n\nThe judge spoke of extradition.\n\nExtraditions to the other state are refused. The state may refuse to extradite, and extradition treaties say so; mutual legal assistance is granted.\n",
        "office.txt": "The office\n\nThe office said that the day was long.\n",
        "museum.txt": "The museum\n\nThe museum and the court were closed all day.\n",
        "gang.txt": "The gang\n\nThe gang was seen at the office.\n",
        "north.txt": "North\n\nIt snowed.\n", "south.txt": "South\n\nIt rained.\n", "east.txt": "East\n\nIt thawed.\n",
        "west.txt": "West\n\nIt froze.\n", "centre.txt": "Centre\n\nIt stormed.\n", "coast.txt": "Coast\n\nIt hailed.\n",
    ]

    private func runner(_ desk: RunnerTests.Desk, beforeSearch: @escaping @Sendable () -> Void = {}) -> EffectRunner {
        EffectRunner(
            desk.learning, vocabulary: desk.vocabulary, mailbox: desk.mailbox, keeper: nil, pulse: 1_000, beforeSearch: beforeSearch)
    }

    private func findings(_ desk: RunnerTests.Desk, _ generation: Int) throws -> Findings {
        try #require(answer(desk) { answer -> Findings? in
            if case .found(let findings, generation) = answer { return findings }
            return nil
        })
    }

    /// The first answer of a kind, be it there already or still to come.
    private func answer<Value>(_ desk: RunnerTests.Desk, _ found: (Answer) -> Value?) -> Value? {
        desk.answers.lazy.compactMap(found).first ?? desk.wait(found)
    }

    private func end(_ runner: EffectRunner, _ desk: RunnerTests.Desk) throws {
        runner.finish()
        try desk.library.close()
    }

    /// A slow search is overtaken by what is typed meanwhile: only the last is answered.
    @Test func eachKeyEndsTheSearchBeforeIt() throws {
        let desk = try Desk(Self.files)
        let (entered, gate) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let searched = Atomic(0)
        let runner = runner(desk) {
            if searched.add(1, ordering: .sequentiallyConsistent).oldValue == 0 {
                entered.signal()
                gate.wait()
            }
        }
        runner.run(.search(SearchQuestion("m"), generation: 1))
        entered.wait()
        for (place, text) in ["mo", "mon", "mone", "money"].enumerated() {
            runner.run(.search(SearchQuestion(text), generation: place + 2))
        }
        gate.signal()
        #expect(try findings(desk, 5).query == "money")
        let order = answer(desk) { answer -> [ArticleID]? in
            if case .foundOrder(let ids, 5) = answer { return ids }
            return nil
        }
        #expect(order?.count == 2)
        let others = desk.answers.filter { if case .found(_, let generation) = $0 { generation != 5 } else { false } }
        #expect(others.isEmpty)
        try end(runner, desk)
    }

    /// The newest passage alone is answered; one that was left while another was looked at is not begun.
    @Test func whatIsRelatedToAPassageThatWasLeftIsNotAnswered() throws {
        let desk = try Desk(Self.files)
        let (entered, gate) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let looked = Atomic(0)
        let runner = runner(desk) {
            if looked.add(1, ordering: .sequentiallyConsistent).oldValue == 0 {
                entered.signal()
                gate.wait()
            }
        }
        let rows = try desk.library.rows(desk.library.order())
        func target(_ title: String) throws -> LikeTarget {
            LikeTarget(article: try #require(rows.first { $0.title == title }).id, passage: 0..<40, title: title)
        }
        runner.run(.briefing(.relate(try target("Weather"), limit: 4)))
        entered.wait()
        runner.run(.briefing(.relate(try target("Old servers"), limit: 4)))
        runner.run(.briefing(.relate(try target("A hoster again"), limit: 4)))
        gate.signal()
        let related = answer(desk) { answer -> (LikeTarget, [Board.RelatedLine])? in
            if case .briefing(.related(let target, let lines)) = answer { return (target, lines) }
            return nil
        }
        let (found, lines) = try #require(related)
        #expect(found == (try target("A hoster again")))
        #expect(lines.first?.article.found.row.title == "Seizure of servers" && lines.first?.reason.isEmpty == false)
        #expect(looked.load(ordering: .sequentiallyConsistent) == 2)
        runner.run(.briefing(.stopRelating))
        try end(runner, desk)
        let answers = desk.answers.filter { if case .briefing(.related) = $0 { true } else { false } }
        #expect(answers.count == 1)
    }

    /// A search that was ended in the middle, its first rows ready, gives no order.
    @Test func anEmptyLineEndsTheSearchToo() throws {
        let desk = try Desk(Self.files)
        let (entered, gate) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let runner = runner(desk) {
            entered.signal()
            gate.wait()
        }
        runner.run(.search(SearchQuestion("money"), generation: 1))
        entered.wait()
        runner.run(.search(SearchQuestion(""), generation: 2))
        gate.signal()
        try end(runner, desk)
        let found = (desk.answers + desk.mailbox.takeAll()).filter { if case .found = $0 { true } else { false } }
        #expect(found.isEmpty)
    }

    @Test(arguments: [
        ("bulletprof", "bulletproof"), ("Bulletprof  is:unread", "bulletproof  is:unread"),
        ("title:hosterr sort:oldest", "title:hoster sort:oldest"), ("\"bulletprof hoster\" -weather", "\"bulletproof hoster\" -weather"),
    ])
    func suggestionsKeepTheRestOfTheQuery(_ typed: String, _ suggested: String) throws {
        let desk = try Desk(Self.files)
        let runner = runner(desk)
        runner.run(.search(SearchQuestion(typed), generation: 1))
        let found = try findings(desk, 1)
        #expect(found.first.isEmpty)
        #expect(found.suggestions == [suggested])
        runner.run(.search(SearchQuestion(suggested), generation: 2))
        #expect(try !findings(desk, 2).first.isEmpty)
        try end(runner, desk)
    }

    @Test func ordersAreAsked() throws {
        let desk = try Desk(Self.files)
        let runner = runner(desk)
        let cases: [(SearchQuestion, SearchRequest.Order)] = [
            (SearchQuestion("hoster"), .newest), (SearchQuestion("hoster", order: .title), .title),
            (SearchQuestion("hoster sort:oldest", order: .title), .oldest), (SearchQuestion("any:(hoster court)"), .relevance),
        ]
        for (place, (question, order)) in cases.enumerated() {
            runner.run(.search(question, generation: place + 1))
            let found = try findings(desk, place + 1)
            #expect(found.order == order)
            let ids = answer(desk) { answer -> [ArticleID]? in
                if case .foundOrder(let ids, place + 1) = answer { return ids }
                return nil
            }
            #expect(ids == found.first.map(\.id))
            if order == .title { #expect(found.first.map(\.article.title) == found.first.map(\.article.title).sorted()) }
        }
        try end(runner, desk)
    }

    // MARK: More like this

    /// Of two that share the words, the one that shares the topic as well comes first; the article itself does not come.
    @Test func alikeByWordsAndTopics() throws {
        let desk = try Desk(Self.files)
        let runner = runner(desk)
        let all = try desk.library.rows(desk.library.order())
        let seizure = try #require(all.first { $0.file == "seizure.txt" })
        runner.run(.search(SearchQuestion("", like: LikeTarget(article: seizure.id, title: seizure.title)), generation: 1))
        let found = try findings(desk, 1)
        #expect(found.first.map(\.article.file).prefix(2) == ["hoster.txt", "servers.txt"])
        #expect(!found.first.contains { $0.id == seizure.id })
        #expect(found.likeness?.terms.contains("bulletproof") == true)
        #expect(found.likeness?.topics.contains("money-laundering") == true)
        #expect(found.order == .relevance)
        // What stands for it in the article that is opened is read back as it is.
        #expect(Query.typed(found.query).query.description == found.query)
        try end(runner, desk)
    }

    @Test func alikeToAPassage() throws {
        let desk = try Desk(Self.files)
        let runner = runner(desk)
        let all = try desk.library.rows(desk.library.order())
        let weather = try desk.library.article(try #require(all.first { $0.file == "weather.txt" }).id)
        let range = try #require(weather.article.blockRanges.last)
        runner.run(.search(SearchQuestion("", like: LikeTarget(article: weather.id, passage: range, title: "It was fine")), generation: 1))
        let found = try findings(desk, 1)
        #expect(found.likeness?.topics == [])
        #expect(!found.first.contains { $0.id == weather.id })
        #expect(found.first.first?.article.file == "office.txt")
        try end(runner, desk)
    }

    // MARK: Hits

    struct HitCase: Sendable, CustomTestStringConvertible {
        var query: String
        /// The words that are marked.
        var hits: [String]
        /// The number of the block that answers best.
        var best: Int?
        var testDescription: String { query }
    }

    @Test(arguments: [
        HitCase(query: "extradition treaties", hits: ["extradition", "Extraditions", "extradite", "extradition", "treaties"], best: 1),
        HitCase(query: "\"mutual legal assistance\"", hits: ["mutual legal assistance"], best: 1),
        HitCase(query: "judg* ", hits: ["judge"], best: 0),
        HitCase(query: "extradtion~", hits: ["extradition", "extradition"], best: 0),
        HitCase(query: "judge treaties ", hits: ["judge", "treaties"], best: 0),
        HitCase(query: "title:court", hits: [], best: nil),
        HitCase(query: "is:unread", hits: [], best: nil),
    ])
    func hitsAndTheBestPassage(_ row: HitCase) throws {
        let desk = try Desk(Self.files)
        let id = try #require(try desk.library.rows(desk.library.order()).first { $0.file == "court.txt" }).id
        let stored = try desk.library.article(id)
        let places = try desk.library.places(of: Query.typed(row.query).query, in: stored.article)
        let bytes = Array(stored.article.text.utf8)
        #expect(places.hits.map { String(decoding: bytes[$0], as: UTF8.self) } == row.hits)
        #expect(places.best == row.best.map { stored.article.blockRanges.filter { !$0.isEmpty }[$0] })
        try desk.library.close()
    }

    // MARK: Completion

    @Test func wordsOfTheLibrary() throws {
        let desk = try Desk(Self.files)
        let runner = runner(desk)
        let cases = [("bull", ["bulletproof 3 articles"]), ("title:serv", ["servers 2 articles"]), ("is:un", []), ("qqq", [])]
        for (place, (text, words)) in cases.enumerated() {
            runner.run(.complete(text, cursor: text.utf8.count, generation: place + 1))
            let found = answer(desk) { answer -> [String]? in
                if case .completions(let items, place + 1) = answer { return items.map { "\($0.text) \($0.help)" } }
                return nil
            }
            #expect(found == words)
        }
        try end(runner, desk)
    }

    // MARK: The index

    /// A desk on a library whose index is damaged.
    private func damaged() throws -> RunnerTests.Desk {
        let desk = try Desk(Self.files)
        let index = desk.library.location.database.replacingOccurrences(of: "library.sqlite", with: "index")
        try desk.library.maintain()
        try desk.library.close()
        for name in try FileManager.default.contentsOfDirectory(atPath: index) {
            guard let handle = FileHandle(forUpdatingAtPath: index + "/" + name) else { continue }
            try handle.truncate(atOffset: try handle.seekToEnd() / 2)
            try handle.close()
        }
        return try Desk(reopening: desk)
    }

    /// Cancelled, it is not begun again by the next search, which says what it leaves out.
    @Test func aCancelledIndexRests() throws {
        let desk = try damaged()
        let gate = DispatchSemaphore(value: 0)
        let keeper = FolderKeeper(synchronise: { _ in
            gate.wait()
            return SyncSummary()
        })
        let runner = EffectRunner(desk.learning, vocabulary: desk.vocabulary, mailbox: desk.mailbox, keeper: keeper)
        runner.run(.sync)
        runner.run(.search(SearchQuestion("bulletproof"), generation: 1))
        try #require(try findings(desk, 1).missing == Self.files.count)
        // The answer may come before the work that it gives reason for.
        for _ in 0..<10_000 where runner.state.withLock({ $0.upkeep == nil }) { Thread.sleep(forTimeInterval: 0.001) }
        try #require(runner.state.withLock { $0.upkeep != nil })
        runner.run(.cancelIndexing)
        runner.run(.search(SearchQuestion("bulletproof"), generation: 2))
        gate.signal()
        #expect(try findings(desk, 2).missing == Self.files.count)
        runner.finish()
        #expect(try desk.library.indexStatus().missing == Self.files.count)
        try desk.library.close()
    }

    /// A damaged index is told of in one sentence, made anew beside the searches, and answers again.
    @Test func aDamagedIndexIsMadeAnew() throws {
        let again = try damaged()
        let runner = runner(again)
        runner.run(.search(SearchQuestion("bulletproof"), generation: 1))
        let notice = answer(again) { answer -> String? in
            if case .notice(let sentence) = answer { return sentence }
            return nil
        }
        #expect(notice?.contains("made anew") == true)
        // Unless the first answer was whole already, it is told when the index is there.
        let isDone = answer(again) { answer -> Bool? in
            switch answer {
            case .indexing(nil): true
            case .found(let findings, 1) where findings.missing == 0: true
            default: nil
            }
        }
        #expect(isDone == true)
        runner.run(.search(SearchQuestion("bulletproof"), generation: 2))
        #expect(try findings(again, 2).first.count == 3)
        runner.run(.cancelIndexing)
        try end(runner, again)
    }
}
