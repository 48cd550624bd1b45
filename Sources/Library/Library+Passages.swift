import Articles
import GRDB

extension Library {
    /// Makes a passage of `range` of the canonical text, in UTF-8 offsets; its ends are moved outwards to characters. Where
    /// there is one of exactly that range, it is given the bookmark and the tags; what it has stays.
    /// Throws ``LibraryError/emptyPassage`` where no text is in it.
    @discardableResult
    public func addPassage(
        in article: ArticleID, range: Range<Int>, isBookmarked: Bool, tags: [String] = []
    ) throws -> StoredPassage {
        try change { transaction in
            let state = UserChange.PassageState(isBookmarked: isBookmarked, tags: Self.cleaned(tags))
            let anchor = try transaction.anchor(of: range, in: article)
            guard let found = try transaction.passage(at: anchor.start..<anchor.end, in: article) else {
                return try transaction.add(anchor, in: article, state) { title in
                    isBookmarked
                        ? ActionSentence.bookmark(on: title) : ActionSentence.addPassage(in: title, tags: state.tags)
                }
            }
            let joined = try transaction.update(found) { old in
                old.isBookmarked = old.isBookmarked || isBookmarked
                old.tags = Self.cleaned(old.tags + tags)
            } sentence: { title in
                isBookmarked && !found.isBookmarked
                    ? ActionSentence.bookmark(on: title) : ActionSentence.addPassage(in: title, tags: state.tags)
            }
            return joined ?? found
        }
    }

    /// Bookmarks exactly this range of the canonical text, or takes its bookmark away. The passage as it is now; nothing
    /// where it was kept for its bookmark alone and is no more.
    @discardableResult
    public func toggleBookmark(in article: ArticleID, range: Range<Int>) throws -> StoredPassage? {
        try change { transaction in
            let anchor = try transaction.anchor(of: range, in: article)
            guard let found = try transaction.passage(at: anchor.start..<anchor.end, in: article) else {
                return try transaction.add(anchor, in: article, .init(isBookmarked: true)) {
                    ActionSentence.bookmark(on: $0)
                }
            }
            return try transaction.update(found) { $0.isBookmarked.toggle() } sentence: { title in
                found.isBookmarked ? ActionSentence.removeBookmark(on: title) : ActionSentence.bookmark(on: title)
            }
        }
    }

    /// Takes a passage away, with all that it has. Throws ``LibraryError/unknownPassage(_:)``.
    public func removePassage(_ id: String) throws {
        try change { transaction in
            let passage = try transaction.livePassage(id)
            try transaction.perform(
                passage.removalSentence, [.passage(id: id, before: .init(passage), after: nil)])
        }
    }

    /// Gives a passage a tag of the user's own. An empty name, or one it has, changes nothing.
    @discardableResult
    public func tag(passage id: String, _ name: String) throws -> StoredPassage {
        try change { transaction in
            let passage = try transaction.livePassage(id)
            guard let name = TagKey.cleaned(name) else { return passage }
            let tagged = try transaction.update(passage) { state in
                let isThere = state.tags.contains { TagKey.of($0) == TagKey.of(name) }
                if !isThere { state.tags = (state.tags + [name]).sorted() }
            } sentence: { ActionSentence.tag(name, passageOf: $0) }
            return tagged ?? passage
        }
    }

    /// Takes a tag from a passage. Nothing where the passage was kept for its tag alone and is no more.
    @discardableResult
    public func untag(passage id: String, _ name: String) throws -> StoredPassage? {
        try change { transaction in
            let passage = try transaction.livePassage(id)
            guard let name = TagKey.cleaned(name) else { return passage }
            return try transaction.update(passage) { state in
                state.tags.removeAll { TagKey.of($0) == TagKey.of(name) }
            } sentence: { ActionSentence.untag(name, passageOf: $0) }
        }
    }

    /// The passage with the id; nothing where there is none, or it was removed.
    public func passage(_ id: String) throws -> StoredPassage? {
        try read { try $0.passage(id) }
    }

    /// The passages that `filter` asks for, in its order.
    public func passages(_ filter: PassageFilter = PassageFilter()) throws -> [StoredPassage] {
        try read { try $0.passages(filter) }
    }

    private static func cleaned(_ tags: [String]) -> [String] {
        var seen: Set<String> = []
        return tags.compactMap { TagKey.cleaned($0) }.filter { seen.insert(TagKey.of($0)).inserted }.sorted()
    }
}

extension StoredPassage {
    /// The words for taking it away: by what it is kept for, where that is one thing.
    fileprivate var removalSentence: String {
        switch (isBookmarked, note != nil, highlight != nil) {
        case (true, false, false): ActionSentence.removeBookmark(on: articleTitle)
        case (false, true, false): ActionSentence.removeNote(on: articleTitle)
        case (false, false, true): ActionSentence.removeHighlight(in: articleTitle)
        default: ActionSentence.removePassage(in: articleTitle)
        }
    }
}

extension Transaction {
    func anchor(of range: Range<Int>, in article: ArticleID) throws -> Anchor {
        guard try flags(of: article.rawValue) != nil else { throw LibraryError.unknownArticle(article) }
        let anchor = Anchor(range, in: try text(of: article.rawValue))
        guard !anchor.quote.isEmpty else { throw LibraryError.emptyPassage }
        return anchor
    }

    func add(
        _ anchor: Anchor, in article: ArticleID, _ state: UserChange.PassageState, sentence: (String) -> String
    ) throws -> StoredPassage {
        let id = options.makeIdentifier()
        try database.run(
            """
            INSERT INTO passage(uuid, article, start, "end", anchor_start, anchor_end, quote, prefix, suffix, bookmarked,
              removed, created, edited, change) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 1, ?, ?, ?)
            """, id, article.rawValue, anchor.start, anchor.end, anchor.start, anchor.end, anchor.quote, anchor.prefix,
            anchor.suffix, now, now, change)
        try perform(
            sentence(try title(of: article.rawValue)), [.passage(id: id, before: nil, after: state)])
        return try livePassage(id)
    }

    /// The passage as it is after the change; nothing where it is no more.
    @discardableResult
    func update(
        _ passage: StoredPassage, _ change: (inout UserChange.PassageState) -> Void, sentence: (String) -> String
    ) throws -> StoredPassage? {
        let before = UserChange.PassageState(passage)
        var after = before
        change(&after)
        guard after != before else { return passage }
        try perform(
            sentence(passage.articleTitle),
            [.passage(id: passage.id, before: before, after: after.isEmpty ? nil : after)])
        return try database.passage(passage.id)
    }

    func livePassage(_ id: String) throws -> StoredPassage {
        guard let passage = try database.passage(id) else { throw LibraryError.unknownPassage(id) }
        return passage
    }

    /// The passage that stands at exactly `range`; a bookmarked one before others.
    func passage(at range: Range<Int>, in article: ArticleID) throws -> StoredPassage? {
        let id = try database.first(
            """
            SELECT uuid FROM passage WHERE article = ? AND start = ? AND "end" = ? AND removed = 0
            ORDER BY bookmarked DESC, id LIMIT 1
            """, article.rawValue, range.lowerBound, range.upperBound
        ) { $0.text(0) }
        return try id.flatMap { try database.passage($0) }
    }
}
