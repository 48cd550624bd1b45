import Formats

/// Words that were parted at the end of a line, made whole by the document's own words.
///
/// A hyphen at the end of a line goes where the next begins with a small letter, unless the document has the word with
/// its hyphen elsewhere and not without it, or its first part is no word but a lone letter, a number or a path.
struct PDFHyphens {
    private var words: Set<UInt64> = []

    /// Takes the words of a line, apart from a last one that is parted.
    mutating func learn(_ line: String) {
        for word in line.utf8.split(separator: 0x20) where word.last != UInt8(ascii: "-") { words.insert(Self.hash(word)) }
    }

    /// What `text`, which ends with a hyphen, becomes with `next` behind it; nothing where its hyphen parts no word.
    func joined(_ text: String, _ next: String) -> String? {
        guard let sign = Self.hyphen(at: text), let first = next.unicodeScalars.first else { return nil }
        let stem = text.dropLast(sign.count)
        guard let last = stem.unicodeScalars.last, last.properties.isAlphabetic || Bytes.isDigit(UInt8(truncatingIfNeeded: last.value)),
            first.properties.isAlphabetic
        else { return nil }
        // A soft hyphen is never one that is to be read.
        if sign.isSoft { return stem + next }
        return keepsHyphen(String(stem), next, first) ? text + next : stem + next
    }

    private static func hyphen(at text: String) -> (count: Int, isSoft: Bool)? {
        switch text.unicodeScalars.last?.value {
        case 0x2D, 0x2010: (1, false)
        case 0xAD: (1, true)
        default: nil
        }
    }

    private func keepsHyphen(_ stem: String, _ next: String, _ first: Unicode.Scalar) -> Bool {
        guard first.properties.isLowercase else { return true }
        guard let head = stem.utf8.split(separator: 0x20).last, let tail = next.utf8.split(separator: 0x20).first else { return false }
        if head.count < 2 || head.allSatisfy(Bytes.isDigit) || head.contains(UInt8(ascii: "/")) { return true }
        let whole = Array(head) + tail
        let parted = Array(head) + [UInt8(ascii: "-")] + tail
        return words.contains(Self.hash(parted)) && !words.contains(Self.hash(whole))
    }

    /// Of the word without case and without the signs around it.
    private static func hash(_ word: some Collection<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word where byte >= 0x80 || Bytes.isLetter(byte) || Bytes.isDigit(byte) || byte == UInt8(ascii: "-") {
            hash = (hash ^ UInt64(Bytes.isLetter(byte) ? byte | 0x20 : byte)) &* 0x100_0000_01B3
        }
        return hash
    }
}
