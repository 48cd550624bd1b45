import GRDB
import GRDBSQLite
import Search

extension Database {
    /// Runs `work` on this connection, and has ``SearchCancellation/cancel()`` interrupt it.
    ///
    /// An interruption reaches only a statement that is running. One that starts a moment later is ended by the progress
    /// handler, which SQLite calls every so many steps.
    func interruptible<Value>(by cancellation: SearchCancellation, _ work: () throws -> Value) throws -> Value {
        guard let connection = sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
        let handle = ConnectionHandle(connection: connection)
        return try cancellation.interruptible(by: { sqlite3_interrupt(handle.connection) }) {
            let context = Unmanaged.passUnretained(cancellation).toOpaque()
            sqlite3_progress_handler(connection, 1_000, { context in
                guard let context else { return 0 }
                return Unmanaged<SearchCancellation>.fromOpaque(context).takeUnretainedValue().isCancelled ? 1 : 0
            }, context)
            defer { sqlite3_progress_handler(connection, 0, nil, nil) }
            let outcome = Result(catching: work)
            // What fails because it was interrupted does not always say so.
            guard !cancellation.isCancelled else { throw SearchCancelled() }
            return try outcome.get()
        }
    }
}

/// A connection, for `sqlite3_interrupt`, which any thread may call while the connection is open.
private struct ConnectionHandle: @unchecked Sendable {
    let connection: OpaquePointer
}
