import Articles
import GRDB

/// Exports for people: Markdown and tables.
extension Database {
    func writeMarkdown(of scope: ExportScope, to write: (String) throws -> Void) throws -> Int {
        var count = 0
        try eachArticleWithPassages(of: scope) { source, _, passages in
            try write((count == 0 ? "" : "\n") + "## \(MarkdownText.escaped(source.title, isLineStart: false))\n")
            if let url = source.url { try write("\n<\(MarkdownText.address(url))>\n") }
            for (passage, _) in passages {
                try write("\n" + Self.quotation(passage))
                count += 1
            }
        }
        return count
    }

    private static func quotation(_ passage: StoredPassage) -> String {
        var text = MarkdownText.lines(passage.anchor.quote).map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n") + "\n"
        var marks: [String] = []
        if passage.isBookmarked { marks.append("bookmark") }
        if passage.isStarred { marks.append("star") }
        if let colour = passage.highlight { marks.append("highlighted in \(colour.rawValue)") }
        if !passage.tags.isEmpty { marks.append("tags: " + passage.tags.map { MarkdownText.escaped($0, isLineStart: false) }.joined(separator: ", ")) }
        if passage.range == nil { marks.append("no longer in the text") }
        marks.append(passage.created.withoutTime.description)
        text += "\n\(marks.joined(separator: "; "))\n"
        if let note = passage.note { text += "\n" + MarkdownText.lines(note.text).joined(separator: "\\\n") + "\n" }
        return text
    }

    func writeTable(of scope: ExportScope, to write: (String) throws -> Void) throws -> Int {
        var count = 0
        try write(Self.row(["id", "article", "title", "url", "quote", "note", "highlight", "bookmarked", "starred", "tags", "orphaned", "created", "edited"]))
        try eachArticleWithPassages(of: scope) { source, _, passages in
            for (passage, record) in passages {
                count += 1
                try write(
                    Self.row([
                        passage.id, source.identity, source.title, source.url ?? "", passage.anchor.quote, passage.note?.text ?? "",
                        passage.highlight?.rawValue ?? "", passage.isBookmarked ? "yes" : "no", passage.isStarred ? "yes" : "no",
                        passage.tags.joined(separator: "; "), passage.range == nil ? "yes" : "no", passage.created.description,
                        ArticleDate(timestamp: record.edited).description,
                    ]))
            }
        }
        return count
    }

    /// As RFC 4180 has it. What a spreadsheet would take for a formula gets a quote before it.
    static func row(_ cells: [String]) -> String {
        cells.map { cell in
            let isFormula = cell.utf8.first.map { [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains($0) } ?? false
            let text = isFormula ? "'" + cell : cell
            let needsQuotes = text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
            return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
        }.joined(separator: ",") + "\r\n"
    }
}

/// Text as Markdown that says just that text.
enum MarkdownText {
    static func lines(_ text: String) -> [String] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { escaped($0, isLineStart: true) }
    }

    /// Escapes what CommonMark or its tables would read as a mark; blanks at the beginning of a line, which would make code, go.
    static func escaped(_ text: some StringProtocol, isLineStart: Bool) -> String {
        var escaped = ""
        var isStart = isLineStart
        var digits = 0
        for character in text.unicodeScalars {
            if isStart, character == " " || character == "\t" { continue }
            switch character {
            case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&", "$", "!", ":": escaped += "\\"
            case "+", "-", "=": if isStart { escaped += "\\" }
            case ".", ")": if isLineStart, digits > 0, escaped.utf8.count == digits { escaped += "\\" }
            default: break
            }
            if ("0"..."9").contains(character), isLineStart { digits += 1 }
            let isControl = character.properties.generalCategory == .control
            escaped.unicodeScalars.append(isControl ? " " : character)
            isStart = false
        }
        return escaped
    }

    /// An address between angle brackets: without what would end it.
    static func address(_ url: String) -> String {
        var address = ""
        for byte in url.utf8 {
            let isPlain = byte > 0x20 && byte < 0x7F && byte != 0x3C && byte != 0x3E && byte != 0x5C
            address += isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        return address
    }
}
