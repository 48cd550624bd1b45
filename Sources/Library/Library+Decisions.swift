import Articles
import GRDB
import Topics

extension Library {
    /// Decides on a topic in a passage, or takes the decision back where `verdict` is nothing. A state: deciding the same
    /// again changes nothing. `passage` is a block's range in the canonical text, or any place in it; an empty one at 0 stands
    /// for the article as a whole. Whether anything changed. Throws ``LibraryError/unknownArticle(_:)`` and
    /// ``LibraryError/emptyPassage``.
    @discardableResult
    public func decide(_ verdict: Verdict?, on topic: TopicID, in passage: Passage, of article: ArticleID) throws -> Bool {
        try decide(verdict, at: [DecisionPlace(article: article, passage: passage, topic: topic)]) > 0
    }

    /// Decides in many places as one action that can be taken back. How many decisions that changed; those that are as
    /// wanted already stay as they are. All or nothing.
    @discardableResult
    public func decide(_ verdict: Verdict?, at places: [DecisionPlace]) throws -> Int {
        try change { transaction in
            let changes = try transaction.changes(for: verdict, at: places)
            try transaction.perform(
                transaction.sentence(for: verdict, at: changes.map(\.place)), changes.map(\.change))
            return changes.count
        }
    }

    /// Takes decisions back by their ids, orphaned ones too. Ids that there are not are passed over.
    public func clearDecisions(_ ids: [String]) throws {
        try change { transaction in
            let found = try ids.compactMap { try transaction.decision($0) }
            try transaction.perform(transaction.sentence(for: nil, at: found.map(\.place)), found.map(\.change))
        }
    }

    /// Forgets the decisions on a topic, or all, as one action that can be taken back. How many there were.
    @discardableResult
    public func forgetDecisions(on topic: TopicID? = nil) throws -> Int {
        try change { transaction in
            let ids = try transaction.database.decisions(DecisionFilter(topic: topic)).map(\.id)
            let changes = try ids.compactMap { try transaction.decision($0)?.change }
            try transaction.perform(
                ActionSentence.forget(changes.count, on: topic.map(options.topicName)), changes)
            return changes.count
        }
    }

    /// The decisions that `filter` asks for, in its order.
    public func decisions(_ filter: DecisionFilter = DecisionFilter()) throws -> [StoredDecision] {
        try read { try $0.decisions(filter) }
    }

    /// The decisions in an article, ordered by place; orphaned ones last.
    public func decisions(in article: ArticleID) throws -> [StoredDecision] {
        try decisions(DecisionFilter(article: article, order: .article))
    }

    /// How many decisions there are. Costs one row.
    public func decisionCount() throws -> Int { try counts().decisions }
}

extension Transaction {
    fileprivate struct Step {
        var place: DecisionPlace
        var change: UserChange
    }

    /// What has to change, each place once.
    fileprivate func changes(for verdict: Verdict?, at places: [DecisionPlace]) throws -> [Step] {
        var seen: Set<DecisionPlace> = []
        var steps: [Step] = []
        var opened: (id: ArticleID, article: Article)?
        for place in places {
            if opened?.id != place.article {
                guard let content = try database.articleContent(place.article) else {
                    throw LibraryError.unknownArticle(place.article)
                }
                opened = (place.article, content.article)
            }
            guard let article = opened?.article else { continue }
            var place = place
            place.passage = try Self.block(place.passage, in: article)
            guard seen.insert(place).inserted, let change = try change(to: verdict, at: place, in: article) else { continue }
            steps.append(Step(place: place, change: change))
        }
        return steps
    }

    /// The block that a passage is in, or the whole article.
    private static func block(_ passage: Passage, in article: Article) throws -> Passage {
        guard passage != Passage(start: 0, end: 0) else { return passage }
        guard passage.start >= 0, let block = article.block(at: passage.start) else { throw LibraryError.emptyPassage }
        return Passage(article.blockRanges[block])
    }

    private func change(to verdict: Verdict?, at place: DecisionPlace, in article: Article) throws -> UserChange? {
        if let found = try liveDecision(at: place.passage.range, topic: place.topic, in: place.article) {
            return found.verdict == verdict ? nil : .decision(id: found.id, before: found.verdict, after: verdict)
        }
        guard let verdict else { return nil }
        return .decision(id: try row(for: place, in: article), before: nil, after: verdict)
    }

    /// A removed decision, to be brought back by a change: an earlier one in the place, or a new one.
    private func row(for place: DecisionPlace, in article: Article) throws -> String {
        let anchor = place.passage.range.isEmpty
            ? Anchor(start: 0, end: 0, quote: "", prefix: "", suffix: "") : Anchor(place.passage.range, in: article.text)
        let earlier = try database.first(
            """
            SELECT uuid FROM decision WHERE article = ? AND topic = ? AND anchor_start = ? AND quote = ? AND removed = 1
            ORDER BY id DESC LIMIT 1
            """, place.article.rawValue, place.topic.rawValue, anchor.start, anchor.quote
        ) { $0.text(0) }
        if let earlier { return earlier }
        let id = options.makeIdentifier()
        try database.run(
            """
            INSERT INTO decision(uuid, article, start, "end", anchor_start, anchor_end, quote, prefix, suffix, topic, accepted,
              removed, created, edited, change) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 1, ?, ?, ?)
            """, id, place.article.rawValue, anchor.start, anchor.end, anchor.start, anchor.end, anchor.quote, anchor.prefix,
            anchor.suffix, place.topic.rawValue, now, now, change)
        return id
    }

    /// What takes the decision back.
    fileprivate func decision(_ id: String) throws -> Step? {
        try database.first(
            "SELECT article, coalesce(start, 0), coalesce(\"end\", 0), topic, accepted FROM decision WHERE uuid = ? AND removed = 0", id
        ) { columns in
            let place = DecisionPlace(
                article: ArticleID(columns.int64(0)), passage: Passage(start: columns.integer(1), end: columns.integer(2)),
                topic: TopicID(columns.text(3)))
            return Step(
                place: place, change: .decision(id: id, before: columns.bool(4) ? .accepted : .rejected, after: nil))
        }
    }

    fileprivate func sentence(for verdict: Verdict?, at places: [DecisionPlace]) throws -> String {
        var topics: [TopicID] = []
        for place in places where !topics.contains(place.topic) { topics.append(place.topic) }
        let articles = Set(places.map(\.article))
        if places.count == 1, let place = places.first {
            return ActionSentence.decide(
                verdict, options.topicName(place.topic), in: try title(of: place.article.rawValue))
        }
        return ActionSentence.decide(
            verdict, topics.map(options.topicName), in: ActionSentence.Extent(passages: places.count, articles: articles.count))
    }
}
