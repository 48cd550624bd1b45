/// Names of people as they stand above an article.
package enum Byline {
    private static let prefixes = ["by ", "by: ", "par ", "von ", "por ", "di ", "door ", "written by "]

    /// The names after «By» or its like.
    package static func names(afterPrefixIn line: String) -> [String]? {
        let lower = line.lowercased()
        guard let prefix = prefixes.first(where: { lower.hasPrefix($0) }) else { return nil }
        return names(String(line.dropFirst(prefix.count)))
    }

    /// The names that `text` consists of; nothing where a part looks like none.
    package static func names(_ text: String) -> [String]? {
        guard text.utf8.count <= 160 else { return nil }
        var text = withoutParentheses(text).trimmingBlanks
        for joint in [" and ", " & ", " und ", " et ", " y ", " e ", ";"] { text = text.replacing(joint, with: ",") }
        var parts = text.split(separator: ",").map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
        if parts.count > 1 { parts.removeAll(where: isRole) }
        guard (1...8).contains(parts.count), parts.allSatisfy(isName) else { return nil }
        return parts
    }

    private static let particles: Set<String> = [
        "de", "del", "der", "den", "van", "von", "la", "le", "di", "da", "dos", "bin", "al", "el", "of", "the",
    ]
    private static let roles: Set<String> = [
        "editor", "reporter", "writer", "correspondent", "contributor", "staff", "columnist", "analyst", "director",
        "managing", "executive", "senior", "associate", "news",
    ]

    private static func isRole(_ text: String) -> Bool {
        let words = text.lowercased().split(separator: " ")
        return words.last.map { roles.contains(String($0)) } ?? true
    }

    /// One to five words that begin with capitals, apart from the small words inside names.
    private static func isName(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard (1...5).contains(words.count), text.utf8.count <= 60, !text.contains(where: { "!?:\"“”".contains($0) })
        else { return false }
        guard !text.hasSuffix(".") || words.last.map({ $0.count <= 3 }) ?? false else { return false }
        var capitals = 0
        for word in words {
            guard let first = word.first, first.isLetter || first == "@" else { return false }
            if first.isUppercase || !first.isCased || first == "@" {
                capitals += 1
            } else if !particles.contains(String(word)), !(word.contains("'") || word.contains("’")) {
                return false
            }
        }
        return capitals > 0
    }

    private static func withoutParentheses(_ text: String) -> String {
        guard let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")") else { return text }
        return String(text[..<open]) + String(text[text.index(after: close)...])
    }
}

extension String {
    /// Without white space, no-break blanks and zero-width marks at either end.
    package var trimmingBlanks: String {
        let bytes = Array(utf8)
        let trimmed = Bytes.trimmed(bytes[...])
        return trimmed.count == bytes.count ? self : Bytes.string(trimmed)
    }
}
