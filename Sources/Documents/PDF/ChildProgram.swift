import CConfine
import Glibc

/// Runs a program on bytes that it is fed over a socket, and hands on what it prints, piece by piece.
///
/// No shell, no file and no environment of ours: the program gets its arguments, its input, and limits on processor time
/// and memory. What takes too long or prints too much is killed, and the program has ended when the call returns. It dies with
/// the thread that runs it, should that be killed.
struct ChildProgram {
    /// How it came to its end.
    enum End: Hashable {
        /// With what it said of errors, the beginning of it.
        case ended(status: Int32, errors: String)
        case killed(signal: Int32)
        case tooSlow
        case tooMuch
        /// It could not be started; the number is the system's for the error.
        case notStarted(Int32)
    }

    let path: String
    let arguments: [String]
    /// By the clock and of the processor.
    var seconds: Int
    var memory: Int
    var outputSize: Int

    private static let pieceSize = 64 << 10
    private static let errorSize = 4 << 10

    /// The first of `folders` that holds the program `name`, as the whole path of it.
    static func path(of name: String, in folders: [String]) -> String? {
        folders.lazy.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }

    /// Feeds `input` and hands what is printed to `take`, which answers whether it wants more.
    func run(_ input: [UInt8], take: (ArraySlice<UInt8>) -> Bool) -> End {
        // A socket and not a pipe: what has closed its end is an error there, and no signal that ends this process.
        guard let feed = Self.pair(), let output = Self.pair() else { return .notStarted(errno) }
        guard let errors = Self.pair() else {
            (feed + output).forEach { _ = close($0) }
            return .notStarted(errno)
        }
        var child: pid_t = 0
        let deadline = Self.now() + Double(seconds)
        let fault = start(&child, feed[1], output[1], errors[1])
        for end in [feed[1], output[1], errors[1]] { close(end) }
        var flow = ChildFlow(feed: feed[0], output: output[0], errors: errors[0])
        defer { flow.close() }
        guard fault == 0 else { return .notStarted(fault) }
        let stop = flow.run(input, until: deadline, outputSize: outputSize, take: take)
        if stop != nil { kill(child, SIGKILL) }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        if let stop { return stop }
        let signal = status & 0x7F
        // The system ends what has used up its time, where it comes to it before we do.
        if signal == SIGXCPU || signal == SIGKILL && Self.now() >= deadline { return .tooSlow }
        return signal != 0 ? .killed(signal: signal) : .ended(status: (status >> 8) & 0xFF, errors: flow.errorText)
    }

    static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func pair() -> [Int32]? {
        var ends: [Int32] = [-1, -1]
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        return socketpair(AF_UNIX, type, 0, &ends) == 0 ? ends : nil
    }

    /// 0, or the number of the error.
    private func start(_ child: inout pid_t, _ input: Int32, _ output: Int32, _ errors: Int32) -> Int32 {
        Self.withStrings(["pdftotext"] + arguments) { arguments in
            Self.withStrings(["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"]) { environment in
                confine_start(&child, path, arguments, environment, [input, output, errors], UInt32(clamping: seconds), memory)
            }
        }
    }

    private static func withStrings(_ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Int32) -> Int32 {
        let copies: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) } + [nil]
        defer { copies.forEach { free($0) } }
        return body(copies)
    }
}

/// The three sockets of a program that runs: fed and drained in turn, so that neither side waits for the other.
private struct ChildFlow {
    private var feed: Int32
    private var output: Int32
    private var errors: Int32
    private var complaint: [UInt8] = []
    private static let errorSize = 4 << 10

    init(feed: Int32, output: Int32, errors: Int32) {
        self.feed = feed
        self.output = output
        self.errors = errors
    }

    var errorText: String { String(decoding: complaint, as: UTF8.self) }

    mutating func close() {
        for end in [feed, output, errors] where end >= 0 { _ = Glibc.close(end) }
        (feed, output, errors) = (-1, -1, -1)
    }

    /// Until the program closes its outputs. Answers why it has to be ended before, where it has.
    mutating func run(
        _ input: [UInt8], until deadline: Double, outputSize: Int, take: (ArraySlice<UInt8>) -> Bool
    ) -> ChildProgram.End? {
        var sent = 0
        var printed = 0
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        while output >= 0 || errors >= 0 {
            let left = deadline - ChildProgram.now()
            guard left > 0 else { return .tooSlow }
            var polled = [
                pollfd(fd: feed, events: Int16(POLLOUT), revents: 0), pollfd(fd: output, events: Int16(POLLIN), revents: 0),
                pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&polled, 3, Int32(min(left * 1_000 + 1, 1_000_000))) > 0 else { continue }
            if polled[0].revents != 0 { send(input, &sent) }
            if polled[1].revents != 0 {
                let count = read(output, &piece)
                if count <= 0 { Self.end(&output) }
                printed += max(0, count)
                guard printed <= outputSize, count <= 0 || take(piece[..<count]) else { return .tooMuch }
            }
            if polled[2].revents != 0 {
                let count = read(errors, &piece)
                if count <= 0 { Self.end(&errors) }
                complaint += piece.prefix(min(max(0, count), Self.errorSize - complaint.count))
            }
        }
        return nil
    }

    /// As much as goes without waiting; then the end is told.
    private mutating func send(_ input: [UInt8], _ sent: inout Int) {
        let count = input[sent...].withUnsafeBytes {
            Glibc.send(feed, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
        }
        if count > 0 { sent += count }
        let isOver = count < 0 && errno != EAGAIN && errno != EINTR
        if sent == input.count || isOver { Self.end(&feed) }
    }

    private func read(_ descriptor: Int32, _ piece: inout [UInt8]) -> Int {
        while true {
            let count = piece.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 || errno != EINTR { return count }
        }
    }

    private static func end(_ descriptor: inout Int32) {
        _ = Glibc.close(descriptor)
        descriptor = -1
    }
}
