extension UserVocabularyBuilder {
    /// The part of a file with the topic's place among the topics.
    struct KnownPart {
        var part: Part
        var topic: Int
    }

    /// Makes the new topics, and finds those that there are. Parts of a topic that cannot be are left out.
    mutating func addTopics(_ parts: [Part]) -> [KnownPart] {
        collectOwners()
        let named = Set(parts.filter { part in part.statements.contains { $0.entry.key == .name } }.map(\.head.entry.values[0]))
        var known: [KnownPart] = []
        for part in parts {
            let text = part.head.entry.values[0]
            guard Self.isTopicID(text) else {
                report(.badTopicID(text), part.head.place)
                continue
            }
            let id = TopicID(text)
            if topicPlaces[id] == nil {
                guard named.contains(text) else {
                    report(.unnamedTopic(id, nearest: nearest(to: text, in: part.head.place.file)), part.head.place)
                    continue
                }
                guard topics.count - base.topics.count < Limit.topics else {
                    report(.tooMany(.topic, limit: Limit.topics), part.head.place)
                    continue
                }
                topicPlaces[id] = topics.count
                places[.topic(id)] = part.head.place
                topics.append(Topic(id: id, code: "", broader: nil, labels: [], provisions: []))
            }
            if let place = topicPlaces[id] { known.append(KnownPart(part: part, topic: place)) }
        }
        giveCodes(known)
        return known
    }

    private mutating func collectOwners() {
        owners.reserveCapacity(4_096)
        for (place, topic) in topics.enumerated() {
            for (offset, label) in topic.labels.enumerated() { owners[Self.key(label.text, label.language)] = (place, offset) }
        }
    }

    /// The codes that the files name, the last of each topic, and then one of its own for every topic without.
    private mutating func giveCodes(_ parts: [KnownPart]) {
        var named: [Int: (code: String, place: Place)] = [:]
        for part in parts {
            for statement in part.part.statements where statement.entry.key == .code {
                let code = statement.entry.values[0].uppercased()
                if part.topic < base.topics.count {
                    report(.fixedKey(.code), statement.place)
                } else if !Self.isCode(code) {
                    report(.badCode(statement.entry.values[0]), statement.place)
                } else {
                    named[part.topic] = (code, statement.place)
                }
            }
        }
        var codes = Dictionary(base.topics.map { ($0.code, $0.id) }) { first, _ in first }
        for (topic, given) in named.sorted(by: { $0.key < $1.key }) {
            if let owner = codes[given.code] {
                report(.repeatedCode(given.code, owner: owner), given.place)
            } else {
                codes[given.code] = topics[topic].id
                topics[topic].code = given.code
            }
        }
        for place in topics.indices where topics[place].code.isEmpty {
            let code = TopicCode.derived(from: topics[place].id) { codes[$0] != nil }
            codes[code] = topics[place].id
            topics[place].code = code
        }
    }
}
