import CSQLite

/// A database of SQLite that is the bytes of a file, read as a stranger's: nothing of it is run, written or fetched.
///
/// The one place that calls SQLite. The bytes are read where they are, so that no file is opened. The database is told to trust
/// nothing of its own schema; an authoriser lets it read the tables that it is asked for and nothing else, no
/// function, view, trigger, virtual table or second database; and its limits on statements, values and steps are narrow.
final class DatabaseImage {
    /// Why it cannot be read on, as SQLite says it.
    struct Damage: Error, Hashable { var problem: String }

    /// One row, as long as it is looked at.
    struct Row {
        fileprivate let statement: OpaquePointer

        /// The bytes of a text or blob; nothing for NULL. Numbers are not given as texts.
        func bytes(_ column: Int32) -> [UInt8]? {
            let type = sqlite3_column_type(statement, column)
            guard type == SQLITE_TEXT || type == SQLITE_BLOB else { return nil }
            let count = Int(sqlite3_column_bytes(statement, column))
            guard count > 0, let start = sqlite3_column_blob(statement, column) else { return [] }
            return Array(UnsafeRawBufferPointer(start: start, count: count))
        }

        /// A number, or a text that is one.
        func number(_ column: Int32) -> Int64? {
            switch sqlite3_column_type(statement, column) {
            case SQLITE_INTEGER, SQLITE_FLOAT: sqlite3_column_int64(statement, column)
            case SQLITE_TEXT: bytes(column).flatMap { Int64(String(decoding: $0, as: UTF8.self)) }
            default: nil
            }
        }
    }

    /// The tables that may be read.
    private final class Guard {
        let tables: Set<String>
        init(_ tables: Set<String>) { self.tables = tables }
    }

    private var database: OpaquePointer?
    private var statement: OpaquePointer?
    private let image: UnsafeMutableRawBufferPointer
    private let allowed: Guard

    /// `bytes` must stay below 2 GB. Throws where they are no database.
    init(_ bytes: [UInt8], tables: Set<String>) throws(Damage) {
        allowed = Guard(tables)
        image = .allocate(byteCount: max(bytes.count, 1), alignment: 16)
        image.copyBytes(from: bytes)
        Self.settle(image)
        guard sqlite3_open_v2(":memory:", &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK
        else { throw damage }
        restrict()
        let start = image.baseAddress?.assumingMemoryBound(to: UInt8.self)
        let count = sqlite3_int64(bytes.count)
        guard sqlite3_deserialize(database, "main", start, count, count, UInt32(SQLITE_DESERIALIZE_READONLY)) == SQLITE_OK else {
            throw damage
        }
        let context = Unmanaged.passUnretained(allowed).toOpaque()
        sqlite3_set_authorizer(
            database,
            { context, action, table, _, _, inner in
                guard let context, inner == nil else { return SQLITE_DENY }
                if action == SQLITE_SELECT { return SQLITE_OK }
                let tables = Unmanaged<Guard>.fromOpaque(context).takeUnretainedValue().tables
                guard action == SQLITE_READ, let table else { return SQLITE_DENY }
                return tables.contains(String(cString: table)) ? SQLITE_OK : SQLITE_DENY
            }, context)
    }

    deinit {
        sqlite3_finalize(statement)
        sqlite3_close_v2(database)
        image.deallocate()
    }

    /// A database whose log is in a file beside it says so in its header, and is then not read from memory: what had not
    /// been moved from there is not in this file.
    private static func settle(_ image: UnsafeMutableRawBufferPointer) {
        guard image.count > 20, image[18] == 2, image[19] == 2 else { return }
        (image[18], image[19]) = (1, 1)
    }

    private func restrict() {
        for option in [SQLITE_DBCONFIG_DEFENSIVE] { _ = dossier_sqlite_set(database, option, 1) }
        for option in [
            SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW,
            SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION,
        ] { _ = dossier_sqlite_set(database, option, 0) }
        for (limit, value) in [
            (SQLITE_LIMIT_LENGTH, Self.valueSize), (SQLITE_LIMIT_SQL_LENGTH, 1 << 16), (SQLITE_LIMIT_COLUMN, 100),
            (SQLITE_LIMIT_EXPR_DEPTH, 20), (SQLITE_LIMIT_COMPOUND_SELECT, 2), (SQLITE_LIMIT_VDBE_OP, 25_000),
            (SQLITE_LIMIT_ATTACHED, 0), (SQLITE_LIMIT_TRIGGER_DEPTH, 1), (SQLITE_LIMIT_FUNCTION_ARG, 8),
            (SQLITE_LIMIT_WORKER_THREADS, 0),
        ] { sqlite3_limit(database, limit, value) }
    }

    /// Bytes of one value, and so of one row.
    private static let valueSize: Int32 = 8 << 20

    private var damage: Damage {
        Damage(problem: database.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? "it cannot be opened")
    }

    // MARK: Reading

    /// Prepares to read rows of `table`. The names of its columns. Throws where there is no such table.
    func open(_ table: String) throws(Damage) -> [String] {
        sqlite3_finalize(statement)
        statement = nil
        guard allowed.tables.contains(table) else { throw Damage(problem: "no such table: \(table)") }
        guard sqlite3_prepare_v2(database, "SELECT * FROM \"\(table)\" NOT INDEXED", -1, &statement, nil) == SQLITE_OK else { throw damage }
        return (0..<sqlite3_column_count(statement)).map { column in
            sqlite3_column_name(statement, column).map { String(cString: $0) } ?? ""
        }
    }

    /// The next row of the table that is open; nothing behind the last.
    func next() throws(Damage) -> Row? {
        guard let statement else { return nil }
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return Row(statement: statement)
        case SQLITE_DONE: return nil
        default: throw damage
        }
    }
}
