import Search

/// What random queries asked for, and how many found something.
struct QueryCensus {
    /// The kinds of what a query is made of.
    enum Part: String, CaseIterable {
        case all, word, phrase, prefix, phrasePrefix, fuzzy1, fuzzy2, field, near, any, and, or, not, dates
        case note, topic, treaty, tag, state, has, language, file, id
    }

    private(set) var queries = 0
    private(set) var withHits = 0
    private(set) var deepest = 0
    private var counts: [Part: Int] = [:]

    mutating func note(_ query: Query, hits: Int) {
        queries += 1
        if hits > 0 { withHits += 1 }
        var found: Set<Part> = []
        deepest = max(deepest, Self.collect(query, &found))
        for part in found { counts[part, default: 0] += 1 }
    }

    /// The kinds that fewer than `count` queries hold.
    func rare(below count: Int) -> [Part] { Part.allCases.filter { counts[$0, default: 0] < count } }

    var summary: String {
        let shares = Part.allCases.map { "\($0) \(counts[$0, default: 0])" }.joined(separator: ", ")
        return "\(queries), of which \(withHits) find something, nested up to \(deepest) deep; with \(shares)"
    }

    /// Adds the kinds of `query`; returns how deep it is nested.
    private static func collect(_ query: Query, _ found: inout Set<Part>) -> Int {
        switch query {
        case .all: found.insert(.all)
        case .text(let text): collect(text, &found)
        case .near(let near):
            found.insert(.near)
            if near.field != nil { found.insert(.field) }
        case .dates: found.insert(.dates)
        case .note: found.insert(.note)
        case .topic: found.insert(.topic)
        case .treaty: found.insert(.treaty)
        case .tag: found.insert(.tag)
        case .state: found.insert(.state)
        case .has: found.insert(.has)
        case .language: found.insert(.language)
        case .file: found.insert(.file)
        case .id: found.insert(.id)
        case .any(let parts): return collect(parts, .any, &found)
        case .and(let parts): return collect(parts, .and, &found)
        case .or(let parts): return collect(parts, .or, &found)
        case .not(let inner): return collect([inner], .not, &found)
        }
        return 1
    }

    private static func collect(_ parts: [Query], _ part: Part, _ found: inout Set<Part>) -> Int {
        found.insert(part)
        return 1 + (parts.map { collect($0, &found) }.max() ?? 0)
    }

    private static func collect(_ text: TextQuery, _ found: inout Set<Part>) {
        let isPhrase = text.words.contains(" ")
        switch text.match {
        case .stem: found.insert(isPhrase ? .phrase : .word)
        case .prefix: found.insert(isPhrase ? .phrasePrefix : .prefix)
        case .fuzzy(let distance): found.insert(distance == 1 ? .fuzzy1 : .fuzzy2)
        }
        if text.field != nil { found.insert(.field) }
    }
}
