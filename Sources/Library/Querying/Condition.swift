/// A piece of SQL that is true or false of the article `a`, with what stands for its question marks.
struct Condition {
    var sql: String
    var values: [any StoredValue] = []

    static var always: Condition { Condition(sql: "1") }
    static var never: Condition { Condition(sql: "0") }

    static func joined(_ conditions: [Condition], by sign: String) -> Condition {
        guard conditions.count != 1 else { return conditions[0] }
        return Condition(
            sql: "(" + conditions.map(\.sql).joined(separator: " \(sign) ") + ")",
            values: conditions.flatMap(\.values))
    }
}
