import Search
import TestSupport

/// Commands for `index-driver`, and what the index holds after each commit of them.
struct KillScript {
    enum Command: Hashable {
        case add(IndexedDocument)
        case remove(Int64)
        case commit(Int64)
        case flush
        case merge
        case compact

        var line: String {
            switch self {
            case .add(let document): "add \(document.article) \(document.change) \(document.parts.map(\.text).joined())"
            case .remove(let article): "remove \(article)"
            case .commit(let change): "commit \(change)"
            case .flush: "flush"
            case .merge: "merge"
            case .compact: "compact"
            }
        }
    }

    private(set) var commands: [Command] = []
    /// The articles after each commit, by its number.
    private(set) var history: [Int64: [Int64: IndexedDocument]] = [0: [:]]

    /// Forty rounds of articles that come, change and go.
    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var articles: [Int64: IndexedDocument] = [:]
        for round in 1...40 as ClosedRange<Int64> {
            var touched: Set<Int64> = []
            for _ in 0..<Int.random(in: 1...5, using: &random) {
                let article = Int64.random(in: 1...80, using: &random)
                guard touched.insert(article).inserted else { continue }
                if articles[article] != nil, Int.random(in: 0..<3, using: &random) == 0 {
                    articles[article] = nil
                    commands.append(.remove(article))
                } else {
                    let document = Self.document(article, change: round, &random)
                    articles[article] = document
                    commands.append(.add(document))
                }
            }
            commands.append(.commit(round))
            history[round] = articles
            if round % 2 == 0 { commands.append(.flush) }
            if round % 5 == 0 { commands.append(.merge) }
            if round % 17 == 0 { commands.append(.compact) }
        }
    }

    private static func document(_ article: Int64, change: Int64, _ random: inout SplitMix64) -> IndexedDocument {
        let words = (0..<Int.random(in: 20...300, using: &random)).map { _ in "w\(Int.random(in: 0..<400, using: &random))" }
        return IndexedDocument(
            article: article, order: article << 8, change: change, parts: [.init(.body, words.joined(separator: " "))])
    }

    /// The number of the last commit of the first `count` commands.
    func lastCommit(of count: Int) -> Int64 {
        for case .commit(let change) in commands.prefix(count).reversed() { return change }
        return 0
    }

    /// The number of the last commit that a flush among the first `count` commands put on the disk.
    func lastWritten(of count: Int) -> Int64 {
        guard let place = commands.prefix(count).lastIndex(where: { $0 == .flush || $0 == .compact }) else { return 0 }
        return lastCommit(of: place)
    }

    /// What leads from one state to another: articles that are new or other, and those that are gone.
    static func difference(
        _ old: [Int64: IndexedDocument], _ new: [Int64: IndexedDocument]
    ) -> (added: [IndexedDocument], removed: [Int64]) {
        let added = new.values.filter { old[$0.article] != $0 }.sorted { $0.article < $1.article }
        return (added, old.keys.filter { new[$0] == nil }.sorted())
    }
}
