import GRDB

extension Database {
    /// The row up to which articles of an earlier version are still to be listed under provisions; 0 when all are.
    func unlistedRow() throws -> Int64 { try first("SELECT unlisted FROM library") { $0.int64(0) } ?? 0 }

    /// How many articles are still to be listed.
    func unlistedCount() throws -> Int {
        let row = try unlistedRow()
        guard row > 0 else { return 0 }
        return try first("SELECT count(*) FROM article WHERE id <= ?", row) { $0.integer(0) } ?? 0
    }
}
