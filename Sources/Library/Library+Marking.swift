extension Library {
    /// Marks articles as read or unread. `isAction` is false for what the program does of itself, which cannot be taken
    /// back. Like all that follows here: of any number of articles, it is one transaction and one action of the journal.
    /// `progress` is told how many were changed, from time to time; what it throws takes all of them back.
    public func setRead(
        _ ids: [ArticleID], _ isRead: Bool, isAction: Bool = true, progress: (Int) throws -> Void = { _ in }
    ) throws {
        try change(isDurable: isAction) { transaction in
            let articles = try transaction.articles(ids) { $0.isRead != isRead }
            let changes = articles.map { UserChange.read(article: $0.id, isRead: isRead) }
            if isAction {
                try transaction.perform(ActionSentence.mark(articles.map(\.title), isRead: isRead), changes, progress: progress)
            } else {
                for change in changes { try transaction.apply(change) }
            }
        }
    }

    /// Gives articles a star, or takes it away.
    public func setStar(_ ids: [ArticleID], _ isStarred: Bool, progress: (Int) throws -> Void = { _ in }) throws {
        try change { transaction in
            let articles = try transaction.articles(ids) { _ in true }.filter {
                try transaction.isStarred($0.id) != isStarred
            }
            try transaction.perform(
                ActionSentence.star(articles.map(\.title), isStarred: isStarred),
                articles.map { .starred(article: $0.id, isStarred: isStarred) }, progress: progress)
        }
    }

    /// Moves articles to the trash: they leave the lists, their files stay where they are.
    public func trash(_ ids: [ArticleID], progress: (Int) throws -> Void = { _ in }) throws {
        try change { transaction in
            let articles = try transaction.articles(ids) { !$0.isTrashed }
            try transaction.perform(
                ActionSentence.trash(articles.map(\.title)),
                articles.map { .trashed(article: $0.id, isTrashed: true) }, progress: progress)
        }
    }

    /// Takes articles out of the trash.
    public func restore(_ ids: [ArticleID], progress: (Int) throws -> Void = { _ in }) throws {
        try change { transaction in
            let articles = try transaction.articles(ids) { $0.isTrashed }
            try transaction.perform(
                ActionSentence.restore(articles.map(\.title)),
                articles.map { .trashed(article: $0.id, isTrashed: false) }, progress: progress)
        }
    }

    /// Gives articles a tag of the user's own. An empty name does nothing.
    public func tag(_ ids: [ArticleID], _ name: String, progress: (Int) throws -> Void = { _ in }) throws {
        guard let name = TagKey.cleaned(name) else { return }
        try change { transaction in
            let articles = try transaction.articles(ids, tagged: name, false)
            try transaction.perform(
                ActionSentence.tag(name, articles.map(\.title)),
                articles.map { .tagged(article: $0.id, tag: name, isTagged: true) }, progress: progress)
        }
    }

    /// Takes a tag from articles. Passages in them keep theirs.
    public func untag(_ ids: [ArticleID], _ name: String, progress: (Int) throws -> Void = { _ in }) throws {
        guard let name = TagKey.cleaned(name) else { return }
        try change { transaction in
            let articles = try transaction.articles(ids, tagged: name, true)
            try transaction.perform(
                ActionSentence.untag(name, articles.map(\.title)),
                articles.map { .tagged(article: $0.id, tag: name, isTagged: false) }, progress: progress)
        }
    }

    /// Notes where reading stopped, as a UTF-8 offset of the canonical text. Not an action that can be taken back.
    public func setPlace(_ offset: Int, in article: ArticleID) throws {
        try write(isDurable: false) { database in
            try database.run("UPDATE article SET place = ? WHERE id = ?", max(0, offset), article.rawValue)
        }
    }

    /// Every tag in use, by name.
    public func allTags() throws -> [TagCount] {
        try read { database in
            try database.all(
                """
                SELECT name, articles, passages FROM (
                  SELECT name, (SELECT count(*) FROM article_tag WHERE tag = tag.id) AS articles,
                    (SELECT count(*) FROM passage_tag JOIN passage ON passage.id = passage_tag.passage
                      WHERE passage_tag.tag = tag.id AND passage.removed = 0) AS passages FROM tag)
                WHERE articles > 0 OR passages > 0 ORDER BY name
                """
            ) { TagCount(name: $0.text(0), articles: $0.integer(1), passages: $0.integer(2)) }
        }
    }
}

extension Transaction {
    /// Those of `ids` that the library holds and that are as wanted, once each.
    func articles(
        _ ids: [ArticleID], where isWanted: (CounterChanges.Flags) -> Bool
    ) throws -> [(id: Int64, title: String)] {
        var seen: Set<ArticleID> = []
        return try ids.compactMap { id in
            guard seen.insert(id).inserted, let flags = try flags(of: id.rawValue), isWanted(flags) else { return nil }
            return (id.rawValue, try title(of: id.rawValue))
        }
    }

    fileprivate func articles(
        _ ids: [ArticleID], tagged name: String, _ isTagged: Bool
    ) throws -> [(id: Int64, title: String)] {
        try articles(ids) { _ in true }.filter { article in
            let found = try database.first(
                "SELECT 1 FROM article_tag WHERE article = ? AND tag = (SELECT id FROM tag WHERE key = ?)", article.id,
                TagKey.of(name)
            ) { _ in true }
            return (found ?? false) == isTagged
        }
    }

    func title(of article: Int64) throws -> String {
        try database.first("SELECT title FROM article WHERE id = ?", article) { $0.text(0) } ?? ""
    }
}
