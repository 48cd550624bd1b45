import Text

/// What stands between two words of a label in a text.
enum Gap {
    /// Marks that part clauses, so that words on either side are not one expression.
    static func isBreaking(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "."),
            UInt8(ascii: "|"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"):
            true
        default: false
        }
    }

    /// Whether the words of an expression may stand on both sides of the bytes between `left` and `right`: blanks, line
    /// breaks, hyphens, quotes, but no mark that parts clauses, and nothing longer than a few bytes.
    static func isOpen(_ left: Token, _ right: Token, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = Int(left.end)..<Int(right.start)
        guard range.count <= 16 else { return false }
        return range.allSatisfy { offset in
            // The last dot of «U.N.» is no full stop.
            !isBreaking(text[offset]) || (text[offset] == UInt8(ascii: ".") && left.flags.contains(.isDotted))
        }
    }
}
