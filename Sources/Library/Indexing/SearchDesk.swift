import GRDB
import Search
import Text

/// Where one question is answered: on one state of the library, by the index where it has words and by the database alone
/// where it has none. For one thread.
struct SearchDesk {
    let database: Database
    let languages: [Language]
    let analyser: WordAnalyser
    /// Articles that the index leaves out.
    let missing: Int
    private let query: Query
    private let search: IndexSearch?
    private let conditions: StoreConditions
    private let cancellation: SearchCancellation

    fileprivate init(
        _ query: Query, _ library: Library, _ database: Database, analyser: WordAnalyser, always: Bool,
        _ cancellation: SearchCancellation
    ) throws {
        self.database = database
        self.analyser = analyser
        self.query = query
        self.cancellation = cancellation
        languages = try QueryCompiler.languages(in: database)
        conditions = try StoreConditions(
            database, now: library.options.clock(), languages: languages, analyser: analyser, cache: library.conditions,
            notes: library.notes)
        let unlisted = try query.needsListing ? database.unlistedCount() : 0
        guard always || query.holdsText else {
            search = nil
            missing = unlisted
            return
        }
        let coverage = try library.articleIndex.coverage(in: database)
        missing = max(coverage.missing, unlisted)
        search = IndexSearch(coverage.snapshot, source: conditions, languages: languages, analyser: analyser)
    }

    func answer(_ request: SearchRequest) throws -> SearchAnswer {
        guard let search else { return try listed(request) }
        var request = request
        request.query = try visible(request.query)
        return try search.search(request, cancellation: cancellation)
    }

    func count(upTo bound: Int) throws -> HitCount {
        guard let search else { return try count(conditions.plan(query), upTo: bound) }
        return try search.count(of: visible(query), upTo: bound, cancellation: cancellation)
    }

    /// Does what only the index can; nothing where the desk has none.
    func withIndex<Value>(_ work: (IndexSearch) throws -> Value) rethrows -> Value? { try search.map(work) }

    /// `query`, without what is in the trash or gone from the folder, unless it speaks of them.
    func visible(_ query: Query) throws -> Query {
        var parts = [query]
        for state in [ArticleState.trashed, .gone] where !query.mentions(state) {
            // Mostly there are none, and what need not be asked costs nothing.
            if try conditions.articles(where: .state(state)).count > 0 { parts.append(.not(.state(state))) }
        }
        return parts.count > 1 ? .and(parts) : query
    }
}

extension SearchDesk {
    /// The rows of a list.
    func rows(_ order: SearchRequest.Order, limit: Int, offset: Int) throws -> [ArticleRow] {
        let select = try conditions.plan(query).ordered(ArticleRow.columns, order, limit: limit, offset: offset)
        var rows: [ArticleRow] = []
        try database.each(select.sql, select.values) { rows.append(ArticleRow($0)) }
        return rows
    }

    /// The articles of an answer alone. A list may be as long as the library: nothing is kept beside their identities.
    func order(_ request: SearchRequest) throws -> [ArticleID] {
        guard search == nil else { return try answer(request).hits.map { ArticleID($0.article) } }
        var ids: [ArticleID] = []
        if query == .all { ids.reserveCapacity(min(request.limit, try database.articleCount())) }
        let select = try conditions.plan(request.query)
            .ordered("a.id", request.order, limit: max(request.limit, 0), offset: max(request.offset, 0))
        try database.each(select.sql, select.values) { ids.append(ArticleID($0.int64(0))) }
        return ids
    }

    /// The answer where no words are asked for: a list, which has no best and no worst.
    private func listed(_ request: SearchRequest) throws -> SearchAnswer {
        let plan = try conditions.plan(request.query)
        let limit = max(request.limit, 0)
        let offset = max(request.offset, 0)
        let select = plan.ordered("a.id", request.order, limit: limit, offset: offset)
        var hits: [SearchHit] = []
        try database.each(select.sql, select.values) { hits.append(SearchHit(article: $0.int64(0), score: 0)) }
        guard request.countingTo > 0 else { return SearchAnswer(hits: hits, count: nil) }
        let isWhole = offset == 0 && hits.count < limit
        return SearchAnswer(
            hits: hits, count: isWhole ? .exactly(hits.count) : try count(plan, upTo: request.countingTo))
    }

    private func count(_ plan: ListPlan, upTo bound: Int) throws -> HitCount {
        let select = plan.count(upTo: bound)
        var count = 0
        try database.each(select.sql, select.values) { count = $0.integer(0) }
        return count > bound ? .moreThan(bound) : .exactly(count)
    }
}

extension Library {
    /// Answers a question. An index that turns out to be damaged is made anew, at once where it is small, and the question
    /// asked once more.
    func searching<Value>(
        _ query: Query, _ cancellation: SearchCancellation, usesIndex: Bool = false, _ work: (SearchDesk) throws -> Value
    ) throws -> Value {
        do {
            return try asking(query, cancellation, usesIndex: usesIndex, work)
        } catch let error as IndexError where error.asksForRebuild {
            articleIndex.note(.unusable(error))
            return try asking(query, cancellation, usesIndex: usesIndex, work)
        }
    }

    private func asking<Value>(
        _ query: Query, _ cancellation: SearchCancellation, usesIndex: Bool, _ work: (SearchDesk) throws -> Value
    ) throws -> Value {
        if usesIndex || query.holdsText { try articleIndex.open() }
        return try read { database in
            try database.interruptible(by: cancellation) {
                try analysers.withAnalyser { analyser in
                    try work(SearchDesk(query, self, database, analyser: analyser, always: usesIndex, cancellation))
                }
            }
        }
    }
}

extension Query {
    /// Whether it asks for words of articles, which the database knows nothing of.
    public var holdsText: Bool {
        switch self {
        case .text, .near, .any: true
        case .and(let parts), .or(let parts): parts.contains(where: \.holdsText)
        case .not(let inner): inner.holdsText
        case .all, .note, .topic, .treaty, .tag, .state, .has, .dates, .language, .file, .id: false
        }
    }
}
