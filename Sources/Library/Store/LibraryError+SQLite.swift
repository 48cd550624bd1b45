import GRDB
import GRDBSQLite
import Search

extension LibraryError {
    /// What a failure of SQLite means for the library at `path`. Holds SQLite's own words for the code and none of the
    /// statement, which may hold what a person wrote.
    init(_ error: DatabaseError, path: String) {
        let code = error.extendedResultCode.rawValue
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path, code: code)
        case .SQLITE_FULL: self = .diskFull(path: path, code: code)
        case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path: path, code: code)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(path: path, code: code)
        default: self = .storage(path: path, code: code, message: String(cString: sqlite3_errstr(code)))
        }
    }

    /// Runs `work` with what SQLite, and damaged bytes, throw put into our words.
    static func explained<Value>(path: String, _ work: () throws -> Value) throws -> Value {
        do {
            return try work()
        } catch let error as DatabaseError {
            if error.resultCode == .SQLITE_INTERRUPT { throw SearchCancelled() }
            throw LibraryError(error, path: path)
        } catch is CancellationError {
            throw SearchCancelled()
        } catch is BinaryReader.Damage {
            throw LibraryError.damaged(path: path, code: SQLITE_CORRUPT)
        }
    }
}
