import Foundation
import PseudoTerminal
import TestSupport
import Testing

/// Whatever ends the reader leaves the terminal as it was, and what the user did is kept.
@Suite struct EndingTests {
    /// The reader with a passage bookmarked a moment ago, and the modes from before it began.
    private func bookmarked(
        type: String = "xterm-256color", environment: [String: String] = [:]
    ) throws -> (bench: Workbench, terminal: PseudoTerminal, modes: TerminalModes) {
        let bench = try Workbench(files: ["pier.txt": try article()])
        try bench.run("sync")
        let (terminal, modes) = try bench.openLater(environment: environment.merging(["TERM": type]) { $1 })
        try #require(terminal.wait(for: "pier.txt"), "\(terminal.text)")
        #expect(try !terminal.modes().isCooked)
        terminal.press(.enter)
        try #require(terminal.wait(for: "Passage 2 of pier"), "\(terminal.text)")
        terminal.send("b")
        try #require(terminal.wait(for: "bookmarked"), "\(terminal.text)")
        return (bench, terminal, modes)
    }

    private func article() throws -> String {
        var generator = SplitMix64(seed: 3)
        return GeneratedArticle.text("pier", paragraphs: 60, using: &generator)
    }

    private func expectGivenBack(
        _ terminal: PseudoTerminal, _ modes: TerminalModes, location: SourceLocation = #_sourceLocation
    ) throws {
        #expect(try terminal.modes() == modes, sourceLocation: location)
        #expect(!terminal.isAlternateScreen, sourceLocation: location)
        #expect(terminal.isCursorVisible, sourceLocation: location)
        #expect(!terminal.reportsMouse, sourceLocation: location)
    }

    private func expectKept(_ bench: Workbench, location: SourceLocation = #_sourceLocation) throws {
        #expect(try bench.bookmarkedQuotes().count == 1, sourceLocation: location)
        try bench.expectSound(location: location)
    }

    // MARK: Ends

    @Test func leaving() throws {
        let (bench, terminal, modes) = try bookmarked()
        terminal.send("q")
        try #require(terminal.wait(for: "pier.txt"))
        terminal.send("q")
        #expect(terminal.exitStatus() == .exited(0))
        try expectGivenBack(terminal, modes)
        try expectKept(bench)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT]) func signalled(_ number: Int32) throws {
        let (bench, terminal, modes) = try bookmarked()
        terminal.signal(number)
        #expect(terminal.exitStatus() == .exited(128 + number))
        try expectGivenBack(terminal, modes)
        try expectKept(bench)
    }

    @Test(arguments: [SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL]) func crashed(_ number: Int32) throws {
        let (bench, terminal, modes) = try bookmarked()
        terminal.signal(number)
        #expect(terminal.exitStatus() == .signalled(number))
        try expectGivenBack(terminal, modes)
        try expectKept(bench)
    }

    @Test func hungUp() throws {
        let (bench, terminal, _) = try bookmarked()
        terminal.hangUp()
        #expect(terminal.exitStatus() == .exited(128 + SIGHUP))
        try expectKept(bench)
    }

    @Test func controlCTwice() throws {
        let (bench, terminal, modes) = try bookmarked()
        terminal.send("\u{3}")
        #expect(terminal.wait(for: "Ctrl-C again leaves"), "\(terminal.text)")
        #expect(terminal.exitStatus(timeout: .milliseconds(200)) == nil)
        // Within a second of the first: where the machine was too busy for that, two at once.
        terminal.send("\u{3}")
        if terminal.exitStatus(timeout: .seconds(3)) == nil { terminal.send("\u{3}\u{3}") }
        #expect(terminal.exitStatus() == .exited(0))
        try expectGivenBack(terminal, modes)
        try expectKept(bench)
    }

    /// Once, and again after more than a second, is no wish to leave.
    @Test func controlCNowAndThen() throws {
        let (bench, terminal, _) = try bookmarked()
        for _ in 0..<2 {
            terminal.send("\u{3}")
            #expect(terminal.wait(for: "Ctrl-C again leaves"), "\(terminal.text)")
            #expect(terminal.exitStatus(timeout: .milliseconds(1_100)) == nil)
            terminal.send("j")
        }
        try expectKept(bench)
    }

    @Test func controlZAndForeground() throws {
        let (bench, shell) = try inShell()
        shell.send("\u{1A}")
        #expect(shell.wait { !$0.isAlternateScreen && $0.text.contains("Stopped") }, "\(shell.text)")
        #expect(shell.isCursorVisible && !shell.reportsMouse)
        #expect(try shell.modes().isCooked)
        try expectKept(bench)
        shell.resize(columns: 100, rows: 30)
        shell.send("fg\n")
        #expect(shell.wait { $0.isAlternateScreen && $0.text.contains("Passage 2 of pier") && $0.line(29).contains("? help") }, "\(shell.text)")
        #expect(shell.reportsMouse && !shell.isCursorVisible)
        shell.send("qq")
        #expect(shell.wait { !$0.isAlternateScreen })
        shell.send("echo code $?\n")
        #expect(shell.wait(for: "code 0"), "\(shell.text)")
        #expect(try shell.modes().isCooked)
    }

    /// The reader under a shell with job control, a passage bookmarked.
    private func inShell() throws -> (Workbench, PseudoTerminal) {
        let bench = try Workbench(files: ["pier.txt": try article()])
        try bench.run("sync")
        let shell = try PseudoTerminal(
            "/bin/sh", arguments: ["-i"], environment: bench.environment.merging(["PS1": "ready> "]) { $1 })
        try #require(shell.wait(for: "ready>"))
        shell.send("'\(Workbench.program)'\n")
        try #require(shell.wait(for: "pier.txt"), "\(shell.text)")
        shell.press(.enter)
        try #require(shell.wait(for: "Passage 2 of pier"))
        shell.send("b")
        try #require(shell.wait(for: "bookmarked"))
        return (bench, shell)
    }

    /// A signal while many files are being read: what was read is kept, and the terminal given back without waiting long.
    @Test(arguments: [SIGTERM, SIGSEGV]) func whileSyncing(_ number: Int32) throws {
        let bench = try Workbench(files: GeneratedArticle.files("stone", count: 300, seed: 4))
        let (terminal, modes) = try bench.openLater()
        try #require(terminal.wait { $0.text.contains("/300") }, "\(terminal.text)")
        terminal.signal(number)
        #expect(terminal.exitStatus() == (number == SIGTERM ? .exited(128 + SIGTERM) : .signalled(number)))
        try expectGivenBack(terminal, modes)
        try bench.run("sync")
        #expect(try bench.objects("list").count == 300)
        try bench.expectSound()
    }

    // MARK: Sizes

    @Test func tinyAndBack() throws {
        let (bench, terminal, _) = try bookmarked()
        for (columns, rows) in [(10, 3), (1, 1), (2, 24), (200, 1), (19, 4)] {
            terminal.resize(columns: columns, rows: rows)
            #expect(terminal.waitForQuiet(.milliseconds(100)))
            #expect(terminal.exitStatus(timeout: .milliseconds(50)) == nil)
        }
        terminal.resize(columns: 80, rows: 24)
        #expect(terminal.wait { $0.text.contains("Passage 2 of pier") && $0.text.contains("? help") }, "\(terminal.text)")
        #expect(terminal.lines.contains { $0.contains("◆") })
        terminal.send("qq")
        #expect(terminal.exitStatus() == .exited(0))
        try expectKept(bench)
    }

    @Test func openedTiny() throws {
        let bench = try Workbench(files: ["pier.txt": try article()])
        let (terminal, modes) = try bench.openLater(columns: 10, rows: 3)
        #expect(terminal.waitForQuiet(.milliseconds(300)))
        #expect(terminal.lines.contains { !$0.isEmpty })
        terminal.resize(columns: 80, rows: 24)
        #expect(terminal.wait(for: "Pier"), "\(terminal.text)")
        terminal.send("q")
        #expect(terminal.exitStatus() == .exited(0))
        try expectGivenBack(terminal, modes)
    }

    @Test func resizedAllTheTimeWhileSyncing() throws {
        let count = Soak.pick(sample: 150, full: 900)
        let bench = try Workbench(files: GeneratedArticle.files("stone", count: count, seed: 5))
        let (terminal, modes) = try bench.openLater()
        try #require(terminal.wait { $0.isAlternateScreen })
        var generator = SplitMix64(seed: 6)
        for _ in 0..<(Soak.pick(sample: 150, full: 1_000)) {
            terminal.resize(columns: .random(in: 1...200, using: &generator), rows: .random(in: 1...60, using: &generator))
            _ = terminal.wait(timeout: .milliseconds(10)) { _ in false }
        }
        terminal.resize(columns: 120, rows: 40)
        #expect(terminal.wait(timeout: .seconds(60)) { $0.text.contains("\(count) articles") && $0.line(39).contains("? help") }, "\(terminal.text)")
        terminal.send("qq")
        #expect(terminal.exitStatus() == .exited(0))
        try expectGivenBack(terminal, modes)
        #expect(try bench.objects("list").count == count)
    }

    // MARK: Terminals

    struct Kind: CustomTestStringConvertible {
        var type = "xterm-256color"
        var variables: [String: String] = [:]
        var mark = "◆"

        var testDescription: String { type + " " + variables.map { "\($0)=\($1)" }.joined() }
    }

    static let kinds = [
        Kind(type: "vt100"), Kind(type: "xterm-16color"), Kind(type: "xterm"), Kind(type: "linux"), Kind(type: "screen-256color"),
        Kind(variables: ["NO_COLOR": "1"]), Kind(variables: ["LC_ALL": "C"], mark: "*"),
        Kind(variables: ["COLORTERM": "truecolor"]),
    ]

    @Test(arguments: kinds) func terminals(_ kind: Kind) throws {
        let (bench, terminal, modes) = try bookmarked(type: kind.type, environment: kind.variables)
        #expect(terminal.lines.contains { $0.contains(kind.mark) }, "\(terminal.text)")
        let cells = (0..<terminal.rows).flatMap { row in (0..<terminal.columns).map { terminal.cell(column: $0, row: row) } }
        let colours = Set(cells.flatMap { [$0.foreground, $0.background] })
        if kind.type == "vt100" || kind.variables["NO_COLOR"] != nil {
            #expect(colours == [.standard])
        } else {
            #expect(colours.count > 1)
        }
        if kind.variables["LC_ALL"] == "C" {
            let others = Set(cells.map(\.text).filter { text in text.utf8.contains { $0 >= 0x80 } })
            #expect(others.isEmpty, "\(others)")
        }
        terminal.send("qq")
        #expect(terminal.exitStatus() == .exited(0))
        try expectGivenBack(terminal, modes)
        try expectKept(bench)
    }

    @Test(arguments: ["no-such-terminal", "", "dumb"]) func unknownTerminals(_ type: String) throws {
        let bench = try Workbench(files: ["pier.txt": try article()])
        let (terminal, modes) = try bench.openLater(environment: ["TERM": type])
        #expect(terminal.exitStatus() == .exited(1))
        #expect(terminal.text.contains("dossier: cannot use the terminal: "), "\(terminal.text)")
        #expect(terminal.text.contains("; "))
        try expectGivenBack(terminal, modes)
    }
}
