/// Where a section of a segment is gathered while the segment is written: in memory, and beyond a limit in a file that
/// has no name any more.
final class SegmentSink {
    private var buffer = ByteWriter(capacity: 1 << 12)
    private var spill: IndexFile?
    private let limit: Int
    private let makeFile: () throws(IndexError) -> IndexFile
    /// The bytes gathered so far.
    private(set) var count = 0

    /// Holds up to `limit` bytes in memory. `makeFile` makes the file for more.
    init(limit: Int, makeFile: @escaping () throws(IndexError) -> IndexFile) {
        self.limit = limit
        self.makeFile = makeFile
    }

    /// Writes more. The bytes are counted, and moved to the file where there are too many.
    func write(_ body: (inout ByteWriter) -> Void) throws(IndexError) {
        let before = buffer.count
        body(&buffer)
        count += buffer.count - before
        if buffer.count > limit { try empty() }
    }

    func append(_ bytes: UnsafeRawBufferPointer) throws(IndexError) {
        buffer.append(bytes)
        count += bytes.count
        if buffer.count > limit { try empty() }
    }

    private func empty() throws(IndexError) {
        let file: IndexFile
        if let spill { file = spill } else { file = try makeFile() }
        spill = file
        try file.write(buffer.bytes)
        buffer.removeAll()
    }

    /// Hands all that was gathered to `output`, piece by piece, in order.
    func drain(to output: SegmentOutput) throws(IndexError) {
        if let spill {
            var offset = 0
            while offset < count - buffer.count {
                let piece = try spill.read(at: offset, count: min(1 << 20, count - buffer.count - offset))
                try output.append(piece)
                offset += piece.count
            }
        }
        try output.append(buffer.bytes)
    }
}
