import GRDBSQLite

/// The little of SQLite's interface that the comparison needs, without anything above it that would cost time.
final class SQLiteConnection {
    private var handle: OpaquePointer?
    private var statements: [String: OpaquePointer] = [:]

    init(_ path: String) throws {
        try check(sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil))
        sqlite3_busy_timeout(handle, 10_000)
    }

    deinit {
        for statement in statements.values { sqlite3_finalize(statement) }
        sqlite3_close(handle)
    }

    func run(_ sql: String) throws { try check(sqlite3_exec(handle, sql, nil, nil, nil)) }

    /// Runs a statement that is kept prepared. The first column of each row.
    @discardableResult
    func run(_ sql: String, number: Int? = nil, text: [UInt8]) throws -> [Int] {
        let statement = try prepared(sql)
        defer { sqlite3_reset(statement) }
        var place: Int32 = 1
        if let number {
            try check(sqlite3_bind_int64(statement, place, Int64(number)))
            place += 1
        }
        // Bound without a copy: the text outlives the steps below.
        return try text.withUnsafeBufferPointer { bytes in
            try bytes.withMemoryRebound(to: CChar.self) { bytes in
                try check(sqlite3_bind_text(statement, place, bytes.baseAddress, Int32(bytes.count), nil))
            }
            return try rows(of: statement)
        }
    }

    private func rows(of statement: OpaquePointer?) throws -> [Int] {
        var rows: [Int] = []
        while true {
            let status = sqlite3_step(statement)
            if status == SQLITE_DONE { return rows }
            guard status == SQLITE_ROW else { throw failure(status) }
            rows.append(Int(sqlite3_column_int64(statement, 0)))
        }
    }

    private func prepared(_ sql: String) throws -> OpaquePointer? {
        if let statement = statements[sql] { return statement }
        var statement: OpaquePointer?
        try check(sqlite3_prepare_v2(handle, sql, -1, &statement, nil))
        statements[sql] = statement
        return statement
    }

    private func check(_ status: Int32) throws {
        guard status == SQLITE_OK else { throw failure(status) }
    }

    private func failure(_ status: Int32) -> SQLiteFailure {
        SQLiteFailure(status: status, message: sqlite3_errmsg(handle).map { String(cString: $0) } ?? "")
    }
}

struct SQLiteFailure: Error {
    var status: Int32
    var message: String
}
