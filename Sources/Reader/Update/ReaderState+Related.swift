import Library
import Terminal

/// What is related to the passage under the cursor: looked for where the panel is seen and the cursor rests.
extension ReaderState {
    private var relationTarget: LikeTarget? {
        guard board == nil, layout.box(.passage) != nil, let reading, let passage = reading.passage else { return nil }
        return LikeTarget(article: reading.id, passage: passage, title: reading.article.row.shownTitle)
    }

    /// Part of settling: what the cursor has left is looked for no more, what it rests on is.
    mutating func followRelation() -> [Effect] {
        let wanted = relationTarget
        guard wanted == relation.target else {
            let wasUnderWay = relation.isUnderWay
            relation = Relation(target: wanted, due: wanted == nil ? nil : now.after(milliseconds: Relation.patience))
            return wasUnderWay ? [.briefing(.stopRelating)] : []
        }
        guard let wanted, let due = relation.due, now >= due else { return [] }
        relation.due = nil
        return [.briefing(.relate(wanted, limit: Relation.most))]
    }

    mutating func take(_ lines: [Board.RelatedLine], relatedTo target: LikeTarget) {
        if relation.target == target, relation.isUnderWay { relation.lines = lines }
    }
}
