import Articles
import Formats

/// A newsletter of several articles, parted at its headings.
///
/// It is one where it went to many, is HTML, and has at least three headings of one level, none of a higher level behind
/// the first of them, each with at least forty words under it, eighty in the mean, and a link. What stands before the
/// first heading stays the article of the message itself where it has forty words too, else it goes with the first part.
/// Everything else stays one article.
enum NewsletterParts {
    private static let fewest = 3
    private static let most = 50
    private static let fewestWords = 40
    private static let meanWords = 80

    /// The headings with their places, of the level that parts the message; nothing where it is to stay whole.
    static func ranges(of blocks: [Block]) -> [Range<Int>]? {
        guard let level = level(of: blocks) else { return nil }
        let starts = blocks.indices.filter { blocks[$0].kind == .heading && blocks[$0].level == level }
        guard (fewest...most).contains(starts.count) else { return nil }
        let end = blocks.lastIndex { $0.kind != .promotion && $0.kind != .rule }.map { $0 + 1 } ?? blocks.count
        let ranges = starts.indices.map { starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] : max(end, starts[$0] + 1)) }
        let words = ranges.map { range in blocks[(range.lowerBound + 1)..<range.upperBound].reduce(0) { $0 + count($1) } }
        guard words.allSatisfy({ $0 >= fewestWords }), words.reduce(0, +) >= meanWords * words.count else { return nil }
        guard ranges.allSatisfy({ blocks[$0].contains { $0.spans.contains { $0.kind == .link } } }) else { return nil }
        return ranges
    }

    /// The highest level that has headings enough; a title above them may be alone on a higher one.
    private static func level(of blocks: [Block]) -> Int? {
        for level in 1...6 {
            let count = blocks.count { $0.kind == .heading && $0.level == level }
            if count >= fewest { return level }
            if count > 1 { return nil }
        }
        return nil
    }

    static func count(_ block: Block) -> Int {
        guard block.kind != .promotion else { return 0 }
        return block.text.utf8.split(separator: 0x20).count
    }

    /// The message's article parted, or itself.
    static func parts(of article: Article) -> [Article] {
        guard let ranges = ranges(of: article.blocks), let first = ranges.first else { return [article] }
        let opening = article.blocks[..<first.lowerBound]
        var parts: [Article] = []
        if opening.reduce(0, { $0 + count($1) }) >= fewestWords {
            var part = article
            part.blocks = Array(opening)
            parts.append(part)
        }
        for (index, range) in ranges.enumerated() {
            var part = article
            part.title = article.blocks[range.lowerBound].text
            part.kickers = [article.title]
            part.id = article.id.map { "\($0)#\(index + 1)" }
            part.blocks = Array(article.blocks[(range.lowerBound + 1)..<range.upperBound])
            if index == 0, parts.isEmpty { part.blocks.insert(contentsOf: opening.filter { $0.kind != .promotion }, at: 0) }
            if index == ranges.count - 1 { part.blocks += article.blocks[range.upperBound...] }
            parts.append(part)
        }
        return parts
    }
}
