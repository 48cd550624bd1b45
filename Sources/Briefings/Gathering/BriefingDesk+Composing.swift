import Articles
import Library
import Search
import Topics

extension BriefingDesk {
    private static let sentencesOfStory = 2

    /// Passages of the person's own as quotes, each with its note, in the order given. One whose words are gone keeps what they were.
    public func contents(ofPassages passages: [StoredPassage]) throws -> [Briefing.Content] {
        var sources: [ArticleID: (source: BriefingSource, article: Article)] = [:]
        return try passages.prefix(Briefing.mostItems).compactMap { passage in
            if sources[passage.article] == nil {
                guard let stored = try? library.article(passage.article) else { return nil }
                sources[passage.article] = (try source(of: stored), stored.article)
            }
            guard let (source, article) = sources[passage.article] else { return nil }
            let paragraph = passage.range.flatMap { Self.paragraph(at: $0.lowerBound, in: article) }
            return .quote(Briefing.Quote(source: source, anchor: passage.anchor, paragraph: paragraph, note: passage.note?.text))
        }
    }

    /// A range of an article's canonical text, in UTF-8 offsets, as a quote.
    public func content(of range: Range<Int>, in id: ArticleID) throws -> Briefing.Content {
        let stored = try library.article(id)
        return .quote(Self.quote(range, in: stored.article, try source(of: stored)))
    }

    /// Articles as stories, each told once, with its key sentences; in the order in which the first article of each is given.
    public func contents(
        ofArticles ids: [ArticleID], telling told: [Briefing.Item] = [], cancellation: SearchCancellation = SearchCancellation()
    ) throws -> [Briefing.Content] {
        let articles = try articles(Array(ids.prefix(Self.mostArticles)), cancellation)
        var chooser = SentenceChooser()
        var memory = SentenceMemory()
        for item in told { chooser.remember(item.quotes, in: &memory) }
        return try stories(of: articles, cancellation).prefix(Self.mostTold).map { group in
            guard !cancellation.isCancelled else { throw SearchCancelled() }
            return .story(try story(group.map { articles[$0] }, chooser: &chooser, memory: &memory))
        }
    }

    func story(_ articles: [StoredArticle], chooser: inout SentenceChooser, memory: inout SentenceMemory) throws -> Briefing.Story {
        let sources = try articles.map { try source(of: $0) }
        let chosen = chooser.choose(
            Self.sentencesOfStory, of: articles.map { SentenceSource(article: $0.article, links: $0.links) }, memory: &memory)
        return Briefing.Story(
            source: sources[0], sentences: chosen.map { Self.quote($0.range, in: articles[$0.source].article, sources[$0.source]) },
            others: Array(sources.dropFirst()))
    }

    /// A briefing of what a query finds, which is remembered as its search. The best or newest articles, at most
    /// ``mostArticles``. Throws `SearchCancelled`, and what the library throws.
    public func compose(
        title: String, _ question: Question, text: String, cancellation: SearchCancellation = SearchCancellation()
    ) throws -> Briefing {
        var briefing = Briefing(title: title, query: text)
        let ids = try found(question, cancellation)
        briefing.add(try contents(ofArticles: ids, cancellation: cancellation))
        try know(ids, in: &briefing)
        return briefing
    }

    /// The briefing with what its search finds now and has not offered before, at its end; how many stories that are. What was dropped
    /// does not come back. Nothing changes in one without a search. Throws `QueryError` too, where the search cannot be read any more.
    public func refreshed(
        _ briefing: Briefing, cancellation: SearchCancellation = SearchCancellation()
    ) throws -> (briefing: Briefing, added: Int) {
        guard let query = briefing.query else { return (briefing, 0) }
        let known = Set(briefing.known)
        let ids = try found(try Question(query), cancellation).filter { id in
            try library.source(of: id).map { !known.contains($0.identity) } ?? false
        }
        guard !ids.isEmpty else { return (briefing, 0) }
        var refreshed = briefing
        let added = refreshed.add(try contents(ofArticles: ids, telling: briefing.items, cancellation: cancellation))
        try know(ids, in: &refreshed)
        return (refreshed, added)
    }

    private func found(_ question: Question, _ cancellation: SearchCancellation) throws -> [ArticleID] {
        let order = question.order ?? .newest
        return try library.order(of: question.query, sorted: order, limit: Self.mostArticles, cancellation: cancellation)
    }

    private func know(_ ids: [ArticleID], in briefing: inout Briefing) throws {
        briefing.know(try ids.compactMap { try library.source(of: $0)?.identity })
    }

    // MARK: Kept ones

    /// Keeps a new briefing. Throws ``LibraryError/document(_:_:)``.
    public func keep(_ briefing: Briefing) throws -> StoredDocument {
        try library.addDocument(.briefing, title: briefing.title, body: briefing.json)
    }

    /// Writes a briefing over the one that is kept, in the words of what was done.
    @discardableResult
    public func update(_ id: String, _ briefing: Briefing, _ step: Library.DocumentStep) throws -> StoredDocument {
        try library.setDocument(id, title: briefing.title, body: briefing.json, step)
    }
}

extension Briefing {
    /// Throws ``Unreadable``.
    public init(_ document: StoredDocument) throws {
        guard let value = document.value else { throw Unreadable(reason: "it cannot be read") }
        try self.init(title: document.title, value)
    }
}

extension Briefing.Item {
    fileprivate var quotes: [Briefing.Quote] {
        switch content {
        case .heading, .text: []
        case .quote(let quote): [quote]
        case .story(let story): story.sentences
        }
    }
}

extension SentenceChooser {
    /// Has sentences count as told.
    mutating func remember(_ quotes: [Briefing.Quote], in memory: inout SentenceMemory) {
        for quote in quotes { remember(quote.anchor.quote, language: quote.source.language, in: &memory) }
    }
}
