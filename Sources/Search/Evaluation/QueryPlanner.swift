import Text

/// Makes a ``PlannedQuery``: looks up the words of a query in the dictionaries of all segments, and asks the store for the rest.
struct QueryPlanner {
    let segments: [IndexSegment]
    let languages: [Language]
    let documents: Int
    let source: any ConditionSource
    let analyser: WordAnalyser
    let cancellation: SearchCancellation

    /// Whether phrases are looked for by the lists of pairs, where there are any. Answers are the same; for tests.
    var usesPairs = true

    private var plan = PlannedQuery(root: .all)

    init(
        _ segments: [IndexSegment], languages: [Language], documents: Int, source: any ConditionSource,
        analyser: WordAnalyser, cancellation: SearchCancellation
    ) {
        self.segments = segments
        self.languages = languages
        self.documents = documents
        self.source = source
        self.analyser = analyser
        self.cancellation = cancellation
    }

    mutating func plan(_ query: Query) throws -> PlannedQuery {
        plan.root = try node(query.normalised)
        return plan
    }

    private mutating func node(_ query: Query) throws -> PlannedQuery.Node {
        guard !cancellation.isCancelled else { throw SearchCancelled() }
        switch query {
        case .all: return .all
        case .text(let text): return try textNode(text)
        case .near(let near): return try nearNode(near)
        case .any(let parts): return try .or(anyNodes(StopWords.telling(parts)))
        case .note, .topic, .treaty, .tag, .state, .has, .language, .file, .id: return try conditionNode(query)
        case .dates(let span): return try source.orders(in: span).map { .orders($0) } ?? .none
        case .and(let parts): return try .and(parts.map { try node($0) })
        case .or(let parts): return try .or(parts.map { try node($0) })
        case .not(let inner): return try .not(node(inner))
        }
    }

    private mutating func conditionNode(_ query: Query) throws -> PlannedQuery.Node {
        if let known = plan.conditionQueries.firstIndex(of: query) { return .condition(known) }
        plan.conditions.append(try source.articles(where: query))
        plan.conditionQueries.append(query)
        return .condition(plan.conditions.count - 1)
    }

    private mutating func textNode(_ text: TextQuery) throws -> PlannedQuery.Node {
        var nodes: [PlannedQuery.Node] = []
        for sequence in text.sequences(in: languages, analyser: analyser) {
            let isPhrase = sequence.patterns.count > 1
            let words = try sequence.patterns.map { try word($0, in: text.field, hasPositions: isPhrase) }
            var leaf = PlannedQuery.Leaf(
                kind: isPhrase ? .phrase : .word, sequences: [words], field: text.field,
                rarity: words.reduce(0) { $0 + rarity($1) })
            if usesPairs, words.count == 2, text.field == nil { leaf.pairs = pairs(words[0], words[1]) }
            nodes.append(.leaf(add(leaf, .text(text))))
        }
        return nodes.count == 1 ? nodes[0] : nodes.isEmpty ? .none : .or(nodes)
    }

    /// For each segment the list of two words that follow one another, where it has that of their stems.
    private func pairs(_ first: Int, _ second: Int) -> [[TermEntry]?] {
        segments.indices.map { number in
            let segment = segments[number]
            guard plan.words[first].lists[number].count == 1, plan.words[second].lists[number].count == 1,
                let left = stem(plan.words[first].pattern, segment), let right = stem(plan.words[second].pattern, segment)
            else { return nil }
            if let entry = segment.entry(.pair, PairedStems.term((left, right))) { return [entry] }
            return segment.names((left, right)) ? [] : nil
        }
    }

    /// The stem of a word, if the segment knows only one of those that it can have.
    private func stem(_ pattern: WordPattern, _ segment: IndexSegment) -> [UInt8]? {
        guard pattern.prefix == nil, pattern.fuzzy == nil else { return nil }
        let known = pattern.stems.map { Array($0.utf8) }.filter { segment.entry(.stem(.any), $0) != nil }
        return known.count == 1 ? known[0] : nil
    }

    /// A word that a question holds twice, in whatever form, is read once and counts twice.
    private mutating func anyNodes(_ parts: [Query]) throws -> [PlannedQuery.Node] {
        var nodes: [PlannedQuery.Node] = []
        var places: [WordKey: Int] = [:]
        for part in parts {
            let node = try node(part)
            guard case .leaf(let number) = node, plan.leaves[number].kind == .word else {
                nodes.append(node)
                continue
            }
            let word = plan.words[plan.leaves[number].sequences[0][0]]
            let key = WordKey(pattern: word.pattern, field: word.field)
            if let known = places[key] {
                plan.leaves[known].rarity += plan.leaves[number].rarity
            } else {
                places[key] = number
                nodes.append(node)
            }
        }
        return nodes
    }

    private struct WordKey: Hashable {
        var pattern: WordPattern
        var field: TextField?
    }

    private mutating func nearNode(_ near: NearQuery) throws -> PlannedQuery.Node {
        let left = try side(near.left, in: near.field)
        let right = try side(near.right, in: near.field)
        guard !left.isEmpty, !right.isEmpty else { return .none }
        let leaf = PlannedQuery.Leaf(
            kind: .near(left: left.count, distance: near.distance), sequences: left + right, field: near.field,
            rarity: rarity(ofAny: left) + rarity(ofAny: right))
        return .leaf(add(leaf, .near(near)))
    }

    private mutating func side(_ texts: [TextQuery], in field: TextField?) throws -> [[Int]] {
        var sequences: [[Int]] = []
        for text in texts {
            for sequence in text.sequences(in: languages, analyser: analyser) {
                sequences.append(try sequence.patterns.map { try word($0, in: field, hasPositions: true) })
            }
        }
        return sequences
    }

    private mutating func add(_ leaf: PlannedQuery.Leaf, _ query: Query) -> Int {
        plan.leaves.append(leaf)
        plan.leafQueries.append(query)
        return plan.leaves.count - 1
    }

    private func rarity(_ word: Int) -> Float { Scoring.rarity(plan.words[word].documents, of: documents) }

    private func rarity(ofAny sequences: [[Int]]) -> Float {
        sequences.map { $0.reduce(0) { $0 + rarity($1) } }.min() ?? 0
    }

    private mutating func word(_ pattern: WordPattern, in field: TextField?, hasPositions: Bool) throws -> Int {
        let expansion = WordExpansion(pattern: pattern, field: field, hasPositions: hasPositions)
        let lists = try expansion.lists(in: segments, cancellation: cancellation)
        var found = 0
        for (segment, lists) in zip(segments, lists) {
            found += min(segment.documentCount, lists.reduce(0) { $0 + $1.documentFrequency })
        }
        plan.words.append(
            PlannedQuery.Word(
                pattern: pattern, field: field, lists: lists, documents: found,
                mask: field?.countMask ?? WordReader.everyField))
        return plan.words.count - 1
    }
}
