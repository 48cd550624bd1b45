import Glibc

/// A file that appears whole or not at all: written beside its place, put on the disk, and then given its name.
struct AtomicFile: ~Copyable {
    /// What such a file is called until then ends so.
    static let unfinished = ".dossier-unfinished"

    private let path: String
    private let temporary: String
    private var descriptor: Int32
    private var buffer: [UInt8] = []

    /// Throws ``FileFailure``.
    init(_ path: String) throws {
        self.path = path
        let (folder, name) = Self.split(path)
        temporary = folder + "/.\(name).\(getpid())" + Self.unfinished
        unlink(temporary)
        descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileFailure(path: path, number: errno) }
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        unlink(temporary)
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
    }

    mutating func write(_ text: String) throws { try write(text.utf8) }

    mutating func write(_ bytes: some Sequence<UInt8>) throws {
        buffer += bytes
        if buffer.count >= 1 << 16 { try flush() }
    }

    private mutating func flush() throws {
        var written = 0
        while written < buffer.count {
            let count = buffer.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written) }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileFailure(path: path, number: errno)
            }
            written += count
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Gives the file its name, in place of what had it; without `replacing`, throws `EEXIST` where something has it. The disk has
    /// confirmed it when the call returns.
    mutating func commit(replacing: Bool = true) throws {
        try flush()
        guard fsync(descriptor) == 0, close(descriptor) == 0 else { throw FileFailure(path: path, number: errno) }
        descriptor = -1
        // A rename writes over what is there, a link does not.
        guard (replacing ? rename(temporary, path) : link(temporary, path)) == 0 else {
            let number = errno
            unlink(temporary)
            throw FileFailure(path: path, number: number)
        }
        if !replacing { unlink(temporary) }
        let folder = open(Self.split(path).folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }
}
