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
