import Foundation
import PseudoTerminal
import TestSupport
import Testing

/// `kill -9` at random moments: the library opens, holds together, and what the screen had confirmed is in it.
@Suite struct KillTests {
    private static let rounds = Soak.pick(sample: 3, full: 50)

    // MARK: While syncing

    /// Half of the rounds kill a first sync, which makes the store; the others one that adds to what is there.
    @Test func whileSyncing() throws {
        var generator = SplitMix64(seed: 20_260_301)
        let count = Soak.pick(sample: 120, full: 300)
        let files = GeneratedArticle.files("first", count: count, seed: 7)
        let whole = try timeOfAWholeSync(files)
        for round in 1...Self.rounds {
            let bench = try Workbench(files: files)
            var kept: [String] = []
            if round % 2 == 0 {
                kept = try makeBookmark(bench)
                for (name, text) in GeneratedArticle.files("later", count: count, seed: UInt64(round)) {
                    try bench.write(text, to: name)
                }
            }
            let moment = Double.random(in: 0...1.1, using: &generator) * whole
            try kill(bench.start(["sync"]), after: moment)
            try bench.expectSound()
            #expect(try bench.bookmarkedQuotes() == kept, "round \(round), killed after \(moment) s")
            try finish(bench)
            #expect(try bench.bookmarkedQuotes() == kept, "round \(round)")
        }
    }

    private func timeOfAWholeSync(_ files: [String: String]) throws -> Double {
        let bench = try Workbench(files: files)
        let start = ContinuousClock.now
        try bench.run("sync")
        let time = (ContinuousClock.now - start).components
        return Double(time.seconds) + Double(time.attoseconds) / 1e18
    }

    private func makeBookmark(_ bench: Workbench) throws -> [String] {
        try bench.run("sync")
        let quote = GeneratedArticle.passage(5, of: "first-3")
        let id = try #require(try bench.objects("search", "title:\"first 3\"").first?["id"] as? String)
        try bench.run("bookmark", id, "--quote", quote)
        return [quote]
    }

    /// Sleeps exactly, since the moment is the point; a sync that is over before was not killed, which is fine.
    private func kill(_ process: Process, after seconds: Double) throws {
        usleep(useconds_t(seconds * 1_000_000))
        Glibc.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// The next sync takes in what is left, all of it and none twice.
    private func finish(_ bench: Workbench) throws {
        try bench.run("sync")
        let files = try FileManager.default.contentsOfDirectory(atPath: bench.library.path).filter { $0.hasSuffix(".txt") }
        let listed = try bench.objects("list").compactMap { $0["file"] as? String }
        #expect(listed.sorted() == files.sorted())
        try bench.expectSound()
    }

    // MARK: While bookmarking

    /// In one library that is killed again and again, so that what a killed one left is found by the next.
    @Test func whileBookmarking() throws {
        var generator = SplitMix64(seed: 20_260_302)
        let name = "harbour"
        let text = GeneratedArticle.text(name, paragraphs: 40 * Self.rounds, using: &generator)
        let bench = try Workbench(files: [name + ".txt": text])
        try bench.run("sync")
        var confirmed: [String] = []
        for round in 1...Self.rounds {
            let milliseconds = Int.random(in: 0...1_500, using: &generator)
            confirmed += try bookmark(in: bench, until: .milliseconds(milliseconds))
            try bench.expectSound()
            let quotes = try bench.bookmarkedQuotes()
            for line in confirmed {
                #expect(quotes.contains { $0.hasPrefix(line) }, "round \(round): the screen had confirmed «\(line)»")
            }
            // What was asked for and not yet shown may be there, once.
            #expect(quotes.count <= confirmed.count + round, "round \(round)")
            // From here on it counts as well.
            confirmed = quotes
        }
        #expect(!confirmed.isEmpty)
    }

    /// Bookmarks passage after passage until the time is over, and kills the reader wherever it is then.
    /// - Returns: the beginnings of the passages whose bookmarks the screen had shown.
    private func bookmark(in bench: Workbench, until time: Duration) throws -> [String] {
        let terminal = try bench.open()
        try #require(terminal.wait(for: "harbour.txt"), "\(terminal.text)")
        terminal.press(.enter)
        try #require(terminal.wait { Self.cursorLine($0) != nil }, "\(terminal.text)")
        // Past what earlier rounds have marked, where `b` would take the mark away.
        try goToUnmarked(terminal)
        var confirmed: [String] = []
        let end = ContinuousClock.now + time
        while ContinuousClock.now < end {
            let line = try #require(Self.cursorLine(terminal))
            terminal.send("b")
            let isShown = terminal.wait(timeout: end - .now) { Self.cursorLine($0)?.isMarked == true }
            guard isShown else { break }
            confirmed.append(line.words)
            terminal.send("j")
            guard terminal.wait(timeout: end - .now, until: { Self.cursorLine($0).map { $0.words != line.words } ?? false })
            else { break }
        }
        terminal.signal(SIGKILL)
        #expect(terminal.exitStatus() == .signalled(SIGKILL))
        return confirmed
    }

    private func goToUnmarked(_ terminal: PseudoTerminal) throws {
        for _ in 0..<4_000 {
            guard let line = Self.cursorLine(terminal), line.isMarked else { return }
            terminal.send("j")
            try #require(terminal.wait { Self.cursorLine($0).map { $0.words != line.words } ?? false }, "\(terminal.text)")
        }
    }

    /// The first row of the passage under the cursor: whether it has a bookmark's mark, and its words.
    private static func cursorLine(_ terminal: PseudoTerminal) -> (words: String, isMarked: Bool)? {
        for line in terminal.lines where line.hasPrefix("▌") {
            guard let start = line.range(of: "Passage ") else { continue }
            return (String(line[start.lowerBound...]), line[..<start.lowerBound].contains("◆"))
        }
        return nil
    }
}
