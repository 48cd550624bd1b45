import Formats

/// The messages of a mailbox (mbox, RFC 4155), one after the other.
///
/// A message begins at a line with `From ` at the beginning of the file, or behind an empty line where a header field
/// follows: a sentence that begins so begins no message. One `>` goes from lines that are `From ` behind such signs, which
/// the writer put there.
struct Mailbox: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.firstIndex { $0 != 0x0A && $0 != 0x0D } ?? bytes.count
    }

    /// The next message, without its line of `From `. Linear over all of them.
    mutating func next() -> [UInt8]? {
        guard position < bytes.count else { return nil }
        var start = position
        if bytes[start...].starts(with: MailboxMark.text) { start = lineEnd(from: start) }
        var place = start
        var isAfterEmpty = false
        var quoted: [Int] = []
        while place < bytes.count {
            if isAfterEmpty, MailboxMark.isBeginning(place, in: bytes[...]) { break }
            if bytes[place] == UInt8(ascii: ">"), isQuotedMark(place) { quoted.append(place) }
            let end = lineEnd(from: place)
            isAfterEmpty = bytes[place] == 0x0A || bytes[place] == 0x0D && end - place <= 2
            place = end
        }
        position = place
        return message(start..<place, without: quoted)
    }

    private func message(_ range: Range<Int>, without signs: [Int]) -> [UInt8] {
        guard !signs.isEmpty else { return Array(bytes[range]) }
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var start = range.lowerBound
        for sign in signs {
            result += bytes[start..<sign]
            start = sign + 1
        }
        return result + bytes[start..<range.upperBound]
    }

    private func lineEnd(from start: Int) -> Int {
        bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    }

    private func isQuotedMark(_ place: Int) -> Bool {
        bytes[place...].drop { $0 == UInt8(ascii: ">") }.starts(with: MailboxMark.text)
    }
}
