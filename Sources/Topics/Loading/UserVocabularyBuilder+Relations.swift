extension UserVocabularyBuilder {
    /// Broader and related topics, and provisions.
    mutating func addRelations(_ parts: [KnownPart]) {
        var lines: [Int: Place] = [:]
        for part in parts {
            for statement in part.part.statements {
                if statement.entry.key == .broader { setBroader(of: part.topic, statement, &lines) }
                if statement.entry.key == .provision { addProvisions(to: part.topic, statement) }
            }
        }
        breakCircles(lines)
        let tree = TopicTree.spans(of: topics, places: topicPlaces)
        for part in parts {
            for statement in part.part.statements where statement.entry.key == .related {
                relate(part.topic, statement, tree)
            }
        }
    }

    private mutating func setBroader(of topic: Int, _ statement: Statement, _ lines: inout [Int: Place]) {
        guard topic >= base.topics.count else { return report(.fixedKey(.broader), statement.place) }
        let text = statement.entry.values[0]
        guard topicPlaces[TopicID(text)] != nil else {
            return report(.unknownBroader(TopicID(text), nearest: nearest(to: text, in: statement.place.file)), statement.place)
        }
        topics[topic].broader = TopicID(text)
        lines[topic] = statement.place
    }

    /// A topic that is broader than itself becomes a root. Only topics of the files can be in a circle.
    private mutating func breakCircles(_ lines: [Int: Place]) {
        for circle in TopicTree.circles(in: topics, places: topicPlaces) {
            if let line = lines[circle[0]] { report(.cycle((circle + [circle[0]]).map { topics[$0].id }), line) }
            topics[circle[0]].broader = nil
        }
    }

    private mutating func addProvisions(to topic: Int, _ statement: Statement) {
        // A range may name a thousand provisions: a file with nothing but faults is not gone through to its end.
        for text in statement.entry.values where !isFull(statement.place.file) {
            guard let ids = VocabularyLoader.provisions(named: text) else {
                report(.badProvision(text), statement.place)
                continue
            }
            guard treatyIDs.contains(ids[0].treaty) else {
                report(.unknownTreaty(ids[0].treaty), statement.place)
                continue
            }
            if let unknown = ids.first(where: { !provisionIDs.contains($0) }) { report(.unknownProvision(unknown), statement.place) }
            topics[topic].provisions += ids.filter { provisionIDs.contains($0) && !topics[topic].provisions.contains($0) }
        }
    }

    /// Both ways, as SKOS has it, and never between a topic and one above it (section 8.4, S27).
    private mutating func relate(_ topic: Int, _ statement: Statement, _ tree: [Range<Int>]) {
        for text in statement.entry.values {
            let id = TopicID(text)
            guard let other = topicPlaces[id] else {
                report(.unknownTopic(id, nearest: nearest(to: text, in: statement.place.file)), statement.place)
                continue
            }
            guard !tree[topic].overlaps(tree[other]) else {
                report(.relatedInTree(id, topic: topics[topic].id), statement.place)
                continue
            }
            if !topics[topic].related.contains(id) { topics[topic].related.append(id) }
            if !topics[other].related.contains(topics[topic].id) { topics[other].related.append(topics[topic].id) }
        }
    }
}

extension UserVocabularyBuilder {
    /// The category lines, with those of the files: a line that is known stands for one topic more.
    mutating func kickers(_ parts: [KnownPart]) -> [Kicker] {
        var kickers = base.kickers
        var known = Dictionary(kickers.enumerated().map { (Kicker.key($0.element.name), $0.offset) }) { first, _ in first }
        for part in parts {
            for statement in part.part.statements where statement.entry.key == .kicker {
                for name in statement.entry.values {
                    let key = Kicker.key(name)
                    let place = known[key] ?? kickers.count
                    if place == kickers.count { kickers.append(Kicker(name: name, parent: nil, topics: [], status: .checked)) }
                    known[key] = place
                    let id = topics[part.topic].id
                    if !kickers[place].topics.contains(id) { kickers[place].topics.append(id) }
                }
            }
        }
        return kickers
    }
}
