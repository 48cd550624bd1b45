/// The first lines of a text, and what they say of its format.
struct TextHead {
    private let lines: [ArraySlice<UInt8>]

    init(_ bytes: ArraySlice<UInt8>) {
        lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 200, omittingEmptySubsequences: false).map {
            Bytes.trimmed($0)
        }
    }

    private var filled: [ArraySlice<UInt8>] { lines.filter { !$0.isEmpty } }

    /// Lines that hold a comma alone, near the top: categories as they are copied from a page.
    var hasKickers: Bool {
        let top = filled.prefix(8)
        return top.dropFirst().contains { Bytes.equals($0, ",") }
    }

    /// A whole web page, as against HTML inside Markdown.
    var isWholePage: Bool {
        let top = filled.prefix(6).map { Bytes.lowercased($0) }
        guard let first = top.first else { return false }
        if first.starts(with: Array("<?xml".utf8)) { return top.count > 1 }
        guard first.starts(with: Array("<!doctype html".utf8)) || first.starts(with: Array("<html".utf8)) else {
            return false
        }
        return top.contains { line in
            ["<html", "<head", "<meta", "<title", "<body"].contains { Bytes.contains(line, $0) }
        }
    }

    var foreignKind: ForeignKind? {
        guard let first = filled.first.map({ Bytes.lowercased($0) }) else { return nil }
        if isWholePage { return first.starts(with: Array("<?xml".utf8)) && !isXHTML ? .feed : .webPage }
        if ["<!doctype html", "<html", "<head>", "<body"].contains(where: { first.starts(with: Array($0.utf8)) }) {
            return .webPage
        }
        if ["<?xml", "<rss", "<feed", "<opml", "<rdf:"].contains(where: { first.starts(with: Array($0.utf8)) }) {
            return .feed
        }
        if isMail { return .mail }
        return isData(first) ? .data : nil
    }

    private var isXHTML: Bool { filled.prefix(6).contains { Bytes.contains(Bytes.lowercased($0), "<html") } }

    /// Header lines of RFC 5322 to the first empty line, with a sender and what only the post adds.
    private var isMail: Bool {
        var names: Set<String> = []
        for (index, line) in lines.prefix(100).enumerated() {
            if index == 0, line.starts(with: Array("From ".utf8)) { continue }
            if line.isEmpty { break }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            names.insert(String(decoding: Bytes.lowercased(line[..<colon]), as: UTF8.self))
        }
        guard names.contains("from") else { return false }
        return !names.isDisjoint(with: ["message-id", "received", "mime-version", "return-path"])
    }

    private func isData(_ first: [UInt8]) -> Bool {
        guard let opening = first.first, opening == UInt8(ascii: "{") || opening == UInt8(ascii: "[") else {
            return false
        }
        let text = filled.prefix(3).flatMap { $0 }
        guard let next = text.dropFirst().first(where: { $0 != 0x20 }) else { return false }
        if opening == UInt8(ascii: "{") { return next == UInt8(ascii: "\"") && Bytes.contains(text, "\":") }
        return (next == UInt8(ascii: "{") || next == UInt8(ascii: "[") || next == UInt8(ascii: "\""))
            && Bytes.contains(text, "\"")
            && (Bytes.contains(text, "\":") || Bytes.contains(text, "\","))
    }

    var hasFrontMatter: Bool {
        guard let first = lines.first, Bytes.equals(first, "---") || Bytes.equals(first, "+++") else { return false }
        guard let second = filled.dropFirst().first(where: { $0.first != UInt8(ascii: "#") }) else { return false }
        return Bytes.isField(second, separator: Bytes.equals(first, "---") ? UInt8(ascii: ":") : UInt8(ascii: "="))
    }

    /// How many kinds of mark that only Markdown has: headings, links, fences, bold type, tables, quotations.
    var markdownSigns: Int {
        var signs: Set<Int> = []
        for line in filled {
            if line.first == UInt8(ascii: "#"), line.drop(while: { $0 == UInt8(ascii: "#") }).first == 0x20 {
                signs.insert(0)
            }
            if Bytes.contains(line, "](") { signs.insert(1) }
            if line.starts(with: Array("```".utf8)) { signs.insert(2) }
            if Bytes.contains(line, "**") { signs.insert(3) }
            if Bytes.contains(line, "|--") || Bytes.contains(line, "| --") || Bytes.contains(line, "|:-") {
                signs.insert(4)
            }
            if line.starts(with: Array("> ".utf8)) { signs.insert(5) }
        }
        return signs.count
    }
}
