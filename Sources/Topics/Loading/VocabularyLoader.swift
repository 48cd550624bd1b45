import Articles

/// Reads the five tables in the order in which they refer to each other. An entry that cannot be used is left out and
/// reported; the rest loads.
struct VocabularyLoader {
    /// What a topic may hold at most.
    enum Limit {
        static let labels = 1_000
        static let labelBytes = 200
    }

    var problems: [VocabularyError] = []
    var treaties: [Treaty] = []
    var treatyIDs: Set<TreatyID> = []
    var provisions: [Provision] = []
    var provisionIDs: Set<ProvisionID> = []
    var topics: [Topic] = []
    /// The line of each topic in its file.
    var topicLines: [TopicID: Int] = [:]
    var kickers: [Kicker] = []
    var acronyms: [Acronym] = []

    mutating func load(_ tables: VocabularyTables) -> Vocabulary {
        readTreaties(tables.treaties)
        readProvisions(tables.provisions)
        readTopics(tables.topics)
        readKickers(tables.kickers)
        readAcronyms(tables.acronyms)
        return Vocabulary(topics: topics, treaties: treaties, provisions: provisions, kickers: kickers, acronyms: acronyms)
    }

    private enum TreatyColumn: String, CaseIterable { case id, short, name, unit, names, final }

    private mutating func readTreaties(_ file: VocabularyFile) {
        var reader = TableReader<TreatyColumn>(file, required: [.id, .short, .name, .unit])
        for row in reader.rows {
            guard let text = reader.required(.id, of: row) else { continue }
            guard let id = TreatyID(text) else {
                reader.report(.badTreatyID(text), line: row.line)
                continue
            }
            guard let short = reader.required(.short, of: row), let name = reader.required(.name, of: row),
                let unit = reader.value(Treaty.Unit.self, .unit, of: row)
            else { continue }
            guard treatyIDs.insert(id).inserted else {
                reader.report(.repeatedTreaty(id), line: row.line)
                continue
            }
            treaties.append(
                Treaty(
                    id: id, shortName: short, name: name, unit: unit, names: reader.list(.names, of: row),
                    finalSince: finalDay(of: row, &reader)))
        }
        problems += reader.problems
    }

    private func finalDay(of row: Table.Row, _ reader: inout TableReader<TreatyColumn>) -> ArticleDate? {
        let text = reader.text(.final, of: row)
        guard !text.isEmpty else { return nil }
        let date = ArticleDate(iso8601: text)
        if date == nil { reader.report(.badDate(text), line: row.line) }
        return date
    }

    private enum ProvisionColumn: String, CaseIterable { case treaty, article, title, chapter, status }

    private mutating func readProvisions(_ file: VocabularyFile) {
        var reader = TableReader<ProvisionColumn>(file, required: ProvisionColumn.allCases)
        for row in reader.rows {
            guard let treaty = reader.required(.treaty, of: row), let article = reader.required(.article, of: row) else { continue }
            guard let id = ProvisionID("\(treaty):\(article)") else {
                reader.report(.badProvision("\(treaty):\(article)"), line: row.line)
                continue
            }
            guard let title = reader.required(.title, of: row),
                let status = reader.value(CheckStatus.self, .status, of: row)
            else { continue }
            guard treatyIDs.contains(id.treaty) else {
                reader.report(.unknownTreaty(id.treaty), line: row.line)
                continue
            }
            guard provisionIDs.insert(id).inserted else {
                reader.report(.repeatedProvision(id), line: row.line)
                continue
            }
            provisions.append(Provision(id: id, title: title, chapter: reader.text(.chapter, of: row), status: status))
        }
        problems += reader.problems
    }
}
