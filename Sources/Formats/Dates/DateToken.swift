/// What a written date is made of.
enum DateToken: Hashable {
    /// A number of a numeric date, with the mark before it.
    struct Part: Hashable {
        var value: Int
        var digits: Int
        var separator: UInt8
    }

    case number(Int, digits: Int)
    /// `12th`, `1er`, `12º`.
    case ordinal(Int)
    case numeric([Part])
    case clock(hour: Int, minute: Int, second: Int)
    case month(Int)
    case meridiem(isAfternoon: Bool)
    /// Minutes east of UTC.
    case zone(Int)
    /// A weekday, «at», «the»: says nothing that the rest does not.
    case filler
    case unknown

    static func tokens(of text: String) -> [DateToken] {
        let words = text.split { $0.isWhitespace || $0 == "," || $0 == "(" || $0 == ")" }
        return words.flatMap { word -> [DateToken] in
            let bytes = Array(word.utf8)
            // «2025-03-12T10:00:00Z» inside a longer text.
            if let cut = bytes.firstIndex(of: UInt8(ascii: "T")), cut == 10, bytes.count > 13 {
                return [token(Array(bytes[..<cut])), token(Array(bytes[(cut + 1)...]))]
            }
            return [token(bytes)]
        }
    }

    private static func token(_ bytes: [UInt8]) -> DateToken {
        guard let first = bytes.first else { return .filler }
        if first == UInt8(ascii: "+") || (first == UInt8(ascii: "-") && bytes.count > 1) {
            return zone(bytes) ?? .unknown
        }
        guard Bytes.isDigit(first) else { return word(Bytes.string(bytes).lowercased()) }
        let digits = bytes.prefix { Bytes.isDigit($0) }
        let rest = bytes.dropFirst(digits.count)
        guard digits.count <= 4, let value = Int(Bytes.string(digits)) else { return .unknown }
        if rest.isEmpty { return .number(value, digits: digits.count) }
        if rest.elementsEqual([UInt8(ascii: ".")]) { return digits.count <= 2 ? .ordinal(value) : .unknown }
        if let suffix = suffixes[Bytes.string(rest).lowercased()] {
            switch suffix {
            case .ordinal: return .ordinal(value)
            case .hour(let isAfternoon): return digits.count <= 2 ? hour(value, isAfternoon) : .unknown
            }
        }
        return numeric(bytes) ?? clock(bytes) ?? .unknown
    }

    private enum Suffix: Hashable { case ordinal, hour(isAfternoon: Bool) }

    private static let suffixes: [String: Suffix] = [
        "st": .ordinal, "nd": .ordinal, "rd": .ordinal, "th": .ordinal, "er": .ordinal, "º": .ordinal, "ª": .ordinal,
        "am": .hour(isAfternoon: false), "pm": .hour(isAfternoon: true),
    ]

    private static func hour(_ value: Int, _ isAfternoon: Bool) -> DateToken {
        guard (1...12).contains(value) else { return .unknown }
        return .clock(hour: value % 12 + (isAfternoon ? 12 : 0), minute: 0, second: 0)
    }

    private static func numeric(_ bytes: [UInt8]) -> DateToken? {
        for separator in "-/.".utf8 where bytes.contains(separator) {
            let parts = bytes.split(separator: separator, omittingEmptySubsequences: false)
            guard parts.count == 3 else { continue }
            let numbers = parts.compactMap { part in
                Int(Bytes.string(part)).map { Part(value: $0, digits: part.count, separator: separator) }
            }
            if numbers.count == 3, numbers.allSatisfy({ $0.digits <= 4 }) { return .numeric(numbers) }
        }
        return nil
    }

    /// `10:30`, `10:30:15`, `10:30:15.250`, with `AM`, `PM`, `Z` or a zone joined to it.
    private static func clock(_ bytes: [UInt8]) -> DateToken? {
        let end =
            bytes.firstIndex { !Bytes.isDigit($0) && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ".") } ?? bytes.count
        let parts = bytes[..<end].split(separator: UInt8(ascii: ":")).map { $0.prefix { Bytes.isDigit($0) } }
        guard parts.count == 2 || parts.count == 3, parts.allSatisfy({ $0.count <= 2 }) else { return nil }
        let numbers = parts.compactMap { Int(Bytes.string($0)) }
        guard numbers.count == parts.count, numbers[0] <= 23, numbers[1] <= 59 else { return nil }
        var hour = numbers[0]
        switch Bytes.string(bytes[end...]).lowercased() {
        case "", "z": break
        case "am": hour %= 12
        case "pm": hour = hour % 12 + 12
        default: return nil
        }
        return .clock(hour: hour, minute: numbers[1], second: numbers.count > 2 ? min(numbers[2], 59) : 0)
    }

    private static func zone(_ bytes: [UInt8]) -> DateToken? {
        let digits = bytes.dropFirst().filter { $0 != UInt8(ascii: ":") }
        guard (1...4).contains(digits.count), digits.allSatisfy({ Bytes.isDigit($0) }),
            let value = Int(Bytes.string(digits))
        else { return nil }
        let minutes = digits.count <= 2 ? value * 60 : value / 100 * 60 + value % 100
        return .zone(bytes[0] == UInt8(ascii: "-") ? -minutes : minutes)
    }

    private static func word(_ word: String) -> DateToken {
        let bare = word.hasSuffix(".") ? String(word.dropLast()) : word
        if let month = MonthName.month(bare) { return .month(month) }
        if let minutes = zones[bare] { return .zone(minutes) }
        if bare == "am" || bare == "a.m" { return .meridiem(isAfternoon: false) }
        if bare == "pm" || bare == "p.m" { return .meridiem(isAfternoon: true) }
        return fillers.contains(bare) ? .filler : .unknown
    }

    /// Those that name one distance only, as American and European publishers use them.
    private static let zones: [String: Int] = [
        "utc": 0, "gmt": 0, "z": 0, "est": -300, "edt": -240, "et": -300, "cst": -360, "cdt": -300, "mst": -420,
        "mdt": -360,
        "pst": -480, "pdt": -420, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180,
    ]

    private static let fillers: Set<String> = [
        "at", "on", "the", "of", "de", "del", "di", "do", "le", "el", "um", "uhr", "г", "года", "-", "–",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed",
        "thu", "thur", "thurs", "fri", "sat", "sun",
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
        "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo",
        "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag",
    ]
}
