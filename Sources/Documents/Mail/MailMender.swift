import Formats

/// Mends messages whose headers run into their text without an empty line: one is put before the first line that is no
/// field, at the beginning of the message and behind the boundaries of its parts. The library would take such text for
/// broken fields, and drop it.
struct MailMender {
    private let bytes: ArraySlice<UInt8>
    private var places: [Int] = []

    /// The message as it is to be parsed; itself where nothing is missing. Linear.
    static func mended(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var mender = MailMender(bytes: bytes)
        mender.survey()
        guard !mender.places.isEmpty else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + mender.places.count)
        var start = bytes.startIndex
        for place in mender.places {
            result += bytes[start..<place]
            result.append(0x0A)
            start = place
        }
        return ArraySlice(result + bytes[start...])
    }

    private init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    private enum State { case headers(fields: Int), text }

    private mutating func survey() {
        var state = State.headers(fields: 0)
        var isAfterBoundary = false
        var place = bytes.startIndex
        while place < bytes.endIndex {
            let end = bytes[place...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
            let line = bytes[place..<end]
            switch state {
            case .headers(let fields):
                if Self.isEmpty(line) {
                    state = .text
                } else if Self.isField(line) || line.first.map(Bytes.isBlank) ?? false || Self.isMark(line) {
                    state = .headers(fields: fields + 1)
                } else {
                    if fields > 0 { places.append(place) }
                    state = .text
                }
            case .text:
                // Only where a field of a part follows does a line that looks like a boundary begin one.
                if isAfterBoundary, Self.isPartField(line) { state = .headers(fields: 1) }
            }
            isAfterBoundary = line.count > 3 && line.starts(with: [0x2D, 0x2D])
            place = end
        }
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
