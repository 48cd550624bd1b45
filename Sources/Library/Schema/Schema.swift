import GRDB

/// The shape of the database, as steps that are numbered, applied once each, and never edited after a release.
enum Schema {
    /// «Doss», in the header of the database file.
    static let applicationID: Int32 = 0x446F_7373

    /// The step that this version knows last.
    static var version: Int { steps.count }

    private static let steps: [String] = [
        SchemaStep1.sql, SchemaStep2.sql, SchemaStep3.sql, SchemaStep4.sql, SchemaStep5.sql, SchemaStep6.sql, SchemaStep7.sql,
        SchemaStep8.sql,
    ]

    /// Brings the database up to ``version``, all or nothing.
    static func migrate(_ database: Database) throws {
        let found = try version(of: database)
        guard found < version else { return }
        try database.inTransaction(.immediate) {
            // Another process may have been quicker.
            for step in try version(of: database)..<max(version, found) {
                try database.execute(sql: steps[step])
                try database.execute(sql: "PRAGMA user_version = \(step + 1)")
            }
            return .commit
        }
    }

    static func version(of database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    }
}
