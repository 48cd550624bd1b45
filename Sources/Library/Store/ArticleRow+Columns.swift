import Articles
import Topics

extension ArticleRow {
    /// The columns of `a` that a row is made of, in the order of ``init(_:)``.
    static let columns = """
        a.id, a.name, a.title, a.deck, a.published, a.sort_key, a.kickers, a.publisher, a.topics, a.tags, a.word_count,
        a.read, a.trashed, a.bookmarks, a.file, a.gone, a.starred, a.notes, a.highlights
        """

    /// The place of what a statement gives after ``columns``.
    static let nextColumn: Int32 = 19

    init(_ columns: Columns) {
        let published = columns.optionalText(4).flatMap { ArticleDate(iso8601: $0) }
        self.init(
            id: ArticleID(columns.int64(0)), name: columns.text(1), title: columns.text(2), deck: columns.optionalText(3),
            published: published,
            sortDate: published ?? ArticleDate(timestamp: SortKey.timestamp(of: columns.int64(5))),
            kickers: TextList.split(columns.optionalText(6)), publisher: columns.optionalText(7),
            topics: TextList.split(columns.optionalText(8)).map { TopicID($0) },
            tags: TextList.split(columns.optionalText(9)), wordCount: columns.integer(10), isRead: columns.bool(11),
            isTrashed: columns.bool(12), bookmarkCount: columns.integer(13), file: columns.text(14),
            isGone: columns.bool(15), isStarred: columns.bool(16), noteCount: columns.integer(17),
            highlightCount: columns.integer(18))
    }
}
