extension VocabularyLoader {
    /// Leaves out and reports related topics that do not exist, and has each of the others name the topic too: a relation
    /// stands in the table once.
    mutating func checkRelated<Column>(_ reader: inout TableReader<Column>) {
        var places: [TopicID: Int] = [:]
        for (place, topic) in topics.enumerated() { places[topic.id] = place }
        let written = topics.map(\.related)
        for place in topics.indices { topics[place].related = [] }
        for (place, ids) in written.enumerated() {
            for id in ids {
                guard let other = places[id] else {
                    reader.report(.unknownTopic(id), line: topicLines[topics[place].id] ?? 0)
                    continue
                }
                relate(place, other)
                relate(other, place)
            }
        }
    }

    private mutating func relate(_ place: Int, _ other: Int) {
        guard place != other, !topics[place].related.contains(topics[other].id) else { return }
        topics[place].related.append(topics[other].id)
    }
}
