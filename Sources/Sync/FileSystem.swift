import Glibc
import Library

/// The system calls of a sync, in one place.
enum FileSystem {
    /// What a path leads to.
    enum Kind: Hashable {
        case file, folder, link, other
    }

    struct Status: Hashable {
        var kind: Kind
        var stamp: FileStamp
        var device: UInt64
    }

    /// A system call's error number.
    struct Failure: Error, Hashable {
        let number: Int32
    }

    static func message(_ number: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard strerror_r(number, &buffer, buffer.count) == 0 else { return "error \(number)" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Opens a folder to look into it, relative to another one; a link in the last place is an error.
    static func openFolder(_ name: String, in folder: Int32 = AT_FDCWD, followsLink: Bool = false) throws(Failure)
        -> Int32
    {
        try call {
            openat(folder, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK | (followsLink ? 0 : O_NOFOLLOW))
        }
    }

    /// Opens a file to read it. Never waits for a pipe, never takes a terminal.
    static func openFile(_ name: String, in folder: Int32) throws(Failure) -> Int32 {
        try call { openat(folder, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
    }

    /// The names in an open folder, hidden ones left out, ordered by their bytes.
    static func names(in folder: Int32) throws(Failure) -> [[UInt8]] {
        // The stream owns its descriptor, and closes it.
        let descriptor = try call { fcntl(folder, F_DUPFD_CLOEXEC, 0) }
        guard let stream = fdopendir(descriptor) else {
            let number = errno
            close(descriptor)
            throw Failure(number: number)
        }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                if errno != 0 { throw Failure(number: errno) }
                return names.sorted { $0.lexicographicallyPrecedes($1) }
            }
            let name = Self.name(of: entry)
            if name.first != UInt8(ascii: ".") { names.append(name) }
        }
    }

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
        withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: UInt8.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) { bytes in
                Array(
                    UnsafeBufferPointer(
                        start: bytes, count: strlen(UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self))))
            }
        }
    }

    static func status(of name: String, in folder: Int32, followsLinks: Bool) throws(Failure) -> Status {
        var status = stat()
        _ = try call { fstatat(folder, name, &status, followsLinks ? 0 : AT_SYMLINK_NOFOLLOW) }
        return Status(status)
    }

    static func status(of descriptor: Int32) throws(Failure) -> Status {
        var status = stat()
        _ = try call { fstat(descriptor, &status) }
        return Status(status)
    }

    /// What can be read from `descriptor`, up to `limit` bytes. `expected` is how much is likely.
    static func bytes(from descriptor: Int32, expected: Int, limit: Int) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        // One more than expected, so that the end is met in the same call.
        var capacity = min(max(expected, 0), limit) + 1
        while bytes.count < limit {
            let wanted = min(capacity, limit - bytes.count + 1)
            let (part, failure) = chunk(from: descriptor, wanted)
            if let failure { throw failure }
            if part.isEmpty { break }
            if bytes.isEmpty { bytes = part } else { bytes.append(contentsOf: part) }
            capacity = 1 << 16
        }
        return bytes
    }

    private static func chunk(from descriptor: Int32, _ size: Int) -> ([UInt8], Failure?) {
        var failure: Failure?
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            var result: Int
            repeat { result = read(descriptor, buffer.baseAddress, size) } while result < 0 && errno == EINTR
            if result < 0 { failure = Failure(number: errno) }
            count = max(result, 0)
        }
        return (bytes, failure)
    }

    static func call(_ body: () -> Int32) throws(Failure) -> Int32 {
        while true {
            let result = body()
            if result >= 0 { return result }
            guard errno == EINTR else { throw Failure(number: errno) }
        }
    }
}

extension FileSystem.Status {
    init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        let modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
        stamp = FileStamp(size: Int64(status.st_size), modified: modified, inode: UInt64(status.st_ino))
        device = UInt64(status.st_dev)
    }
}
