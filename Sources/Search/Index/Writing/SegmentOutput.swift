/// Puts the parts of a segment together, in memory or in a file, and takes the check of each page on the way.
final class SegmentOutput {
    /// Nothing where the segment stays in memory.
    private let file: IndexFile?
    private var buffer = ByteWriter(capacity: 1 << 16)
    private var checks: [UInt64] = []
    /// The bytes before those in the buffer that have no check yet.
    private var written = 0
    /// Of the bytes in the buffer, those that have their check.
    private var checkedInBuffer = 0

    init(file: IndexFile?) { self.file = file }

    /// The bytes so far.
    var count: Int { written + buffer.count }

    func append(_ bytes: UnsafeRawBufferPointer) throws(IndexError) {
        var rest = bytes
        while !rest.isEmpty {
            let room = 1 << SegmentFormat.pageShift - (buffer.count - checkedInBuffer)
            let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(room))
            buffer.append(piece)
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(piece.count))
            if piece.count == room { try closePage() }
        }
    }

    func append(_ bytes: [UInt8]) throws(IndexError) {
        try bytes.withUnsafeBufferPointer { bytes throws(IndexError) in try append(UnsafeRawBufferPointer(bytes)) }
    }

    /// Zeros up to the next multiple of eight.
    func align() throws(IndexError) {
        let zeros: [UInt8] = Array(repeating: 0, count: -count & 7)
        try append(zeros)
    }

    private func closePage() throws(IndexError) {
        guard buffer.count > checkedInBuffer else { return }
        checks.append(XXHash64.hash(UnsafeRawBufferPointer(rebasing: buffer.bytes[checkedInBuffer...])))
        checkedInBuffer = buffer.count
        guard let file, buffer.count >= 1 << 20 else { return }
        try file.write(buffer.bytes)
        written += buffer.count
        buffer.removeAll()
        checkedInBuffer = 0
    }

    /// Ends the body and writes checks and footer. Returns the whole segment where it stays in memory.
    func finish(_ footer: SegmentFooter) throws(IndexError) -> UnsafeRawBufferPointer? {
        try closePage()
        footer.append(checks: checks, to: &buffer)
        if let file {
            try file.write(buffer.bytes)
            return nil
        }
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: buffer.count, alignment: 16)
        copy.copyMemory(from: buffer.bytes)
        return UnsafeRawBufferPointer(copy)
    }
}
