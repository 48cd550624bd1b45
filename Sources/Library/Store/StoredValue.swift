import GRDBSQLite

/// What can stand for a question mark in SQL.
///
/// GRDB's own binding ends a text at its first NUL character; texts of articles are bound by their length here, so that
/// they come back byte for byte.
protocol StoredValue {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32
}

/// SQLite copies what is bound.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

extension Int64: StoredValue {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 { sqlite3_bind_int64(statement, index, self) }
}

extension Int: StoredValue {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 { sqlite3_bind_int64(statement, index, Int64(self)) }
}

extension Bool: StoredValue {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 { sqlite3_bind_int64(statement, index, self ? 1 : 0) }
}

extension String: StoredValue {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        var text = self
        return text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                // An empty buffer has no address, which would bind NULL.
                guard let base = $0.baseAddress else { return sqlite3_bind_text(statement, index, "", 0, copied) }
                return sqlite3_bind_text64(statement, index, base, UInt64($0.count), copied, UInt8(SQLITE_UTF8))
            }
        }
    }
}

extension [UInt8]: StoredValue {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return sqlite3_bind_zeroblob(statement, index, 0) }
            return sqlite3_bind_blob64(statement, index, base, UInt64(bytes.count), copied)
        }
    }
}

extension Optional: StoredValue where Wrapped: StoredValue {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        switch self {
        case .none: sqlite3_bind_null(statement, index)
        case .some(let value): value.bind(to: statement, at: index)
        }
    }
}
