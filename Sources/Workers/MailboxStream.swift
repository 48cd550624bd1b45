import Formats
import Glibc
import Text

/// A mailbox that is too large to be held, read from an open file piece by piece, each piece by a worker: what it costs in
/// memory does not grow with the mailbox, and a message that ends its worker costs the few that were sent with it.
public final class MailboxStream {
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
    private var pieces: MailboxPieces
    private var hasher = ContentHasher()

    /// Reads on from where `descriptor` stands, which stays the caller's. `modified` is in seconds since 1970.
    public init(_ descriptor: Int32, name: String, modified: Int64?, limits: FormatLimits = FormatLimits(), pool: WorkerPool) {
        self.descriptor = descriptor
        self.name = name
        self.modified = modified
        self.limits = limits
        self.pool = pool
        pieces = MailboxPieces(pieceSize: limits.mailboxSize / 2, messageSize: limits.fileSize)
    }

    /// Whether the file that `descriptor` is open on, of `size` bytes, is a mailbox that is to be read so: one that is as large
    /// as ``FormatLimits/mailboxSize``. Looks at its beginning, and leaves the descriptor where it stands.
    public static func isFor(_ descriptor: Int32, size: Int, name: String, limits: FormatLimits = FormatLimits()) -> Bool {
        guard size >= limits.mailboxSize else { return false }
        let head = [UInt8](unsafeUninitializedCapacity: headSize) { buffer, count in
            count = max(0, pread(descriptor, buffer.baseAddress, buffer.count, 0))
        }
        return (try? Formats.format(of: SourceFile(name: name, bytes: head))) == .mailbox
    }

    /// The articles of some more messages, and what could not be read of them; nothing behind the last.
    public func next() throws(Failure) -> [Result<Reading, FormatError>]? {
        let piece = try pieces.next { () throws(Failure) in try self.read() }
        return try piece.map { (piece) throws(Failure) in try results(of: piece) }
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
