import PseudoTerminal
import Testing

/// The bytes that reach the terminal when the text is hostile.
@Suite struct HostileTextTests {
    @Test func nothingOfItIsASequence() throws {
        let demo = try DemoTerminal.start(columns: 100)
        demo.send("h")
        try #require(demo.wait { $0.line(7).hasSuffix("after") })
        #expect(demo.waitForQuiet())
        #expect(
            Array(demo.lines[1...7]) == [
                "c0 ␇␈ ␊␍␛[2J␛[31mred␛c", "osc ␛]0;title␇␛]52;c;aGFja2Vk␛\\␛]8;;http://example.org␛\\link", "dcs ␛P$q\"p␛\\ apc ␛_x␛\\ pm ␛^x␛\\",
                "c1 ‹U+009B›2J ‹U+009D›0;t‹U+009C› ‹U+0090›x‹U+009C› ‹U+0085›", "bidi ‹U+202E›gnp.exe‹U+202C› ‹U+2066›iso‹U+2069› ‹U+200F›",
                "zero ‹U+200B›wide‹U+FEFF› tags ‹U+E0041›‹U+E0042› del ␡", "marks a\u{301}\u{301}\u{301}\u{301}‹+36› after",
            ])
        demo.send("q")
        #expect(demo.exitStatus() == .exited(0))
        #expect(TerminalCommands.kinds(in: demo.output).subtracting(TerminalCommands.ofCurses) == [])
    }

    /// Beside sequences there are only line feeds, returns, backspaces and shifts of ncurses' own, and no invisible
    /// scalars at all.
    @Test func nothingElseIsInvisible() throws {
        let demo = try DemoTerminal.start(columns: 100)
        demo.send("h")
        try #require(demo.wait { $0.line(7).hasSuffix("after") })
        demo.send("q")
        #expect(demo.exitStatus() == .exited(0))
        #expect(TerminalCommands.invisible(in: demo.output) == [])
    }

    /// What looks for sequences finds those that must not be there.
    @Test func whatIsLookedForIsFound() {
        func kinds(_ text: String) -> Set<String> { TerminalCommands.kinds(in: Array(text.utf8)) }
        #expect(kinds("a\u{1B}[31;42mb\u{1B}]52;c;QUJD\u{7}c\u{1B}]0;title\u{1B}\\d\u{1B}P$q\u{1B}\\\u{1B}c\u{1B}(B") == [
            "ESC[#m", "ESC]52;c;…", "ESC]0;title", "ESCP$q", "ESCc", "ESC(B",
        ])
        #expect(kinds("plain") == [])
        let invisible = TerminalCommands.invisible(in: Array("a\u{7}\u{202E}\u{9B}\u{E0041}\u{200B}\r\n\u{1B}]0;t\u{7}".utf8))
        #expect(invisible == ["\u{7}", "\u{202E}", "\u{9B}", "\u{E0041}", "\u{200B}"])
        #expect(TerminalCommands.mostMarks(in: Array("e\u{301}\u{301}a\u{308}".utf8)) == 2)
    }
}
