import Articles
import Text

/// A passage with its source, as it is put into the clipboard: the words, then who wrote them, the title, where and when they were
/// published, the address, and the place in the article.
struct CitedQuote: Hashable {
    let text: String

    /// - Parameters:
    ///   - passage: in UTF-8 offsets of the canonical text.
    ///   - words: those of the passage.
    init(_ article: Article, passage: Range<Int>, words: String) {
        var parts: [String] = []
        if !article.bylines.isEmpty { parts.append(article.bylines.joined(separator: ", ")) }
        if !article.title.isEmpty { parts.append("“\(article.title)”") }
        if let publisher = article.publisher, !publisher.isEmpty { parts.append(publisher) }
        if let published = article.published { parts.append(published.withoutTime.description) }
        if let url = article.url, !url.isEmpty { parts.append(url) }
        if let place = Self.place(of: passage, in: article) { parts.append(place) }
        text = Printable.stripped("“\(words)”\n— " + parts.joined(separator: ", "), keeping: .lineBreaks)
    }

    /// «paragraph 3», counting what a reader would: all passages with text but headings, captions and advertising.
    private static func place(of passage: Range<Int>, in article: Article) -> String? {
        var number = 0
        for (block, range) in zip(article.blocks, article.blockRanges) where !range.isEmpty {
            switch block.kind {
            case .paragraph, .quotation, .listItem, .table, .code: number += 1
            case .heading, .caption, .promotion, .rule:
                if range.overlaps(passage), block.kind == .heading { return "heading “\(block.text)”" }
                continue
            }
            if range.overlaps(passage) { return "paragraph \(number)" }
        }
        return nil
    }
}
