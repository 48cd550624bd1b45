import Articles
import Library
import Topics

extension ReadingState {
    /// What `]` and `}` go through.
    public enum Landmark: Hashable, Sendable {
        /// Passages with a topic.
        case tagged
        /// Passages with a bookmark or a tag of the user's.
        case marked
    }

    /// The passage under the cursor, in UTF-8 offsets of the canonical text.
    public var passage: Range<Int>? {
        guard let block, page.blockRanges.indices.contains(block), !page.blockRanges[block].isEmpty else { return nil }
        return page.blockRanges[block]
    }

    /// Its words.
    public var quote: String {
        guard let block, article.article.blocks.indices.contains(block) else { return "" }
        return article.article.blocks[block].text
    }

    /// The topics of the passage, the strongest first.
    public var links: [TopicLink] {
        guard let passage else { return [] }
        return article.links
            .filter { !$0.passage.range.isEmpty && $0.passage.range.overlaps(passage) }
            .sorted { $0.explanation.score > $1.explanation.score }
    }

    /// What the user made of exactly this range.
    public func stored(_ range: Range<Int>) -> StoredPassage? { article.passages.first { $0.range == range } }

    public var isBookmarked: Bool {
        guard let passage else { return false }
        return article.passages.contains { $0.isBookmarked && $0.range?.overlaps(passage) == true }
    }

    /// The user's tags on the passage.
    public var tags: [String] {
        guard let passage else { return [] }
        let tags = article.passages.filter { $0.range?.overlaps(passage) == true }.flatMap(\.tags)
        return Set(tags).sorted()
    }

    /// To the next or previous passage of a kind; false where there is none.
    mutating func step(to kind: Landmark, by distance: Int, rows: Int) -> Bool {
        let current = block ?? -1
        let blocks = landmarks(kind)
        let target = distance > 0 ? blocks.first { $0 > current } : blocks.last { $0 < current }
        guard let target else { return false }
        goTo(page.blockRanges[target].lowerBound, rows: rows)
        return true
    }

    /// The blocks of a kind, in their order.
    private func landmarks(_ kind: Landmark) -> [Int] {
        let starts: [Int]
        switch kind {
        case .tagged: starts = article.links.filter { !$0.passage.range.isEmpty }.map(\.passage.start)
        case .marked: starts = article.passages.compactMap { $0.range?.lowerBound }
        }
        return Set(starts.compactMap { page.block(at: $0) }).sorted()
    }

    /// How much of the text was seen, 0…1.
    func progress(rows: Int) -> Double {
        page.progress(at: page.place(top, movedBy: max(1, rows) - 1))
    }
}
