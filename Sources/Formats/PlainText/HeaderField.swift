/// A field that a text may carry above itself, as `Title: …`.
package enum HeaderField: String, Hashable, CaseIterable {
    case title, deck, author, published, updated, publisher, url, tags, kickers, language

    /// The labels by which it is known, in lower case.
    private var labels: [String] {
        switch self {
        case .title: ["title", "headline", "titre", "titel", "título"]
        case .deck: ["subtitle", "deck", "standfirst", "subheading", "summary"]
        case .author: ["author", "authors", "byline", "written by"]
        case .published: ["date", "published", "publication date", "posted", "pubdate"]
        case .updated: ["updated", "last updated", "modified", "last modified"]
        case .publisher: ["source", "publisher", "publication", "site"]
        case .url: ["url", "link", "address", "permalink"]
        case .tags: ["tags", "keywords"]
        case .kickers: ["category", "categories", "section", "topics"]
        case .language: ["language", "lang"]
        }
    }

    private static let table: [String: HeaderField] = {
        var table: [String: HeaderField] = [:]
        for field in allCases {
            for label in field.labels { table[label] = field }
        }
        return table
    }()

    /// The field and its value, where `line` is a label with a colon and something after it.
    static func labelled(_ line: String) -> (field: HeaderField, value: String)? {
        guard let colon = line.firstIndex(of: ":"), line.utf8.distance(from: line.startIndex, to: colon) <= 20 else {
            return nil
        }
        guard let field = table[line[..<colon].lowercased()] else { return nil }
        let value = String(line[line.index(after: colon)...]).trimmingBlanks
        return value.isEmpty ? nil : (field, value)
    }
}
