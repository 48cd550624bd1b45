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
        return try String(contentsOfFile: path, encoding: .utf8)
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
        terminal.press(.escape)
        try type("gg", "", terminal)
        try type("J", "", terminal)
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
        for _ in 0..<4 { try type("u", "undone: ", again) ; again.send("j"); _ = again.waitForQuiet() }
        #expect(try export("undone.md", bench, again) == made)
        leave(again)
        #expect(made.withoutDates == "")
        #expect(edited.withoutDates == "")
        try bench.expectSound()
    }
}

extension String {
    /// The day on which a page was made differs from run to run.
    fileprivate var withoutDates: String { replacing(/[0-9]{4}-[0-9]{2}-[0-9]{2}/, with: "DATE") }
}
