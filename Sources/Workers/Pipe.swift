import Glibc

/// One end of a socket between the program and a worker: frames out, frames in.
final class Pipe {
    /// Why nothing more comes or goes.
    enum Failure: Error, Hashable {
        /// The other side is gone.
        case closed
        case garbled
        /// The time is up.
        case late
    }

    let descriptor: Int32
    private var buffer = [UInt8](repeating: 0, count: 64 << 10)
    private var filled = 0..<0

    /// Owns `descriptor`, and closes it.
    init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    // MARK: Sending

    /// `deadline` stops it, where there is one, as it does all of these.
    func send(_ frame: Frame, until deadline: Deadline? = nil) throws(Failure) {
        try send(Frame.header(frame.kind, length: frame.payload.count) + frame.payload, until: deadline)
    }

    func send(_ bytes: [UInt8], until deadline: Deadline?) throws(Failure) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress?.advanced(by: sent), $0.count - sent, Int32(MSG_NOSIGNAL))
            }
            if count > 0 {
                sent += count
            } else if count < 0, errno == EAGAIN {
                try wait(for: Int16(POLLOUT), until: deadline)
            } else if count < 0, errno == EINTR {
                continue
            } else {
                throw .closed
            }
        }
    }

    // MARK: Receiving

    func receive(until deadline: Deadline? = nil) throws(Failure) -> Frame {
        let header = try take(Frame.headerSize, until: deadline)
        guard let (kind, length) = Frame.parse(header: header) else { throw .garbled }
        return Frame(kind: kind, payload: try take(length, until: deadline))
    }

    /// Whether the other side has closed, or sent what nobody asked for.
    var isSpoiled: Bool {
        var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return !filled.isEmpty || poll(&polled, 1, 0) != 0
    }

    private func take(_ count: Int, until deadline: Deadline?) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(count, 64 << 20))
        while bytes.count < count {
            if filled.isEmpty { try fill(until: deadline) }
            let part = filled.prefix(count - bytes.count)
            bytes.append(contentsOf: buffer[part])
            filled = part.upperBound..<filled.upperBound
        }
        return bytes
    }

    private func fill(until deadline: Deadline?) throws(Failure) {
        while true {
            let count = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
            if count > 0 {
                filled = 0..<count
                return
            }
            guard count < 0, errno == EAGAIN || errno == EINTR else { throw .closed }
            if errno == EAGAIN { try wait(for: Int16(POLLIN), until: deadline) }
        }
    }

    private func wait(for events: Int16, until deadline: Deadline?) throws(Failure) {
        var polled = pollfd(fd: descriptor, events: events, revents: 0)
        let start = deadline?.clock()
        // Rounded up, so that the wait is not over a moment too early.
        let milliseconds = deadline.map { Int32(max(0, min($0.seconds * 1_000 + 1, 3_600_000))) } ?? -1
        let count = poll(&polled, 1, milliseconds)
        if let deadline, let start { deadline.seconds -= deadline.clock() - start }
        if count == 0 || deadline.map({ $0.seconds <= 0 }) ?? false, polled.revents == 0 { throw .late }
    }
}

/// How long may still be waited. Only waiting counts: what the program does between two answers is not the worker's fault.
final class Deadline {
    var seconds: Double
    let clock: @Sendable () -> Double

    init(seconds: Double, clock: @escaping @Sendable () -> Double) {
        self.seconds = seconds
        self.clock = clock
    }
}
