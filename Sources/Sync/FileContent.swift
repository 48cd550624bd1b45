import Formats
import Glibc
import Library
import Text

/// The bytes of a file as they were at one moment.
struct FileContent {
    var bytes: [UInt8]
    /// Taken when they were read.
    var stamp: FileStamp
    var hash: ContentHash

    /// Why there are none.
    enum Failure: Error, Hashable {
        /// It is no longer there.
        case vanished
        case refused(SyncError)
        case tooLarge(FormatError)
    }

    private static let attempts = 3

    /// Reads the file at `path` in `folder`. Where it changes meanwhile it is read once more, and given up after three
    /// attempts.
    init(_ path: String, in folder: Int32, limit: Int) throws(Failure) {
        for _ in 0..<Self.attempts {
            if let content = try Self.attempt(path, in: folder, limit: limit) {
                self = content
                return
            }
        }
        throw .refused(SyncError(path: path, reason: .changing))
    }

    /// What is in no file yet; `modified` is in seconds since 1970.
    init(bytes: [UInt8], modified: Int64) {
        self.init(bytes: bytes, stamp: FileStamp(size: Int64(bytes.count), modified: modified * 1_000_000_000, inode: 0))
    }

    private init(bytes: [UInt8], stamp: FileStamp) {
        self.bytes = bytes
        self.stamp = stamp
        hash = bytes.withUnsafeBytes { ContentHash(of: $0) }
    }

    private static func attempt(_ path: String, in folder: Int32, limit: Int) throws(Failure) -> FileContent? {
        do {
            let descriptor = try FileSystem.openFile(path, in: folder)
            defer { close(descriptor) }
            let before = try FileSystem.status(of: descriptor)
            guard before.kind == .file else { throw Failure.refused(SyncError(path: path, reason: .notAFile)) }
            let size = Int(before.stamp.size)
            guard size <= limit else {
                throw Failure.tooLarge(FormatError(file: path, reason: .tooLarge(size: size, limit: limit)))
            }
            let bytes = try FileSystem.bytes(from: descriptor, expected: size, limit: limit + 1)
            let after = try FileSystem.status(of: descriptor)
            return after == before && bytes.count == size ? FileContent(bytes: bytes, stamp: before.stamp) : nil
        } catch let failure as FileSystem.Failure {
            if failure.number == ENOENT { throw .vanished }
            throw .refused(SyncError(path: path, reason: .system(failure.number)))
        } catch let failure as Failure {
            throw failure
        } catch {
            throw .refused(SyncError(path: path, reason: .changing))
        }
    }
}
