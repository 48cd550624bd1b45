extension VocabularyLoader {
    private enum TopicColumn: String, CaseIterable { case id, code, broader, provisions, english = "label_en" }

    /// A column of labels: its language and their kind.
    struct LabelColumn {
        var language: String
        var kind: Label.Kind
        var place: Int

        /// `label_fr`, `alt_fr`, `hidden_fr`; nothing for any other name.
        static func parts(of name: String) -> (kind: Label.Kind, language: String)? {
            guard let separator = name.firstIndex(of: "_") else { return nil }
            let language = name[name.index(after: separator)...]
            guard (2...3).contains(language.utf8.count), language.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
            else { return nil }
            switch name[..<separator] {
            case "label": return (.preferred, String(language))
            case "alt": return (.alternative, String(language))
            case "hidden": return (.hidden, String(language))
            default: return nil
            }
        }
    }

    mutating func readTopics(_ file: VocabularyFile) {
        var reader = TableReader<TopicColumn>(file, required: [.id, .code, .broader, .english]) { LabelColumn.parts(of: $0) != nil }
        let columns = labelColumns(reader)
        var codes: [String: TopicID] = [:]
        var owners: [String: TopicID] = [:]
        owners.reserveCapacity(2_048)
        for row in reader.rows {
            guard let id = topicID(of: row, &reader), let code = code(of: row, column: .code, known: codes, &reader) else { continue }
            let labels = labels(of: row, id: id, columns: columns, owners: &owners, &reader)
            guard labels.first?.kind == .preferred else { continue }
            let broader = reader.text(.broader, of: row)
            codes[code] = id
            topicLines[id] = row.line
            topics.append(
                Topic(
                    id: id, code: code, broader: broader.isEmpty ? nil : TopicID(broader), labels: labels,
                    provisions: provisions(in: reader.list(.provisions, of: row), line: row.line, &reader)))
        }
        checkTree(&reader)
        problems += reader.problems
    }

    func labelColumns<Column>(_ reader: TableReader<Column>) -> [LabelColumn] {
        reader.others.compactMap { name, place in
            LabelColumn.parts(of: name).map { LabelColumn(language: $0.language, kind: $0.kind, place: place) }
        }
    }

    private func topicID(of row: Table.Row, _ reader: inout TableReader<TopicColumn>) -> TopicID? {
        guard let id = topicID(of: row, column: .id, &reader) else { return nil }
        if let first = topicLines[id] { reader.report(.repeatedTopic(id, firstLine: first), line: row.line) }
        return topicLines[id] == nil ? id : nil
    }

    func topicID<Column>(of row: Table.Row, column: Column, _ reader: inout TableReader<Column>) -> TopicID? {
        guard let text = reader.required(column, of: row) else { return nil }
        let bytes = text.utf8
        let isPlain = bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
        guard isPlain, bytes.count <= 64, bytes.first != UInt8(ascii: "-"), bytes.last != UInt8(ascii: "-") else {
            reader.report(.badTopicID(text), line: row.line)
            return nil
        }
        return TopicID(text)
    }

    func code<Column>(
        of row: Table.Row, column: Column, known: [String: TopicID], _ reader: inout TableReader<Column>
    ) -> String? {
        guard let code = reader.required(column, of: row) else { return nil }
        let isPlain = code.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
        guard isPlain, code.utf8.count <= 6, code.utf8.first != UInt8(ascii: "-") else {
            reader.report(.badCode(code), line: row.line)
            return nil
        }
        if let owner = known[code] { reader.report(.repeatedCode(code, owner: owner), line: row.line) }
        return known[code] == nil ? code : nil
    }

    /// All labels of a topic; none where the English preferred one cannot be used.
    private func labels(
        of row: Table.Row, id: TopicID, columns: [LabelColumn], owners: inout [String: TopicID],
        _ reader: inout TableReader<TopicColumn>
    ) -> [Label] {
        var labels: [Label] = []
        guard let english = reader.required(.english, of: row) else { return [] }
        add(english, language: "en", kind: .preferred, of: id, line: row.line, to: &labels, &owners, &reader)
        guard !labels.isEmpty else { return [] }
        for column in columns {
            let isOne = column.kind == .preferred
            let written = isOne ? [reader.table.text(column.place, of: row)] : reader.table.list(column.place, of: row)
            for text in written where !text.isEmpty {
                guard labels.count < Limit.labels else {
                    reader.report(.tooManyLabels(limit: Limit.labels), line: row.line)
                    return labels
                }
                add(text, language: column.language, kind: column.kind, of: id, line: row.line, to: &labels, &owners, &reader)
            }
        }
        return labels
    }

    func add<Column>(
        _ written: String, language: String, kind: Label.Kind, of id: TopicID, line: Int, to labels: inout [Label],
        _ owners: inout [String: TopicID], _ reader: inout TableReader<Column>
    ) {
        guard let label = Label(written: written, language: language, kind: kind, limit: Limit.labelBytes) else {
            reader.report(.badLabel(written), line: line)
            return
        }
        let key = label.text.lowercased() + "\t" + language
        if let owner = owners[key], owner != id {
            reader.report(.sharedLabel(label.text, topic: id, owner: owner), line: line)
            return
        }
        owners[key] = id
        labels.append(label)
    }
}

extension Label {
    /// Reads a label with the marks before it: `~` a common word, `=` exactly as written. Nothing where no letter or digit
    /// is left, or where it is longer than `limit` bytes.
    init?(written: String, language: String, kind: Kind, limit: Int) {
        var rest = written[...]
        let isCommon = rest.utf8.first == UInt8(ascii: "~")
        if isCommon { rest.removeFirst() }
        let isExact = rest.utf8.first == UInt8(ascii: "=")
        if isExact { rest.removeFirst() }
        let hasWord = rest.utf8.contains { $0 >= 0x80 || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) }
        guard hasWord, rest.utf8.count <= limit else { return nil }
        self.init(String(rest), language: language, kind: kind, match: isExact ? .exact : .stem, isCommon: isCommon)
    }
}
