/// The sequences that we send and ncurses does not know. There are no others.
///
/// All are xterm's, see "XTerm Control Sequences", https://invisible-island.net/xterm/ctlseqs/ctlseqs.html, and are
/// understood or ignored by the terminals that have a mouse by their terminfo entry.
enum TerminalSequence: Hashable {
    /// Have pasted text marked as such, or not.
    case bracketedPaste(Bool)
    /// Report buttons, the wheel, and movement with a button held, in the form without a limit on coordinates; or not.
    case mouse(Bool)
    /// Put bytes into the clipboard.
    case clipboard([UInt8])
    /// Ask for the background colour, and then for the kind of terminal, which every terminal answers: when that
    /// answer comes without the first, there will be none.
    case backgroundQuery

    var bytes: [UInt8] {
        switch self {
        case .bracketedPaste(true): Array("\u{1B}[?2004h".utf8)
        case .bracketedPaste(false): Array("\u{1B}[?2004l".utf8)
        case .mouse(true): Array("\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h".utf8)
        case .mouse(false): Array("\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l".utf8)
        case .clipboard(let content): Array("\u{1B}]52;c;".utf8) + Base64.encode(content) + [0x07]
        case .backgroundQuery: Array("\u{1B}]11;?\u{1B}\\\u{1B}[c".utf8)
        }
    }
}
