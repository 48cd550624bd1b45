/// What a `Screen` has to tell.
public enum Event: Hashable, Sendable {
    case key(Key)
    case mouse(Mouse)
    /// Text that was pasted. Line breaks are `\n`; it is as hostile as any other text.
    case paste(String)
    /// The terminal has this size now.
    case resize(columns: Int, rows: Int)
    /// The program was stopped and goes on, or the terminal was lent to another program: everything has to be drawn
    /// again, in this size.
    case resumed(columns: Int, rows: Int)
    /// Somebody called `Waker.wake`.
    case wake
    /// The terminal's background colour, as asked for by `Screen.askBackground`.
    case background(Colour)
    /// The program is asked to end, by a signal.
    case end(EndSignal)
    /// The terminal is gone. Nothing can be shown any more; keep what must be kept, and end.
    case hangup
}

/// The signals that ask the program to end in an orderly way.
public enum EndSignal: Hashable, Sendable, CaseIterable {
    case interrupt
    case quit
    case terminate
}
