import GRDB
import Search

/// Lists of passages of which only what is seen is read.
extension Library {
    /// The passages that `list` asks for, in their order: the newest first, by article the newest article first and by place in
    /// it, by topic and by tag in the order of their names, those without last. Without `limit` all of them. Linear in all that are listed, with a limit in
    /// those only where they are ungrouped or by month. Throws `SearchCancelled` too.
    public func passageOrder(
        _ list: PassageList = PassageList(), limit: Int? = nil, cancellation: SearchCancellation = SearchCancellation()
    ) throws -> PassageOrder {
        try passageOrder(list, limit: limit, mostLookedUp: PassageCompiler.mostLookedUp, cancellation: cancellation)
    }

    /// With another number of passages from which on they are not looked up one by one.
    func passageOrder(
        _ list: PassageList, limit: Int?, mostLookedUp: Int, cancellation: SearchCancellation = SearchCancellation()
    ) throws -> PassageOrder {
        try read { database in
            try database.interruptible(by: cancellation) {
                let condition = try passageCondition(list.query, mostLookedUp, in: database)
                return try database.passageOrder(list.grouping, condition, limit: limit)
            }
        }
    }

    /// The passages with these numbers; without those that there are no more. Costs a row for each.
    public func passages(numbered numbers: [Int64]) throws -> [Int64: StoredPassage] {
        try read { database in
            var passages: [Int64: StoredPassage] = [:]
            for number in numbers { passages[number] = try database.passage(numbered: number) }
            return passages
        }
    }

    private func passageCondition(_ query: Query, _ mostLookedUp: Int, in database: Database) throws -> PassageCondition {
        var compiler = PassageCompiler(articles: QueryCompiler(now: options.clock()), mostLookedUp: mostLookedUp)
        let (texts, topics) = (query.passageTexts, query.passageTopics)
        let hasWords = !texts.worded.isEmpty || !texts.noted.isEmpty
        guard hasWords || !topics.topics.isEmpty || topics.any else { return compiler.parted(query) }
        let change = try database.first("SELECT change FROM library") { $0.int64(0) } ?? 0
        for topic in topics.topics {
            compiler.about[topic] = try passageTopics.passages(in: database, at: change) { topic.matches($0, broader: options.broaderTopics) }
        }
        if topics.any { compiler.topical = try passageTopics.passages(in: database, at: change) { _ in true } }
        guard hasWords else { return compiler.parted(query) }
        let languages = try QueryCompiler.languages(in: database)
        try analysers.withAnalyser { analyser in
            func found(_ text: TextQuery, isInQuotes: Bool) throws -> [Int64] {
                try passageWords.passages(
                    matching: text, isInQuotes: isInQuotes, in: database, at: change, languages: languages, analyser: analyser)
            }
            for text in texts.worded { compiler.worded[text] = try found(text, isInQuotes: true) }
            for text in texts.noted { compiler.noted[text] = try found(text, isInQuotes: false) }
        }
        return compiler.parted(query)
    }
}
