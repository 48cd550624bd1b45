extension UserVocabularyBuilder {
    /// Notes what is switched off in the end: the last word on a topic or a label counts. Whether the labels exist is seen
    /// to later, since a label that is off leaves its text to other topics.
    mutating func readSwitches(_ parts: [KnownPart]) {
        for part in parts {
            let id = topics[part.topic].id
            for statement in part.part.statements {
                let isOff = statement.entry.key == .off
                guard isOff || statement.entry.key == .on else { continue }
                for text in statement.entry.values {
                    let entry: VocabularyExtension.Entry =
                        text == "*" ? .switchedOff(id) : .silenced(id, text: Self.plain(text).lowercased())
                    places[entry] = isOff ? statement.place : nil
                }
            }
        }
    }

    /// A label without the marks before it.
    static func plain(_ text: String) -> String { String(text.drop { $0 == "~" || $0 == "=" }) }

    mutating func addLabels(_ parts: [KnownPart]) {
        for part in parts {
            for statement in part.part.statements {
                guard let kind = kind(of: statement.entry.key) else { continue }
                for text in statement.entry.values { add(text, kind, statement, to: part.topic) }
            }
        }
        for place in topics.indices { nameFirst(place) }
    }

    private func kind(of key: UserKey) -> Label.Kind? {
        switch key {
        case .name: .preferred
        case .label, .exact: .alternative
        case .hidden: .hidden
        case .topic, .code, .broader, .related, .provision, .kicker, .off, .on, .acronym, .expansion, .rival, .cue, .against,
            .standard, .treaty, .short, .unit, .cited, .article:
            nil
        }
    }

    private mutating func add(_ written: String, _ kind: Label.Kind, _ statement: Statement, to topic: Int) {
        let language = statement.entry.language ?? "en"
        guard
            var label = Label(written: written, language: language, kind: kind, limit: VocabularyLoader.Limit.labelBytes)
        else { return report(.badLabel(written), statement.place) }
        if statement.entry.key == .exact { label.match = .exact }
        let key = Self.key(label.text, language)
        if let owner = owners[key], owner.topic != topic, !isOff(label.text, of: owner.topic) {
            return report(.sharedLabel(label.text, topic: topics[topic].id, owner: topics[owner.topic].id), statement.place)
        }
        guard let place = put(label, key, statement, in: topic) else { return }
        owners[key] = (topic, place)
        places[.label(topics[topic].id, text: label.text.lowercased(), language: language)] = statement.place
        if kind == .preferred { demoteNames(of: topic, language: language, but: place) }
    }

    /// The label's place among its topic's: where it stood already, it is changed.
    private mutating func put(_ label: Label, _ key: String, _ statement: Statement, in topic: Int) -> Int? {
        if let owner = owners[key], owner.topic == topic {
            var label = label
            // A name is shown, however else the label is listed again.
            if topics[topic].labels[owner.label].kind == .preferred { label.kind = .preferred }
            topics[topic].labels[owner.label] = label
            return owner.label
        }
        guard topics[topic].labels.count < VocabularyLoader.Limit.labels else {
            report(.tooManyLabels(limit: VocabularyLoader.Limit.labels), statement.place)
            return nil
        }
        guard labelCount < Limit.labels else {
            report(.tooMany(.label, limit: Limit.labels), statement.place)
            return nil
        }
        labelCount += 1
        topics[topic].labels.append(label)
        return topics[topic].labels.count - 1
    }

    /// A topic has one name in a language: the last one given.
    private mutating func demoteNames(of topic: Int, language: String, but place: Int) {
        for other in topics[topic].labels.indices where other != place {
            let label = topics[topic].labels[other]
            if label.kind == .preferred, label.language == language { topics[topic].labels[other].kind = .alternative }
        }
    }

    private func isOff(_ text: String, of topic: Int) -> Bool {
        let id = topics[topic].id
        return places[.switchedOff(id)] != nil || places[.silenced(id, text: text.lowercased())] != nil
    }

    /// Puts the English name, or else the first name, before all other labels.
    private mutating func nameFirst(_ topic: Int) {
        let labels = topics[topic].labels
        guard
            let place = labels.firstIndex(where: { $0.kind == .preferred && $0.language == "en" })
                ?? labels.firstIndex(where: { $0.kind == .preferred }), place > 0
        else { return }
        topics[topic].labels.remove(at: place)
        topics[topic].labels.insert(labels[place], at: 0)
        for (offset, label) in topics[topic].labels.enumerated() {
            let key = Self.key(label.text, label.language)
            if owners[key]?.topic == topic { owners[key] = (topic, offset) }
        }
    }
}

extension UserVocabularyBuilder {
    /// Reports switches of labels that their topics do not have.
    mutating func checkSwitches(_ parts: [KnownPart]) {
        let acronyms = acronymNames(parts)
        var names: [Int: Set<String>] = [:]
        for part in parts {
            let topic = topics[part.topic]
            for statement in part.part.statements where statement.entry.key == .off || statement.entry.key == .on {
                let known = names[part.topic] ?? acronyms[topic.id, default: []].union(topic.labels.map { $0.text.lowercased() })
                names[part.topic] = known
                for text in statement.entry.values where text != "*" && !known.contains(Self.plain(text).lowercased()) {
                    report(.unknownLabel(text, topic: topic.id), statement.place)
                    places[.silenced(topic.id, text: Self.plain(text).lowercased())] = nil
                }
            }
        }
    }

    private func acronymNames(_ parts: [KnownPart]) -> [TopicID: Set<String>] {
        var names: [TopicID: Set<String>] = [:]
        for acronym in base.acronyms { names[acronym.topic, default: []].insert(acronym.text.lowercased()) }
        for part in parts {
            for statement in part.part.statements where statement.entry.key == .acronym {
                names[topics[part.topic].id, default: []].insert(statement.entry.values[0].lowercased())
            }
        }
        return names
    }

    /// The vocabulary without what is switched off. A topic that is off keeps its name, for what was decided about it, and
    /// its place in the tree; no word, category line, acronym or citation leads to it any more.
    func silenced(_ vocabulary: Vocabulary) -> Vocabulary {
        var labels: [TopicID: Set<String>] = [:]
        var off: Set<TopicID> = []
        for entry in places.keys {
            switch entry {
            case .switchedOff(let id): off.insert(id)
            case .silenced(let id, let text): labels[id, default: []].insert(text)
            case .topic, .label: continue
            }
        }
        guard !off.isEmpty || !labels.isEmpty else { return vocabulary }
        for topic in vocabulary.topics where off.contains(topic.id) { labels[topic.id] = Set(topic.labels.map(\.text)) }
        let quiet = vocabulary.without(labels)
        return Vocabulary(
            topics: quiet.topics.map { topic in
                var topic = topic
                if off.contains(topic.id) { topic.provisions = [] }
                return topic
            },
            treaties: quiet.treaties, provisions: quiet.provisions,
            kickers: quiet.kickers.map { kicker in
                var kicker = kicker
                kicker.topics.removeAll { off.contains($0) }
                return kicker
            },
            acronyms: quiet.acronyms.filter { acronym in
                !off.contains(acronym.topic) && labels[acronym.topic]?.contains(acronym.text.lowercased()) != true
            })
    }
}
