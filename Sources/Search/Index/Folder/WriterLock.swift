import Glibc

/// Held by the one process that writes an index. The kernel gives it back when the process ends, however it ends.
///
/// `flock` belongs to the open file and not to the process, so two indexes in one process exclude each other as well.
final class WriterLock: Sendable {
    private static let name = "lock"

    private let descriptor: Int32

    /// Throws ``IndexError/locked(path:)`` where another holds it.
    init(_ files: IndexFiles) throws(IndexError) {
        let descriptor = open(files.path(Self.name), O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw files.error() }
        var result = flock(descriptor, LOCK_EX | LOCK_NB)
        while result != 0, errno == EINTR { result = flock(descriptor, LOCK_EX | LOCK_NB) }
        guard result == 0 else {
            let number = errno
            close(descriptor)
            throw number == EWOULDBLOCK ? IndexError.locked(path: files.folder) : files.error(number)
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }
}
