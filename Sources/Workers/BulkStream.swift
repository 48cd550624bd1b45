import Formats
import Glibc
import Text

/// A file for bulk that is too large to be held, read from where it is open piece by piece: a mailbox, each piece by a worker, or
/// articles in JSON Lines. What it costs in memory does not grow with the file, a message that ends its worker costs the few that
/// were sent with it, and a line that is no article costs itself.
public final class BulkStream {
    /// Bytes of the beginning that tell what a file is.
    public static let headSize = 64 << 10

    /// Why it cannot be read on.
    public enum Failure: Error, Hashable, Sendable {
        /// With the system's error number.
        case system(Int32)
        /// There is nothing to read it with.
        case workers(WorkersError)
        case interrupted
    }

    private static let readSize = 1 << 20

    private let descriptor: Int32
    private let name: String
    private let modified: Int64?
    private let limits: FormatLimits
    private let pool: WorkerPool
    /// One of the two; each by itself, so that its buffer is not copied.
    private var mailbox: MailboxPieces?
    private var lines: JSONLinesPieces?
    private var hasher = ContentHasher()

    /// Reads on from where `descriptor` stands, which stays the caller's. `modified` is in seconds since 1970.
    public init(
        _ descriptor: Int32, as format: BulkFormat, name: String, modified: Int64?, limits: FormatLimits = FormatLimits(), pool: WorkerPool
    ) {
        self.descriptor = descriptor
        self.name = name
        self.modified = modified
        self.limits = limits
        self.pool = pool
        switch format {
        case .mailbox: mailbox = MailboxPieces(pieceSize: limits.bulkSize / 2, messageSize: limits.fileSize)
        case .jsonLines: lines = JSONLinesPieces(pieceSize: limits.bulkSize / 2, lineSize: limits.lineSize)
        }
    }

    /// What the file that `descriptor` is open on, of `size` bytes, is to be read as: nothing where it is not for bulk, or smaller than
    /// ``FormatLimits/bulkSize``. Looks at its beginning, and leaves the descriptor where it stands.
    public static func format(_ descriptor: Int32, size: Int, name: String, limits: FormatLimits = FormatLimits()) -> BulkFormat? {
        guard size >= limits.bulkSize else { return nil }
        let head = [UInt8](unsafeUninitializedCapacity: headSize) { buffer, count in
            count = max(0, pread(descriptor, buffer.baseAddress, buffer.count, 0))
        }
        return (try? Formats.format(of: SourceFile(name: name, bytes: head))).flatMap(BulkFormat.init)
    }

    /// The articles of the next piece, and what could not be read of it; it may hold neither. Nothing behind the last.
    public func next() throws(Failure) -> [Result<Reading, FormatError>]? {
        if let piece = try mailbox?.next({ () throws(Failure) in try self.read() }) { return try results(of: piece) }
        guard let piece = try lines?.next({ () throws(Failure) in try self.read() }) else { return nil }
        return Array(Formats.readings(in: piece, name: name, modified: modified, limits: limits))
    }

    /// Of all bytes that were read. To be asked for once, when there is no more.
    public func contentHash() -> ContentHash { hasher.finish() }

    private func results(of piece: MailboxPieces.Piece) throws(Failure) -> [Result<Reading, FormatError>] {
        let file = SourceFile(name: name, bytes: piece.bytes, modified: modified)
        do throws(ReadingFailure) {
            var results = Array(try pool.readings(in: file, as: .mailbox, limits: limits))
            if pool.isInterrupted { throw ReadingFailure.interrupted }
            if piece.isCut, case .success(var reading) = results.first {
                reading.notes.append(FormatNote(file: name, reason: .textCut(limit: limits.fileSize)))
                results[0] = .success(reading)
            }
            return results
        } catch {
            switch error {
            case .file(let error): return [.failure(error)]
            case .workers(let error): throw .workers(error)
            case .interrupted: throw .interrupted
            }
        }
    }

    private func read() throws(Failure) -> [UInt8] {
        var number: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.readSize) { buffer, count in
            var result: Int
            repeat { result = Glibc.read(descriptor, buffer.baseAddress, buffer.count) } while result < 0 && errno == EINTR
            if result < 0 { number = errno }
            count = max(0, result)
        }
        guard number == 0 else { throw .system(number) }
        bytes.withUnsafeBytes { hasher.update($0) }
        return bytes
    }
}
