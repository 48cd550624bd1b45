/// The sequences that we send and ncurses does not know. There are no others.
///
/// All are xterm's, see "XTerm Control Sequences", https://invisible-island.net/xterm/ctlseqs/ctlseqs.html, and are
/// understood or ignored by the terminals that have a mouse by their terminfo entry.
enum TerminalSequence: Hashable {
    /// Have pasted text marked as such, or not.
    case bracketedPaste(Bool)
    /// Report buttons, the wheel, and movement with a button held, in the form without a limit on coordinates; or not.
    case mouse(Bool)
    /// Put bytes into the clipboard; within a program that stands between us and the terminal, in the wrapping that it hands on.
    case clipboard([UInt8], within: Multiplexer?)
    /// Leave text from right to left as it is laid out here, or turn it as the terminal sees fit (ECMA-48, mode 8, as the
    /// working group of free terminals has it: https://terminal-wg.pages.freedesktop.org/bidi/). Others ignore it.
    case ordersText(Bool)
    /// Ask whether there are left and right margins (DECRQM of mode 69): within them a part of the lines can be scrolled, which
    /// terminfo has no word for that ncurses would use.
    case marginQuery
    /// Scroll an area up by so many rows, down where they are below 0, and put the cursor at the top left; see
    /// `AreaMove`.
    case scroll(Rect, rows: Int)
    /// Ask for the background colour, and then for the kind of terminal, which every terminal answers: when that
    /// answer comes without the first, there will be none.
    case backgroundQuery

    var bytes: [UInt8] {
        switch self {
        case .bracketedPaste(true): Array("\u{1B}[?2004h".utf8)
        case .bracketedPaste(false): Array("\u{1B}[?2004l".utf8)
        case .mouse(true): Array("\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h".utf8)
        case .mouse(false): Array("\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l".utf8)
        case .clipboard(let content, let multiplexer):
            Self.wrapped(Array("\u{1B}]52;c;".utf8) + Base64.encode(content) + [0x07], within: multiplexer)
        case .ordersText(true): Array("\u{1B}[8h".utf8)
        case .ordersText(false): Array("\u{1B}[8l".utf8)
        case .marginQuery: Array("\u{1B}[?69$p".utf8)
        case .scroll(let area, let rows): Self.scrolling(area, rows: rows)
        case .backgroundQuery: Array("\u{1B}]11;?\u{1B}\\\u{1B}[c".utf8)
        }
    }

    /// Margins on, left and right (DECSLRM), top and bottom (DECSTBM), scrolled (SU or SD), and all of it off again.
    private static func scrolling(_ area: Rect, rows: Int) -> [UInt8] {
        let margins = "\u{1B}[?69h\u{1B}[\(area.column + 1);\(area.endColumn)s\u{1B}[\(area.row + 1);\(area.endRow)r"
        let move = rows > 0 ? "\u{1B}[\(rows)S" : "\u{1B}[\(-rows)T"
        return Array((margins + move + "\u{1B}[?69l\u{1B}[r\u{1B}[H").utf8)
    }

    /// How many bytes `screen` hands on in one string.
    private static let screenPiece = 256

    /// tmux takes the sequence itself where `set-clipboard` is on, and hands it on where `allow-passthrough` is: it is sent both
    /// ways, and sets the same twice at worst. `screen` knows no clipboard, and hands on short strings.
    private static func wrapped(_ sequence: [UInt8], within multiplexer: Multiplexer?) -> [UInt8] {
        let (begin, end) = (Array("\u{1B}P".utf8), Array("\u{1B}\\".utf8))
        switch multiplexer {
        case nil: return sequence
        case .tmux:
            let doubled = sequence.flatMap { $0 == 0x1B ? [$0, $0] : [$0] }
            return sequence + begin + Array("tmux;".utf8) + doubled + end
        case .screen:
            return stride(from: 0, to: sequence.count, by: screenPiece).flatMap { start in
                begin + sequence[start..<min(sequence.count, start + screenPiece)] + end
            }
        }
    }
}

/// A program that stands between us and the terminal and passes on what it likes.
public enum Multiplexer: Hashable, Sendable, CaseIterable {
    case tmux, screen
}
