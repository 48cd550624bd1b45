import Text

@testable import Search

/// A store that an index follows: the articles after each change, for comparing.
struct IndexModel {
    private(set) var articles: [Int64: IndexedDocument] = [:]
    private(set) var change: Int64 = 0
    /// The articles after each commit, by its change number.
    private(set) var history: [Int64: [Int64: IndexedDocument]] = [0: [:]]
    /// What each change did: an article, or nothing where it was removed.
    private(set) var log: [(change: Int64, article: Int64, document: IndexedDocument?)] = []
    var random: IndexRandomDocuments

    init(seed: UInt64) { random = IndexRandomDocuments(seed: seed, words: 40) }

    /// A few articles added, changed or removed.
    mutating func step() -> (added: [IndexedDocument], removed: [Int64]) {
        var added: [IndexedDocument] = []
        var removed: [Int64] = []
        for _ in 0..<Int.random(in: 1...4, using: &random.random) {
            change += 1
            let article = Int64.random(in: 1...60, using: &random.random)
            if added.contains(where: { $0.article == article }) || removed.contains(article) { continue }
            if articles[article] != nil, Int.random(in: 0..<3, using: &random.random) == 0 {
                articles[article] = nil
                removed.append(article)
                log.append((change, article, nil))
            } else {
                let document = random.document(article, change: change)
                articles[article] = document
                added.append(document)
                log.append((change, article, document))
            }
        }
        history[change] = articles
        return (added, removed)
    }

    /// The last change of each article after `start`.
    func since(_ start: Int64) -> (added: [IndexedDocument], removed: [Int64]) {
        var last: [Int64: IndexedDocument?] = [:]
        for entry in log where entry.change > start { last.updateValue(entry.document, forKey: entry.article) }
        let keys = last.keys.sorted()
        return (keys.compactMap { last[$0] ?? nil }, keys.filter { last[$0] == .some(nil) })
    }

    /// Nothing where `snapshot` finds exactly what `articles` hold: every article by its words, and no other.
    static func difference(_ snapshot: IndexSnapshot, _ articles: [Int64: IndexedDocument]) -> String? {
        var found: [[UInt8]: Set<Int64>] = [:]
        var live: [Int64] = []
        for part in snapshot.parts {
            for document in 0..<UInt32(part.segment.documentCount) where !part.tombstones.contains(document) {
                live.append(part.segment.article(document))
            }
            var cursor = TermCursor(part.segment)
            cursor.seek([])
            while !cursor.isAtEnd {
                // Stored prefixes are there or not, by how long their lists are, and pairs by what is frequent.
                if [.prefix, .pair, .pairedStems].contains(cursor.kind) {
                    cursor.next()
                    continue
                }
                var postings = PostingsCursor(part.segment, cursor.entry)
                while postings.document != PostingsCursor.end {
                    if !part.tombstones.contains(postings.document) {
                        found[cursor.key, default: []].insert(part.segment.article(postings.document))
                    }
                    postings.next()
                }
                cursor.next()
            }
        }
        if live.sorted() != articles.keys.sorted() { return "articles \(live.sorted()) and \(articles.keys.sorted())" }
        let naive = IndexNaive(Array(articles.values))
        let expected = naive.terms.mapValues { Set($0.map { naive.articles[Int($0.document)] }) }
        let wrong = Set(found.keys).union(expected.keys).filter { found[$0] != expected[$0] }
        return wrong.isEmpty ? nil : "terms \(wrong.count)"
    }
}
