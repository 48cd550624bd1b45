import Foundation
import TestSupport
import Text
import Testing
import Workers

@testable import Fetching

/// What the client does with good servers and bad ones, on this machine.
@Suite struct HTTPClientTests {
    private func fetch(
        _ url: String, _ environment: [String: String] = [:], _ change: (inout FetchRequest) -> Void = { _ in }
    ) -> Result<FetchAnswer, FetchError> {
        var request = FetchRequest(url: url)
        request.allowsPrivate = true
        request.limits.seconds = 5
        request.limits.connectSeconds = 2
        change(&request)
        do throws(FetchError) {
            return .success(try HTTPClient(environment: environment).fetch(request))
        } catch {
            return .failure(error)
        }
    }

    private func failed(_ url: String, _ reason: FetchError.Reason) -> Result<FetchAnswer, FetchError> {
        .failure(FetchError(url: url, reason: reason))
    }

    // MARK: Good servers

    @Test func fetchesWithAllThatCounts() throws {
        let server = try LoopbackServer { _ in
            .init(
                200,
                [
                    "ETag": "\"a1\"", "Last-Modified": "Tue, 24 Nov 2026 10:00:00 GMT", "Cache-Control": "public, max-age=600",
                    "Age": "100", "Content-Type": "application/rss+xml", "Set-Cookie": "a=b",
                ], text: "<rss/>")
        }
        var expected = FetchAnswer(status: 200, url: server.address + "/feed?x=1")
        expected.etag = "\"a1\""
        expected.lastModified = "Tue, 24 Nov 2026 10:00:00 GMT"
        expected.maxAge = 500
        expected.contentType = "application/rss+xml"
        expected.bytes = Array("<rss/>".utf8)
        #expect(fetch(server.address + "/feed?x=1#part") == .success(expected))
        let request = try #require(server.requests.first)
        #expect(request.method == "GET" && request.path == "/feed?x=1")
        #expect(request.headers["user-agent"] == FetchRequest.defaultUserAgent)
        #expect(request.headers["accept-encoding"]?.contains("gzip") == true && request.headers["cookie"] == nil)
        #expect(request.headers["if-none-match"] == nil)
    }

    @Test func asksForChangesAlone() throws {
        let server = try LoopbackServer { request in
            request.headers["if-none-match"] == "\"a1\"" ? .init(304, ["ETag": "\"a1\""]) : .init(text: "new")
        }
        let answer = try fetch(server.address) {
            $0.etag = "\"a1\""
            $0.lastModified = "Tue, 24 Nov 2026 10:00:00 GMT"
        }.get()
        #expect(answer.isUnchanged && answer.bytes == [] && answer.etag == "\"a1\"")
        #expect(server.requests.first?.headers["if-modified-since"] == "Tue, 24 Nov 2026 10:00:00 GMT")
        // A line end in what a server once said begins no header.
        let other = try fetch(server.address) { $0.etag = "\"a1\"\r\nX-Evil: 1" }.get()
        #expect(other.bytes == Array("new".utf8) && server.requests.last?.headers["x-evil"] == nil)
    }

    @Test func noCookieIsSentBack() throws {
        let server = try LoopbackServer { request in
            request.path == "/a" ? .init(302, ["Location": "/b", "Set-Cookie": "a=b; Path=/"]) : .init(text: "x")
        }
        _ = try fetch(server.address + "/a").get()
        #expect(server.requests.map { $0.headers["cookie"] } == [nil, nil])
    }

    // MARK: Redirects

    @Test func permanentRedirectsAreTold() throws {
        let server = try LoopbackServer { request in
            switch request.path {
            case "/old": .init(301, ["Location": "/older"])
            case "/older": .init(308, ["Location": "new"])
            case "/turn": .init(302, ["Location": "/old"])
            case "/partly": .init(301, ["Location": "/turn2"])
            case "/turn2": .init(307, ["Location": "/new"])
            default: .init(text: "x")
            }
        }
        let moved = try fetch(server.address + "/old").get()
        #expect(moved.url == server.address + "/new" && moved.movedTo == server.address + "/new")
        // What lies behind a redirect for now is none for good.
        let turned = try fetch(server.address + "/turn").get()
        #expect(turned.url == server.address + "/new" && turned.movedTo == nil)
        #expect(try fetch(server.address + "/partly").get().movedTo == server.address + "/turn2")
        #expect(try fetch(server.address + "/new").get().movedTo == nil)
    }

    @Test func redirectsEnd() throws {
        let server = try LoopbackServer { request in
            switch request.path {
            case "/loop": .init(302, ["Location": "/loop"])
            case "/nowhere": .init(302)
            case "/file": .init(302, ["Location": "file:///etc/passwd"])
            case "/gopher": .init(301, ["Location": "gopher://127.0.0.1/"])
            default: .init(text: "x")
            }
        }
        let loop = server.address + "/loop"
        #expect(fetch(loop) == failed(loop, .tooManyRedirects(limit: 10)))
        #expect(server.requests.count == 11)
        let nowhere = server.address + "/nowhere"
        #expect(fetch(nowhere) == failed(nowhere, .garbled("a redirect without an address")))
        let gopher = server.address + "/gopher"
        #expect(fetch(gopher) == failed(gopher, .otherProtocol("gopher")))
        guard case .failure = fetch(server.address + "/file") else {
            Issue.record("a file was read")
            return
        }
    }

    @Test func conditionsAreNotSentElsewhere() throws {
        let server = try LoopbackServer { $0.path == "/a" ? .init(302, ["Location": "/b"]) : .init(text: "x") }
        _ = fetch(server.address + "/a") { $0.etag = "\"a\"" }
        #expect(server.requests.map { $0.headers["if-none-match"] } == ["\"a\"", nil])
    }

    // MARK: Credentials

    @Test func credentialsAreSentAndNotTold() throws {
        let other = try LoopbackServer { _ in .init(text: "x") }
        let there = other.address + "/there"
        let server = try LoopbackServer { request in
            request.path == "/away" ? .init(302, ["Location": there]) : request.path == "/near" ? .init(302, ["Location": "/feed"]) : .init(401)
        }
        let url = "http://ann:s%40cret@127.0.0.1:\(server.port)"
        let result = fetch(url + "/near")
        #expect(result == failed(server.address + "/near", .status(401, retryAfter: nil)))
        let expected = "Basic " + Data("ann:s@cret".utf8).base64EncodedString()
        #expect(server.requests.map { $0.headers["authorization"] } == [expected, expected])
        guard case .failure(let error) = result else { return }
        #expect(!error.message.contains("cret") && !error.message.contains("ann"))
        // Another host, or another port, is told nothing.
        let answer = try fetch(url + "/away").get()
        #expect(other.requests.map { $0.headers["authorization"] } == [nil])
        #expect(!"\(answer)".contains("cret"))
    }

    // MARK: Bad servers

    @Test func truncation() throws {
        let server = try LoopbackServer { request in
            switch request.path {
            case "/long": .init(steps: [.text("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort")])
            case "/chunks": .init(steps: [.text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n")])
            case "/nothing": .init(steps: [])
            case "/half": .init(steps: [.text("HTTP/1.1 200 O")])
            default: .init(steps: [.text("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nlonger")])
            }
        }
        for path in ["/long", "/chunks", "/nothing"] {
            #expect(fetch(server.address + path) == failed(server.address + path, .truncated), "\(path)")
        }
        guard case .failure = fetch(server.address + "/half") else {
            Issue.record("half a status line was taken")
            return
        }
        // What is said to be shorter than it is is cut there.
        #expect(try fetch(server.address + "/short").get().bytes == Array("lon".utf8))
    }

    @Test func whatIsNoHTTP() throws {
        let server = try LoopbackServer { request in
            switch request.path {
            case "/lengths": .init(steps: [.text("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nx")])
            case "/gzip": .init(200, ["Content-Encoding": "gzip"], text: "this is not packed")
            default: .init(steps: [.text("SSH-2.0-OpenSSH\r\n")])
            }
        }
        for path in ["/", "/lengths", "/gzip"] {
            guard case .failure(let error) = fetch(server.address + path), case .garbled = error.reason else {
                Issue.record("\(path): \(fetch(server.address + path))")
                continue
            }
        }
    }

    /// 20 MB of zeros in 20 kB, and a bomb in a bomb.
    @Test func packedDocumentsAreBounded() throws {
        let bomb = try Packed.gzip(zeros: 20 << 20)
        let server = try LoopbackServer { request in
            request.path == "/small" ? .init(200, ["Content-Encoding": "gzip"], body: Packed.hello) : .init(200, ["Content-Encoding": "gzip"], body: bomb)
        }
        #expect(try fetch(server.address + "/small").get().bytes == Array("hello\n".utf8))
        #expect(fetch(server.address) { $0.limits.size = 1 << 20 } == failed(server.address, .tooLarge(limit: 1 << 20)))
        let plain = try LoopbackServer { _ in .init(body: [UInt8](repeating: 65, count: 2 << 20)) }
        #expect(fetch(plain.address) { $0.limits.size = 1 << 20 } == failed(plain.address, .tooLarge(limit: 1 << 20)))
    }

    @Test func endlessHeaders() throws {
        let line = "X-Line: " + String(repeating: "a", count: 1_000) + "\r\n"
        let server = try LoopbackServer { _ in
            .init(steps: [.text("HTTP/1.1 200 OK\r\n")] + Array(repeating: .text(String(repeating: line, count: 100)), count: 50))
        }
        guard case .failure(let error) = fetch(server.address) else {
            Issue.record("five megabytes of headers were taken")
            return
        }
        guard case .garbled = error.reason else {
            Issue.record("\(error)")
            return
        }
    }

    @Test func patienceEnds() throws {
        let drip = Array(repeating: [LoopbackServer.Step.wait(milliseconds: 100), .text("x")], count: 80).flatMap { $0 }
        let server = try LoopbackServer { request in
            switch request.path {
            case "/silent": .init(steps: [.wait(milliseconds: 4_000)])
            default: .init(steps: [.text("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")] + drip)
            }
        }
        let silent = server.address + "/silent"
        #expect(fetch(silent) { $0.limits.seconds = 0.3 } == failed(silent, .timedOut(seconds: 0.3)))
        let dripping = server.address + "/drip"
        #expect(fetch(dripping) { $0.limits.seconds = 0.5 } == failed(dripping, .timedOut(seconds: 0.5)))
        let slow = fetch(dripping) {
            $0.limits.slowBytes = 1_000
            $0.limits.slowSeconds = 1
        }
        #expect(slow == failed(dripping, .tooSlow(bytes: 1_000, seconds: 1)))
    }

    @Test(arguments: [404, 410, 429, 500, 503])
    func statusesAreErrors(status: Int) throws {
        let server = try LoopbackServer { $0.path == "/later" ? .init(status, ["Retry-After": "120"]) : .init(status, text: "no") }
        #expect(fetch(server.address) == failed(server.address, .status(status, retryAfter: nil)))
        #expect(fetch(server.address + "/later") == failed(server.address + "/later", .status(status, retryAfter: 120)))
    }

    @Test func nobodyThere() throws {
        let server = try LoopbackServer { _ in .init(text: "x") }
        let address = server.address
        server.stop()
        #expect(fetch(address) == failed(address, .unreachable(host: "127.0.0.1")))
    }

    // MARK: Addresses

    @Test func privateAddressesNeedLeave() throws {
        let server = try LoopbackServer { _ in .init(text: "x") }
        for host in ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "0x7f.1", "2130706433", "0"] {
            let url = "http://\(host):\(server.port)/"
            guard case .failure(let error) = fetch(url, [:], { $0.allowsPrivate = false }), case .privateAddress = error.reason else {
                Issue.record("\(url): \(fetch(url, [:]) { $0.allowsPrivate = false })")
                continue
            }
        }
        #expect(server.requests == [])
    }

    @Test(arguments: ["", "nonsense", "file:///etc/passwd", "ftp://127.0.0.1/", "http://", "http://a b/", "http:///x", "javascript://x/%0a"])
    func whatIsNoAddress(text: String) {
        guard case .failure(let error) = fetch(text) else {
            Issue.record("\(text) was fetched")
            return
        }
        let isRight = switch error.reason {
        case .noAddress, .otherProtocol: true
        default: false
        }
        #expect(isRight, "\(error)")
    }

    // MARK: Proxies

    @Test func proxiesOfTheEnvironment() throws {
        let proxy = try LoopbackServer { .init(text: $0.path) }
        let answer = try fetch("http://feeds.example/x", ["http_proxy": proxy.address]) { $0.allowsPrivate = false }.get()
        #expect(answer.bytes == Array("http://feeds.example/x".utf8))
        // What the proxy would reach for us on its own network is not asked for either.
        let inner = fetch("http://192.168.0.1/", ["http_proxy": proxy.address]) { $0.allowsPrivate = false }
        #expect(inner == failed("http://192.168.0.1/", .privateAddress("192.168.0.1")))
        let server = try LoopbackServer { _ in .init(text: "direct") }
        let direct = try fetch(server.address, ["http_proxy": proxy.address, "no_proxy": "example.org, 127.0.0.1"]).get()
        #expect(direct.bytes == Array("direct".utf8))
    }
}
