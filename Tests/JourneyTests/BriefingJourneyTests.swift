import Foundation
import PseudoTerminal
import TestSupport
import Testing

/// From passages to a cited page, in the real program: bookmarked while reading, selected among the notes, composed, ordered and
/// edited in the outline, exported; there again after a restart, and taken back step by step.
@Suite(.serialized) struct BriefingJourneyTests {
    private static let files = [
        "harbour.md": "# Harbour log\n\nThe harbour master kept the log. It names every ship.\n\nThe second paragraph is about visas for the crew.\n",
        "letters.md": "# Letters rogatory\n\nLetters of request are answered late. A treaty would help.\n",
    ]

    private func open(_ bench: Workbench) throws -> PseudoTerminal {
        let terminal = try bench.open(columns: 80, rows: 24)
        try #require(terminal.wait(for: "Harbour log"), "\(terminal.text)")
        _ = terminal.waitForQuiet()
        return terminal
    }

    private func type(_ keys: String, _ shown: String, _ terminal: PseudoTerminal, location: SourceLocation = #_sourceLocation) throws {
        terminal.send(keys)
        try #require(terminal.wait(for: shown), "«\(shown)» is not shown:\n\(terminal.text)", sourceLocation: location)
        _ = terminal.waitForQuiet()
    }

    private func leave(_ terminal: PseudoTerminal) {
        for _ in 0..<8 where terminal.exitStatus(timeout: .milliseconds(300)) == nil { terminal.send("q") }
        #expect(terminal.exitStatus() == .exited(0), "\(terminal.text)")
    }

    private func export(_ name: String, _ bench: Workbench, _ terminal: PseudoTerminal) throws -> String {
        let path = bench.folder.appendingPathComponent(name).path
        try type("x" + path + "\r", "written to", terminal)
        // Marks of Markdown's own that the words hold are escaped.
        return try String(contentsOfFile: path, encoding: .utf8).replacing("\\", with: "")
    }

    /// Takes back one step, after which `words` are gone from the outline.
    private func undo(_ words: String, _ terminal: PseudoTerminal, location: SourceLocation = #_sourceLocation) throws {
        terminal.send("u")
        try #require(
            terminal.wait { screen in !screen.lines.dropLast(2).contains { $0.contains(words) } }, "\(terminal.text)", sourceLocation: location)
        _ = terminal.waitForQuiet()
    }

    /// Where each stands in a text, in bytes; those that stand in it.
    private func places(of words: [String], in text: String) -> [Int] {
        words.compactMap { word in text.firstRange(of: word).map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } }
    }

    @Test func fromPassagesToACitedPage() throws {
        let bench = try Workbench(files: Self.files)
        try bench.run("sync")
        for (title, quote) in [
            ("harbour", "It names every ship."), ("harbour", "The second paragraph is about visas for the crew."), ("letters", "A treaty would help."),
        ] {
            let id = try #require(try bench.run("search", title, "--json").firstMatch(of: /"id": ?"([^"]+)"/)?.1)
            try bench.run("bookmark", String(id), "--quote", quote)
        }
        let terminal = try open(bench)

        // All three are selected among the notes, in the order in which they stand there.
        try type("4", "A treaty would help", terminal)
        try type("   ", "3 selected", terminal)
        try type("CPorts and papers\r", "briefing «Ports and papers» made", terminal)
        let made = try export("made.md", bench, terminal)

        // The first goes below the second, is called otherwise and commented on; the last one is dropped.
        try type("gg", "", terminal)
        let order = terminal.text
        terminal.send("J")
        try #require(terminal.wait { $0.text != order }, "\(terminal.text)")
        _ = terminal.waitForQuiet()
        try type("c\u{15}On treaties\r", "On treaties", terminal)
        try type("aAsk which one.\r", "Ask which one.", terminal)
        try type("Gd", "2 items", terminal)
        let edited = try export("edited.md", bench, terminal)
        leave(terminal)

        // After a restart the document is as it was left, and what was done can be taken back, to the page that was made first.
        let again = try open(bench)
        try type("5", "Ports and papers", again)
        try type("Gk\r", "On treaties", again)
        #expect(again.text.contains("Ask which one.") && again.text.contains("2 items"))
        #expect(try export("again.md", bench, again) == edited)
        try type("u", "3 items", again)
        try undo("Ask which one.", again)
        try undo("On treaties", again)
        let moved = again.lines[2]
        again.send("u")
        #expect(again.wait { $0.lines[2] != moved }, "\(again.text)")
        _ = again.waitForQuiet()
        #expect(try export("undone.md", bench, again) == made)
        leave(again)

        // The pages: each quote verbatim, in its order, with the number of its source; the sources beneath.
        let quotes = ["A treaty would help.", "The second paragraph is about visas for the crew.", "It names every ship."]
        #expect(places(of: quotes, in: made) == places(of: quotes, in: made).sorted() && places(of: quotes, in: made).count == 3)
        #expect(made.hasPrefix("# Ports and papers\n") && edited.hasPrefix("# Ports and papers\n"))
        #expect(places(of: [quotes[1], "On treaties", quotes[0], "Ask which one."], in: edited).count == 4)
        #expect(places(of: [quotes[1], quotes[0]], in: edited) == places(of: [quotes[1], quotes[0]], in: edited).sorted())
        #expect(!edited.contains(quotes[2]) && edited.contains("Harbour log") && edited.contains("Letters rogatory"))
        try bench.expectSound()
    }
}
