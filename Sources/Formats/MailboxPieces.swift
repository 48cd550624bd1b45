/// A mailbox of any size in pieces of whole messages, as it is read from somewhere: what is held does not grow with it.
package struct MailboxPieces {
    /// Messages one behind the other, a mailbox by themselves.
    package struct Piece: Hashable {
        package var bytes: [UInt8]
        /// Whether it is one message whose end was left out, since it is longer than a message may be.
        package var isCut = false
    }

    /// Bytes of a line with `From ` and of the beginning of the next, which tell that a message begins.
    private static let lookAhead = 2_048

    private let pieceSize: Int
    private let messageSize: Int
    private var buffer: [UInt8] = []
    /// No message begins before that place, the first apart.
    private var looked = 1
    private var isOver = false
    /// Whether the rest of a cut message is to be passed over.
    private var isPassing = false

    /// Pieces have `pieceSize` bytes at most, but for those of one message, which may have `messageSize`.
    package init(pieceSize: Int = 4 << 20, messageSize: Int) {
        self.pieceSize = max(1, pieceSize)
        self.messageSize = max(messageSize, pieceSize)
    }

    /// The next piece; nothing behind the last. `read` gives the bytes that follow, as many as it likes, and none at the
    /// end; what it throws is thrown. Linear over all pieces.
    package mutating func next<Failure: Error>(_ read: () throws(Failure) -> [UInt8]) throws(Failure) -> Piece? {
        while true {
            if isPassing {
                if let start = firstBeginning() {
                    drop(start)
                    isPassing = false
                } else if isOver {
                    return nil
                } else {
                    // As much as a beginning that is not whole yet may have, with the empty line before it.
                    drop(max(0, buffer.count - Self.lookAhead))
                }
            } else if let piece = piece() {
                return piece
            }
            if isOver {
                guard !isPassing, !buffer.isEmpty else { return nil }
                continue
            }
            let more = try read()
            if more.isEmpty { isOver = true } else { buffer += more }
        }
    }

    /// What can be handed on of what is there.
    private mutating func piece() -> Piece? {
        if isOver, buffer.count <= pieceSize { return take(buffer.count) }
        guard buffer.count > pieceSize || isOver else { return nil }
        if let end = lastBeginning(before: min(pieceSize, buffer.count)) ?? firstBeginning() { return take(end) }
        if isOver, buffer.count <= messageSize { return take(buffer.count) }
        guard buffer.count > messageSize + Self.lookAhead || isOver else { return nil }
        var cut = take(messageSize)
        cut?.isCut = true
        isPassing = true
        return cut
    }

    private mutating func take(_ count: Int) -> Piece? {
        guard count > 0 else { return nil }
        let bytes = Array(buffer[..<count])
        drop(count)
        return Piece(bytes: bytes)
    }

    private mutating func drop(_ count: Int) {
        buffer.removeFirst(count)
        looked = 1
    }

    /// Beginnings behind this place may not be whole yet.
    private var horizon: Int { isOver ? buffer.count : max(0, buffer.count - Self.lookAhead) }

    private func lastBeginning(before end: Int) -> Int? {
        var place = min(end, horizon) - 1
        while place >= looked {
            if isBeginning(place) { return place }
            place -= 1
        }
        return nil
    }

    private mutating func firstBeginning() -> Int? {
        let end = horizon
        var place = looked
        while place < end {
            if isBeginning(place) { return place }
            place += 1
        }
        looked = max(looked, end)
        return nil
    }

    /// Behind an empty line.
    private func isBeginning(_ place: Int) -> Bool {
        guard buffer[place] == UInt8(ascii: "F"), place >= 2, buffer[place - 1] == 0x0A else { return false }
        let before = buffer[place - 2]
        guard before == 0x0A || before == 0x0D && place >= 3 && buffer[place - 3] == 0x0A else { return false }
        return MailboxMark.isBeginning(place, in: buffer[..<min(buffer.count, place + Self.lookAhead)])
    }
}
