import Glibc

/// Reads a file line by line, holding one line at a time.
struct LineReader: ~Copyable {
    /// No line may be longer.
    static let longest = 64 << 20

    private let path: String
    private let descriptor: Int32
    private let isOwn: Bool
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    /// `-` is standard input. Throws ``FileFailure``.
    init(_ path: String) throws {
        self.path = path
        isOwn = path != "-"
        descriptor = isOwn ? open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY) : STDIN_FILENO
        guard descriptor >= 0 else { throw FileFailure(path: path, number: errno) }
    }

    deinit { if isOwn { close(descriptor) } }

    /// The next line without its end; nothing at the end of the file. Throws ``FileFailure``, with `EFBIG` for a line that is too
    /// long.
    mutating func next() throws -> ArraySlice<UInt8>? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                return buffer[start..<end]
            }
            searched = buffer.count - start
            buffer.removeSubrange(..<start)
            start = 0
            guard buffer.count <= Self.longest else { throw FileFailure(path: path, number: EFBIG) }
            if isAtEnd {
                guard !buffer.isEmpty else { return nil }
                defer { start = buffer.count }
                return buffer[...]
            }
            try fill()
        }
    }

    /// All that is left, with `line` before it. Throws as ``next()``.
    mutating func rest(after line: ArraySlice<UInt8>) throws -> [UInt8] {
        var all = Array(line)
        all.append(0x0A)
        all += buffer[start...]
        start = buffer.count
        while !isAtEnd {
            buffer.removeAll(keepingCapacity: true)
            start = 0
            try fill()
            all += buffer
            guard all.count <= Self.longest else { throw FileFailure(path: path, number: EFBIG) }
        }
        buffer.removeAll()
        start = 0
        return all
    }

    private mutating func fill() throws {
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &piece, piece.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw FileFailure(path: path, number: errno)
            }
            isAtEnd = count == 0
            buffer += piece[..<count]
            return
        }
    }
}
