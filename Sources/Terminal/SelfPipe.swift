import Glibc

/// A pipe from the process to itself, neither end of which blocks, so that threads and signal handlers can end a
/// `poll`.
final class SelfPipe: Sendable {
    let readEnd: Int32
    let writeEnd: Int32

    init() throws(ScreenError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .system(call: "pipe", code: errno) }
        (readEnd, writeEnd) = (ends[0], ends[1])
        for end in ends {
            // Programs that we start have no business with it.
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
    }

    deinit {
        close(readEnd)
        close(writeEnd)
    }

    func write(_ byte: UInt8) {
        var byte = byte
        // It fails only where the pipe is full, that is, the reader is awake anyway.
        _ = Glibc.write(writeEnd, &byte, 1)
    }

    /// What was written since the last call. At most 4096 bytes.
    func read() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
            count = max(0, Glibc.read(readEnd, buffer.baseAddress, buffer.count))
        }
    }
}
