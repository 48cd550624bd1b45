import Articles
import GRDBSQLite

/// The columns of the row that a statement stands on, from 0. Valid until the statement goes on.
struct Columns {
    let statement: OpaquePointer

    func integer(_ index: Int32) -> Int { Int(sqlite3_column_int64(statement, index)) }

    func int64(_ index: Int32) -> Int64 { sqlite3_column_int64(statement, index) }

    func double(_ index: Int32) -> Double { sqlite3_column_double(statement, index) }

    func bool(_ index: Int32) -> Bool { sqlite3_column_int64(statement, index) != 0 }

    func isNull(_ index: Int32) -> Bool { sqlite3_column_type(statement, index) == SQLITE_NULL }

    func text(_ index: Int32) -> String { String(decoding: bytes(index), as: UTF8.self) }

    func optionalText(_ index: Int32) -> String? { isNull(index) ? nil : text(index) }

    func optionalInt64(_ index: Int32) -> Int64? { isNull(index) ? nil : int64(index) }

    func optionalInteger(_ index: Int32) -> Int? { isNull(index) ? nil : integer(index) }

    /// The bytes of a text or a blob, where they lie in SQLite's memory.
    func bytes(_ index: Int32) -> UnsafeRawBufferPointer {
        let base = sqlite3_column_blob(statement, index)
        return UnsafeRawBufferPointer(start: base, count: base == nil ? 0 : Int(sqlite3_column_bytes(statement, index)))
    }

    /// How a passage is found: start, end, quote, prefix and suffix, in five columns from `first`.
    func anchor(from first: Int32) -> Anchor {
        Anchor(
            start: integer(first), end: integer(first + 1), quote: text(first + 2), prefix: text(first + 3),
            suffix: text(first + 4))
    }

    /// Where a passage stands: start and end, in two columns from `first`; nothing where its words are gone.
    func range(from first: Int32) -> Range<Int>? {
        guard let start = optionalInteger(first), let end = optionalInteger(first + 1), start <= end else { return nil }
        return start..<end
    }
}
