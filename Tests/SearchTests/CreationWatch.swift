import Glibc

/// Tells at once when a file is made in a folder, by the kernel's `inotify`.
final class CreationWatch {
    private let descriptor: Int32

    /// Makes the folder, and watches it from now on.
    init(_ folder: String) throws {
        descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        guard mkdir(folder, 0o755) == 0, descriptor >= 0, inotify_add_watch(descriptor, folder, UInt32(IN_CREATE)) >= 0 else {
            throw WatchFailed(number: errno)
        }
    }

    struct WatchFailed: Error {
        var number: Int32
    }

    deinit { close(descriptor) }

    /// Forgets what was made so far.
    func forget() { while !read().isEmpty {} }

    /// Waits until a file of that name is made, for two seconds at most.
    func wait(for name: String) {
        var bytes: [UInt8] = []
        let wanted = Array(name.utf8)
        while !bytes.indices.contains(where: { bytes[$0...].starts(with: wanted) }) {
            var one = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&one, 1, 2_000) > 0 else { return }
            bytes += read()
        }
    }

    /// The events as the kernel writes them: numbers, and the name.
    private func read() -> [UInt8] {
        var piece = [UInt8](repeating: 0, count: 4_096)
        let count = Glibc.read(descriptor, &piece, piece.count)
        return count > 0 ? Array(piece[..<count]) : []
    }
}
