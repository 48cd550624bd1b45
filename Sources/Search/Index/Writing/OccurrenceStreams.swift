import Text

/// The occurrences of terms while a segment is gathered in memory: a growing string of bytes for each term.
///
/// A byte string lies in slices of one arena, each twice as long as the one before, to 4 KiB; the last four bytes of a
/// slice say where the next begins. So rare terms take little and frequent ones few jumps (Lucene's byte pools).
///
/// An occurrence in the document of the one before is `gap << 2`, the first in a document `(document gap << 2) | 1` and
/// then its position, all as varints. Documents and positions ascend. Each occurrence has a rank in its document, that of
/// the one before and one more, from 0; where it is another, as with a form of a stem that has several, 2 is added to the
/// first number and the rank follows.
struct OccurrenceStreams: ~Copyable {
    struct Stream {
        var head: UInt32 = 0
        var write: UInt32 = 0
        var sliceEnd: UInt32 = 0
        var lastPosition: UInt32 = 0
        /// One more than the last document.
        var lastDocument: UInt32 = 0
        var documents: UInt32 = 0
        var slices: UInt32 = 0
        /// What rank the next occurrence in the last document has, if no other is given.
        var nextRank: UInt32 = 0
    }

    private static let firstSlice: UInt32 = 16
    private static let longestSlice: UInt32 = 4_096

    private var table = LargeArray<Stream>(capacity: 1 << 8)
    private var slices = LargeArray<UInt8>(capacity: 1 << 16)
    /// What was read ahead of its use, so that reading it is not left out.
    private var touched: UInt32 = 0

    private var streams: UnsafeMutablePointer<Stream> { @inline(__always) get { table.base } }
    private var arena: UnsafeMutablePointer<UInt8> { @inline(__always) get { slices.base } }

    init() {}

    /// In bytes.
    var size: Int { slices.count + table.count * MemoryLayout<Stream>.stride }

    /// Forgets all streams and keeps the memory.
    mutating func removeAll() {
        slices.truncate(to: 0)
        table.truncate(to: 0)
    }

    /// In how many documents a term stands.
    func documents(of number: Int) -> Int { Int(streams[number].documents) }

    /// Adds an empty stream.
    mutating func addStream() { table.append(Stream()) }

    /// Notes the words of a document: each in the stream of its form, and in that of its stem where `owners` has its bit.
    mutating func append(
        _ words: UnsafeBufferPointer<DocumentAnalysis.Word>, _ owners: UnsafeBufferPointer<UInt64>, document: UInt32
    ) {
        for start in stride(from: 0, to: words.count, by: Self.batch) {
            let group = UnsafeBufferPointer(rebasing: words[start..<min(start + Self.batch, words.count)])
            touch(group)
            append(group: group, owners, document)
        }
    }

    /// Words are noted so many at a time. Most of the time goes into waiting for memory: read one after the other in a
    /// short loop, the places of several words come at once.
    private static let batch = 16

    /// Reads what noting `words` will read.
    private mutating func touch(_ words: UnsafeBufferPointer<DocumentAnalysis.Word>) {
        var sum: UInt32 = 0
        for word in words { sum &+= streams[Int(word.form)].write &+ streams[Int(word.stem)].write }
        for word in words {
            sum &+= UInt32(arena[Int(streams[Int(word.form)].write)]) &+ UInt32(arena[Int(streams[Int(word.stem)].write)])
        }
        touched = sum
    }

    private mutating func append(
        group: UnsafeBufferPointer<DocumentAnalysis.Word>, _ owners: UnsafeBufferPointer<UInt64>, _ document: UInt32
    ) {
        for word in group {
            if owners[Int(word.stem) &>> 6] &>> UInt64(word.stem & 63) & 1 == 1 {
                let rank = append(Int(word.stem), document: document, position: word.position)
                append(Int(word.form), document: document, position: word.position, rank: rank)
            } else {
                append(Int(word.form), document: document, position: word.position)
            }
        }
    }

    /// Notes an occurrence, and tells how many there were before in the document.
    @inline(__always)
    @discardableResult
    mutating func append(_ number: Int, document: UInt32, position: UInt32) -> UInt32 {
        let stream = streams + number
        let rank = stream.pointee.lastDocument == document &+ 1 ? stream.pointee.nextRank : 0
        append(number, document: document, position: position, rank: rank)
        return rank
    }

    /// Notes an occurrence that is number `rank` of its stem in the document.
    @inline(__always)
    mutating func append(_ number: Int, document: UInt32, position: UInt32, rank: UInt32) {
        let stream = streams + number
        if stream.pointee.lastDocument == document &+ 1 {
            let hasRank: UInt32 = rank == stream.pointee.nextRank ? 0 : 2
            put((position &- stream.pointee.lastPosition) << 2 | hasRank, stream)
            if hasRank != 0 { put(rank, stream) }
        } else {
            let hasRank: UInt32 = rank == 0 ? 0 : 2
            put((document &+ 1 &- stream.pointee.lastDocument) << 2 | hasRank | 1, stream)
            put(position, stream)
            if hasRank != 0 { put(rank, stream) }
            stream.pointee.lastDocument = document &+ 1
            stream.pointee.documents += 1
        }
        stream.pointee.lastPosition = position
        stream.pointee.nextRank = rank &+ 1
    }
}

extension OccurrenceStreams {
    @inline(__always)
    private mutating func put(_ value: UInt32, _ stream: UnsafeMutablePointer<Stream>) {
        var value = value
        while value >= 0x80 {
            put(byte: UInt8(truncatingIfNeeded: value) | 0x80, stream)
            value >>= 7
        }
        put(byte: UInt8(truncatingIfNeeded: value), stream)
    }

    @inline(__always)
    private mutating func put(byte: UInt8, _ stream: UnsafeMutablePointer<Stream>) {
        if stream.pointee.write == stream.pointee.sliceEnd { addSlice(stream) }
        arena[Int(stream.pointee.write)] = byte
        stream.pointee.write += 1
    }

    @inline(never)
    private mutating func addSlice(_ stream: UnsafeMutablePointer<Stream>) {
        let length = Self.length(ofSlice: stream.pointee.slices)
        let start = UInt32(slices.count)
        slices.lengthen(by: Int(length) + 4)
        if stream.pointee.slices == 0 {
            stream.pointee.head = start
        } else {
            UnsafeMutableRawPointer(arena + Int(stream.pointee.sliceEnd)).storeBytes(of: start, as: UInt32.self)
        }
        stream.pointee.slices += 1
        stream.pointee.write = start
        stream.pointee.sliceEnd = start + length
    }

    /// Of the slice `number` of a stream, without the four bytes after it.
    @inline(__always)
    private static func length(ofSlice number: UInt32) -> UInt32 { min(longestSlice, firstSlice << min(number, 8)) }

    /// The bytes of one stream, slice after slice.
    private struct Bytes {
        let arena: UnsafeMutablePointer<UInt8>
        let end: UInt32
        var read: UInt32
        var sliceEnd: UInt32
        var slices: UInt32 = 1

        init(_ stream: Stream, _ arena: UnsafeMutablePointer<UInt8>) {
            self.arena = arena
            end = stream.write
            read = stream.head
            sliceEnd = stream.slices == 0 ? 0 : stream.head + OccurrenceStreams.length(ofSlice: 0)
        }

        var isAtEnd: Bool { read == end }

        @inline(__always)
        mutating func byte() -> UInt8 {
            if read == sliceEnd {
                read = UnsafeRawPointer(arena + Int(sliceEnd)).loadUnaligned(as: UInt32.self)
                sliceEnd = read + OccurrenceStreams.length(ofSlice: slices)
                slices += 1
            }
            read += 1
            return arena[Int(read - 1)]
        }

        @inline(__always)
        mutating func varint() -> UInt32 {
            var value: UInt32 = 0
            var shift: UInt32 = 0
            while true {
                let next = byte()
                value |= UInt32(next & 0x7F) &<< shift
                if next < 0x80 { return value }
                shift += 7
            }
        }
    }

    /// Reads what ``read(_:into:)`` will read first of the streams `numbers`: see ``touch(_:)``.
    mutating func touch(_ numbers: ArraySlice<Int>) {
        var sum: UInt32 = 0
        for number in numbers { sum &+= streams[number].head }
        for number in numbers { sum &+= UInt32(arena[Int(streams[number].head)]) }
        touched = sum
    }

    /// Replaces `list` by the postings of stream `number`, as they were noted.
    func read(_ number: Int, into list: PostingList) {
        let stream = streams[number]
        var bytes = Bytes(stream, arena)
        var document: UInt32 = 0
        var position: UInt32 = 0
        var rank: UInt32 = 0
        list.removeAll(postings: Int(stream.documents))
        while !bytes.isAtEnd {
            let value = bytes.varint()
            if value & 1 == 1 {
                document &+= value >> 2
                position = bytes.varint()
                rank = 0
                list.begin(document &- 1)
            } else {
                position &+= value >> 2
            }
            if value & 2 == 2 { rank = bytes.varint() }
            list.add(position, rank)
            rank &+= 1
        }
        list.end()
    }

    /// Makes the empty stream `target` hold what `source` holds, each occurrence with the next rank.
    mutating func copy(_ source: Int, to target: Int) {
        let list = PostingList()
        read(source, into: list)
        for posting in list.all {
            for position in list.positions(of: posting) { append(target, document: posting.document, position: position) }
        }
    }
}
