/// Refuses YAML that is more involved than keys and values, before a reader that recurses sees it: aliases, which can
/// stand for exponentially many values, and nesting deep enough to exhaust the stack. It counts what could nest
/// wherever it stands, in quotes and comments too: no way of quoting can then hide anything from it, and a scheme has
/// next to none.
struct YAMLGuard {
    /// The most brackets and braces opened, and the most aliases, in a whole file.
    static let bracketLimit = 64
    static let aliasLimit = 8
    /// The most entries begun at the start of one line, as in `- - -`.
    static let indicatorLimit = 8

    private var brackets = 0
    private var aliases = 0

    /// The first line, counted from 1, that is too involved; nothing in a harmless text. Linear in its length.
    static func firstInvolvedLine(in text: String) -> Int? {
        var yaml = YAMLGuard()
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return lines.firstIndex { yaml.isInvolved($0) }.map { $0 + 1 }
    }

    private mutating func isInvolved(_ line: Substring.UTF8View) -> Bool {
        var indicators = 0
        var isLeading = true
        var isAfterAsterisk = false
        var previous = UInt8(ascii: " ")
        for byte in line {
            if isAfterAsterisk, byte != UInt8(ascii: " ") { aliases += 1 }
            isAfterAsterisk = false
            switch byte {
            case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): indicators += isLeading ? 1 : 0
            case UInt8(ascii: " "), UInt8(ascii: "\t"): break
            case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
            case UInt8(ascii: "*"): isAfterAsterisk = !Self.isLetterOrDigit(previous)
            default: isLeading = false
            }
            previous = byte
        }
        return indicators > Self.indicatorLimit || brackets > Self.bracketLimit || aliases > Self.aliasLimit
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: byte >= 0x80
        }
    }
}
