import GRDB
import GRDBSQLite

/// Statements, kept prepared for each connection by GRDB and stepped here. Not for BEGIN, COMMIT and their like, which GRDB
/// must see.
extension Database {
    /// Runs a statement that gives no rows, or whose rows are not wanted.
    func run(_ sql: String, _ values: any StoredValue...) throws {
        try step(sql, values) { _ in true }
    }

    /// Every row, in turn.
    func each(_ sql: String, _ values: [any StoredValue] = [], _ body: (Columns) throws -> Void) throws {
        try step(sql, values) { columns in
            try body(columns)
            return true
        }
    }

    /// Rows, until `body` returns false.
    func eachUntil(_ sql: String, _ values: [any StoredValue], _ body: (Columns) throws -> Bool) throws { try step(sql, values, body) }

    func all<Value>(_ sql: String, _ values: any StoredValue..., read: (Columns) throws -> Value) throws -> [Value] {
        var found: [Value] = []
        try step(sql, values) { columns in
            found.append(try read(columns))
            return true
        }
        return found
    }

    func first<Value>(_ sql: String, _ values: any StoredValue..., read: (Columns) throws -> Value) throws -> Value? {
        var found: Value?
        try step(sql, values) { columns in
            found = try read(columns)
            return false
        }
        return found
    }

    /// Calls `body` for each row until it returns false. A statement is reset before it is given back, whatever happens.
    private func step(_ sql: String, _ values: [any StoredValue], _ body: (Columns) throws -> Bool) throws {
        guard let statement = try cachedStatement(sql: sql).sqliteStatement as OpaquePointer?,
            sqlite3_stmt_busy(statement) == 0
        else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        guard Int(sqlite3_bind_parameter_count(statement)) == values.count else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE)
        }
        for (index, value) in values.enumerated() {
            let code = value.bind(to: statement, at: Int32(index + 1))
            guard code == SQLITE_OK else { throw failure(code) }
        }
        while true {
            let code = sqlite3_step(statement)
            if code == SQLITE_ROW {
                guard try body(Columns(statement: statement)) else { return }
            } else if code == SQLITE_DONE {
                return
            } else {
                throw failure(sqlite3_extended_errcode(sqliteConnection))
            }
        }
    }

    private func failure(_ code: Int32) -> DatabaseError { DatabaseError(resultCode: ResultCode(rawValue: code)) }
}
