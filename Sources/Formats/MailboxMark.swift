/// Where a message of a mailbox (mbox, RFC 4155) begins.
package enum MailboxMark {
    package static let text = Array("From ".utf8)
    package static let quoted = Array(">From ".utf8)

    /// Whether a line with `From ` begins at `place`, and a header field in the next one: a sentence that begins so begins no
    /// message. It is for who asks to know that an empty line is before it.
    package static func isBeginning(_ place: Int, in bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes[place...].starts(with: text), let end = bytes[place...].firstIndex(of: 0x0A) else { return false }
        let line = bytes[(end + 1)...].prefix(200).prefix { $0 != 0x0A }
        if line.starts(with: quoted) { return true }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return false }
        return line[..<colon].allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }
}
