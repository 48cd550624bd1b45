import Formats
import Glibc
import Library
import Text
import Workers

/// What is put into a library's folder: bytes that are held, or a file that is too large for that and is copied piece by piece.
enum AddedContent {
    case held(FileContent)
    case large(LargeFile)

    var hash: ContentHash {
        switch self {
        case .held(let content): content.hash
        case .large(let file): file.hash
        }
    }

    var size: Int64 {
        switch self {
        case .held(let content): Int64(content.bytes.count)
        case .large(let file): file.stamp.size
        }
    }

    var stamp: FileStamp {
        switch self {
        case .held(let content): content.stamp
        case .large(let file): file.stamp
        }
    }

    /// Writes it to `descriptor`.
    func write(to descriptor: Int32) throws(FileSystem.Failure) {
        switch self {
        case .held(let content): try content.bytes.withUnsafeBytes { bytes in Result { () throws(FileSystem.Failure) in try FileSystem.write(bytes, to: descriptor) } }.get()
        case .large(let file): try file.write(to: descriptor)
        }
    }
}

/// A file that is open, and whose bytes were looked through once for their hash.
final class LargeFile {
    let stamp: FileStamp
    let hash: ContentHash
    /// The beginning of it.
    let head: [UInt8]
    private let descriptor: Int32

    /// Nothing where the file at `path` is none that is read in pieces, or cannot be opened: it is then for others to say why.
    init?(_ path: String, limits: FormatLimits) throws(FileSystem.Failure) {
        guard let opened = try? FileSystem.openFile(path, in: AT_FDCWD) else { return nil }
        guard let status = try? FileSystem.status(of: opened), status.kind == .file,
            BulkStream.format(opened, size: Int(status.stamp.size), name: path, limits: limits) != nil
        else {
            close(opened)
            return nil
        }
        descriptor = opened
        stamp = status.stamp
        head = try FileSystem.piece(of: opened, at: 0, size: BulkStream.headSize)
        hash = try FileSystem.hash(of: opened)
    }

    deinit { close(descriptor) }

    /// Throws where it is no longer what it was when it was looked through.
    func write(to target: Int32) throws(FileSystem.Failure) {
        var hasher = ContentHasher()
        var place = 0
        while true {
            let piece = try FileSystem.piece(of: descriptor, at: place, size: FileSystem.pieceSize)
            if piece.isEmpty { break }
            try piece.withUnsafeBytes { bytes in
                hasher.update(bytes)
                return Result { () throws(FileSystem.Failure) in try FileSystem.write(bytes, to: target) }
            }.get()
            place += piece.count
        }
        guard hasher.finish() == hash else { throw FileSystem.Failure(number: ESTALE) }
    }
}

extension FileSystem {
    static let pieceSize = 1 << 20

    /// What stands at `place`, up to `size` bytes; nothing behind the end.
    static func piece(of descriptor: Int32, at place: Int, size: Int) throws(Failure) -> [UInt8] {
        var failure: Failure?
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            var result: Int
            repeat { result = pread(descriptor, buffer.baseAddress, size, place) } while result < 0 && errno == EINTR
            if result < 0 { failure = Failure(number: errno) }
            count = max(result, 0)
        }
        if let failure { throw failure }
        return bytes
    }

    /// Of all that is in the file. Linear, and holds a piece of it.
    static func hash(of descriptor: Int32) throws(Failure) -> ContentHash {
        var hasher = ContentHasher()
        var place = 0
        while true {
            let piece = try piece(of: descriptor, at: place, size: pieceSize)
            if piece.isEmpty { return hasher.finish() }
            piece.withUnsafeBytes { hasher.update($0) }
            place += piece.count
        }
    }

    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws(Failure) {
        var written = 0
        while written < bytes.count {
            let count = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
            if count < 0, errno != EINTR { throw Failure(number: errno) }
            written += max(count, 0)
        }
    }
}
