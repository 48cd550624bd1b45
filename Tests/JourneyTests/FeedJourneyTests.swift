import Foundation
import PseudoTerminal
import TestSupport
import Testing

/// Feeds in the real reader: listed, asked with progress, added, called off, and failing.
@Suite(.serialized) struct FeedJourneyTests {
    private static func feed(_ title: String, _ items: [String]) -> String {
        let body = items.map { "<item><guid isPermaLink=\"false\">tag:\($0)</guid><title>\($0)</title><description>The bank was fined.</description></item>" }
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>\(title)</title>\(body.joined())</channel></rss>"
    }

    private static func server() throws -> LoopbackServer {
        try LoopbackServer { request in
            switch request.path {
            case "/fraud": .init(text: feed("Fraud weekly", ["Mules are recruited"]))
            case "/courts": .init(text: feed("Court news", ["A treaty opens"]))
            default: .init(404)
            }
        }
    }

    private func wait(_ terminal: PseudoTerminal, _ text: String, location: SourceLocation = #_sourceLocation) throws {
        try #require(terminal.wait(for: text), "«\(text)» is not shown:\n\(terminal.text)", sourceLocation: location)
    }

    /// The reader on a library that follows two feeds of `server`, each asked once.
    private func open(_ bench: Workbench, _ server: LoopbackServer) throws -> PseudoTerminal {
        for path in ["/fraud", "/courts"] { try bench.run("feed", "add", server.address + path, "--allow-private") }
        try bench.run("sync")
        let terminal = try bench.open(columns: 100, rows: 30)
        try wait(terminal, "Mules are recruited")
        return terminal
    }

    private func openList(_ terminal: PseudoTerminal) throws {
        terminal.send("ge")
        try wait(terminal, "Refresh all")
    }

    private func refreshAll(_ terminal: PseudoTerminal) throws {
        try openList(terminal)
        terminal.press(.up)
        _ = terminal.waitForQuiet()
        terminal.press(.enter)
    }

    private func leave(_ terminal: PseudoTerminal) {
        for _ in 0..<8 where terminal.exitStatus(timeout: .milliseconds(300)) == nil { terminal.send("q") }
        #expect(terminal.exitStatus() == .exited(0), "\(terminal.text)")
    }

    private static func bench() throws -> Workbench { try Workbench(files: ["a.md": "# A note\n\nThe regulator asked twice.\n"]) }

    @Test func refreshedWithNewArticles() throws {
        let (bench, server) = (try Self.bench(), try Self.server())
        let terminal = try open(bench, server)
        try openList(terminal)
        try wait(terminal, "2 feeds")
        #expect(terminal.text.contains("Court news · 127.0.0.1") && terminal.text.contains("Fraud weekly · 127.0.0.1"), "\(terminal.text)")
        terminal.press(.escape)
        _ = terminal.waitForQuiet()
        server.answer { request in
            .init(text: request.path == "/fraud" ? Self.feed("Fraud weekly", ["Mules are recruited", "A ring is broken up"]) : Self.feed("Court news", ["A treaty opens"]))
        }
        try refreshAll(terminal)
        try wait(terminal, "2 feeds asked, 1 new article")
        try wait(terminal, "A ring is broken up")
        leave(terminal)
        #expect(try bench.objects("list").compactMap { $0["title"] as? String }.contains("A ring is broken up"))
        try bench.expectSound()
    }

    @Test func failuresNameTheFeed() throws {
        let (bench, server) = (try Self.bench(), try Self.server())
        let terminal = try open(bench, server)
        server.answer { request in request.path == "/fraud" ? .init(403) : .init(text: Self.feed("Court news", ["A treaty opens"])) }
        try refreshAll(terminal)
        try wait(terminal, "2 feeds asked, nothing new, 1 failure")
        terminal.send("!")
        try wait(terminal, "Fraud weekly: " + server.address)
        terminal.send("q")
        _ = terminal.waitForQuiet()
        try openList(terminal)
        try wait(terminal, "failed")
        terminal.press(.escape)
        _ = terminal.waitForQuiet()
        leave(terminal)
    }

    @Test func addedAndRemoved() throws {
        let (bench, server) = (try Self.bench(), try Self.server())
        let file = bench.folder.appendingPathComponent("own.xml")
        try Data(Self.feed("Own notes", ["A ledger is found"]).utf8).write(to: file)
        let terminal = try open(bench, server)
        try openList(terminal)
        terminal.send("Add")
        _ = terminal.waitForQuiet()
        terminal.press(.enter)
        _ = terminal.waitForQuiet()
        terminal.send(file.path)
        _ = terminal.waitForQuiet()
        terminal.press(.enter)
        try wait(terminal, "following Own notes")
        try wait(terminal, "A ledger is found")
        try openList(terminal)
        terminal.send("Own")
        _ = terminal.waitForQuiet()
        terminal.press(.enter)
        try wait(terminal, "Follow it no more")
        terminal.send("follow")
        _ = terminal.waitForQuiet()
        terminal.press(.enter)
        try wait(terminal, "followed no more")
        leave(terminal)
        #expect(try !bench.run("feed", "list").contains("Own notes"))
        #expect(try bench.objects("list").compactMap { $0["title"] as? String }.contains("A ledger is found"))
    }

    @Test func calledOffAndOffline() throws {
        let (bench, server) = (try Self.bench(), try Self.server())
        let terminal = try open(bench, server)
        // An answer that does not come while anybody waits for it.
        let gate = DispatchSemaphore(value: 0)
        server.answer { _ in
            _ = gate.wait(timeout: .now() + 8)
            gate.signal()
            return .init(503)
        }
        try refreshAll(terminal)
        try wait(terminal, "feeds 0/2")
        terminal.send("\u{3}")
        try wait(terminal, "cancelled")
        gate.signal()
        // No network is no failure of any feed.
        server.stop()
        try refreshAll(terminal)
        try wait(terminal, "no network: none of 2 feeds can be reached")
        try wait(terminal, "A treaty opens")
        leave(terminal)
        try bench.expectSound()
    }
}
