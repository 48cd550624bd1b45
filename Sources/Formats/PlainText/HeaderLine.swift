import Articles

/// A line above an article's text that speaks of the article: a date, a byline, both, a labelled field, an address.
package enum HeaderLine: Hashable {
    case published(ArticleDate)
    case updated(ArticleDate)
    case credit(bylines: [String], published: ArticleDate?, updated: ArticleDate?)
    case field(HeaderField, String)
    case url(String)
    /// Something of the page and not of the article: «Share», «Get Permission», «5 min read».
    case furniture

    package init?(_ line: String) {
        guard line.utf8.count <= 200 else { return nil }
        if let field = HeaderField.labelled(line) {
            self = .field(field.field, field.value)
        } else if let date = Self.datedLine(line) {
            self = date
        } else if let bylines = Byline.names(afterPrefixIn: line) {
            self = .credit(bylines: bylines, published: nil, updated: nil)
        } else if let credit = Self.credit(line) {
            self = credit
        } else if Self.isFurniture(line) {
            self = .furniture
        } else if let link = InlineMarks.wholeLink(line) {
            self = .url(link)
        } else {
            return nil
        }
    }

    private static let publishedWords = [
        "published", "posted", "first published", "publié le", "veröffentlicht", "publicado",
    ]
    private static let updatedWords = [
        "updated", "last updated", "last modified", "modified", "mis à jour", "aktualisiert", "actualizado",
    ]

    /// A date alone, or after «Published» or «Updated».
    private static func datedLine(_ line: String) -> HeaderLine? {
        if let date = DateText.date(line) { return .published(date) }
        let lower = line.lowercased()
        for (words, isUpdate) in [(publishedWords, false), (updatedWords, true)] {
            for word in words where lower.hasPrefix(word) {
                let rest = line.dropFirst(word.count).drop { $0 == ":" || $0 == " " }
                guard let date = DateText.date(rest) else { continue }
                return isUpdate ? .updated(date) : .published(date)
            }
        }
        return nil
    }

    /// Parts between dots or bars, at least one of which is a date or begins with «By».
    private static func credit(_ line: String) -> HeaderLine? {
        let parts = Self.parts(of: line)
        guard (2...5).contains(parts.count) else { return nil }
        var bylines: [String] = []
        var published: ArticleDate?
        var updated: ArticleDate?
        var isCertain = false
        for part in parts {
            switch datedLine(part) {
            case .published(let date)?:
                published = published ?? date
                isCertain = true
            case .updated(let date)?:
                updated = date
                isCertain = true
            default:
                if let names = Byline.names(afterPrefixIn: part) {
                    bylines += names
                    isCertain = true
                } else if let names = Byline.names(part) {
                    bylines += names
                } else if !isFurniture(part) {
                    return nil
                }
            }
        }
        return isCertain ? .credit(bylines: bylines, published: published, updated: updated) : nil
    }

    /// Dots and bars separate wherever they stand; dashes only between blanks.
    private static func parts(of line: String) -> [String] {
        var line = line
        for dash in [" – ", " — ", " - ", " / "] { line = line.replacing(dash, with: "•") }
        return line.split { "•|·‧∙".contains($0) }.map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
    }

    private static let furnitureWords: Set<String> = [
        "share", "tweet", "print", "email", "save", "get permission", "credit eligible", "listen", "subscribe",
        "comments", "no comments",
        "advertisement", "follow us", "copy link", "read more", "share this article",
    ]

    private static func isFurniture(_ line: String) -> Bool {
        let lower = line.lowercased()
        if furnitureWords.contains(lower) { return true }
        let words = lower.split(separator: " ")
        guard words.count >= 2, words.count <= 4, words[0].allSatisfy(\.isNumber) else { return false }
        return ["min", "mins", "minute", "minutes", "min."].contains(words[1])
            && words.dropFirst(2).allSatisfy { $0 == "read" }
            || ["comment", "comments", "shares"].contains(words[1])
    }
}
