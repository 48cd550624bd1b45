/// Where a section of a segment is gathered while the segment is written: in memory, and beyond a limit in a file that
/// has no name any more. The first section needs no other place than its own.
final class SegmentSink {
    private let buffer = Owned(ByteWriter(capacity: 1 << 12))
    private var spill: IndexFile?
    private let limit: Int
    /// Where the bytes of the first section go at once.
    private let output: SegmentOutput?
    private let makeFile: () throws(IndexError) -> IndexFile
    /// The bytes gathered so far.
    private(set) var count = 0

    /// Holds up to `limit` bytes in memory. `makeFile` makes the file for more.
    init(limit: Int, makeFile: @escaping () throws(IndexError) -> IndexFile) {
        self.limit = limit
        output = nil
        self.makeFile = makeFile
    }

    /// Hands what is written to `output`, which gets nothing else until ``drain(to:)``.
    init(firstIn output: SegmentOutput) {
        limit = 1 << 15
        self.output = output
        makeFile = { () throws(IndexError) in throw IndexError.tooLarge(path: "") }
    }

    /// Writes more. The bytes are counted, and moved to the file where there are too many.
    func write(_ body: (inout ByteWriter) -> Void) throws(IndexError) {
        if Self.write(&buffer.value, &count, body) > limit { try empty() }
    }

    /// Returns the bytes in memory.
    private static func write(_ buffer: inout ByteWriter, _ count: inout Int, _ body: (inout ByteWriter) -> Void) -> Int {
        let before = buffer.count
        body(&buffer)
        count += buffer.count - before
        return buffer.count
    }

    func append(_ bytes: UnsafeRawBufferPointer) throws(IndexError) {
        buffer.value.append(bytes)
        count += bytes.count
        if buffer.value.count > limit { try empty() }
    }

    private func empty() throws(IndexError) {
        if let output {
            try output.append(buffer.value.bytes)
            return buffer.value.removeAll()
        }
        let file: IndexFile
        if let spill { file = spill } else { file = try makeFile() }
        spill = file
        try file.write(buffer.value.bytes)
        buffer.value.removeAll()
    }

    /// Hands all that was gathered to `output`, piece by piece, in order.
    func drain(to output: SegmentOutput) throws(IndexError) {
        if let spill {
            var offset = 0
            while offset < count - buffer.value.count {
                let piece = try spill.read(at: offset, count: min(1 << 20, count - buffer.value.count - offset))
                try output.append(piece)
                offset += piece.count
            }
        }
        try output.append(buffer.value.bytes)
    }
}
