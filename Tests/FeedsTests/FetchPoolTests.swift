import Formats
import TestSupport
import Testing
import Workers

/// Fetching and looking at documents in processes of their own.
@Suite struct FetchPoolTests {
    private func pool(_ environment: [String: String] = [:], program: String = BuiltProgram.path("dossier-worker")) -> FetchPool {
        var options = WorkerOptions()
        options.programs = [program]
        options.count = 2
        return FetchPool(options, environment: environment)
    }

    private func request(_ url: String) -> FetchRequest {
        var request = FetchRequest(url: url)
        request.allowsPrivate = true
        request.limits.seconds = 5
        return request
    }

    @Test func documentsComeWhole() throws {
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        let server = try LoopbackServer { _ in .init(200, ["ETag": "\"1\""], body: bytes) }
        let pool = pool()
        defer { pool.end() }
        for _ in 0..<3 {
            let answer = try pool.fetch(request(server.address + "/x"))
            #expect(answer.bytes == bytes && answer.etag == "\"1\"" && answer.url == server.address + "/x")
        }
        // An error is a value, and the process goes on.
        server.answer { _ in .init(404) }
        #expect(throws: FetchFailure.fetch(FetchError(url: server.address, reason: .status(404, retryAfter: nil)))) {
            try pool.fetch(request(server.address))
        }
        server.answer { _ in .init(text: "x") }
        #expect(try pool.fetch(request(server.address)).bytes == Array("x".utf8))
    }

    @Test func theProxyOfTheEnvironmentReachesTheProcess() throws {
        let proxy = try LoopbackServer { .init(text: $0.path) }
        let pool = pool(["http_proxy": proxy.address, "HOME": "/nowhere"])
        defer { pool.end() }
        #expect(try pool.fetch(request("http://feeds.example/x")).bytes == Array("http://feeds.example/x".utf8))
    }

    @Test func withoutAProgram() {
        let pool = pool(program: "/nowhere/dossier-worker")
        let error = WorkersError(program: "/nowhere/dossier-worker", reason: .missing(["/nowhere/dossier-worker"]))
        #expect(throws: FetchFailure.workers(error)) { try pool.fetch(request("http://127.0.0.1:1/")) }
    }

    @Test func calledOff() throws {
        let pool = pool()
        defer { pool.end() }
        let server = try LoopbackServer { _ in
            pool.interrupt()
            return .init(steps: [.wait(milliseconds: 3_000)])
        }
        #expect(throws: FetchFailure.interrupted) { try pool.fetch(request(server.address)) }
        #expect(throws: FetchFailure.interrupted) { try pool.fetch(request(server.address)) }
    }

    // MARK: Looking at documents

    @Test func whatDocumentsAre() throws {
        var options = WorkerOptions()
        options.programs = [BuiltProgram.path("dossier-worker")]
        let readers = WorkerPool(options)
        defer { readers.end() }
        func inspect(_ text: String) throws -> FeedInspection {
            try readers.inspect(SourceFile(name: "http://example.org/x", bytes: Array(text.utf8)))
        }
        guard case .feed(let head) = try inspect(Sample.two) else {
            Issue.record("no feed")
            return
        }
        #expect(head.title == "Fraud weekly" && head.siteURL == "http://news.example/")
        let json = #"{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"1","content_text":"x"}]}"#
        guard case .feed(let other) = try inspect(json) else {
            Issue.record("no feed")
            return
        }
        #expect(other.title == "J" && other.kind == .json)
        let list = #"<opml version="2.0"><body><outline type="rss" text="A" xmlUrl="https://a.example/"/></body></opml>"#
        #expect(try inspect(list) == .list([FeedSubscription(title: "A", feedURL: "https://a.example/")]))
        #expect(try inspect("<!DOCTYPE html><html><head></head><body><p>x</p></body></html>") == .page(base: nil, feeds: []))
        #expect(try inspect("Only words, and not many of them.") == .other)
    }
}
