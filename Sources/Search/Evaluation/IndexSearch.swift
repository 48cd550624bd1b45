import Glibc
import Text

/// Answers queries from a snapshot of the index.
///
/// Made for one state of the index and the store; making one costs nothing. Used by one thread at a time.
public struct IndexSearch {
    /// Whether every match is scored in full, and phrases are found by places alone. Answers are the same; for tests.
    var isExhaustive = false

    private let snapshot: IndexSnapshot
    private let source: any ConditionSource
    private let languages: [Language]
    private let analyser: WordAnalyser

    /// `languages` are those of the library's articles: a word of a query is stemmed in each of them. An `analyser` that has met
    /// many words already starts faster.
    public init(
        _ snapshot: IndexSnapshot, source: some ConditionSource, languages: [Language],
        analyser: WordAnalyser = WordAnalyser()
    ) {
        self.snapshot = snapshot
        self.source = source
        self.languages = languages
        self.analyser = analyser
    }

    /// The articles that match, ordered and bounded as asked. Throws ``SearchCancelled`` once it is cancelled,
    /// ``IndexError/damaged(path:part:)`` where something read was not as it was written, and what the source throws.
    ///
    /// Counting may take longer than finding the first hits: ask for these with `countingTo: 0` to have them sooner.
    public func search(_ request: SearchRequest, cancellation: SearchCancellation = SearchCancellation()) throws -> SearchAnswer {
        let plan = try plan(request.query, cancellation)
        let hits = try hits(request, plan, cancellation)
        let count = try count(plan, request, found: hits.count, cancellation)
        try checkDamage()
        return SearchAnswer(hits: hits, count: count)
    }

    /// How many articles match, counted exactly up to `bound`.
    public func count(
        of query: Query, upTo bound: Int = 10_000, cancellation: SearchCancellation = SearchCancellation()
    ) throws -> HitCount {
        let count = try count(plan(query, cancellation), upTo: max(1, bound), cancellation)
        try checkDamage()
        return count
    }

    var segments: [IndexSegment] { snapshot.parts.map(\.segment) }

    /// With those replaced or removed and not merged away yet.
    var snapshotDocuments: Int { snapshot.statistics.documents }

    /// The words of a query's text, each once though languages may part it differently, with their places in it.
    func words(of text: String) -> [(range: Range<Int>, form: String)] {
        var found: [(range: Range<Int>, form: String)] = []
        var text = text
        text.withUTF8 { bytes in
            analyser.forEachWord(in: bytes, language: languages.first ?? .english) { word in
                found.append((word.range, String(decoding: word.form, as: UTF8.self)))
                return true
            }
        }
        return found
    }

    func analysedWords(of text: String, language: Language) -> [(form: String, stem: String)] {
        analyser.words(in: text, language: language)
    }

    static func log2(_ number: Double) -> Double { Glibc.log2(number) }

    func plan(_ query: Query, _ cancellation: SearchCancellation) throws -> PlannedQuery {
        var planner = QueryPlanner(
            snapshot.parts.map(\.segment), languages: languages, documents: snapshot.statistics.documents, source: source,
            analyser: analyser, cancellation: cancellation)
        planner.usesPairs = !isExhaustive
        return try planner.plan(query)
    }

    private func checkDamage() throws {
        if let path = snapshot.damagedPath { throw IndexError.damaged(path: path, part: "content") }
    }

    private func evaluations(_ plan: PlannedQuery, isRanked: Bool) -> [SegmentEvaluation] {
        let norms = snapshot.norms.ofSegments
        return snapshot.parts.indices.map { number in
            SegmentEvaluation(plan, snapshot.parts[number], number: number, norms: norms[number], isRanked: isRanked)
        }
    }
}

extension IndexSearch {
    private func hits(
        _ request: SearchRequest, _ plan: PlannedQuery, _ cancellation: SearchCancellation
    ) throws -> [SearchHit] {
        let offset = max(0, request.offset)
        let limit = max(0, request.limit)
        guard limit > 0 else { return [] }
        let wanted = min(offset + limit, max(1, snapshot.statistics.documents))
        let found: [TopHits.Hit]
        switch request.order {
        case .relevance: found = try best(wanted, request, plan, cancellation)
        case .newest: found = try newest(wanted, plan, cancellation)
        case .oldest: found = try oldest(wanted, plan, cancellation)
        case .title: return try titled(offset, limit, plan, cancellation)
        }
        return found.dropFirst(offset).prefix(limit).map {
            SearchHit(article: $0.article, score: Double($0.score) / Double(Scoring.unit))
        }
    }

    private func best(
        _ count: Int, _ request: SearchRequest, _ plan: PlannedQuery, _ cancellation: SearchCancellation
    ) throws -> [TopHits.Hit] {
        guard plan.hasScore else { return try newest(count, plan, cancellation) }
        let ranking = Ranking(plan, now: request.recentAt)
        var top = TopHits(capacity: count)
        for evaluation in evaluations(plan, isRanked: true) {
            try SegmentRanking.run(evaluation, ranking, into: &top, cancellation: cancellation, isExhaustive: isExhaustive)
        }
        return top.sorted
    }

    private func newest(_ count: Int, _ plan: PlannedQuery, _ cancellation: SearchCancellation) throws -> [TopHits.Hit] {
        var top = TopHits(capacity: count)
        for evaluation in evaluations(plan, isRanked: false) {
            var left = count
            // Short windows first: mostly the newest few are enough.
            var length = 512
            var start: UInt32 = 0
            while left > 0, let window = evaluation.nextWindow(from: start, atMost: length) {
                guard !cancellation.isCancelled else { throw SearchCancelled() }
                left -= add(evaluation.matches(window), window, of: evaluation, atMost: left, to: &top)
                start = window.upperBound
                length = min(2 * length, WindowBits.capacity)
            }
        }
        return top.sorted
    }

    /// Adds documents to `top`, each with its order alone. The number that was added.
    private func add(
        _ matches: WindowBits, _ window: Range<UInt32>, of evaluation: SegmentEvaluation, atMost count: Int, to top: inout TopHits
    ) -> Int {
        var added = 0
        matches.forEach { place in
            top.insert(Self.hit(window.lowerBound + UInt32(place), of: evaluation.segment))
            added += 1
            return added < count
        }
        return added
    }

    private static func hit(_ document: UInt32, of segment: IndexSegment) -> TopHits.Hit {
        TopHits.Hit(score: 0, order: segment.order(document), article: segment.article(document))
    }

    /// Posting lists are read forwards only: runs of documents are taken from the end, each twice as long as the one before.
    private func oldest(_ count: Int, _ plan: PlannedQuery, _ cancellation: SearchCancellation) throws -> [TopHits.Hit] {
        var found: [TopHits.Hit] = []
        for number in snapshot.parts.indices {
            var end = UInt32(snapshot.parts[number].segment.documentCount)
            var length = UInt32(WindowBits.capacity)
            var own: [TopHits.Hit] = []
            while end > 0, own.count < count {
                // At a multiple of 64, as windows begin.
                let start = end > length ? (end - length) & ~63 : 0
                own += try matches(plan, number, start..<end, cancellation).reversed()
                end = start
                length = min(2 * length, 1 << 24)
            }
            found += own.prefix(count)
        }
        return found.sorted { $0.order != $1.order ? $0.order < $1.order : $0.article > $1.article }
    }

    /// All that match among `documents` of one segment, the newest first.
    private func matches(
        _ plan: PlannedQuery, _ number: Int, _ documents: Range<UInt32>, _ cancellation: SearchCancellation
    ) throws -> [TopHits.Hit] {
        let part = snapshot.parts[number]
        let evaluation = SegmentEvaluation(
            plan, part, number: number, norms: snapshot.norms.ofSegments[number], isRanked: false)
        var found: [TopHits.Hit] = []
        var start = documents.lowerBound
        while start < documents.upperBound {
            guard !cancellation.isCancelled else { throw SearchCancelled() }
            let window = evaluation.window(from: start, atMost: Int(documents.upperBound - start))
            evaluation.matches(window).forEach { place in
                found.append(Self.hit(window.lowerBound + UInt32(place), of: part.segment))
                return true
            }
            start = window.upperBound
        }
        return found
    }

    private func titled(
        _ offset: Int, _ limit: Int, _ plan: PlannedQuery, _ cancellation: SearchCancellation
    ) throws -> [SearchHit] {
        let all = try newest(max(1, snapshot.statistics.documents), plan, cancellation).map(\.article)
        return try source.sortedByTitle(all).dropFirst(offset).prefix(limit).map { SearchHit(article: $0, score: 0) }
    }
}

extension IndexSearch {
    private func count(
        _ plan: PlannedQuery, _ request: SearchRequest, found: Int, _ cancellation: SearchCancellation
    ) throws -> HitCount? {
        guard request.countingTo > 0 else { return nil }
        if request.offset <= 0, found < request.limit { return .exactly(found) }
        return try count(plan, upTo: request.countingTo, cancellation)
    }

    private func count(_ plan: PlannedQuery, upTo bound: Int, _ cancellation: SearchCancellation) throws -> HitCount {
        if let known = knownCount(plan) { return known > bound ? .moreThan(bound) : .exactly(known) }
        var count = 0
        for evaluation in evaluations(plan, isRanked: false) {
            var start: UInt32 = 0
            while let window = evaluation.nextWindow(from: start) {
                guard !cancellation.isCancelled else { throw SearchCancelled() }
                count += evaluation.matches(window).count
                if count > bound { return .moreThan(bound) }
                start = window.upperBound
            }
        }
        return .exactly(count)
    }

    /// What the dictionary knows already: the hits of one word in all fields, where nothing was removed.
    private func knownCount(_ plan: PlannedQuery) -> Int? {
        guard case .leaf(let number) = plan.root, plan.leaves[number].kind == .word, plan.leaves[number].field != .body,
            snapshot.parts.allSatisfy(\.tombstones.isEmpty)
        else { return nil }
        let lists = plan.words[plan.leaves[number].sequences[0][0]].lists
        guard lists.allSatisfy({ $0.count <= 1 }) else { return nil }
        return lists.joined().reduce(0) { $0 + $1.documentFrequency }
    }
}

extension PlannedQuery {
    /// Whether any match gets a score.
    var hasScore: Bool { Self.hasScore(root) }

    private static func hasScore(_ node: Node) -> Bool {
        switch node {
        case .leaf: true
        case .and(let parts), .or(let parts): parts.contains(where: hasScore)
        case .all, .none, .condition, .orders, .not: false
        }
    }
}
