import Foundation
import PseudoTerminal
import Testing

/// The whole job in the real program: open, browse, read, search, jump to the hit, bookmark, tag, leave, come back, find.
@Suite struct MainJourneyTests {
    /// A size, and another that the terminal is given in the middle.
    struct Size: CustomTestStringConvertible {
        var columns: Int
        var rows: Int
        var later: (columns: Int, rows: Int)

        var testDescription: String { "\(columns)x\(rows)" }
    }

    @Test(arguments: [
        Size(columns: 80, rows: 24, later: (100, 30)), Size(columns: 120, rows: 40, later: (80, 24)),
    ])
    func theWholeWay(size: Size) throws {
        let bench = try Workbench()
        try bench.run("sync")
        let name = size.testDescription
        let terminal = try bench.open(columns: size.columns, rows: size.rows)
        let before = try terminal.modes()

        try #require(terminal.wait(for: "Children images"), "\(terminal.text)")
        // Topics are named once the vocabulary has been loaded.
        try show(terminal, "TREATY", as: "\(name)-1-library")
        terminal.send("jj")
        try #require(terminal.wait { $0.text.contains("why-a-capital-changed") })
        terminal.press(.enter)
        try #require(terminal.wait(for: "A government can end up"), "\(terminal.text)")
        try show(terminal, "TREATY ┊", as: "\(name)-2-reading")
        terminal.send("jjj")
        _ = terminal.waitForQuiet()
        terminal.send("q")
        _ = terminal.waitForQuiet()

        terminal.send("/extradition")
        try show(terminal, "17 hits", as: "\(name)-3-search")
        terminal.resize(columns: size.later.columns, rows: size.later.rows)
        try #require(terminal.wait { $0.text.contains("17 hits") && $0.lines.last?.isEmpty == false })
        terminal.press(.enter)
        try show(terminal, "hit 1/", as: "\(name)-4-hit")

        terminal.send("b")
        try #require(terminal.wait(for: "bookmarked"), "\(terminal.text)")
        terminal.send("t")
        _ = terminal.waitForQuiet()
        terminal.send("to cite")
        try #require(terminal.wait(for: "make «to cite»"), "\(terminal.text)")
        terminal.press(.enter)
        try show(terminal, "tagged the passage", as: "\(name)-5-tagged")

        try leave(terminal, before)
        #expect(try bench.run("bookmarks", "--json").contains("\"tags\":[\"to cite\"]"))
        try comeBack(bench, size)
    }

    /// Opens again, and finds the bookmark and the tag where they were made.
    private func comeBack(_ bench: Workbench, _ size: Size) throws {
        let name = size.testDescription
        let terminal = try bench.open(columns: size.columns, rows: size.rows)
        let before = try terminal.modes()
        try #require(terminal.wait { $0.text.contains("Dossier") && $0.lines.last?.isEmpty == false })
        _ = terminal.waitForQuiet()
        terminal.send("4")
        try show(terminal, "to cite", as: "\(name)-6-notes")
        terminal.press(.enter)
        try show(terminal, "◆ 1", as: "\(name)-7-back-at-the-passage")
        try leave(terminal, before)
        #expect(try bench.run("list", "tag:\"to cite\"", "--json").split(separator: "\n").count == 1)
    }

    private func show(_ terminal: PseudoTerminal, _ text: String, as name: String) throws {
        try #require(terminal.wait(for: text), "«\(text)» is not shown:\n\(terminal.text)")
        #expect(terminal.waitForQuiet(.milliseconds(150)))
        try Snapshot.expect(terminal.text, equals: name)
    }

    /// Leaves by `q` as often as it takes; the terminal is as it was.
    private func leave(_ terminal: PseudoTerminal, _ before: TerminalModes) throws {
        for _ in 0..<5 where terminal.exitStatus(timeout: .milliseconds(300)) == nil { terminal.send("q") }
        #expect(terminal.exitStatus() == .exited(0), "\(terminal.text)")
        #expect(try terminal.modes() == before)
        #expect(!terminal.isAlternateScreen)
        #expect(terminal.isCursorVisible)
        #expect(!terminal.reportsMouse)
    }
}
