import Glibc

/// A file that was read and is kept open: as long as it is, no other file gets its number, so that one look at its name tells
/// whether another has taken its place.
final class HeldFile: Sendable {
    private struct Stamp: Hashable, Sendable {
        var device: UInt64
        var number: UInt64
        var size: Int64
        var seconds: Int64
        var nanoseconds: Int64

        init(_ status: stat) {
            device = UInt64(status.st_dev)
            number = UInt64(status.st_ino)
            size = Int64(status.st_size)
            seconds = Int64(status.st_mtim.tv_sec)
            nanoseconds = Int64(status.st_mtim.tv_nsec)
        }
    }

    private let descriptor: Int32
    private let stamp: Stamp

    /// Takes over `descriptor`, closed with this. Nothing, with `errno`, where it cannot be looked at.
    init?(_ descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let number = errno
            close(descriptor)
            errno = number
            return nil
        }
        self.descriptor = descriptor
        stamp = Stamp(status)
    }

    deinit { close(descriptor) }

    /// Whether the file still has the name `path`, and was not written to.
    func isStill(at path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && Stamp(status) == stamp
    }
}
