import CVterm
import Glibc

/// The two ends of a new pseudo-terminal.
struct TerminalPair {
    let master: Int32
    /// Kept open, so that the modes can be read when the program has ended.
    let slave: Int32
    /// The path of the end that is the program's.
    let name: String

    init(columns: Int, rows: Int) throws(PseudoTerminalError) {
        master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard master >= 0 else { throw PseudoTerminalError(call: "posix_openpt", code: errno) }
        guard grantpt(master) == 0, unlockpt(master) == 0 else { throw PseudoTerminalError(call: "unlockpt", code: errno) }
        var name = [CChar](repeating: 0, count: 128)
        guard ptsname_r(master, &name, name.count) == 0 else { throw PseudoTerminalError(call: "ptsname_r", code: errno) }
        self.name = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        slave = open(self.name, O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard slave >= 0 else { throw PseudoTerminalError(call: "open", code: errno) }
        _ = fcntl(master, F_SETFL, O_NONBLOCK)
        TerminalPair.setSize(master, columns: columns, rows: rows)
    }

    /// Tells the terminal's size; the program gets SIGWINCH by that.
    static func setSize(_ descriptor: Int32, columns: Int, rows: Int) {
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
    }
}
