import Dispatch
import Library
import Search
import Terminal
import Testing
import Text

@testable import Reader

/// Feeds in the reader: listed, asked, added and removed.
@Suite struct FeedsTests {
    private static let feeds = [
        FollowedFeed(id: "aaaa-1", title: "Court news", host: "court.example", articles: 340, unread: 12, age: 10_900, standing: .fine),
        FollowedFeed(
            id: "bbbb-2", title: "Fraud watch", host: "fraud.example", articles: 1_200, unread: 0, age: 300,
            standing: .failing(times: 3, "https://fraud.example/feed: the server answered 503; it is asked again later")),
        FollowedFeed(id: "cccc-3", title: "Treaty office", host: "treaty.example", articles: 4, age: 400_000, standing: .gone(nil)),
        FollowedFeed(id: "dddd-4", title: "Asset recovery", host: "assets.example"),
    ]

    private func bench(_ columns: Int = 80, _ rows: Int = 24, feeds: [FollowedFeed] = Self.feeds) -> Bench {
        let bench = Bench(columns: columns, rows: rows)
        bench.library.feeds = feeds
        return bench
    }

    @Test(arguments: [[80, 24], [59, 11]])
    func theListIsShown(_ size: [Int]) throws {
        let bench = bench(size[0], size[1])
        bench.press("g e")
        #expect(bench.state.chooser?.purpose == .feeds)
        try Screens.expect(bench.canvas, "feeds-\(size[0])x\(size[1])")
        bench.press("Down Enter")
        #expect(bench.state.chooser?.purpose == .feed("bbbb-2"))
        try Screens.expect(bench.canvas, "feeds-one-\(size[0])x\(size[1])")
    }

    @Test func whatIsSaidOfAFeed() {
        #expect(Self.feeds.map(\.note) == ["12/340 · 3 h ago", "failed 3 times", "gone for good", "not asked yet"])
        #expect([0, 59, 60, 3_599, 3_600, 172_799, 172_800, 86_400_000].map(FollowedFeed.ago) == [
            "just now", "just now", "1 min ago", "59 min ago", "1 h ago", "47 h ago", "2 days ago", "1,000 days ago",
        ])
    }

    @Test func oneIsAsked() {
        let bench = bench()
        #expect(bench.press("g e Enter Down Enter").filter { $0.isFeed } == [.feed(.load), .feed(.refresh(["aaaa-1"]))])
        #expect(bench.text.contains("feeds 0/1"))
        #expect(bench.state.context == .library)
    }

    @Test func itsArticlesAreListed() {
        let bench = bench()
        bench.press("g e Enter Enter")
        #expect(bench.state.library.filter == LibraryFilter(words: "file:aaaa-1"))
        #expect(bench.state.library.filter.query == .file("aaaa-1"))
    }

    @Test func itsFailureIsShown() {
        let bench = bench()
        bench.press("g e 'fraud Enter 'show Enter")
        #expect(bench.state.report == Report(title: "Fraud watch", sentences: [Self.feeds[1].failure ?? ""]))
        bench.press("q g e Enter")
        #expect(!bench.text.contains("Show its failure"))
    }

    @Test func oneIsRemovedAndBack() {
        let bench = bench()
        bench.press("g e Enter 'follow Enter")
        #expect(bench.library.feeds.map(\.id) == ["bbbb-2", "cccc-3", "dddd-4"])
        #expect(bench.text.contains("«Court news» is followed no more; its articles stay   u undo"))
        bench.press("u")
        #expect(bench.library.feeds.count == 4)
    }

    @Test func oneIsAdded() {
        let bench = bench(feeds: [])
        bench.press("g e")
        #expect(bench.text.contains("none is followed yet"))
        bench.press("Enter Enter")
        #expect(bench.state.prompt?.problem == "type an address")
        #expect(bench.press("'new.example/feed Enter").filter { $0.isFeed } == [.feed(.add("new.example/feed"))])
        #expect(bench.library.feeds.map(\.title) == ["New"])
        #expect(bench.state.feeds.progress == nil)
        #expect(bench.text.contains("following New (new.example/feed)"))
    }

    @Test func allAreAskedWhileReadingGoesOn() {
        let bench = bench()
        #expect(bench.press("g e Up Enter").last == .feed(.refresh(nil)))
        bench.send(.answer(.feed(.progress(FeedsProgress(done: 3, total: 12, failures: 1, articles: 34)))))
        #expect(bench.text.contains("feeds 3/12, 34 new, 1 failed"))
        bench.press("j Enter")
        #expect(bench.state.context == .article)
        // Not twice at once.
        #expect(bench.press("g e Up Enter").filter { $0.isFeed } == [.feed(.load)])
        #expect(bench.text.contains("feeds are being asked already"))
        bench.send(.answer(.feed(.refreshed(FeedsSummary(asked: 12, added: 34, failures: ["a: gone", "b: silent"])))))
        #expect(bench.state.feeds.progress == nil)
        #expect(bench.text.contains("12 feeds asked, 34 new articles, 2 failures — ! shows them"))
        bench.press("!")
        #expect(bench.state.report == Report(title: "2 feeds failed", sentences: ["a: gone", "b: silent"]))
        // Behind the end.
        bench.send(.answer(.feed(.progress(FeedsProgress(done: 12, total: 12)))))
        #expect(bench.state.feeds.progress == nil)
    }

    @Test func failuresOfFilesStandBehind() {
        let bench = bench()
        bench.send(.answer(.synced(SyncSummary(failures: ["x.md: empty"]))))
        bench.send(.answer(.feed(.refreshed(FeedsSummary(asked: 1, failures: ["a: gone"])))))
        bench.press("!")
        #expect(bench.state.report == Report(title: "1 file could not be read, 1 feed failed", sentences: ["a: gone", "x.md: empty"]))
    }

    @Test func askingIsCancelled() {
        let bench = bench()
        bench.press("g e Up Enter")
        #expect(bench.press("C-c") == [.feed(.cancel)])
        bench.send(.answer(.feed(.refreshed(FeedsSummary(asked: 2, added: 1, isCancelled: true)))))
        #expect(bench.state.status?.text == "2 feeds asked, 1 new article, cancelled")
        #expect(!bench.hasQuit)
    }

    @Test func nobodyIsCalledBackToTheList() {
        let bench = bench()
        let effects = bench.sendAlone(.key(.character("g"))) + bench.sendAlone(.key(.character("e")))
        bench.press("/")
        bench.answer(effects)
        #expect(bench.state.chooser == nil)
    }

    @Test(arguments: [
        (FeedsSummary(), "0 feeds asked, nothing new"), (FeedsSummary(asked: 1, changed: 2), "1 feed asked, nothing new, 2 changed"),
        (FeedsSummary(asked: 3, added: 1, failures: ["a"]), "3 feeds asked, 1 new article, 1 failure — ! shows it"),
        (FeedsSummary(offline: 1), "no network: the feed cannot be reached; what was read before is there"),
        (FeedsSummary(offline: 5), "no network: none of 5 feeds can be reached; what was read before is there"),
    ])
    func theLineAtTheEnd(_ summary: FeedsSummary, _ words: String) {
        #expect(summary.words(key: "!") == words)
    }

    // MARK: The runner

    @Test func theRunnerAsksCancelsAndRemoves() throws {
        let desk = try RunnerTests.Desk()
        let library = desk.library
        let feed = try library.addFeed(Feed(url: "https://name:secret@court.example/feed", title: "Court")).feed
        let hasBegun = DispatchSemaphore(value: 0)
        let keeper = FeedKeeper(
            list: { try library.feeds().map { FollowedFeed(id: $0.id, title: $0.title ?? "", host: "court.example") } },
            add: { _ in throw LibraryError.unknownArticle(ArticleID(9)) },
            refresh: { ids, progress, isCancelled in
                progress(FeedsProgress(done: 0, total: ids?.count))
                hasBegun.signal()
                while !isCancelled() { _ = DispatchSemaphore(value: 0).wait(timeout: .now() + .milliseconds(2)) }
                return FeedsSummary(isCancelled: true)
            },
            remove: { try library.removeFeed($0) })
        let runner = EffectRunner(desk.learning, vocabulary: desk.vocabulary, mailbox: desk.mailbox, feedKeeper: keeper)
        runner.run(.feed(.refresh([feed.id])))
        hasBegun.wait()
        // While it goes on, lists are read and articles opened.
        runner.run(.feed(.load))
        #expect(desk.wait(Self.list) == [FollowedFeed(id: feed.id, title: "Court", host: "court.example")])
        runner.run(.feed(.cancel))
        #expect(desk.wait(Self.summary) == FeedsSummary(isCancelled: true))
        #expect(desk.answers.contains(.feed(.progress(FeedsProgress(done: 0, total: 1)))))
        runner.run(.feed(.add("x")))
        let failure = desk.wait { answer -> String? in if case .feed(.failed(let sentence)) = answer { sentence } else { nil } }
        #expect(failure == LibraryError.unknownArticle(ArticleID(9)).message)
        runner.run(.feed(.remove(feed.id, title: "Court")))
        let change = desk.wait { answer -> Change? in if case .changed(let change) = answer { change } else { nil } }
        #expect(change == Change("«Court» is followed no more; its articles stay"))
        #expect(try desk.library.feeds().isEmpty)
        runner.run(.undo)
        _ = desk.wait { answer -> Change? in if case .changed(let change) = answer { change } else { nil } }
        #expect(try desk.library.feeds().map(\.id) == [feed.id])
        // What is under way ends with the reader.
        runner.run(.feed(.refresh(nil)))
        hasBegun.wait()
        runner.finish()
        try desk.library.close()
    }

    private static func list(_ answer: Answer) -> [FollowedFeed]? {
        if case .feed(.list(let list)) = answer { list } else { nil }
    }

    private static func summary(_ answer: Answer) -> FeedsSummary? {
        if case .feed(.refreshed(let summary)) = answer { summary } else { nil }
    }
}

extension Effect {
    fileprivate var isFeed: Bool {
        if case .feed = self { true } else { false }
    }
}
