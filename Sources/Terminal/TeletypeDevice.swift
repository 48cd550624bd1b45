import Glibc

/// The terminal as a device: descriptors, modes and size.
struct TeletypeDevice {
    let input: Int32
    let output: Int32
    /// The modes that it had at first.
    let savedModes: termios
    private let opened: Int32?

    /// Standard input and output where they are the terminal. Where standard input is something else, such as a pipe,
    /// `/dev/tty` takes its place; standard output may not be something else.
    init() throws(ScreenError) {
        guard isatty(STDOUT_FILENO) == 1 else { throw .noTerminal }
        output = STDOUT_FILENO
        opened = isatty(STDIN_FILENO) == 1 ? nil : open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        input = opened ?? STDIN_FILENO
        var modes = termios()
        guard input >= 0, tcgetattr(input, &modes) == 0 else { throw .noTerminal }
        savedModes = modes
    }

    func closeOpened() {
        if let opened { close(opened) }
    }

    func restoreModes() {
        var modes = savedModes
        tcsetattr(input, TCSADRAIN, &modes)
    }

    /// The size as the system knows it; nil where it does not, as over a serial line.
    var size: (columns: Int, rows: Int)? {
        var size = winsize()
        guard ioctl(output, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
        return (min(Int(size.ws_col), TeletypeDevice.mostColumns), min(Int(size.ws_row), TeletypeDevice.mostRows))
    }

    /// A wrong size must not ask for gigabytes.
    private static let mostColumns = 2000
    private static let mostRows = 1000

    /// Writes all of it, waiting as long as the terminal takes.
    func write(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Glibc.write(output, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                rest = rest.dropFirst(count)
            }
        }
    }

    enum ReadResult {
        case bytes([UInt8])
        case nothing
        /// The terminal is gone.
        case end
    }

    /// What can be read now.
    func read() -> ReadResult {
        var problem: Int32 = 0
        var result = -1
        let bytes = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
            result = Glibc.read(input, buffer.baseAddress, buffer.count)
            problem = errno
            count = max(0, result)
        }
        if result > 0 { return .bytes(bytes) }
        return result < 0 && (problem == EINTR || problem == EAGAIN) ? .nothing : .end
    }
}
