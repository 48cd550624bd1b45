/// Reads the rows of a table by the names of its columns and collects what is wrong with them.
struct TableReader<Column: RawRepresentable & CaseIterable & Hashable> where Column.RawValue == String {
    let table: Table
    private(set) var problems: [VocabularyError]
    private var places: [Column: Int] = [:]
    /// Columns that are not among `Column`, for tables that allow more.
    private(set) var others: [(name: String, place: Int)] = []

    /// `required` columns must be there; others than `Column` are an error unless `allowsMore`.
    init(_ file: VocabularyFile, required: [Column], allowsMore: (String) -> Bool = { _ in false }) {
        table = Table(file)
        problems = table.problems
        guard !table.columns.isEmpty else { return }
        var seen: Set<String> = []
        for (place, name) in table.columns.enumerated() {
            if !seen.insert(name).inserted {
                report(.repeatedColumn(name), line: 0)
            } else if let column = Column(rawValue: name) {
                places[column] = place
            } else if allowsMore(name) {
                others.append((name, place))
            } else {
                report(.unknownColumn(name), line: 0)
            }
        }
        for column in required where places[column] == nil { report(.missingColumn(column.rawValue), line: 0) }
    }

    /// No row of a table without its columns can be read.
    var rows: [Table.Row] { problems.contains { $0.line == 0 } ? [] : table.rows }

    mutating func report(_ problem: VocabularyError.Problem, line: Int) {
        problems.append(VocabularyError(file: table.file.name, line: line, problem: problem))
    }

    func text(_ column: Column, of row: Table.Row) -> String { table.text(places[column], of: row) }

    func list(_ column: Column, of row: Table.Row) -> [String] { table.list(places[column], of: row) }

    /// The text of a cell that may not be empty; where it is, that is reported.
    mutating func required(_ column: Column, of row: Table.Row) -> String? {
        let text = text(column, of: row)
        if text.isEmpty { report(.missingValue(column: column.rawValue), line: row.line) }
        return text.isEmpty ? nil : text
    }

    /// A cell that holds a case of `Value`; anything else is reported.
    mutating func value<Value: RawRepresentable & CaseIterable>(
        _ type: Value.Type, _ column: Column, of row: Table.Row
    ) -> Value? where Value.RawValue == String {
        guard let text = required(column, of: row) else { return nil }
        if let value = Value(rawValue: text) { return value }
        let allowed = Value.allCases.map(\.rawValue)
        report(.unknownValue(text, column: column.rawValue, allowed: allowed), line: row.line)
        return nil
    }
}
