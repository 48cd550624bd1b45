import Foundation
import PseudoTerminal
import Testing

/// Topics are judged in the real program, taken back, and kept from one run to the next.
@Suite struct JudgingJourneyTests {
    private static let files = [
        "mules.txt": """
            The bank closed early.

            Money laundering was reported by a clerk who had counted the notes twice.

            A third passage says nothing of the kind.
            """,
        "clerks.txt": """
            Money laundering is what clerks are taught to see.

            The weather was fine.
            """,
    ]

    /// The reader on the two articles, the cursor on the passage about money laundering of the first one listed.
    private func open(_ bench: Workbench, _ title: String) throws -> (PseudoTerminal, TerminalModes) {
        let (terminal, modes) = try bench.openLater()
        try #require(terminal.wait { $0.text.contains("Mules") && $0.text.contains("LAUNDR") }, "\(terminal.text)")
        if !terminal.line(2).contains(title) { terminal.send("j") }
        try #require(terminal.wait { $0.lines.contains { $0.hasPrefix("▌") && $0.contains(title) } }, "\(terminal.text)")
        terminal.press(.enter)
        try #require(terminal.wait { $0.text.contains("counted the notes") && $0.text.contains("+ accept") }, "\(terminal.text)")
        return (terminal, modes)
    }

    private func leave(_ terminal: PseudoTerminal, _ modes: TerminalModes) throws {
        for _ in 0..<5 where terminal.exitStatus(timeout: .milliseconds(300)) == nil { terminal.send("q") }
        #expect(terminal.exitStatus() == .exited(0), "\(terminal.text)")
        #expect(try terminal.modes() == modes)
    }

    @Test func acceptSeeUndoRestart() throws {
        let bench = try Workbench(files: Self.files)
        try bench.run("sync")
        var (terminal, modes) = try open(bench, "Mules")
        terminal.send("]")
        try #require(terminal.wait { $0.lines.contains { $0.hasPrefix("▌ LAUNDR ┊") } }, "\(terminal.text)")
        terminal.send("+")
        try #require(terminal.wait { $0.text.contains("accepted «Money laundering»") && $0.text.contains("LAUNDR ┃") }, "\(terminal.text)")
        terminal.send("u")
        try #require(terminal.wait { $0.text.contains("undone: accept “Money laundering”") && $0.text.contains("LAUNDR ┊") }, "\(terminal.text)")
        terminal.send("U")
        try #require(terminal.wait { $0.text.contains("done again: accept") && $0.text.contains("LAUNDR ┃") }, "\(terminal.text)")
        try leave(terminal, modes)

        (terminal, modes) = try open(bench, "Mules")
        // The cursor is where it was.
        try #require(terminal.wait { $0.lines.contains { $0.hasPrefix("▌ LAUNDR ┃") } }, "\(terminal.text)")
        terminal.send("\t")
        try #require(terminal.wait(for: "accepted by you"), "\(terminal.text)")
        terminal.send("-")
        try #require(terminal.wait { $0.text.contains("rejected by you") && $0.text.contains("rejected «Money laundering»") }, "\(terminal.text)")
        try leave(terminal, modes)
        #expect(try bench.run("list", "topic:=money-laundering", "--json").split(separator: "\n").count == 1)

        (terminal, modes) = try open(bench, "Mules")
        terminal.send("\t")
        try #require(terminal.wait(for: "rejected by you"), "\(terminal.text)")
        terminal.send("-")
        try #require(terminal.wait { $0.text.contains("took back what you said") && $0.text.contains("found in the text") }, "\(terminal.text)")
        try leave(terminal, modes)
        try bench.expectSound()
    }

    @Test func allOfAListAtOnce() throws {
        let bench = try Workbench(files: Self.files)
        try bench.run("sync")
        let (terminal, modes) = try bench.openLater()
        try #require(terminal.wait { $0.text.contains("Mules") && $0.text.contains("LAUNDR") }, "\(terminal.text)")
        terminal.send("/topic:money-laundering\r")
        try #require(terminal.wait { $0.text.contains("+ accept") }, "\(terminal.text)")
        terminal.send("q")
        try #require(terminal.wait(for: "2 hits"), "\(terminal.text)")
        terminal.send("g-")
        try #require(terminal.wait(for: "Reject which topic"), "\(terminal.text)")
        terminal.send("laundr\r")
        try #require(terminal.wait(for: "Reject «Money laundering» in 2 passages of 2 articles?"), "\(terminal.text)")
        terminal.send("y")
        try #require(terminal.wait(for: "rejected «Money laundering» in 2 passages"), "\(terminal.text)")
        terminal.send("u")
        try #require(terminal.wait(for: "undone: reject “Money laundering” in 2 passages of 2 articles"), "\(terminal.text)")
        try leave(terminal, modes)
        #expect(try bench.run("list", "topic:=money-laundering", "--json").split(separator: "\n").count == 2)
        try bench.expectSound()
    }
}
