import Glibc
import PseudoTerminal
import Testing

/// The demo in a pseudo-terminal: whatever ends it leaves the terminal as it was.
@Suite struct ScreenEndTests {
    /// The demo, and the modes before it began.
    private func start(_ type: String = "xterm-256color") throws -> (PseudoTerminal, TerminalModes) {
        let shell = try PseudoTerminal(
            "/bin/sh", arguments: ["-c", "read line; exec \"$0\"", DemoTerminal.program],
            environment: DemoTerminal.environment(type))
        let modes = try shell.modes()
        #expect(modes.isCooked)
        shell.send("\n")
        try #require(shell.wait(for: "ready"))
        #expect(try !shell.modes().isCooked)
        if type.hasPrefix("xterm") { #expect(shell.isAlternateScreen && !shell.isCursorVisible && shell.reportsMouse) }
        return (shell, modes)
    }

    @Test(arguments: ["xterm-256color", "vt100", "linux", "rxvt"]) func quitting(_ type: String) throws {
        let (demo, modes) = try start(type)
        demo.send("q")
        #expect(demo.exitStatus() == .exited(0))
        try demo.expectGivenBack(modes)
    }

    @Test(arguments: [SIGTERM, SIGINT, SIGQUIT, SIGHUP]) func signals(_ number: Int32) throws {
        let (demo, modes) = try start()
        demo.signal(number)
        #expect(demo.exitStatus() == .exited(0))
        try demo.expectGivenBack(modes)
    }

    static let crashes: [(String, Set<Int32>)] = [
        ("1", [SIGSEGV]), ("2", [SIGABRT]), ("3", [SIGILL, SIGTRAP]), ("5", [SIGSEGV]), ("6", [SIGFPE]), ("7", [SIGILL, SIGTRAP]),
    ]

    @Test(arguments: crashes) func crashing(_ key: String, _ signals: Set<Int32>) throws {
        let (demo, modes) = try start()
        demo.send(key)
        let status = demo.exitStatus()
        #expect(signals.map(ExitStatus.signalled).contains(status), "\(String(describing: status))")
        try demo.expectGivenBack(modes)
    }

    @Test func crashingOnAPlainTerminal() throws {
        let (demo, modes) = try start("vt100")
        demo.send("2")
        #expect(demo.exitStatus() == .signalled(SIGABRT))
        try demo.expectGivenBack(modes)
        #expect(demo.cursor.column == 0)
    }

    @Test func exitingWithoutClosing() throws {
        let (demo, modes) = try start()
        demo.send("4")
        #expect(demo.exitStatus() == .exited(7))
        try demo.expectGivenBack(modes)
    }

    @Test func hangingUp() throws {
        let (demo, _) = try start()
        demo.hangUp()
        #expect(demo.exitStatus() == .exited(0))
    }

    /// The row below which a shell would go on is free, and nothing of the demo is left on the screen.
    @Test func theScreenBeforeIsBack() throws {
        let shell = try PseudoTerminal(
            "/bin/sh", arguments: ["-c", "echo before; read line; \"$0\"; echo after", DemoTerminal.program],
            environment: DemoTerminal.environment("xterm-256color"))
        #expect(shell.wait(for: "before"))
        shell.send("\n")
        #expect(shell.wait(for: "ready"))
        #expect(!shell.text.contains("before"))
        shell.send("3")
        #expect(shell.wait(for: "after"))
        #expect(shell.line(0) == "before")
        #expect(!shell.text.contains("terminal-demo 80x24"))
    }
}

/// The demo under a shell with job control.
@Suite struct ScreenSuspendingTests {
    private func start() throws -> PseudoTerminal {
        let shell = try PseudoTerminal(
            "/bin/sh", arguments: ["-i"], environment: DemoTerminal.environment("xterm-256color", ["PS1": "ready> "]))
        try #require(shell.wait(for: "ready>"))
        shell.send("'\(DemoTerminal.program)'\n")
        try #require(shell.wait(for: "ready twoHundred"))
        return shell
    }

    private func expectStopped(_ shell: PseudoTerminal) throws {
        #expect(shell.wait { !$0.isAlternateScreen && $0.text.contains("Stopped") }, "\(shell.text)")
        #expect(shell.isCursorVisible && !shell.reportsMouse)
        // The word may stand there from an earlier time, and the modes come after the screen.
        #expect(shell.wait { (try? $0.modes().isCooked) == true })
    }

    private func expectBack(_ shell: PseudoTerminal) throws {
        #expect(shell.wait { $0.isAlternateScreen && $0.lastEvent == "resumed 80x24" }, "\(shell.text)")
        #expect(shell.reportsMouse && !shell.isCursorVisible)
        #expect(try !shell.modes().isCooked)
    }

    private func expectQuits(_ shell: PseudoTerminal) throws {
        shell.send("q")
        #expect(shell.wait { !$0.isAlternateScreen })
        shell.send("echo code $?\n")
        #expect(shell.wait(for: "code 0"))
        #expect(try shell.modes().isCooked)
    }

    @Test func controlZAndForeground() throws {
        let shell = try start()
        for _ in 0..<2 {
            shell.send("\u{1A}")
            try expectStopped(shell)
            shell.send("fg\n")
            try expectBack(shell)
            shell.send("z")
            shell.expectEvent("key z")
        }
        try expectQuits(shell)
    }

    /// From outside, even by the signal that cannot be noticed.
    @Test(arguments: ["TSTP", "STOP"]) func stoppedFromOutside(_ signal: String) throws {
        let shell = try start()
        let killer = try PseudoTerminal(
            "/bin/sh", arguments: ["-c", "pkill -\(signal) -P \(shell.process)"], environment: DemoTerminal.environment("vt100"))
        #expect(killer.exitStatus() == .exited(0))
        #expect(shell.wait(for: "Stopped"))
        shell.send("fg\n")
        try expectBack(shell)
        try expectQuits(shell)
    }

    @Test func resizedWhileStopped() throws {
        let shell = try start()
        shell.send("\u{1A}")
        try expectStopped(shell)
        shell.resize(columns: 100, rows: 30)
        shell.send("fg\n")
        #expect(shell.wait { $0.lastEvent == "resumed 100x30" }, "\(shell.text)")
        #expect(shell.line(0) == "terminal-demo 100x30")
    }

    /// A program without a shell that could continue it goes on at once.
    @Test func controlZWithoutAShell() throws {
        let demo = try DemoTerminal.start()
        demo.send("\u{1A}")
        demo.expectEvent("resumed 80x24")
    }

    @Test func lendingTheTerminal() throws {
        let shell = try start()
        shell.send("n")
        #expect(shell.wait { !$0.isAlternateScreen && $0.text.contains("lent") && $0.text.contains("speed") })
        #expect(try shell.modes().isCooked)
        #expect(shell.wait(for: " icanon "))
        shell.send("word\n")
        try expectBack(shell)
        #expect(shell.output.count > 0 && String(decoding: shell.output, as: UTF8.self).contains("read word"))
    }

    @Test func interruptingTheBorrower() throws {
        let shell = try start()
        shell.send("n")
        #expect(shell.wait { !$0.isAlternateScreen && $0.text.contains("speed") })
        shell.send("\u{3}")
        try expectBack(shell)
        shell.send("z")
        shell.expectEvent("key z")
    }
}
