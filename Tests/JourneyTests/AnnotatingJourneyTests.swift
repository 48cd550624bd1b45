import Foundation
import PseudoTerminal
import TestSupport
import Testing

/// What a person makes of passages, in the real program: selected, noted, tagged, found again, exported; taken back, step by
/// step; by two readers at once.
@Suite struct AnnotatingJourneyTests {
    private static let files = [
        "harbour.md": "# Harbour log\n\nThe harbour master kept the log. It names every ship.\n\nThe second paragraph is about visas for the crew.\n",
        "letters.md": "# Letters rogatory\n\nLetters of request are answered late. A treaty would help.\n",
    ]

    private func open(_ bench: Workbench, _ title: String = "Harbour log", columns: Int = 80, rows: Int = 24) throws -> PseudoTerminal {
        let terminal = try bench.open(columns: columns, rows: rows)
        try #require(terminal.wait(for: title), "\(terminal.text)")
        _ = terminal.waitForQuiet()
        return terminal
    }

    private func leave(_ terminal: PseudoTerminal) {
        for _ in 0..<6 where terminal.exitStatus(timeout: .milliseconds(300)) == nil { terminal.send("q") }
        #expect(terminal.exitStatus() == .exited(0), "\(terminal.text)")
    }

    private func type(_ keys: String, _ shown: String, _ terminal: PseudoTerminal, location: SourceLocation = #_sourceLocation) throws {
        terminal.send(keys)
        try #require(terminal.wait(for: shown), "«\(shown)» is not shown:\n\(terminal.text)", sourceLocation: location)
        _ = terminal.waitForQuiet()
    }

    /// What was made, by content: identities and times of edits differ from run to run.
    private func made(_ bench: Workbench) throws -> String { try bench.run("export", "--format", "csv") }

    /// Opens the article «harbour» from a search, so that the order of the list does not matter.
    private func read(_ terminal: PseudoTerminal) throws {
        try type("/harbour", "1 hit", terminal)
        terminal.press(.enter)
        try #require(terminal.wait(for: "It names every ship"), "\(terminal.text)")
        _ = terminal.waitForQuiet()
    }

    @Test func selectNoteTagFindAndExport() throws {
        let bench = try Workbench(files: Self.files)
        try bench.run("sync")
        let empty = try made(bench)
        let terminal = try open(bench)
        try read(terminal)
        var steps: [String] = [empty]
        func step(_ keys: String, _ shown: String) throws {
            try type(keys, shown, terminal)
            steps.append(try made(bench))
        }
        try step("vwwem", "highlighted in yellow")
        try step(")aread this\r", "wrote a note")
        try step(")tlog\r", "tagged the passage")
        try step("jb", "bookmarked")
        try step("g3", "highlighted in blue")
        try step("k)D", "took away what you made")
        #expect(Set(steps).count == steps.count)

        // Found again among all notes, and exported.
        try type("4", "newest first", terminal)
        try type("fis:bookmarked\r", "1 passage", terminal)
        try type("x" + bench.folder.path + "/mine.md\r", "wrote 1 record", terminal)
        let text = try String(contentsOf: bench.folder.appendingPathComponent("mine.md"), encoding: .utf8)
        #expect(text.contains("> The second paragraph is about visas"))
        #expect(text.contains("bookmark; highlighted in blue"))
        terminal.press(.escape)
        _ = terminal.waitForQuiet()

        // Step by step back to an equal library, in the words of each step; and forward again.
        for expected in steps.dropLast().reversed() {
            try type("u", "undone: ", terminal)
            let now = try made(bench)
            #expect(now.withoutTimes == expected.withoutTimes, "\(terminal.lines.suffix(2))")
            try type("j", "", terminal)
        }
        for expected in steps.dropFirst() {
            try type("U", "done again: ", terminal)
            let now = try made(bench)
            #expect(now.withoutTimes == expected.withoutTimes, "\(terminal.lines.suffix(2))")
            try type("j", "", terminal)
        }
        leave(terminal)
        #expect(try bench.run("undo", "--show") == "undo: remove note on «Harbour log»\n")
        try bench.expectSound()
    }

    @Test func aNoteBeingWrittenSurvivesTheTerminal() throws {
        for end in Soak.pick(sample: [SIGHUP], full: [SIGHUP, SIGTERM, SIGKILL]) {
            let bench = try Workbench(files: Self.files)
            try bench.run("sync")
            let terminal = try open(bench)
            try read(terminal)
            try type("ahalf a sentence", "half a sentence", terminal)
            // Kept within the pace of saving, so that even the end of the process does not lose it.
            Thread.sleep(forTimeInterval: 1)
            terminal.signal(end)
            _ = terminal.exitStatus()
            let again = try bench.open()
            try #require(again.wait(for: "half a sentence"), "\(again.text)")
            again.press(.enter)
            try #require(again.wait(for: "wrote a note"), "\(again.text)")
            leave(again)
            #expect(try bench.run("export", "--format", "csv").contains("half a sentence"))
        }
    }

    /// Each sees within a second or so what the other makes, and nothing of either is lost.
    @Test func twoReadersAtOnce() throws {
        let bench = try Workbench(files: Self.files)
        try bench.run("sync")
        let (left, right) = (try open(bench), try open(bench))
        try read(left)
        try read(right)
        for round in 1...Soak.pick(sample: 2, full: 20) {
            left.send("aleft \(round)")
            right.send("ttag\(round)")
            _ = left.waitForQuiet()
            _ = right.waitForQuiet()
            left.press(.enter)
            right.press(.enter)
            // A key takes away what the status line says of one's own.
            for terminal in [left, right] {
                #expect(terminal.wait { $0.text.contains("wrote a note") || $0.text.contains("tagged the passage") }, "\(terminal.text)")
                terminal.send("k")
            }
            // The other's work is seen: the tag in the one, the note in the other.
            #expect(left.wait(timeout: .seconds(20)) { $0.text.contains("#tag\(round)") }, "\(left.text)")
            #expect(right.wait(timeout: .seconds(20)) { $0.text.contains("left \(round)") }, "\(right.text)")
            left.send("a\u{15}")
            _ = left.waitForQuiet()
            left.press(.enter)
            _ = left.waitForQuiet()
        }
        leave(left)
        leave(right)
        let csv = try made(bench)
        for round in 1...Soak.pick(sample: 2, full: 20) { #expect(csv.contains("tag\(round)")) }
        try bench.expectSound()
    }
}

extension String {
    /// Without the times of edits, which doing again moves.
    fileprivate var withoutTimes: String { replacing(/[0-9-]{10}T[0-9:]{8}Z/, with: "") }
}
