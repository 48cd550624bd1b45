import Glibc
import Reader
import Text

/// The one way to standard output and standard error. What goes to a terminal is made safe for it.
enum Output {
    /// How much is gathered before it is written.
    private static let bufferSize = 1 << 16

    private static let isTerminal = isatty(STDOUT_FILENO) == 1
    /// Standard output belongs to the main thread, on which every command runs.
    nonisolated(unsafe) private static var buffer: [UInt8] = []

    private static let isErrorTerminal = isatty(STDERR_FILENO) == 1

    /// Whether a person looks at standard error.
    static var errorsGoToTerminal: Bool { isErrorTerminal }

    /// Whether a person looks at standard output.
    static var goesToTerminal: Bool { isTerminal }

    /// The columns of the terminal, or of `COLUMNS`, or 80.
    static var columns: Int {
        var size = winsize()
        if isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        if let named = getenv("COLUMNS"), let columns = Int(String(cString: named)), columns > 0 { return columns }
        return 80
    }

    /// Writes `text`, which may hold several lines, and ends the line.
    static func line(_ text: String) {
        clearProgress()
        buffer.append(contentsOf: (isTerminal ? Printable.visible(text, keeping: [.lineBreaks, .tabs]) : text).utf8)
        buffer.append(0x0A)
        if isTerminal || buffer.count >= bufferSize { flush() }
    }

    /// Writes `text` as it is, line ends included.
    static func text(_ text: String) {
        clearProgress()
        buffer.append(contentsOf: (isTerminal ? Printable.visible(text, keeping: [.lineBreaks, .tabs]) : text).utf8)
        if isTerminal || buffer.count >= bufferSize { flush() }
    }

    /// Writes bytes as they are; not for a terminal.
    static func bytes(_ bytes: [UInt8]) {
        flush()
        write(bytes, to: STDOUT_FILENO)
    }

    /// Writes a line of a list, which a terminal shows in one row of its own.
    static func row(_ text: String) { line(isTerminal ? Clip.text(text, columns: columns) : text) }

    /// Writes what is waiting. Where nobody reads any more, the program ends as others do.
    static func flush() {
        write(buffer, to: STDOUT_FILENO)
        buffer.removeAll(keepingCapacity: true)
    }

    /// Puts a complaint on standard error, on a line of its own.
    static func complain(_ message: String) {
        flush()
        clearProgress()
        let text = Printable.visible("dossier: " + message) + "\n"
        write(Array(text.utf8), to: STDERR_FILENO)
    }

    /// Puts a question on standard error, and leaves the line open for the answer.
    static func ask(_ question: String) {
        flush()
        clearProgress()
        write(Array(Printable.visible(question).utf8), to: STDERR_FILENO)
    }

    /// Shows how far a job is, on one line of the terminal that the next message writes over.
    static func showProgress(_ message: String) {
        let line = String(Printable.visible(message).prefix(columns - 1))
        write(Array(("\r" + line + eraseToEnd).utf8), to: STDERR_FILENO)
        hasProgress = true
    }

    /// ECMA-48 EL: what stood on the line before goes.
    private static let eraseToEnd = "\u{1B}[K"
    /// As ``buffer``.
    nonisolated(unsafe) private static var hasProgress = false

    private static func clearProgress() {
        guard hasProgress else { return }
        hasProgress = false
        write(Array(("\r" + eraseToEnd).utf8), to: STDERR_FILENO)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        bytes.withUnsafeBytes { bytes in
            var written = 0
            while written < bytes.count {
                let count = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
                if count < 0 {
                    if errno == EINTR { continue }
                    Glibc.exit(ExitStatus.failed.rawValue)
                }
                written += count
            }
        }
    }
}
