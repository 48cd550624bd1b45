import Articles

/// References in RIS: lines of a tag of two characters, two blanks, a hyphen, and a value; `TY` begins a work, `ER` ends it.
struct RISReader {
    private let name: String
    private let limits: FormatLimits
    private var rest: ArraySlice<UInt8>

    init(_ text: SourceText, limits: FormatLimits) {
        name = text.name
        self.limits = limits
        rest = text.bytes[...]
    }

    var readings: Readings {
        var reader = self
        return Readings {
            while !reader.rest.isEmpty {
                if let article = reader.next()?.article(reader.limits) { return .success(Reading(article: article)) }
            }
            return nil
        }
    }

    /// The next work, up to its end or the beginning of another.
    private mutating func next() -> Reference? {
        var reference: Reference?
        var last: String?
        while !rest.isEmpty {
            let line = rest.prefix { $0 != 0x0A }
            let following = rest[min(line.endIndex + 1, rest.endIndex)...]
            guard let (tag, value) = Self.field(line) else {
                // A value may go on in the next line.
                let more = Bytes.string(Bytes.trimmed(line))
                if let last, !more.isEmpty { reference?.add(ris: last, more, isMore: true) }
                rest = following
                continue
            }
            if tag == "TY", reference != nil { return reference }
            rest = following
            if tag == "ER" { return reference }
            if reference == nil { reference = Reference() }
            reference?.add(ris: tag, value, isMore: false)
            last = tag
        }
        return reference
    }

    private static func field(_ line: ArraySlice<UInt8>) -> (tag: String, value: String)? {
        let line = line.starts(with: [0xEF, 0xBB, 0xBF]) ? line.dropFirst(3) : line
        guard line.count >= 5, let first = line.first, first >= 0x41, first <= 0x5A else { return nil }
        let tag = line.prefix(2)
        guard let second = tag.last, (second >= 0x41 && second <= 0x5A) || Bytes.isDigit(second) else { return nil }
        let rest = line.dropFirst(2).drop(while: Bytes.isBlank)
        guard rest.first == UInt8(ascii: "-"), rest.startIndex > tag.endIndex else { return nil }
        return (Bytes.string(tag), Bytes.string(Bytes.trimmed(rest.dropFirst())))
    }
}

extension Reference {
    /// `isMore` where the value goes on what the field had.
    fileprivate mutating func add(ris tag: String, _ value: String, isMore: Bool) {
        guard !value.isEmpty else { return }
        switch tag {
        case "TI", "T1", "CT": title = isMore ? title + " " + value : title.isEmpty ? value : title
        case "BT" where title.isEmpty: title = value
        case "AU", "A1", "A2", "A3", "A4", "ED": authors.append(Reference.name(value))
        case "T2", "JO", "JF", "JA", "J2", "BT": container = container ?? value
        case "PB": publisher = publisher ?? value
        case "DA", "PY", "Y1":
            // `2024/08/12/summer`: what is not given is empty.
            let parts = value.split(separator: "/", omittingEmptySubsequences: false).prefix(3).prefix { !$0.isEmpty }
            let found = Reference.date(parts.joined(separator: "-")) ?? Reference.date(value)
            if let found, found.precision >= date?.precision ?? .year { date = found }
        case "AB", "N2": texts = isMore && !texts.isEmpty ? texts.dropLast() + [texts[texts.count - 1] + " " + value] : texts + [value]
        case "KW": tags += value.split(separator: ";").map { String($0).trimmingBlanks }
        case "UR", "L2": url = url ?? value
        case "DO": doi = doi ?? value
        case "LA": language = language ?? value
        default: break
        }
    }
}
