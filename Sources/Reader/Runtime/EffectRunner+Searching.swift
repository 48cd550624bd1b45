import Library
import Search
import Synchronization
import Text

/// Searching as it is typed: each search ends the one before it, and only the newest is answered.
extension EffectRunner {
    /// How many results come with the count, so that the first screen is there at once.
    private static let firstResults = 40
    /// How far results are counted and listed.
    private static let furthestResult = 10_000
    /// How many articles like another are listed.
    private static let mostAlike = 60

    func search(_ question: SearchQuestion, _ generation: Int) {
        let cancellation = SearchCancellation()
        newest.withLock { newest in
            newest.search?.cancel()
            newest.search = cancellation
        }
        guard !question.text.isEmpty || question.like != nil else { return }
        read(on: searches) { [self] library in
            beforeSearch()
            guard !cancellation.isCancelled else { return nil }
            if let target = question.like { return try alike(target, generation, cancellation) }
            return try typed(question, generation, cancellation)
        }
    }

    private func typed(_ question: SearchQuestion, _ generation: Int, _ cancellation: SearchCancellation) throws -> Answer? {
        let typed = Query.typed(question.text)
        let order = question.order(of: typed)
        let results = try library.search(
            typed.query, order: order, limit: Self.firstResults, countingTo: Self.furthestResult, cancellation: cancellation)
        var findings = Findings(
            query: question.text, first: results.articles.map { HitRow($0, query: typed.query) },
            count: results.count ?? .exactly(results.articles.count), order: order,
            missing: results.missing, ignored: typed.notes)
        if results.articles.isEmpty { findings.suggestions = try suggestions(for: question.text, cancellation) }
        guard !cancellation.isCancelled else { return nil }
        mailbox.post(.found(findings, generation: generation))
        noteIndex(missing: results.missing)
        let ids = try library.order(of: typed.query, sorted: order, limit: Self.furthestResult, cancellation: cancellation)
        return .foundOrder(ids, generation: generation)
    }

    private func alike(_ target: LikeTarget, _ generation: Int, _ cancellation: SearchCancellation) throws -> Answer? {
        let similar = try library.articles(
            like: target.article, passage: target.passage, limit: Self.mostAlike, cancellation: cancellation)
        let query = similar.query
        let findings = Findings(
            query: query.description, first: similar.articles.map { HitRow($0, query: query) },
            count: .exactly(similar.articles.count), order: .relevance, missing: similar.missing,
            likeness: LikenessWords(terms: similar.terms.map(\.word), topics: similar.topics))
        mailbox.post(.found(findings, generation: generation))
        noteIndex(missing: similar.missing)
        return .foundOrder(similar.articles.map(\.id), generation: generation)
    }

    /// What was written otherwise by mistake, with the rest of the query as it was typed.
    private func suggestions(for text: String, _ cancellation: SearchCancellation) throws -> [String] {
        let typed = Query.typed(text, isTyping: false)
        guard let changed = try library.suggestion(for: typed.query, cancellation: cancellation) else { return [] }
        return [Question(query: changed, order: typed.order).written(like: text, read: typed)]
    }

    func loadHits(_ range: Range<Int>, _ question: SearchQuestion, _ generation: Int) {
        let cancellation = newest.withLock { $0.search } ?? SearchCancellation()
        read(on: searches) { library in
            guard !cancellation.isCancelled else { return nil }
            let typed = Query.typed(question.text)
            let results = try library.search(
                typed.query, order: question.order(of: typed), limit: range.count, offset: range.lowerBound, countingTo: 0,
                cancellation: cancellation)
            return .hits(results.articles.map { HitRow($0, query: typed.query) }, generation: generation)
        }
    }

    func locate(_ query: String, _ id: ArticleID) {
        read(on: articles) { library in
            let stored = try library.article(id)
            return .located(try library.places(of: Query.typed(query).query, in: stored.article), query: query, id)
        }
    }

    /// On a lane of its own, so that neither a search nor what is typed waits for it.
    func complete(_ text: String, _ cursor: Int, _ generation: Int) {
        newest.withLock { $0.completion = max($0.completion, generation) }
        read(on: completions) { [self] library in
            guard newest.withLock({ $0.completion }) == generation else { return nil }
            let words = Completion.at(cursor, of: text, from: LibraryWords(library: library), limit: QueryLine.mostOffers)
            return .completions(words.filter { !$0.help.isEmpty }, generation: generation)
        }
    }
}

/// Completes with the words of a library alone.
private struct LibraryWords: CompletionSource {
    let library: Library

    func names(of field: QueryField?, beginningWith beginning: String, limit: Int) -> [CompletionName] {
        guard field == nil || field?.textField != nil else { return [] }
        // Without an index there is nothing to offer, and the search itself says why.
        let words = (try? library.words(beginningWith: beginning, in: field?.textField, limit: limit)) ?? []
        return words.map { CompletionName($0.word, help: $0.documents.counted("article", "articles")) }
    }
}

extension Question {
    /// The text of this question, a changed reading of `text`: the words that differ changed in it, and all else as it was
    /// typed; where that cannot be told, the whole question in its own words.
    func written(like text: String, read: TypedQuery) -> String {
        let (old, new) = (read.query.normalised.writtenWords, query.normalised.writtenWords)
        guard old.count == new.count else { return description }
        var result = text
        for (before, after) in zip(old, new) where before != after {
            guard let range = result.range(ofWord: before) else { return description }
            result.replaceSubrange(range, with: after)
        }
        return Query.typed(result, isTyping: false).query.normalised == query.normalised ? result : description
    }
}

extension Query {
    /// The words it asks for, in their order.
    fileprivate var writtenWords: [String] {
        switch self {
        case .text(let text), .note(let text): [text.words]
        case .near(let near): near.texts.map(\.words)
        case .any(let parts), .and(let parts), .or(let parts): parts.flatMap(\.writtenWords)
        case .not(let inner): inner.writtenWords
        case .all, .topic, .treaty, .tag, .state, .has, .dates, .language, .file, .id: []
        }
    }
}

extension String {
    /// Where `words` stand for the first time with no letter or digit at either side.
    fileprivate func range(ofWord words: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(words) {
                let end = index(start, offsetBy: words.count)
                let isApart = start == startIndex || !self[index(before: start)].isLetterOrNumber
                if isApart, end == endIndex || !self[end].isLetterOrNumber { return start..<end }
            }
            start = index(after: start)
        }
        return nil
    }
}

extension Character {
    fileprivate var isLetterOrNumber: Bool { isLetter || isNumber }
}

extension HitRow {
    init(_ found: FoundArticle, query: Query) {
        let finder = HitFinder(query, field: .title, languages: [.english])
        self.init(
            article: found.row, titleHits: finder.hits(in: found.row.title, language: .english), snippets: found.snippets)
    }
}
