import Articles

/// References in BibTeX and BibLaTeX: `@article{key, name = {value}, …}`. Values may be in braces, in quotation marks, numbers or
/// names of texts defined with `@string`, and several of these joined by `#`. An entry that does not end costs itself.
struct BibTeXReader {
    private let bytes: [UInt8]
    private let limits: FormatLimits
    private var index = 0
    private var strings: [String: String] = [:]

    init(_ text: SourceText, limits: FormatLimits) {
        bytes = text.bytes
        self.limits = limits
    }

    var readings: Readings {
        var rest = self
        return Readings {
            while let reference = rest.next() {
                if let article = reference.article(rest.limits) { return .success(Reading(article: article)) }
            }
            return nil
        }
    }

    private mutating func next() -> Reference? {
        while let at = bytes[index...].firstIndex(of: UInt8(ascii: "@")) {
            index = at + 1
            let type = name().lowercased()
            skipBlanks()
            guard skip("{") || skip("(") else { continue }
            switch type {
            case "comment", "preamble": continue
            case "string": for (name, value) in fields() { strings[name] = value }
            default:
                _ = token(until: ",})")
                _ = skip(",")
                return Reference(bibTeX: fields())
            }
        }
        index = bytes.count
        return nil
    }

    private var next8: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipBlanks() { while let byte = next8, byte <= 0x20 { index += 1 } }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard next8 == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    private mutating func name() -> String {
        skipBlanks()
        let start = index
        while let byte = next8, Bytes.isLetter(byte) || Bytes.isDigit(byte) || "-_:.+".utf8.contains(byte) { index += 1 }
        return Bytes.string(bytes[start..<index])
    }

    private mutating func token(until ends: String) -> String {
        let start = index
        while let byte = next8, !ends.utf8.contains(byte) { index += 1 }
        return Bytes.string(bytes[start..<index])
    }

    /// The fields up to the end of the entry.
    private mutating func fields() -> [String: String] {
        var fields: [String: String] = [:]
        while true {
            let name = name().lowercased()
            skipBlanks()
            guard !name.isEmpty, skip("=") else { break }
            let value = self.value()
            if fields[name] == nil { fields[name] = value }
            skipBlanks()
            guard skip(",") else { break }
        }
        skipBlanks()
        _ = skip("}") || skip(")")
        return fields
    }

    private mutating func value() -> String {
        var value = ""
        repeat {
            skipBlanks()
            if skip("{") {
                value += group(end: UInt8(ascii: "}"))
            } else if skip("\"") {
                value += group(end: UInt8(ascii: "\""))
            } else {
                let word = name()
                value += strings[word.lowercased()] ?? word
            }
            skipBlanks()
        } while skip("#")
        return value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// What stands up to `end` outside of inner braces.
    private mutating func group(end: UInt8) -> String {
        let start = index
        var depth = 0
        while let byte = next8 {
            if byte == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if depth == 0, byte == end { break }
            if byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "}") { depth -= 1 }
            if depth < 0 { break }
            index += 1
        }
        index = min(index, bytes.count)
        defer { index = min(index + 1, bytes.count) }
        return TeXText.plain(bytes[start..<index])
    }
}

extension Reference {
    fileprivate init(bibTeX fields: [String: String]) {
        func text(_ names: String...) -> String? { names.lazy.compactMap { fields[$0] }.first { !$0.isEmpty } }
        title = text("title") ?? ""
        authors = (text("author", "editor") ?? "").components(by: " and ").map(Reference.name)
        container = text("journaltitle", "journal", "booktitle")
        publisher = text("publisher", "institution", "organization", "school")
        date = text("date").flatMap { Reference.date($0) } ?? text("year").flatMap { Int($0) }.flatMap { year in
            let month = text("month").flatMap { Int($0) ?? MonthName.month($0.lowercased()) }
            return ArticleDate(year: year, month: month, day: text("day").flatMap { Int($0) }) ?? ArticleDate(year: year)
        }
        language = text("langid", "language")
        doi = text("doi")
        url = text("url")
        tags = (text("keywords") ?? "").split { $0 == "," || $0 == ";" }.map { String($0).trimmingBlanks }
        texts = [text("abstract"), text("note", "annotation")].compactMap { $0 }
    }
}

extension String {
    fileprivate func components(by separator: String) -> [String] {
        split(separator: separator).map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
    }
}
