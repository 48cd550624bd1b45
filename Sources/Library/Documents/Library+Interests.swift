import GRDB
import Text
import Topics

/// What matters to the person.
extension Library {
    /// The weight of each topic that has one.
    public func interests() throws -> [TopicID: Int] {
        try read { database in
            var weights: [TopicID: Int] = [:]
            for document in try database.documents(.interest) {
                if let weight = document.value.flatMap({ TopicInterest.weight($0) }) { weights[TopicID(document.title)] = weight }
            }
            return weights
        }
    }

    /// Gives a topic a weight of ``TopicInterest/range``, or takes it away. An action that can be taken back; the same weight is
    /// none. Throws ``LibraryError/document(_:_:)``.
    public func setInterest(_ weight: Int?, in topic: TopicID) throws {
        try change { transaction in
            let id = TopicInterest.id(of: topic)
            let old = try transaction.document(id)
            let before = old.flatMap { $0.isRemoved ? nil : $0.state }
            if before == nil, weight != nil { try transaction.requireRoom(for: .interest) }
            let after = try weight.map { try transaction.draft(.interest, title: topic.rawValue, body: TopicInterest.body($0)) }
            guard before != after else { return }
            try transaction.perform(
                ActionSentence.setInterest(weight, in: options.topicName(topic)),
                [.document(id: id, .interest, before: before, after: after)])
        }
    }
}
