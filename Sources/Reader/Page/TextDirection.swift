/// Which way a text is written.
enum TextDirection {
    /// The most scalars looked at: a text whose first letter comes later is taken to run from left to right.
    private static let reach = 256

    /// Whether the first letter of `text` is one of a script written from right to left (rules P2 and P3 of UAX 9, the
    /// scripts by their blocks).
    static func isRightToLeft(_ text: String) -> Bool {
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
