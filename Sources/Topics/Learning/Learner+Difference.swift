extension Learner {
    /// What a change of some articles' decisions does at once, without looking at the others: `model` with the reliabilities
    /// that it counted of them, `before`, exchanged for those of them as they are now, `after`. Its fitted weights stay.
    /// The same as ``updated(_:with:)`` with every article there is. Linear in the length of these articles.
    public func updated(_ model: TopicModel, from before: [DecidedArticle], to after: [DecidedArticle]) -> TopicModel {
        var updated = model
        let (old, new) = (self.updated(.untrained, with: before).labels, self.updated(.untrained, with: after).labels)
        for (labels, sign) in [(old, -1), (new, 1)] {
            for (topic, counts) in labels {
                for (words, count) in counts { updated.count(count, of: words, topic, sign) }
            }
        }
        return updated
    }
}

extension TopicModel {
    fileprivate mutating func count(_ count: LabelCount, of words: String, _ topic: TopicID, _ sign: Int) {
        var counts = labels[topic] ?? [:]
        var sum = counts[words] ?? LabelCount(accepted: 0, rejected: 0)
        sum.accepted = max(0, sum.accepted + sign * count.accepted)
        sum.rejected = max(0, sum.rejected + sign * count.rejected)
        counts[words] = sum.accepted + sum.rejected > 0 ? sum : nil
        labels[topic] = counts.isEmpty ? nil : counts
    }
}
