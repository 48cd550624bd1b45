import Text

/// Why a screen cannot be had.
public enum ScreenError: Hashable, Sendable {
    /// Neither the standard output nor `/dev/tty` is a terminal.
    case noTerminal
    /// `TERM` is not set, or empty.
    case noType
    /// terminfo does not know the terminal.
    case unknownType(String)
    /// The terminal cannot place its cursor.
    case cannotMoveCursor(type: String)
    /// ncurses refuses for another reason.
    case cannotStart(type: String)
    /// The process has a screen already.
    case alreadyStarted
    /// A call of the system failed.
    case system(call: String, code: Int32)
    /// More text than terminals take into their clipboard. Sizes are in bytes.
    case clipboardTooLong(size: Int, limit: Int)
    /// The terminal has no clipboard that a program can reach.
    case noClipboard(type: String)
}

extension ScreenError: ExplainedError {
    public var what: String {
        switch self {
        case .noTerminal, .noType, .unknownType, .cannotMoveCursor, .cannotStart, .alreadyStarted, .system:
            "cannot use the terminal"
        case .clipboardTooLong, .noClipboard:
            "cannot copy to the clipboard"
        }
    }

    public var why: String {
        switch self {
        case .noTerminal: "standard output is not a terminal"
        case .noType: "the variable TERM is not set"
        case .unknownType(let type): "terminals of type “\(type)” (TERM) are not known on this machine"
        case .cannotMoveCursor(let type): "a terminal of type “\(type)” (TERM) cannot place its cursor"
        case .cannotStart(let type): "ncurses could not set up a terminal of type “\(type)” (TERM)"
        case .alreadyStarted: "this program uses it already"
        case .system(let call, let code): "\(call): \(SystemMessage.text(code))"
        case .clipboardTooLong(let size, let limit): "\(size) bytes are more than the \(limit) that terminals take"
        case .noClipboard(let type): "a terminal of type “\(type)” offers none"
        }
    }

    public var remedy: String {
        switch self {
        case .noTerminal: "run it in a terminal, or use a subcommand such as “list”"
        case .noType, .cannotStart: "set TERM to your terminal's type, mostly xterm-256color"
        case .unknownType: "set TERM to a known type such as xterm-256color, or install the package ncurses-term"
        case .cannotMoveCursor: "use another terminal, or a subcommand such as “list”"
        case .alreadyStarted, .system: ""
        case .clipboardTooLong: "copy less, or export to a file"
        case .noClipboard: "select the text with the mouse, or export to a file"
        }
    }
}
