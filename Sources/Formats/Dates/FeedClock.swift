import Articles

/// A time of day as a feed writes it, which may be the end of a day (24:00) or a leap second.
struct FeedClock: Hashable {
    var hour: Int
    var minute: Int
    var second: Int
    /// Minutes east of UTC.
    var offset: Int?

    init(hour: Int, minute: Int, second: Int, offset: Int? = nil) {
        self.hour = hour
        self.minute = minute
        self.second = second
        self.offset = offset
    }

    /// `101455Z`, `1014+0200`, `10`, `10:14:55Z`.
    init?(compact bytes: ArraySlice<UInt8>) {
        let end = bytes.firstIndex { !Bytes.isDigit($0) && $0 != UInt8(ascii: ":") } ?? bytes.endIndex
        let digits = bytes[..<end].filter { Bytes.isDigit($0) }
        guard [2, 4, 6].contains(digits.count) else { return nil }
        func number(_ place: Int) -> Int {
            guard place < digits.count else { return 0 }
            return Int(digits[place] - 0x30) * 10 + Int(digits[place + 1] - 0x30)
        }
        self.init(hour: number(0), minute: number(2), second: number(4))
        var rest = bytes[end...]
        if rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ",") {
            rest = rest.dropFirst().drop { Bytes.isDigit($0) }
        }
        guard !rest.isEmpty else { return }
        guard let zone = FeedZone.offset(Bytes.string(rest)) else { return nil }
        offset = zone
    }

    /// The date at this time, in the next day where it is the end of one.
    func time(on day: ArticleDate) -> ArticleDate? {
        guard (0...24).contains(hour), (0...59).contains(minute), (0...60).contains(second) else { return nil }
        guard hour == 24 else { return date(day, hour) }
        guard minute == 0, second == 0 else { return nil }
        return date(ArticleDate(timestamp: day.timestamp + 86_400), 0)
    }

    private func date(_ day: ArticleDate, _ hour: Int) -> ArticleDate? {
        let time = ArticleDate.Time(hour: hour, minute: minute, second: min(second, 59), offset: offset)
        return ArticleDate(year: day.year, month: day.month, day: day.day, time: time)
    }
}

/// Names and numbers of zones.
enum FeedZone {
    /// Minutes east of UTC: `Z`, `GMT`, `+02:00`, `UTC+2`, `EST`, and the letters of RFC 822, of which only Z is used as
    /// was meant (RFC 2822 has the others count as unknown, which is UTC).
    static func offset(_ text: String) -> Int? {
        let text = text.lowercased().trimmingBlanks
        if let minutes = names[text] { return minutes }
        if text.utf8.count == 1, text.utf8.allSatisfy({ Bytes.isLetter($0) }), text != "j" { return 0 }
        for prefix in ["gmt", "utc", "ut", "etc/gmt"] where text.hasPrefix(prefix) {
            return signed(Array(text.utf8.dropFirst(prefix.utf8.count)))
        }
        return signed(Array(text.utf8))
    }

    private static func signed(_ bytes: [UInt8]) -> Int? {
        guard let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
        let parts = bytes.dropFirst().split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.count <= 4 }),
            parts.allSatisfy({ $0.allSatisfy { Bytes.isDigit($0) } }), let first = Int(Bytes.string(parts[0]))
        else { return nil }
        let hours = parts[0].count > 2 ? first / 100 : first
        let minutes = parts.count > 1 ? Int(Bytes.string(parts[1])) ?? 0 : parts[0].count > 2 ? first % 100 : 0
        guard hours <= 18, minutes <= 59 else { return nil }
        return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
    }

    /// Where a name means several zones, the one of American and European publishers.
    private static let names: [String: Int] = [
        "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "wez": 0, "west": 60, "bst": 60, "ist": 330, "cet": 60, "mez": 60,
        "met": 60, "cest": 120, "mesz": 120, "mest": 120, "eet": 120, "eest": 180, "msk": 180, "msd": 240, "trt": 180,
        "ast": -240, "adt": -180, "nst": -210, "ndt": -150, "est": -300, "edt": -240, "et": -300, "cst": -360,
        "cdt": -300, "ct": -360, "mst": -420, "mdt": -360, "mt": -420, "pst": -480, "pdt": -420, "pt": -480,
        "akst": -540, "akdt": -480, "hst": -600, "hdt": -540, "brt": -180, "art": -180, "sast": 120, "pkt": 300,
        "ict": 420, "wib": 420, "hkt": 480, "sgt": 480, "awst": 480, "jst": 540, "kst": 540, "acst": 570, "aest": 600,
        "acdt": 630, "aedt": 660, "nzst": 720, "nzdt": 780,
    ]
}
