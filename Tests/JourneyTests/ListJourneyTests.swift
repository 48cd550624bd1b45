import Foundation
import PseudoTerminal
import Testing

/// What a person does in lists, in the real program.
@Suite struct ListJourneyTests {
    private func open(_ bench: Workbench, columns: Int = 80, rows: Int = 24) throws -> PseudoTerminal {
        try bench.run("sync")
        let terminal = try bench.open(columns: columns, rows: rows)
        try wait(terminal, "Children images")
        try wait(terminal, "TREATY")
        return terminal
    }

    private func wait(_ terminal: PseudoTerminal, _ text: String, location: SourceLocation = #_sourceLocation) throws {
        try #require(terminal.wait(for: text), "«\(text)» is not shown:\n\(terminal.text)", sourceLocation: location)
    }

    private func leave(_ terminal: PseudoTerminal) {
        for _ in 0..<8 where terminal.exitStatus(timeout: .milliseconds(300)) == nil { terminal.send("q") }
        #expect(terminal.exitStatus() == .exited(0), "\(terminal.text)")
    }

    @Test func selectsTagsAndUndoes() throws {
        let bench = try Workbench()
        let terminal = try open(bench)
        terminal.send("  ")
        try wait(terminal, "2 selected")
        terminal.send("vjj")
        try wait(terminal, "5 selected")
        terminal.send("t")
        try wait(terminal, "Tag 5 articles")
        terminal.send("to cite")
        try wait(terminal, "make «to cite»")
        terminal.press(.enter)
        try wait(terminal, "Tag 5 articles «to cite»?")
        terminal.resize(columns: 100, rows: 30)
        try wait(terminal, "and 2 more")
        terminal.send("y")
        try wait(terminal, "tagged 5 articles «to cite»")
        terminal.send("u")
        try wait(terminal, "undone: tag «to cite» on 5 articles")
        terminal.send("U")
        try wait(terminal, "done again")
        leave(terminal)
        #expect(try bench.objects("list", "tag:\"to cite\"").count == 5)
        try bench.expectSound()
    }

    @Test func aSavedSearchIsThereAgain() throws {
        let bench = try Workbench()
        let terminal = try open(bench)
        terminal.send("/extradition")
        try wait(terminal, "17 hits")
        terminal.press(.escape)
        _ = terminal.waitForQuiet()
        terminal.send("S")
        try wait(terminal, "Save this search")
        terminal.send("Surrender")
        terminal.press(.enter)
        try wait(terminal, "saved the search «Surrender»")
        leave(terminal)

        let again = try bench.open()
        try wait(again, "Dossier")
        again.send("3")
        try wait(again, "/ Surrender")
        try #require(again.wait { $0.text.split(separator: "\n").contains { $0.contains("/ Surrender") && $0.contains("17") } }, "\(again.text)")
        again.send("gg")
        again.press(.enter)
        try wait(again, "17 hits")
        again.send("3d")
        try wait(again, "removed the saved search")
        again.send("u")
        try wait(again, "/ Surrender")
        leave(again)
        try bench.expectSound()
    }

    @Test func historyGoesBackThroughEverything() throws {
        let bench = try Workbench()
        let terminal = try open(bench)
        terminal.send("/extradition")
        try wait(terminal, "17 hits")
        terminal.press(.enter)
        try wait(terminal, "hit 1/")
        terminal.send("3")
        try wait(terminal, "Topics")
        terminal.send("H")
        try wait(terminal, "hit 1/")
        terminal.send("H")
        try wait(terminal, "17 hits")
        terminal.send("H")
        try wait(terminal, "Library")
        try wait(terminal, "newest first")
        terminal.send("\u{1B}[1;3C")
        try wait(terminal, "17 hits")
        terminal.send("\u{0F}")
        try wait(terminal, "Library")
        leave(terminal)
    }

    @Test func aTopicsPageLeadsOn() throws {
        let bench = try Workbench()
        let terminal = try open(bench, columns: 120, rows: 40)
        terminal.send("3")
        try wait(terminal, "Topics")
        _ = terminal.waitForQuiet()
        terminal.send("ji")
        try wait(terminal, "Articles a month")
        try wait(terminal, "Provisions")
        terminal.send("gg")
        terminal.press(.enter)
        try wait(terminal, "Esc clears")
        terminal.send("H")
        try wait(terminal, "Articles a month")
        terminal.resize(columns: 59, rows: 11)
        _ = terminal.waitForQuiet()
        terminal.send("G")
        terminal.press(.enter)
        try #require(terminal.wait { $0.text.contains("%") }, "\(terminal.text)")
        leave(terminal)
    }

    @Test func addsFromTheEmptyLibrary() throws {
        let bench = try Workbench(files: [:])
        let articles = bench.folder.appendingPathComponent("clippings")
        try FileManager.default.copyItem(at: Workbench.project.appendingPathComponent("Articles"), to: articles)
        try? FileManager.default.removeItem(at: articles.appendingPathComponent(".dossier"))
        let terminal = try bench.open()
        try wait(terminal, "Your library is empty.")
        try wait(terminal, "add a folder or files")
        terminal.send("i")
        try wait(terminal, "Add a folder or files")
        terminal.send("clip")
        try wait(terminal, "~/clippings/")
        terminal.press(.tab)
        _ = terminal.waitForQuiet()
        terminal.press(.enter)
        try wait(terminal, "24 added")
        try wait(terminal, "1/24")
        terminal.press(.enter)
        try #require(terminal.wait { $0.text.contains("%") }, "\(terminal.text)")
        leave(terminal)
        try bench.expectSound()
    }

    /// The examples are a library of their own: leaving them leads back, and nothing of them stays in the user's.
    @Test func exploresTheExamples() throws {
        let bench = try Workbench(files: [:])
        let examples = bench.folder.appendingPathComponent("examples")
        try FileManager.default.copyItem(at: Workbench.project.appendingPathComponent("Articles"), to: examples)
        try? FileManager.default.removeItem(at: examples.appendingPathComponent(".dossier"))
        let terminal = try bench.open(environment: ["DOSSIER_EXAMPLES": examples.path])
        try wait(terminal, "take a two-minute tour")
        terminal.send("t")
        try wait(terminal, "Tour 1/16")
        try wait(terminal, "1/24")
        // A library that is being read for the first time is shown from its top again: keys are for what stands still.
        try wait(terminal, "24 added")
        terminal.send("j")
        try wait(terminal, "Tour 2/16")
        terminal.send("*")
        try wait(terminal, "Tour 3/16")
        terminal.send("u")
        try wait(terminal, "Tour 4/16")
        terminal.send("q")
        try wait(terminal, "Your library is empty.")
        leave(terminal)
        #expect(try bench.objects("list").isEmpty)
    }

    @Test func theTrashGivesBack() throws {
        let bench = try Workbench()
        let terminal = try open(bench)
        terminal.send("d")
        try wait(terminal, "to the trash")
        terminal.send("gd")
        try wait(terminal, "Trash (1)")
        terminal.send("d")
        try wait(terminal, "out of the trash")
        try wait(terminal, "The trash is empty.")
        terminal.press(.escape)
        try wait(terminal, "1/24")
        leave(terminal)
        #expect(try bench.objects("list").count == 24)
    }
}
