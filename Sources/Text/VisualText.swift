/// Text as it stands on a line, from left to right.
public enum VisualText {
    /// The characters of a stretch that is read from right to left, the last one first, its brackets turned; safe for a
    /// terminal.
    public static func reversed(_ text: String) -> String {
        var result = ""
        for character in text.reversed() {
            var turned = String.UnicodeScalarView()
            for scalar in character.unicodeScalars { turned.append(ICU.mirrored(scalar)) }
            result += Printable.visible(String(turned))
        }
        return result
    }

    /// One line of text as it stands, with the ranges of `marks` (sorted, apart, in UTF-8 offsets) told from the rest.
    /// The text itself where none of it is read from right to left.
    public static func pieces(of text: String, marking marks: [Range<Int>] = []) -> [(text: String, isMarked: Bool)]? {
        guard let order = TextOrder(text, isRightToLeft: isRightToLeft(text)) else { return nil }
        var pieces: [(text: String, isMarked: Bool)] = []
        for run in order.runs(of: 0..<text.utf8.count) {
            let parts = Self.parts(of: run.range, marks)
            for part in run.isRightToLeft ? parts.reversed() : parts {
                let words = String(decoding: Array(text.utf8)[part.range], as: UTF8.self)
                pieces.append((run.isRightToLeft ? reversed(words) : words, part.isMarked))
            }
        }
        return pieces
    }

    private static func parts(of range: Range<Int>, _ marks: [Range<Int>]) -> [(range: Range<Int>, isMarked: Bool)] {
        var parts: [(range: Range<Int>, isMarked: Bool)] = []
        var start = range.lowerBound
        for mark in marks where mark.overlaps(range) {
            let mark = mark.clamped(to: range)
            if mark.lowerBound > start { parts.append((start..<mark.lowerBound, false)) }
            if mark.upperBound > start { parts.append((max(start, mark.lowerBound)..<mark.upperBound, true)) }
            start = max(start, mark.upperBound)
        }
        if start < range.upperBound { parts.append((start..<range.upperBound, false)) }
        return parts
    }

    /// The most scalars looked at: a text whose first letter comes later is taken to run from left to right.
    private static let reach = 256

    /// Whether the first letter of `text` is one of a script written from right to left (rules P2 and P3 of UAX 9, the
    /// scripts by their blocks).
    public static func isRightToLeft(_ text: String) -> Bool {
        for scalar in text.unicodeScalars.prefix(reach) {
            if isRightToLeft(scalar.value) { return true }
            if scalar.properties.isAlphabetic { return false }
        }
        return false
    }

    private static func isRightToLeft(_ scalar: UInt32) -> Bool {
        switch scalar {
        // Digits and marks of Arabic are no letters, and its punctuation says nothing either.
        case 0x0600...0x060C, 0x0610...0x061A, 0x064B...0x065F, 0x0660...0x066C: false
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }
}
