/// A file with an article a line, of any size, in pieces of whole lines, as it is read from somewhere: what is held does not grow
/// with it.
package struct JSONLinesPieces {
    /// Lines one behind the other, a file by themselves.
    package struct Piece: Hashable {
        /// None where it is one line that is longer than a line may be.
        package var bytes: [UInt8]
        /// The number of its first line in the file, counted from 1.
        package var line: Int
    }

    /// Lines of a piece: each may be an article, which is held with all that is known of it.
    package static let mostLines = 5_000

    private let pieceSize: Int
    private let lineSize: Int
    private var buffer: [UInt8] = []
    /// Where what was not handed on yet begins in the buffer.
    private var start = 0
    /// Before that place of the buffer no line ends; behind `start`.
    private var looked = 0
    /// The number of the line that begins at `start`.
    private var line = 1
    private var isOver = false
    /// Whether the rest of a line that is too long is passed over, and whether it has held anything but white space.
    private var passing: (isOn: Bool, isFilled: Bool) = (false, false)

    /// Pieces have `pieceSize` bytes at most, but for those of one line, which may have `lineSize` without its end.
    package init(pieceSize: Int = 2 << 20, lineSize: Int) {
        self.pieceSize = max(1, pieceSize)
        self.lineSize = max(1, lineSize)
    }

    /// The next piece; nothing behind the last. `read` gives the bytes that follow, as many as it likes, and none at the
    /// end; what it throws is thrown. Linear over all pieces.
    package mutating func next<Failure: Error>(_ read: () throws(Failure) -> [UInt8]) throws(Failure) -> Piece? {
        while true {
            if let piece = passing.isOn ? pass() : piece() { return piece }
            if isOver {
                guard start < buffer.count else { return nil }
                continue
            }
            let more = try read()
            if more.isEmpty { isOver = true } else { append(more) }
        }
    }

    private mutating func append(_ bytes: [UInt8]) {
        buffer.removeFirst(start)
        looked -= start
        start = 0
        buffer += bytes
    }

    /// What it holds at the moment, for tests.
    package var heldBytes: Int { buffer.count }

    private var count: Int { buffer.count - start }

    /// What can be handed on of what is there.
    private mutating func piece() -> Piece? {
        guard count > 0, count >= pieceSize || isOver else { return nil }
        let (end, lines) = wholeLines
        if isOver, end == buffer.count || lines == 0 && count <= lineSize { return take(buffer.count, lines: lines) }
        if lines > 0 { return take(end, lines: lines) }
        if let end = firstEnd() {
            if end - start <= lineSize { return take(end + 1, lines: 1) }
        } else if !isOver, count <= lineSize {
            return nil
        }
        passing = (true, false)
        return pass()
    }

    /// Where the lines end that a piece may have, and how many they are.
    private var wholeLines: (end: Int, lines: Int) {
        var (end, lines) = (start, 0)
        for place in start..<min(start + pieceSize, buffer.count) where buffer[place] == 0x0A {
            (end, lines) = (place + 1, lines + 1)
            if lines == Self.mostLines { break }
        }
        return (end, lines)
    }

    private mutating func firstEnd() -> Int? {
        let place = buffer[max(start, looked)...].firstIndex(of: 0x0A)
        looked = place ?? buffer.count
        return place
    }

    private mutating func take(_ end: Int, lines: Int) -> Piece {
        let piece = Piece(bytes: Array(buffer[start..<end]), line: line)
        line += lines
        start = end
        return piece
    }

    /// Drops what is there of a line that is too long. The piece without bytes that stands for it, when it has come to its end; none for
    /// one of white space.
    private mutating func pass() -> Piece? {
        let end = buffer[start...].firstIndex(of: 0x0A) ?? buffer.count
        passing.isFilled = passing.isFilled || buffer[start..<end].contains { $0 > 0x20 }
        start = min(end + 1, buffer.count)
        guard end < buffer.count || isOver else { return nil }
        defer { line += 1 }
        passing.isOn = false
        return passing.isFilled ? Piece(bytes: [], line: line) : nil
    }
}
