import CUchardet
import Formats

/// Small work on the texts of mails.
enum MailText {
    static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 }) else {
            return []
        }
        return bytes[first...last]
    }

    /// With each run of white space and controls as one blank, and none at the ends.
    static func oneLine(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if byte > 0x20, byte != 0x7F {
                bytes.append(byte)
            } else if let last = bytes.last, last != 0x20 {
                bytes.append(0x20)
            }
        }
        if bytes.last == 0x20 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text of a part as UTF-8 with line feeds only and without controls, by what its header says, else by what its
    /// bytes look like.
    static func decoded(_ bytes: [UInt8], charset: String?) -> (bytes: [UInt8], notes: [FormatNote.Reason]) {
        let text = HTMLDecoding(bytes, charset: charset)
        let clean = text.bytes.contains { isControl($0) } ? text.bytes.filter { !isControl($0) } : text.bytes
        return (LineEnds.unified(clean), text.notes)
    }

    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D && byte != 0x0C || byte == 0x7F
    }
}
