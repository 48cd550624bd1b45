/// A piece of SQL that is true or false of the article `a`, with what stands for its question marks.
struct Condition {
    var sql: String
    var values: [any StoredValue] = []

    static var always: Condition { Condition(sql: "1") }
    /// No row is below 0. Not a constant: SQLite forgets all else that is asked then, and with it why it may use an index.
    static var never: Condition { Condition(sql: "a.id < 0") }

    static func joined(_ conditions: [Condition], by sign: String) -> Condition {
        guard conditions.count != 1 else { return conditions[0] }
        return Condition(
            sql: "(" + conditions.map(\.sql).joined(separator: " \(sign) ") + ")",
            values: conditions.flatMap(\.values))
    }
}
