import Articles
import GRDB
import Topics

/// What the store itself needs to know of a decision.
struct DecisionRow {
    var row: Int64
    var article: Int64
    var anchor: Anchor
    var topic: String
    var range: Range<Int>?
    var isRemoved: Bool

    static let columns = """
        id, article, anchor_start, anchor_end, quote, prefix, suffix, topic, start, "end", removed
        """

    init(_ columns: Columns) {
        row = columns.int64(0)
        article = columns.int64(1)
        anchor = columns.anchor(from: 2)
        topic = columns.text(7)
        range = columns.range(from: 8)
        isRemoved = columns.bool(10)
    }
}

extension Transaction {
    /// What a decision is on, and where it stands.
    private struct Spot: Hashable {
        var range: Range<Int>
        var topic: String
    }

    func applyVerdict(_ verdict: Verdict?, toDecision id: String) throws {
        let found = try database.first("SELECT \(DecisionRow.columns) FROM decision WHERE uuid = ?", id) { DecisionRow($0) }
        guard let old = found else { throw LibraryError.unknownDecision(id) }
        decidedArticles.insert(old.article)
        guard let verdict else {
            try database.run("UPDATE decision SET removed = 1, edited = ?, change = ? WHERE id = ?", now, change, old.row)
            if !old.isRemoved { counters.decisions -= 1 }
            return
        }
        // The text may have changed while the decision was away.
        let new = old.isRemoved ? try returned(old) : old
        try database.run(
            """
            UPDATE decision SET removed = 0, accepted = ?, start = ?, "end" = ?, anchor_start = ?, anchor_end = ?, quote = ?,
              prefix = ?, suffix = ?, edited = ?, change = ? WHERE id = ?
            """, verdict == .accepted, new.range?.lowerBound, new.range?.upperBound, new.anchor.start, new.anchor.end,
            new.anchor.quote, new.anchor.prefix, new.anchor.suffix, now, change, old.row)
        if old.isRemoved { counters.decisions += 1 }
    }

    /// The decision where it stands now; without a place where its words are gone, or another decision has it.
    private func returned(_ decision: DecisionRow) throws -> DecisionRow {
        guard let article = try database.articleContent(ArticleID(decision.article))?.article else { return decision }
        let found = located(decision, in: article.text, blocks: article.blockRanges)
        guard let range = found.range else { return found }
        guard try liveDecision(at: range, topic: TopicID(decision.topic), in: ArticleID(decision.article)) != nil else { return found }
        var orphaned = decision
        orphaned.range = nil
        return orphaned
    }

    func liveDecision(at range: Range<Int>, topic: TopicID, in article: ArticleID) throws -> (id: String, verdict: Verdict)? {
        try database.first(
            """
            SELECT uuid, accepted FROM decision WHERE article = ? AND start = ? AND "end" = ? AND topic = ? AND removed = 0
            """, article.rawValue, range.lowerBound, range.upperBound, topic.rawValue
        ) { ($0.text(0), $0.bool(1) ? .accepted : .rejected) }
    }

    // MARK: Places

    /// A block that is found again is the one that the words stand in now, where they make at least half of it. The anchor
    /// follows, so that the next change of the text is measured against this one.
    private func located(_ decision: DecisionRow, in text: String, blocks: [Range<Int>]) -> DecisionRow {
        var decision = decision
        guard !decision.anchor.quote.isEmpty else {
            decision.range = 0..<0
            return decision
        }
        // What was decided of some words was not decided of others.
        decision.range = decision.anchor.locate(in: text, allowsErrors: false).flatMap { found in
            blocks.first { $0.lowerBound <= found.lowerBound && found.upperBound <= $0.upperBound && $0.count <= 2 * found.count }
        }
        if let range = decision.range { decision.anchor = Anchor(range, in: text) }
        return decision
    }

    /// Finds the decisions of an article again after its text changed. Of two that come to stand on one place the one made
    /// last stays. The number of those that lost their place.
    func locateDecisions(of article: Int64, in new: Article) throws -> Int {
        let decisions = try database.all(
            "SELECT \(DecisionRow.columns) FROM decision WHERE article = ? AND removed = 0 ORDER BY edited DESC, id DESC", article
        ) { DecisionRow($0) }
        guard !decisions.isEmpty else { return 0 }
        // None must stand in the way of another one that moves.
        try database.run("UPDATE decision SET start = NULL, \"end\" = NULL WHERE article = ? AND removed = 0", article)
        let text = new.text
        let blocks = new.blockRanges
        var taken: Set<Spot> = []
        var lost = 0
        for old in decisions {
            var decision = located(old, in: text, blocks: blocks)
            if let range = decision.range, !taken.insert(Spot(range: range, topic: decision.topic)).inserted {
                decision.range = nil
                decision.anchor = old.anchor
            }
            if decision.range == nil, old.range != nil { lost += 1 }
            try write(decision, isMoved: decision.range != old.range || decision.anchor != old.anchor)
        }
        return lost
    }

    private func write(_ decision: DecisionRow, isMoved: Bool) throws {
        try database.run(
            """
            UPDATE decision SET start = ?, "end" = ?, anchor_start = ?, anchor_end = ?, quote = ?, prefix = ?, suffix = ?
            WHERE id = ?
            """, decision.range?.lowerBound, decision.range?.upperBound, decision.anchor.start, decision.anchor.end,
            decision.anchor.quote, decision.anchor.prefix, decision.anchor.suffix, decision.row)
        if isMoved { try database.run("UPDATE decision SET change = ? WHERE id = ?", change, decision.row) }
    }
}
