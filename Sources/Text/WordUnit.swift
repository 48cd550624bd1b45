/// What a scalar is to the scanner of words.
enum WordUnit: UInt8 {
    /// Parts words.
    case other
    case letter
    case digit
    /// Belongs to the letter before it: a mark, a joiner, a soft hyphen.
    case extend
    case apostrophe
    case dot
    /// Stands inside numbers: `,` `/` `:`
    case numberSeparator
    case hyphen
    /// A word by itself: an ideograph, a kana.
    case ideograph
    /// Of a script whose words only a dictionary finds.
    case complex
    /// A word by itself: `§`.
    case sign

    /// The unit of an ASCII byte, by the table.
    static let ascii: [WordUnit] = (0..<128).map { WordUnit(ascii: UInt8($0)) }

    private init(ascii byte: UInt8) {
        self =
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
            case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
            default: Self.punctuation(UInt32(byte))
            }
    }

    /// The unit of any scalar, by its properties.
    init(_ scalar: UInt32) {
        self =
            switch ICU.category(of: scalar) {
            case .letter: Self.letter(scalar)
            case .number: ICU.isIdeographic(scalar) ? .ideograph : .digit
            case .nonspacingMark, .spacingMark: ICU.isComplexContext(scalar) ? .complex : .extend
            case .format: scalar == 0xAD || scalar == 0x200C || scalar == 0x200D ? .extend : .other
            case .symbol: Self.punctuation(scalar)
            case .otherNumber, .control, .space, .separator, .privateUse, .surrogate, .unassigned: .other
            }
    }

    private static func letter(_ scalar: UInt32) -> WordUnit {
        if scalar < 0x2BC { return .letter }
        if scalar == 0x2BC { return .apostrophe }
        if scalar < 0xE00 { return .letter }
        if ICU.isIdeographic(scalar) || ICU.isKana(scalar) { return .ideograph }
        return ICU.isComplexContext(scalar) ? .complex : .letter
    }

    private static func punctuation(_ scalar: UInt32) -> WordUnit {
        switch scalar {
        case 0x27, 0x2019: .apostrophe
        case 0x2E: .dot
        case 0x2C, 0x2F, 0x3A: .numberSeparator
        case 0x2D, 0x2010, 0x2011: .hyphen
        case 0xA7: .sign
        case 0xB7: .extend
        default: .other
        }
    }
}
