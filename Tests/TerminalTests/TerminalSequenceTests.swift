import Foundation
import Testing
import Text

@testable import Terminal

@Suite struct TerminalSequenceTests {
    @Test func base64() {
        let examples = [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy")]
        for (plain, encoded) in examples {
            #expect(String(decoding: Base64.encode(Array(plain.utf8)), as: UTF8.self) == encoded)
        }
        #expect(String(decoding: Base64.encode([0xFB, 0xFF, 0xBF]), as: UTF8.self) == "+/+/")
    }

    @Test(arguments: [(2, "\u{1B}[2S"), (-1, "\u{1B}[1T")]) func scrollsWithinMargins(_ rows: Int, _ move: String) {
        let bytes = TerminalSequence.scroll(Rect(column: 4, row: 2, columns: 10, rows: 5), rows: rows).bytes
        let expected = "\u{1B}[?69h\u{1B}[5;14s\u{1B}[3;7r\(move)\u{1B}[?69l\u{1B}[r\u{1B}[H"
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }

    @Test func clipboardCannotBeLeft() {
        let bytes = TerminalSequence.clipboard(Array("\u{7}\u{1B}\\evil".utf8), within: nil).bytes
        #expect(String(decoding: bytes, as: UTF8.self) == "\u{1B}]52;c;BxtcZXZpbA==\u{7}")
    }

    /// tmux takes it plain or handed on; `screen` hands on short strings, which come out as the sequence.
    @Test func clipboardWithinOthers() {
        let plain = "\u{1B}]52;c;Zm9v\u{7}"
        let tmux = TerminalSequence.clipboard(Array("foo".utf8), within: .tmux).bytes
        #expect(String(decoding: tmux, as: UTF8.self) == plain + "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;Zm9v\u{7}\u{1B}\\")
        let long = Array(repeating: UInt8(ascii: "x"), count: 1_000)
        let screen = String(decoding: TerminalSequence.clipboard(long, within: .screen).bytes, as: UTF8.self)
        let pieces = screen.components(separatedBy: "\u{1B}\\").dropLast()
        #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 258 })
        #expect(pieces.count == 6)
        let handedOn = pieces.map { $0.dropFirst(2) }.joined()
        #expect(handedOn == String(decoding: TerminalSequence.clipboard(long, within: nil).bytes, as: UTF8.self))
    }

    @Test func whatStandsBetween() {
        func options(_ variables: [String: String]) -> ScreenOptions { ScreenOptions { variables[$0] } }
        #expect(options(["TERM": "xterm"]).multiplexer == nil)
        #expect(options(["TMUX": "/tmp/tmux-1000/default,1,0"]).multiplexer == .tmux)
        #expect(options(["STY": "1.pts"]).multiplexer == .screen)
        #expect(options(["TMUX": "", "STY": ""]).multiplexer == nil)
    }

    @Test func errorsAreSentences() {
        let messages = [
            ScreenError.noTerminal, .noType, .unknownType("vt9"), .cannotMoveCursor(type: "dumb"), .clipboardTooLong(size: 9, limit: 8),
            .noClipboard(type: "vt100"), .system(call: "pipe", code: 24),
        ].map(\.message)
        #expect(
            messages == [
                "cannot use the terminal: standard output is not a terminal; run it in a terminal, or use a subcommand such as “list”",
                "cannot use the terminal: the variable TERM is not set; set TERM to your terminal's type, mostly xterm-256color",
                "cannot use the terminal: terminals of type “vt9” (TERM) are not known on this machine; set TERM to a known type such as xterm-256color, or install the package ncurses-term",
                "cannot use the terminal: a terminal of type “dumb” (TERM) cannot place its cursor; use another terminal, or a subcommand such as “list”",
                "cannot copy to the clipboard: 9 bytes are more than the 8 that terminals take; copy less, or export to a file",
                "cannot copy to the clipboard: a terminal of type “vt100” offers none; select the text with the mouse, or export to a file",
                "cannot use the terminal: pipe: Too many open files",
            ])
    }
}
