import Glibc

/// A program running in a pseudo-terminal, driven and read as a person would: for end-to-end tests and benchmarks.
///
/// Nothing runs in the background: output is taken in while one of the `wait` functions, `send` or `measure` runs. The
/// terminal is emulated by libvterm, whose answers go back to the program.
public final class PseudoTerminal {
    /// The process, which leads a session of its own.
    public let process: pid_t
    var master: Int32
    var slave: Int32
    /// Its other end is open in the program and in those it starts, so it ends when they all have.
    let lifeline: Int32
    let emulator: Emulator

    /// All bytes that the program has written.
    public internal(set) var output: [UInt8] = []
    /// When they arrived, in order.
    public internal(set) var arrivals: [Arrival] = []
    /// Whether the program and all that it started have ended.
    public internal(set) var hasEnded = false
    var status: ExitStatus?
    /// The rows as they were read last, with how much had been written by then. Only output and another size change them.
    private var known: (total: Int, columns: Int, lines: [String])?

    /// Bytes that were read at once.
    public struct Arrival: Sendable {
        public let time: ContinuousClock.Instant
        /// How many bytes there were in all by then.
        public let total: Int
    }

    /// Starts a program.
    /// - Parameters:
    ///   - program: the path of the executable.
    ///   - environment: all of its environment.
    ///   - directory: where it runs; nil is where we do.
    public init(
        _ program: String, arguments: [String] = [], environment: [String: String],
        directory: String? = nil, columns: Int = 80, rows: Int = 24
    ) throws(PseudoTerminalError) {
        let pair = try TerminalPair(columns: columns, rows: rows)
        let launch = Launch(
            program: program, arguments: arguments, environment: environment, directory: directory, terminal: pair.name)
        (process, lifeline) = try launch.run()
        master = pair.master
        slave = pair.slave
        emulator = Emulator(columns: columns, rows: rows)
    }

    deinit {
        if status == nil {
            kill(process, SIGKILL)
            // A stopped or stubborn one is gone after that, and must not stay a zombie.
            var status: Int32 = 0
            waitpid(process, &status, 0)
        }
        for descriptor in [master, slave, lifeline] where descriptor >= 0 { close(descriptor) }
    }
}

// MARK: What is shown

extension PseudoTerminal {
    public var columns: Int { emulator.size.columns }
    public var rows: Int { emulator.size.rows }

    /// The rows of the screen, blanks at their ends cut.
    public var lines: [String] {
        let size = emulator.size
        if let known, known.total == output.count, known.columns == size.columns, known.lines.count == size.rows { return known.lines }
        let lines = (0..<size.rows).map { emulator.line($0, columns: size.columns) }
        known = (output.count, size.columns, lines)
        return lines
    }

    /// The rows joined by newlines.
    public var text: String { lines.joined(separator: "\n") }

    /// One row, blanks at its end cut.
    public func line(_ row: Int) -> String {
        let lines = lines
        return lines.indices.contains(row) ? lines[row] : ""
    }

    public func cell(column: Int, row: Int) -> ShownCell { emulator.cell(column: column, row: row) }

    public var cursor: (column: Int, row: Int) { emulator.cursor }
    /// By the last sequence that shows or hides it. libvterm is not asked: it takes the cursor's visibility back too where a program
    /// takes back its place, which terminals do not.
    public var isCursorVisible: Bool {
        let mark = Array("\u{1B}[?25".utf8)
        var end = output.endIndex
        while let start = output[..<end].lastIndex(of: 0x1B) {
            if output[start...].starts(with: mark), start + mark.count < output.endIndex { return output[start + mark.count] != UInt8(ascii: "l") }
            end = start
        }
        return true
    }
    public var isAlternateScreen: Bool { emulator.isAlternateScreen }
    /// Whether the program has mouse reports on.
    public var reportsMouse: Bool { emulator.mouseMode > 0 }
}
