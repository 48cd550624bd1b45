import Articles

/// The text in a piece of HTML inside Markdown: tags and comments go, what they hold stays, scripts and styles go
/// whole. Nothing of it is ever active.
enum HTMLText {
    /// The texts between the tags that begin a new line on a page.
    static func paragraphs(of html: String) -> [String] {
        var scanner = HTMLScanner(Array(html.utf8))
        return scanner.paragraphs()
    }

    /// The name of the first tag in `html`, in lower case, with its slash where it closes.
    static func tagName(_ html: String) -> String {
        let bytes = Array(html.utf8)
        guard bytes.first == UInt8(ascii: "<") else { return "" }
        let slash = bytes.dropFirst().first == UInt8(ascii: "/") ? 1 : 0
        let name = bytes.dropFirst(1 + slash).prefix { Bytes.isLetter($0) || Bytes.isDigit($0) }
        return (slash == 1 ? "/" : "") + Bytes.string(Bytes.lowercased(name))
    }
}

private struct HTMLScanner {
    private let bytes: [UInt8]
    private var position = 0
    private var text: [UInt8] = []
    private var found: [String] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func paragraphs() -> [String] {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "<"): takeMarkup()
            case UInt8(ascii: "&"): takeEntity()
            default:
                text.append(bytes[position])
                position += 1
            }
        }
        endParagraph()
        return found
    }

    private mutating func endParagraph() {
        let line = Bytes.string(text).split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
        if !line.isEmpty { found.append(line) }
        text.removeAll(keepingCapacity: true)
    }

    /// At `<`: a comment, a declaration, a tag, or a lone sign.
    private mutating func takeMarkup() {
        if starts(with: "<!--") { return skip(past: "-->") }
        if starts(with: "<![CDATA[") { return skip(past: "]]>") }
        if starts(with: "<?") { return skip(past: "?>") }
        let next = position + 1 < bytes.count ? bytes[position + 1] : 0
        guard Bytes.isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") else {
            text.append(bytes[position])
            position += 1
            return
        }
        let name = HTMLText.tagName(Bytes.string(bytes[position..<min(bytes.count, position + 32)]))
        skipTag()
        if name == "script" || name == "style" {
            skip(past: "</" + name)
            skipTag()
        } else if Self.lineElements.contains(name.hasPrefix("/") ? String(name.dropFirst()) : name) {
            endParagraph()
        } else if name == "br" {
            text.append(0x20)
        } else if name == "img" || name == "td" || name == "th" || name == "/td" || name == "/th" {
            text.append(0x20)
        }
    }

    private static let lineElements: Set<String> = [
        "p", "div", "section", "article", "header", "footer", "aside", "main", "nav", "h1", "h2", "h3", "h4", "h5",
        "h6", "ul", "ol", "li", "dl", "dt", "dd",
        "table", "tr", "blockquote", "pre", "hr", "figure", "figcaption", "form", "details", "summary",
    ]

    private func starts(with prefix: String) -> Bool { bytes[position...].starts(with: prefix.utf8) }

    /// To behind the next `mark`, without regard to case, or to the end.
    private mutating func skip(past mark: String) {
        let mark = Array(mark.utf8)
        position += 1
        while position < bytes.count {
            if bytes.count - position >= mark.count,
                mark.indices.allSatisfy({ lower(bytes[position + $0]) == mark[$0] })
            {
                position += mark.count
                return
            }
            position += 1
        }
    }

    private func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

    /// To behind the `>` that closes the tag, over those in quoted values; a tag that nothing closes ends at its first
    /// `>`, or the text does.
    private mutating func skipTag() {
        var quote: UInt8?
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return
            }
        }
        if quote != nil, let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) { position = end + 1 }
    }

    private mutating func takeEntity() {
        let end = bytes[position...].prefix(40).firstIndex(of: UInt8(ascii: ";"))
        guard let end, let decoded = HTMLEntity.decode(Bytes.string(bytes[position...end])) else {
            text.append(bytes[position])
            position += 1
            return
        }
        text.append(contentsOf: decoded.utf8)
        position = end + 1
    }
}
