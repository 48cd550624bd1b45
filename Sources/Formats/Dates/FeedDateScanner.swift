/// What a feed's date is made of.
enum FeedDateScanner {
    enum Part: Hashable {
        case number(Int, digits: Int)
        /// A number whose meaning a sign behind it tells: `2004年`, `5월`.
        case marked(Int, Mark)
        case month(Int)
        case clock(FeedClock)
        case meridiem(isAfternoon: Bool)
        case zone(Int)
        /// Three numbers with the same sign between them, and whether that is a stroke.
        case numeric([Int], digits: [Int], isStroked: Bool)
        case word
    }

    enum Mark: Hashable { case year, month, day, hour, minute, second }

    /// The parts of `text`, which is short.
    static func parts(of text: String) -> [Part] {
        var parts: [Part] = []
        for word in words(of: text) { parts += Self.parts(ofWord: word) }
        return parts
    }

    /// Cut at blanks, commas and brackets, and between letters and digits where a name is joined to a number.
    private static func words(of text: String) -> [String] {
        text.lowercased().split { $0.isWhitespace || ",()[]".contains($0) }.map(String.init)
    }

    private static func parts(ofWord word: String) -> [Part] {
        let bytes = Array(word.utf8)
        if let split = timeMark(in: bytes) {
            return parts(ofWord: Bytes.string(bytes[..<split])) + parts(ofWord: Bytes.string(bytes[(split + 1)...]))
        }
        if let minutes = FeedZone.offset(word), bytes[0] == 0x2B || bytes[0] == 0x2D || Bytes.isLetter(bytes[0]) {
            return [.zone(minutes)]
        }
        if let clock = clock(bytes) { return clock }
        if let numbers = dashed(word) { return numbers }
        return runs(of: word)
    }

    /// `2004-07-13t9:15`: the letter between two digits.
    private static func timeMark(in bytes: [UInt8]) -> Int? {
        bytes.indices.dropFirst().dropLast().first {
            bytes[$0] == UInt8(ascii: "t") && Bytes.isDigit(bytes[$0 - 1]) && Bytes.isDigit(bytes[$0 + 1])
        }
    }

    /// `9:15`, `09:15:30`, `09:15:30.5`, `10.15` not; with a zone or `am` joined to it.
    private static func clock(_ bytes: [UInt8]) -> [Part]? {
        let end = bytes.firstIndex { !Bytes.isDigit($0) && $0 != UInt8(ascii: ":") } ?? bytes.count
        let numbers = bytes[..<end].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard numbers.count == 2 || numbers.count == 3, numbers.allSatisfy({ (1...2).contains($0.count) }) else { return nil }
        let values = numbers.compactMap { Int(Bytes.string($0)) }
        guard values.count == numbers.count else { return nil }
        let clock = FeedClock(hour: values[0], minute: values[1], second: values.count > 2 ? values[2] : 0)
        var rest = bytes[end...]
        if rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ",") {
            rest = rest.dropFirst().drop { Bytes.isDigit($0) }
        }
        return [.clock(clock)] + (rest.isEmpty ? [] : parts(ofWord: Bytes.string(rest)))
    }

    /// `2004-05-25`, `25.05.2004`, `01-jan-2004`, `2004-július-13`.
    private static func dashed(_ word: String) -> [Part]? {
        for separator: Character in ["-", "/", "."] where word.contains(separator) {
            let pieces = word.split(separator: separator)
            guard pieces.count == 3 else { continue }
            let numbers = pieces.map { Int($0) }
            if let first = numbers[0], let second = numbers[1], let third = numbers[2],
                pieces.allSatisfy({ $0.utf8.count <= 4 })
            {
                return [.numeric([first, second, third], digits: pieces.map(\.utf8.count), isStroked: separator == "/")]
            }
            if let first = numbers[0], let third = numbers[2], let month = FeedMonth.month(String(pieces[1])) {
                let parts: [Part] = [
                    .number(first, digits: pieces[0].utf8.count), .month(month),
                    .number(third, digits: pieces[2].utf8.count),
                ]
                return parts
            }
        }
        return nil
    }

    /// Runs of digits and of letters: `5jan2004`, `2004年05月`, `12th`, `jan.`.
    private static func runs(of word: String) -> [Part] {
        var parts: [Part] = []
        var digits: (value: Int, count: Int)?
        var rest = word[...]
        while let first = rest.first {
            let isDigit = first.isASCII && first.isNumber
            let run = rest.prefix { ($0.isASCII && $0.isNumber) == isDigit && ($0.isNumber || $0.isLetter || $0 == ".") }
            guard !run.isEmpty else {
                rest = rest.dropFirst()
                continue
            }
            rest = rest[run.endIndex...]
            if isDigit {
                if let digits { parts.append(.number(digits.value, digits: digits.count)) }
                digits = run.utf8.count <= 8 ? Int(run).map { ($0, run.utf8.count) } : nil
            } else {
                let (mark, others) = marked(String(run.filter { $0 != "." }))
                if let found = digits {
                    parts.append(mark.map { .marked(found.value, $0) } ?? .number(found.value, digits: found.count))
                    digits = nil
                }
                if let others { parts.append(others) }
            }
        }
        if let digits { parts.append(.number(digits.value, digits: digits.count)) }
        return parts
    }

    /// What a run of letters says of the number before it, and what it says by itself.
    private static func marked(_ letters: String) -> (mark: Mark?, part: Part?) {
        if let mark = marks[letters] { return (mark, nil) }
        if let isAfternoon = meridiems[letters] { return (nil, .meridiem(isAfternoon: isAfternoon)) }
        if let month = FeedMonth.month(letters) { return (nil, .month(month)) }
        return (nil, .word)
    }

    private static let marks: [String: Mark] = [
        "年": .year, "년": .year, "月": .month, "월": .month, "日": .day, "일": .day, "号": .day, "時": .hour, "时": .hour,
        "시": .hour, "分": .minute, "분": .minute, "秒": .second, "초": .second,
    ]

    private static let meridiems: [String: Bool] = [
        "am": false, "pm": true, "오전": false, "오후": true, "上午": false, "下午": true,
        "午前": false, "午後": true, "πμ": false, "μμ": true,
    ]
}
