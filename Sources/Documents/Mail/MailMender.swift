import Formats

/// Mends messages whose headers run into their text without an empty line: one is put before the first line that is no
/// field, at the beginning of the message and behind the boundaries of its parts. The library would take such text for
/// broken fields, and drop it. Bounds them too: a header is as long as it may be, and there are so many parts.
struct MailMender {
    private let bytes: ArraySlice<UInt8>
    private let limits: MailLimits
    private var changes: [Change] = []
    /// Where the message is cut off.
    private var end: Int
    /// Bytes that were kept of the header at hand.
    private var headerSize = 0
    private var boundaries = 0

    private enum Change {
        /// An empty line is put before this place.
        case line(Int)
        case leftOut(Range<Int>)
    }

    struct Mended {
        var bytes: ArraySlice<UInt8>
        /// Whether parts were left out.
        var isCut: Bool
        /// Whether something of a header was left out.
        var isHeaderCut: Bool
    }

    /// The message as it is to be parsed, itself where nothing is missing and nothing too much. Linear.
    static func mended(_ bytes: ArraySlice<UInt8>, limits: MailLimits) -> Mended {
        var mender = MailMender(bytes: bytes, limits: limits)
        mender.survey()
        let isAsItWas = !mender.isCut && mender.changes.isEmpty
        return Mended(bytes: isAsItWas ? bytes : mender.changed, isCut: mender.isCut, isHeaderCut: mender.isHeaderCut)
    }

    private init(bytes: ArraySlice<UInt8>, limits: MailLimits) {
        self.bytes = bytes
        self.limits = limits
        end = bytes.endIndex
    }

    private var isCut: Bool { end < bytes.endIndex }

    private var isHeaderCut: Bool { changes.contains { if case .leftOut = $0 { true } else { false } } }

    private var changed: ArraySlice<UInt8> {
        var result: [UInt8] = []
        result.reserveCapacity(end - bytes.startIndex)
        var start = bytes.startIndex
        for change in changes {
            switch change {
            case .line(let place):
                result += bytes[start..<place]
                result.append(0x0A)
                start = place
            case .leftOut(let range):
                result += bytes[start..<range.lowerBound]
                start = range.upperBound
            }
        }
        return ArraySlice(result + bytes[min(start, end)..<end])
    }

    private enum State { case headers(fields: Int), text }

    /// Leaves out what `line`, one of a header, has beyond what a line and a header may have.
    private mutating func bound(_ line: Range<Int>) {
        let room = max(0, min(limits.headerLineSize, limits.headerSize - headerSize))
        // The end of a line of which something stays.
        let lineEnd = room > 0 && bytes[line.upperBound - 1] == 0x0A ? line.upperBound - 1 : line.upperBound
        let start = line.lowerBound + room
        headerSize += min(room, line.count)
        guard start < lineEnd else { return }
        let surplus = start..<lineEnd
        if case .leftOut(let range) = changes.last, range.upperBound == surplus.lowerBound {
            changes[changes.count - 1] = .leftOut(range.lowerBound..<surplus.upperBound)
        } else {
            changes.append(.leftOut(surplus))
        }
    }

    private mutating func survey() {
        var state = State.headers(fields: 0)
        var isAfterBoundary = false
        var place = bytes.startIndex
        while place < bytes.endIndex, boundaries <= limits.boundaries {
            let lineEnd = bytes[place...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
            let line = bytes[place..<lineEnd]
            switch state {
            case .headers(let fields):
                if Self.isEmpty(line) {
                    state = .text
                } else if Self.isField(line) || line.first.map(Bytes.isBlank) ?? false || Self.isMark(line) {
                    bound(place..<lineEnd)
                    state = .headers(fields: fields + 1)
                } else {
                    if fields > 0 { changes.append(.line(place)) }
                    state = .text
                }
            case .text:
                // Only where a field of a part follows does a line that looks like a boundary begin one.
                if isAfterBoundary, Self.isPartField(line) {
                    headerSize = 0
                    state = .headers(fields: 1)
                }
            }
            isAfterBoundary = line.count > 3 && line.starts(with: [0x2D, 0x2D])
            if isAfterBoundary { boundaries += 1 }
            place = lineEnd
        }
        end = place
    }

    private static func isEmpty(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy { $0 == 0x0A || $0 == 0x0D } }

    private static func isField(_ line: ArraySlice<UInt8>) -> Bool {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return false }
        let name = line[..<colon].reversed().drop { Bytes.isBlank($0) }
        return !name.isEmpty && name.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }

    private static func isPartField(_ line: ArraySlice<UInt8>) -> Bool {
        line.count > 8 && Bytes.lowercased(line.prefix(8)).elementsEqual("content-".utf8)
    }

    /// The line of a mailbox, quoted or not, which may stand among fields.
    private static func isMark(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: Array("From ".utf8)) || line.starts(with: Array(">From ".utf8))
    }
}
