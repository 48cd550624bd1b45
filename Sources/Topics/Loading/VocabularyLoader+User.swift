extension Vocabulary {
    /// The vocabulary with a file of the user's own: topics, further labels, and labels switched off.
    ///
    /// The file is a table as the built-in ones are: tab-separated columns named by the first line, `#` before remarks.
    /// - `id`: a topic. One that exists is extended; any other is a new topic.
    /// - `code`, `broader`, `label_en`: of a new topic; `broader` may be empty. They cannot be changed in one that exists.
    /// - `label_xx`, `alt_xx`, `hidden_xx`: labels in the language xx, several parted by `|`, with `=` before one that matches as
    ///   written and `~` before a common word.
    /// - `provisions`: further provisions, as in `UNCC:7|BC:2-6`.
    /// - `off`: labels of the topic that are not to be matched any more; `*` for all of them.
    ///
    /// Only `id` must be there. An entry that cannot be used is left out, or kept without what is wrong with it, and reported
    /// with its line; the rest counts.
    public func adding(_ file: VocabularyFile) -> (vocabulary: Vocabulary, problems: [VocabularyError]) {
        var loader = VocabularyLoader()
        loader.topics = topics
        loader.treatyIDs = Set(treaties.map(\.id))
        loader.provisionIDs = Set(provisions.map(\.id))
        let off = loader.readUserTopics(file)
        let extended = Vocabulary(
            topics: loader.topics, treaties: treaties, provisions: provisions, kickers: kickers, acronyms: acronyms)
        return (extended.without(off), loader.problems)
    }
}

extension VocabularyLoader {
    private enum UserColumn: String, CaseIterable { case id, code, broader, provisions, off }

    /// Reads the user's topics into those that there are; the labels that are switched off are returned.
    mutating func readUserTopics(_ file: VocabularyFile) -> [TopicID: Set<String>] {
        var reader = TableReader<UserColumn>(file, required: [.id]) { LabelColumn.parts(of: $0) != nil }
        let columns = labelColumns(reader)
        let builtIn = topics.count
        var places = Dictionary(uniqueKeysWithValues: topics.enumerated().map { ($0.element.id, $0.offset) })
        var codes = Dictionary(uniqueKeysWithValues: topics.map { ($0.code, $0.id) })
        var owners = labelOwners()
        var off: [TopicID: Set<String>] = [:]
        for row in reader.rows {
            guard let id = topicID(of: row, column: .id, &reader) else { continue }
            let place: Int
            if let known = places[id] {
                if known < builtIn { reportFixed(row, &reader) }
                place = known
            } else {
                guard let topic = newTopic(id, row, columns, codes, &owners, &reader) else { continue }
                place = topics.count
                places[id] = place
                codes[topic.code] = id
                topicLines[id] = row.line
                topics.append(topic)
            }
            addLabels(row, to: place, columns, &owners, &reader)
            let added = provisions(in: reader.list(.provisions, of: row), line: row.line, &reader)
            topics[place].provisions += added.filter { !topics[place].provisions.contains($0) }
            off[id, default: []].formUnion(switchedOff(row, of: topics[place], &reader))
        }
        checkTree(&reader)
        problems += reader.problems
        return off.filter { !$0.value.isEmpty }
    }

    private func labelOwners() -> [String: TopicID] {
        var owners: [String: TopicID] = [:]
        for topic in topics {
            for label in topic.labels { owners[label.text.lowercased() + "\t" + label.language] = topic.id }
        }
        return owners
    }

    /// What a built-in topic is cannot be changed.
    private func reportFixed(_ row: Table.Row, _ reader: inout TableReader<UserColumn>) {
        for column in [UserColumn.code, .broader] where !reader.text(column, of: row).isEmpty {
            reader.report(.fixedValue(column: column.rawValue), line: row.line)
        }
    }

    private func newTopic(
        _ id: TopicID, _ row: Table.Row, _ columns: [LabelColumn], _ codes: [String: TopicID],
        _ owners: inout [String: TopicID], _ reader: inout TableReader<UserColumn>
    ) -> Topic? {
        guard let code = code(of: row, column: .code, known: codes, &reader) else { return nil }
        let english = columns.first { $0.kind == .preferred && $0.language == "en" }
        let written = english.map { reader.table.text($0.place, of: row) } ?? ""
        guard !written.isEmpty else {
            reader.report(.missingValue(column: "label_en"), line: row.line)
            return nil
        }
        var labels: [Label] = []
        add(written, language: "en", kind: .preferred, of: id, line: row.line, to: &labels, &owners, &reader)
        guard !labels.isEmpty else { return nil }
        let broader = reader.text(.broader, of: row)
        return Topic(id: id, code: code, broader: broader.isEmpty ? nil : TopicID(broader), labels: labels, provisions: [])
    }

    /// A second preferred label of a language is an alternative one.
    private mutating func addLabels(
        _ row: Table.Row, to place: Int, _ columns: [LabelColumn], _ owners: inout [String: TopicID],
        _ reader: inout TableReader<UserColumn>
    ) {
        for column in columns {
            for text in reader.table.list(column.place, of: row) {
                let topic = topics[place]
                guard topic.labels.count < Limit.labels else {
                    return reader.report(.tooManyLabels(limit: Limit.labels), line: row.line)
                }
                let hasName = topic.label(in: column.language) != nil
                let kind: Label.Kind = column.kind == .preferred && hasName ? .alternative : column.kind
                var labels = topic.labels
                add(text, language: column.language, kind: kind, of: topic.id, line: row.line, to: &labels, &owners, &reader)
                let isKnown = labels.count > topic.labels.count && topic.labels.contains {
                    $0.language == column.language && $0.text.lowercased() == labels[labels.count - 1].text.lowercased()
                }
                if !isKnown { topics[place].labels = labels }
            }
        }
    }

    private func switchedOff(_ row: Table.Row, of topic: Topic, _ reader: inout TableReader<UserColumn>) -> [String] {
        let written = reader.list(.off, of: row)
        if written.contains("*") { return topic.labels.map(\.text) }
        return written.filter { text in
            let isLabel = topic.labels.contains { $0.text.lowercased() == text.lowercased() }
            if !isLabel { reader.report(.unknownLabel(text, topic: topic.id), line: row.line) }
            return isLabel
        }
    }
}
