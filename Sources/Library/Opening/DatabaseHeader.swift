import Glibc

/// The first bytes of a database file, read without SQLite, which would begin to write in the file's folder.
struct DatabaseHeader: Hashable {
    var version: Int
    var applicationID: Int32

    private static let magic = Array("SQLite format 3\0".utf8)
    private static let length = 100

    /// What a file turned out to be.
    enum Finding: Hashable {
        case missing
        case empty
        case foreign
        case database(DatabaseHeader)
    }

    /// As the SQLite file format lays it out: the magic at 0, the user version at 60, the application at 68, big-endian.
    static func read(_ path: String) -> Finding {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return .missing }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: length)
        let count = Glibc.read(file, &bytes, length)
        if count == 0 { return .empty }
        guard count == length, bytes.starts(with: magic) else { return .foreign }
        return .database(
            DatabaseHeader(
                version: Int(Int32(bitPattern: number(at: 60, in: bytes))),
                applicationID: Int32(bitPattern: number(at: 68, in: bytes))))
    }

    private static func number(at offset: Int, in bytes: [UInt8]) -> UInt32 {
        bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | UInt32($1) }
    }
}
