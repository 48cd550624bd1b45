/// What the letters of a word tell, collected byte by byte or scalar by scalar.
struct Writing {
    private var letters = 0
    private var capitals = 0
    private var beginsWithCapital = false
    private var hasDigit = false
    private(set) var hasComma = false

    /// Adds an ASCII byte.
    @inline(__always)
    mutating func add(_ byte: UInt8) {
        if byte &- 0x61 < 26 {
            letters += 1
        } else if byte &- 0x41 < 26 {
            addCapital()
        } else if byte &- 0x30 < 10 {
            hasDigit = true
        } else if byte == UInt8(ascii: ",") {
            hasComma = true
        }
    }

    private mutating func addCapital() {
        if letters == 0 { beginsWithCapital = true }
        letters += 1
        capitals += 1
    }

    private mutating func add(scalar: UInt32) {
        switch ICU.category(of: scalar) {
        case .letter: if ICU.isUppercase(scalar) { addCapital() } else { letters += 1 }
        case .number: hasDigit = true
        case .otherNumber, .nonspacingMark, .spacingMark, .format, .control, .space, .separator, .symbol, .privateUse,
            .surrogate, .unassigned:
            break
        }
    }

    var flags: Token.Flags {
        var flags: Token.Flags = []
        if letters > 1, letters == capitals { flags.insert(.isAllCaps) }
        if beginsWithCapital { flags.insert(.isCapitalised) }
        if hasDigit { flags.insert(.hasDigit) }
        return flags
    }

    /// The flags of any word.
    static func flags(of word: UnsafeBufferPointer<UInt8>) -> Token.Flags {
        var writing = Writing()
        var scalars = UTF8Scalars(word)
        while let scalar = scalars.next() { writing.add(scalar: scalar) }
        return writing.flags
    }
}
