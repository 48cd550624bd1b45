/// Refuses YAML that is more involved than keys and values, before a reader that recurses sees it: aliases, which can
/// stand for exponentially many values, and nesting deep enough to exhaust the stack. It counts what could nest
/// wherever it stands, in quotes and comments too: no way of quoting can then hide anything from it, and a scheme has
/// next to none.
public struct YAMLGuard {
    /// How much of what could nest a text may have.
    public struct Limits: Hashable, Sendable {
        /// The most brackets and braces opened, and the most aliases, in a whole text.
        public var brackets: Int
        public var aliases: Int
        /// The most entries begun at the start of one line, as in `- - -`.
        public var indicators: Int

        /// A colour scheme has next to none.
        public static let scheme = Limits(brackets: 64, aliases: 8, indicators: 8)
        /// Each command may have its keys in brackets; `"*"` is a key.
        public static let configuration = Limits(brackets: 1_000, aliases: 32, indicators: 8)
    }

    private let limits: Limits
    private var brackets = 0
    private var aliases = 0

    private init(_ limits: Limits) { self.limits = limits }

    /// The first line, counted from 1, that is too involved; nothing in a harmless text. Linear in its length.
    public static func firstInvolvedLine(in text: String, limits: Limits) -> Int? {
        var yaml = YAMLGuard(limits)
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
        return indicators > limits.indicators || brackets > limits.brackets || aliases > limits.aliases
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
