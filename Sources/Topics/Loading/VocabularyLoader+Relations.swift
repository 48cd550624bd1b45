extension VocabularyLoader {
    /// The provisions that a topic stands for; `UNCC:7-21` names all from 7 to 21.
    func provisions<Column>(
        in list: [String], line: Int, _ reader: inout TableReader<Column>
    ) -> [ProvisionID] {
        var found: [ProvisionID] = []
        for text in list {
            guard let ids = Self.provisions(named: text) else {
                reader.report(.badProvision(text), line: line)
                continue
            }
            for id in ids {
                if !treatyIDs.contains(id.treaty) {
                    reader.report(.unknownTreaty(id.treaty), line: line)
                    break
                } else if !provisionIDs.contains(id) {
                    reader.report(.unknownProvision(id), line: line)
                } else if !found.contains(id) {
                    found.append(id)
                }
            }
        }
        return found
    }

    /// At most a thousand.
    static func provisions(named text: String) -> [ProvisionID]? {
        guard let id = ProvisionID(text) else { return nil }
        guard let hyphen = id.article.lastIndex(of: "-") else { return [id] }
        guard let first = Int(id.article[..<hyphen]), let last = Int(id.article[id.article.index(after: hyphen)...]),
            first > 0, last > first, last - first < 1_000
        else { return nil }
        return (first...last).map { ProvisionID(treaty: id.treaty, article: String($0)) }
    }

    /// Reports broader topics that do not exist and circles; their topics become roots.
    mutating func checkTree<Column>(_ reader: inout TableReader<Column>) {
        var places: [TopicID: Int] = [:]
        for (place, topic) in topics.enumerated() { places[topic.id] = place }
        for place in topics.indices {
            guard let broader = topics[place].broader, places[broader] == nil else { continue }
            reader.report(.unknownBroader(broader), line: topicLines[topics[place].id] ?? 0)
            topics[place].broader = nil
        }
        for circle in TopicTree.circles(in: topics, places: places) {
            let ids = (circle + [circle[0]]).map { topics[$0].id }
            reader.report(.cycle(ids), line: topicLines[ids[0]] ?? 0)
            topics[circle[0]].broader = nil
        }
    }

    private enum KickerColumn: String, CaseIterable { case category, parent, topic, status }

    mutating func readKickers(_ file: VocabularyFile) {
        var reader = TableReader<KickerColumn>(file, required: KickerColumn.allCases)
        var lines: [(line: Int, parent: String)] = []
        var keys: Set<String> = []
        for row in reader.rows {
            guard let name = reader.required(.category, of: row), let status = reader.value(CheckStatus.self, .status, of: row)
            else { continue }
            guard keys.insert(Kicker.key(name)).inserted else {
                reader.report(.repeatedKicker(name), line: row.line)
                continue
            }
            let parent = reader.text(.parent, of: row)
            lines.append((row.line, parent))
            let topics = known(reader.list(.topic, of: row).map { TopicID($0) }, line: row.line, &reader)
            kickers.append(Kicker(name: name, parent: parent.isEmpty ? nil : parent, topics: topics, status: status))
        }
        for (place, entry) in lines.enumerated() where !entry.parent.isEmpty && !keys.contains(Kicker.key(entry.parent)) {
            reader.report(.unknownParent(entry.parent), line: entry.line)
            kickers[place].parent = nil
        }
        problems += reader.problems
    }

    private func known<Column>(_ ids: [TopicID], line: Int, _ reader: inout TableReader<Column>) -> [TopicID] {
        ids.filter { id in
            if topicLines[id] == nil { reader.report(.unknownTopic(id), line: line) }
            return topicLines[id] != nil
        }
    }

    private enum AcronymColumn: String, CaseIterable {
        case acronym, expansion, topic, rivals, positive, negative, needs
        case standard = "default"
    }

    mutating func readAcronyms(_ file: VocabularyFile) {
        var reader = TableReader<AcronymColumn>(file, required: AcronymColumn.allCases)
        var seen: Set<String> = []
        for row in reader.rows {
            guard let text = reader.required(.acronym, of: row), let expansion = reader.required(.expansion, of: row),
                let topic = reader.required(.topic, of: row),
                let standard = reader.value(Acronym.Default.self, .standard, of: row),
                let id = known([TopicID(topic)], line: row.line, &reader).first
            else { continue }
            guard seen.insert(text).inserted else {
                reader.report(.repeatedAcronym(text), line: row.line)
                continue
            }
            let needs = reader.list(.needs, of: row)
            for need in needs where !hasLabel(need, id) { reader.report(.unknownNeed(need, topic: id), line: row.line) }
            acronyms.append(
                Acronym(
                    text: text, expansion: expansion, topic: id, rivals: reader.list(.rivals, of: row),
                    positive: reader.list(.positive, of: row), negative: reader.list(.negative, of: row), needs: needs,
                    standard: standard))
        }
        problems += reader.problems
    }

    private func hasLabel(_ text: String, _ id: TopicID) -> Bool {
        topics.first { $0.id == id }?.labels.contains { $0.text == text } ?? false
    }
}
