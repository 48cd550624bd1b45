import Foundation
import Glibc
import PseudoTerminal
import Testing

/// The demo in a pseudo-terminal: what it shows.
@Suite struct ScreenDrawingTests {
    private func styles(_ demo: PseudoTerminal) throws -> [ShownCell] {
        demo.send("y")
        try #require(demo.wait { $0.line(8).hasPrefix("fg=#00ff00") })
        #expect(demo.waitForQuiet())
        return (1...8).map { demo.cell(column: 0, row: $0) }
    }

    private func colours(_ cells: [ShownCell]) -> [[ShownColour]] { cells.map { [$0.foreground, $0.background] } }

    @Test func styles256() throws {
        let cells = try styles(DemoTerminal.start())
        #expect(
            colours(cells) == [
                [.indexed(196), .standard], [.standard, .indexed(17)], [.indexed(240), .indexed(234)], [.indexed(231), .indexed(16)],
                [.standard, .standard], [.standard, .standard], [.standard, .standard], [.indexed(46), .standard],
            ])
        #expect(cells.map(\.isBold) == [false, false, false, true, false, false, false, false])
        #expect(cells.map(\.isUnderlined) == [false, false, false, false, true, false, false, false])
        #expect(cells.map(\.isReversed) == [false, false, false, false, false, true, false, false])
        #expect(cells.map(\.isItalic) == [false, false, false, false, false, false, true, false])
    }

    @Test func cursor() throws {
        let demo = try DemoTerminal.start()
        #expect(!demo.isCursorVisible)
        _ = try styles(demo)
        #expect(demo.isCursorVisible && demo.cursor == (2, 3))
        demo.send("e")
        #expect(demo.wait { !$0.isCursorVisible })
    }

    @Test func styles16() throws {
        try DemoTerminal.withTerminals { folder in
            let cells = try styles(DemoTerminal.start("dossier-16", ["TERMINFO": folder]))
            #expect(
                colours(cells).prefix(4) == [
                    [.indexed(9), .standard], [.standard, .indexed(4)], [.indexed(8), .indexed(0)], [.indexed(15), .indexed(0)],
                ])
        }
    }

    @Test func stylesDirect() throws {
        try DemoTerminal.withTerminals { folder in
            let cells = try styles(DemoTerminal.start("dossier-direct", ["TERMINFO": folder]))
            #expect(
                colours(cells).prefix(4) == [
                    [.direct(0xFF0000), .standard], [.standard, .direct(0x00005F)], [.direct(0x585858), .direct(0x181818)],
                    [.direct(0xFFFFFF), .direct(0x000008)],
                ])
        }
    }

    @Test func styles8() throws {
        let cells = try styles(DemoTerminal.start("xterm"))
        #expect(
            colours(cells).prefix(4) == [
                [.indexed(1), .standard], [.standard, .indexed(4)], [.indexed(7), .indexed(0)], [.indexed(7), .indexed(0)],
            ])
    }

    /// `NO_COLOR` counts when it is not empty, and leaves attributes.
    @Test func noColour() throws {
        let cells = try styles(DemoTerminal.start("xterm-256color", ["NO_COLOR": "1"]))
        #expect(colours(cells).allSatisfy { $0 == [.standard, .standard] })
        #expect(cells[3].isBold && cells[4].isUnderlined && cells[5].isReversed)
        let coloured = try styles(DemoTerminal.start("xterm-256color", ["NO_COLOR": ""]))
        #expect(colours(coloured)[0] == [.indexed(196), .standard])
    }

    @Test func monochrome() throws {
        let cells = try styles(DemoTerminal.start("vt100"))
        #expect(colours(cells).allSatisfy { $0 == [.standard, .standard] })
        #expect(cells[3].isBold)
    }

    /// A locale that is not UTF-8, or none, makes no difference.
    @Test(arguments: ["C", "POSIX", "", "nowhere"]) func anyLocale(_ locale: String) throws {
        let demo = try DemoTerminal.start("xterm-256color", ["LANG": locale, "LC_ALL": locale])
        demo.send("日")
        demo.expectEvent("key 日")
    }

    @Test func clustersHaveTheirWidths() throws {
        let demo = try DemoTerminal.start()
        demo.send("u")
        try #require(demo.wait { $0.line(10) == "🙂|" })
        #expect(demo.waitForQuiet())
        let bars = (1...10).map { row in (0..<5).first { demo.cell(column: $0, row: row).text == "|" } }
        #expect(bars == [2, 2, 2, 2, 2, 4, 1, 2, 2, 2])
        #expect(demo.lines[1...10] == ["👨|", "DE|", "❤ |", "1\u{20E3} |", "👍|", "日本|", "e\u{301}|", "한|", "नि|", "🙂|"])
    }

    @Test(arguments: ["xterm", "xterm-256color"]) func morePairsThanThereAre(_ type: String) throws {
        let demo = try DemoTerminal.start(type, columns: 200, rows: 60)
        demo.send("p")
        #expect(demo.wait { $0.line(59) == String(repeating: "x", count: 200) })
        demo.send("y")
        #expect(demo.wait { $0.line(1) == "fg=#ff0000" && $0.line(59) == "" })
        #expect(demo.waitForQuiet())
        #expect(demo.cell(column: 0, row: 1).foreground == .indexed(type == "xterm" ? 1 : 196))
    }

    /// After each of many random changes the terminal shows what the canvas holds.
    @Test(arguments: ["xterm-256color", "vt100", "screen"]) func changesArriveWhole(_ type: String) throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("scribble-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let demo = try DemoTerminal.start(type, columns: 40, rows: 10, ["SCRIBBLE": path])
        for _ in 0..<60 {
            demo.send("r")
            #expect(demo.wait { $0.text == (try? String(contentsOfFile: path, encoding: .utf8)) }, "\(demo.text)\nexpected\n\((try? String(contentsOfFile: path, encoding: .utf8)) ?? "")")
        }
    }

    @Test func scrollingIsCheap() throws {
        let demo = try DemoTerminal.start(columns: 200, rows: 60)
        demo.send("l")
        #expect(demo.wait { $0.line(59).hasPrefix("58 ") })
        #expect(demo.waitForQuiet())
        for _ in 0..<3 {
            let response = demo.measure { $0.press(.down) }
            #expect(response.bytes > 0 && response.bytes < 2000)
        }
        #expect(demo.line(1).hasPrefix("3 ") && demo.line(59).hasPrefix("61 "))
    }

    /// Where the terminal has left and right margins, a part of its lines is scrolled; it is asked once something has moved.
    @Test func scrollingOneOfTwoPanesIsCheap() throws {
        let demo = try DemoTerminal.start(columns: 200, rows: 60)
        demo.send("L")
        #expect(demo.wait { $0.line(59).hasPrefix("stays 413") })
        #expect(demo.waitForQuiet())
        demo.press(.down)
        #expect(demo.waitForQuiet())
        for _ in 0..<3 {
            let response = demo.measure { $0.press(.down) }
            #expect(response.bytes > 0 && response.bytes < 400, "\(response.bytes)")
        }
        let shown = demo.text.split(separator: "\n", omittingEmptySubsequences: false)
        for row in 1..<60 {
            let line = shown[row]
            #expect(line.hasPrefix("stays \(row * 7) ") && line.dropFirst(100).hasPrefix("\(row + 3) "), "\(line)")
        }
        demo.press(.up)
        #expect(demo.wait { $0.line(1).dropFirst(100).hasPrefix("3 ") && $0.line(59).dropFirst(100).hasPrefix("61 ") })
    }

    @Test func nothingIsSentWhereNothingChanges() throws {
        let demo = try DemoTerminal.start()
        demo.send("u")
        #expect(demo.waitForQuiet())
        let before = demo.output.count
        demo.send("u")
        #expect(demo.waitForQuiet())
        #expect(demo.output.count == before)
    }

    @Test(arguments: [
        ("nowhere", "terminal-demo: cannot use the terminal: terminals of type “nowhere” (TERM) are not known"),
        ("dumb", "terminal-demo: cannot use the terminal: a terminal of type “dumb” (TERM) cannot place its cursor"),
        ("", "terminal-demo: cannot use the terminal: the variable TERM is not set"),
    ]) func refusals(_ type: String, _ message: String) throws {
        let demo = try PseudoTerminal(
            DemoTerminal.program, environment: DemoTerminal.environment(type), columns: 200)
        let modes = try demo.modes()
        #expect(demo.exitStatus() == .exited(1))
        #expect(demo.text.contains(message), "\(demo.text)")
        try demo.expectGivenBack(modes)
    }

    @Test func outputThatIsNoTerminal() throws {
        let demo = try PseudoTerminal(
            "/bin/sh", arguments: ["-c", "\"$0\" 2>&1 | cat", DemoTerminal.program],
            environment: DemoTerminal.environment("xterm-256color"), columns: 200)
        #expect(demo.exitStatus() == .exited(0))
        #expect(demo.line(0) == "terminal-demo: cannot use the terminal: standard output is not a terminal; run it in a terminal, or use a subcommand such as “list”")
    }

    @Test func inputFromAPipe() throws {
        let demo = try PseudoTerminal(
            "/bin/sh", arguments: ["-c", "echo hello | \"$0\"", DemoTerminal.program],
            environment: DemoTerminal.environment("xterm-256color"))
        #expect(demo.wait(for: "ready"))
        demo.send("z")
        demo.expectEvent("key z")
        demo.send("q")
        #expect(demo.exitStatus() == .exited(0))
        #expect(try demo.modes().isCooked)
    }
}
