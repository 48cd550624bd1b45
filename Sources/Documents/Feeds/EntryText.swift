import Articles
import Formats

/// Texts of feeds on one line: titles, names, tags.
enum EntryText {
    /// White space made uniform, held to the length of a field.
    static func field(_ text: String, _ limits: FormatLimits) -> String {
        let bytes = Array(text.utf8)
        let isUniform = !bytes.contains { $0 < 0x20 }
        return Field.text(isUniform ? text : text.split(whereSeparator: \.isWhitespace).joined(separator: " "), limits)
    }

    /// What a person reads of `value`; nothing where that is nothing.
    static func line(_ value: FeedValue, _ limits: FormatLimits) -> String? {
        guard let value = value.decoded else { return nil }
        let source = String(decoding: value.bytes, as: UTF8.self)
        let isHTML =
            switch value.form {
            case .text: false
            case .html, .inline: true
            case .open: HTMLLooks.isHTML(value.bytes)
            }
        let text =
            isHTML
            ? EntryContent.html(value.bytes, base: value.base, limits).map(\.text).filter { !$0.isEmpty }
                .joined(separator: " ")
            : decoded(source)
        let line = field(text, limits)
        return line.isEmpty ? nil : line
    }

    /// With the character references that are left after XML's were resolved: many feeds escape twice.
    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var entities = XMLEntities()
        let source = Array(text.utf8)
        var bytes: [UInt8] = []
        var position = 0
        while position < source.count {
            if source[position] == UInt8(ascii: "&"), let reference = entities.reference(at: position, in: source),
                source[position + reference.length - 1] == UInt8(ascii: ";")
            {
                bytes.append(contentsOf: reference.text)
                position += reference.length
            } else {
                bytes.append(source[position])
                position += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Whether a text of which nobody says so is HTML.
enum HTMLLooks {
    /// Where it has a tag of HTML that is closed, or that never is; «the <blink> tag» and «a <b» are text. A comment of
    /// HTML counts too.
    static func isHTML(_ bytes: [UInt8]) -> Bool {
        var opened: Set<String> = []
        var position = 0
        guard let lastEnd = bytes.lastIndex(of: UInt8(ascii: ">")) else { return false }
        while let sign = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            position = sign + 1
            if bytes[position...].starts(with: "!--".utf8) { return true }
            let isEnd = position < bytes.count && bytes[position] == UInt8(ascii: "/")
            let start = isEnd ? position + 1 : position
            let name = bytes[start...].prefix(12).prefix { isNamePart($0) }
            let after = start + name.count
            guard !name.isEmpty, after <= lastEnd, isNameEnd(bytes[after]) else { continue }
            let tag = String(decoding: name, as: UTF8.self).lowercased()
            if isEnd ? opened.contains(tag) || tags.contains(tag) : voids.contains(tag) { return true }
            // An element that no HTML knows is markup where it is closed.
            if opened.count < 100 { opened.insert(tag) }
        }
        return false
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || (byte >= 0x30 && byte <= 0x39)
    }

    private static func isNameEnd(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
    }

    private static let voids: Set<String> = ["br", "hr", "img", "wbr", "embed", "input", "p", "li"]
    private static let tags: Set<String> = [
        "a", "abbr", "article", "aside", "b", "big", "blockquote", "center", "cite", "code", "dd", "del", "div", "dl", "dt",
        "em", "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6", "i", "iframe", "ins", "kbd", "li", "ol", "p", "pre", "q",
        "s", "script", "section", "small", "span", "strike", "strong", "style", "sub", "sup", "table", "tbody", "td", "th",
        "tr", "tt", "u", "ul", "video",
    ]
}
