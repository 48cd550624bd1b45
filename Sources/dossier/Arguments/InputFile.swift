import Formats
import Glibc
import Text

/// A file that a command was given, read whole.
struct InputFile {
    /// Why a file could not be read, with the system's error number.
    struct Failure: ExplainedError {
        var path: String
        var number: Int32

        /// Whether there is no such file.
        var isMissing: Bool { number == ENOENT || number == ENOTDIR }

        var what: String { path }
        var why: String { String(cString: strerror(number)) }
        var remedy: String { "name a file that can be read" }
    }

    /// Reads `path`, or standard input where it is `-`, up to one byte more than `limit`.
    static func read(_ path: String, limit: Int = FormatLimits().fileSize) throws -> SourceFile {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw Failure(path: path, number: errno) }
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Failure(path: path, number: errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw Failure(path: path, number: EISDIR) }
        let bytes = try bytes(of: descriptor, path: path, limit: limit + 1)
        return SourceFile(name: path == "-" ? "standard input" : path, bytes: bytes, modified: Int64(status.st_mtim.tv_sec))
    }

    private static func bytes(of descriptor: Int32, path: String, limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        let size = 1 << 16
        while bytes.count < limit {
            var count = 0
            let piece = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
                count = Glibc.read(descriptor, buffer.baseAddress, size)
                filled = max(count, 0)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw Failure(path: path, number: errno)
            }
            if count == 0 { break }
            bytes.append(contentsOf: piece)
        }
        return bytes
    }
}
