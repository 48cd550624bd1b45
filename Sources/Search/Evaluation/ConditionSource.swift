/// What only the store knows of articles: topics, tags, states, files. The index asks it for sets of articles and intersects
/// them with what it finds itself.
public protocol ConditionSource {
    /// The articles for which `condition` holds, one of the cases of ``Query`` that hold no others and no words: `.note`,
    /// `.topic`, `.treaty`, `.tag`, `.state`, `.has`, `.language`, `.file`, `.id`. To be cached by the store: it is asked at
    /// every keystroke.
    func articles(where condition: Query) throws -> ArticleSet

    /// The sort keys of the articles published in `span`; nothing where there can be none.
    func orders(in span: DateSpan) throws -> ClosedRange<Int64>?

    /// `articles`, ordered by the letters of their titles; those with the same letters stay as they are.
    func sortedByTitle(_ articles: [Int64]) throws -> [Int64]
}
