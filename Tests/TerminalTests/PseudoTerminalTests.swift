import Glibc
import PseudoTerminal
import Testing

@Suite struct PseudoTerminalTests {
    private func shell(_ script: String, _ environment: [String: String] = [:], directory: String? = nil) throws -> PseudoTerminal {
        try PseudoTerminal(
            "/bin/sh", arguments: ["-c", script], environment: DemoTerminal.environment("vt100", environment), directory: directory,
            columns: 40, rows: 10)
    }

    @Test func exitStatuses() throws {
        #expect(try shell("exit 3").exitStatus() == .exited(3))
        #expect(try shell("kill -9 $$").exitStatus() == .signalled(SIGKILL))
        #expect(try shell("sleep 60").exitStatus(timeout: .milliseconds(30)) == nil)
    }

    /// A program is not taken for running because of what it left in the background.
    @Test func orphansDoNotHoldIt() throws {
        #expect(try shell("trap '' HUP; sleep 20 & exit 4").exitStatus(timeout: .seconds(5)) == .exited(4))
    }

    @Test func startingFails() {
        #expect(throws: PseudoTerminalError(call: "posix_spawn", code: ENOENT)) {
            try PseudoTerminal("/nowhere/program", environment: [:])
        }
    }

    @Test func environmentAndDirectory() throws {
        let terminal = try shell("echo \"$NAME\"; pwd; tty; env | wc -l", ["NAME": "a b=c"], directory: "/usr")
        #expect(terminal.exitStatus() == .exited(0))
        #expect(Array(terminal.lines.prefix(2)) == ["a b=c", "/usr"])
        #expect(terminal.line(2).hasPrefix("/dev/pts/"))
    }

    @Test func sizeAndResizing() throws {
        let terminal = try shell("trap 'stty size; exit' WINCH; stty size; while :; do sleep 0.01; done")
        #expect(terminal.wait(for: "10 40"))
        terminal.resize(columns: 50, rows: 12)
        #expect(terminal.wait(for: "12 50"))
        #expect(terminal.columns == 50 && terminal.rows == 12)
        #expect(terminal.exitStatus() == .exited(0))
    }

    @Test func answersGoBack() throws {
        let terminal = try shell("stty -echo raw min 1; printf '\\033[6n'; dd bs=1 count=6 2>/dev/null | od -c | head -1")
        #expect(terminal.wait { $0.text.contains("033") && $0.text.contains("1   ;   1   R") }, "\(terminal.text)")
    }

    @Test func cellsAndModes() throws {
        let terminal = try shell("printf '\\033[1;31m日\\033[0;7;48;5;200mx'; stty raw; sleep 0.1; read x")
        #expect(terminal.wait { (try? $0.modes().isCooked) == false && $0.line(0).hasSuffix("x") })
        let wide = terminal.cell(column: 0, row: 0)
        #expect(wide.text == "日" && wide.isBold && wide.foreground == .indexed(1))
        #expect(terminal.cell(column: 1, row: 0).text == "")
        let reversed = terminal.cell(column: 2, row: 0)
        #expect(reversed.text == "x" && reversed.isReversed && reversed.background == .indexed(200))
        #expect(terminal.line(0) == "日x")
    }

    @Test func measuring() throws {
        let terminal = try shell("read x; sleep 0.05; printf one; sleep 0.05; printf two; read x")
        let response = terminal.measure(quiet: .milliseconds(500)) { $0.send("\n") }
        // What is typed is echoed as a return and a line feed.
        #expect(response.bytes == 8)
        let last = try #require(response.last)
        #expect(last >= .milliseconds(100))
        #expect(terminal.arrivals.last?.total == terminal.output.count)
        let never = terminal.measure(timeout: .milliseconds(20), until: { $0.text.contains("three") }) { _ in }
        #expect(never == nil)
    }

    /// Both sides write much at once.
    @Test func manyBytesEitherWay() throws {
        let terminal = try shell("stty raw -echo; echo ready; head -c 300000 | tail -c 5; echo")
        #expect(terminal.wait(for: "ready"))
        terminal.send(String(repeating: "x", count: 299_995) + "12345")
        #expect(terminal.wait(for: "12345"))
    }
}
