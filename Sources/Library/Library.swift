import GRDB
import Synchronization

/// A folder's articles and what the user made of them.
///
/// Every call is synchronous and may be made from any thread; reads run beside one another and beside one write, each on
/// one state of the library. Calls throw ``LibraryError``, searches also `SearchCancelled`. Lists leave out what is in the
/// trash or gone from the folder, unless the query asks for it.
public final class Library: Sendable {
    public let location: LibraryLocation
    let options: LibraryOptions
    let pool: DatabasePool
    let analysers = AnalyserPool()
    let articleIndex: ArticleIndex
    let conditions = ConditionCache()
    let notes = NoteShelf()
    let passageWords = PassageShelf()
    let passageTopics = PassageTopicShelf()
    private let isClosed = Atomic(false)
    /// SQLite's code for the damage that was met, or 0.
    private let damageCode = Atomic<Int32>(0)

    init(location: LibraryLocation, options: LibraryOptions, pool: DatabasePool) {
        self.location = location
        self.options = options
        self.pool = pool
        articleIndex = ArticleIndex(database: location.database, patience: options.indexPatience)
    }

    /// Runs `work` on one state of the library.
    func read<Value>(_ work: (Database) throws -> Value) throws -> Value {
        try explained { try pool.read(work) }
    }

    /// Runs `work` in one transaction, all or nothing. `isDurable` has the disk confirm it before the call returns: what
    /// the user made survives a loss of power. Without, it survives the end of the process only.
    func write<Value>(isDurable: Bool = true, _ work: (Database) throws -> Value) throws -> Value {
        try explained {
            if let damage { throw damage }
            return try pool.writeWithoutTransaction { database in
                try database.run(isDurable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL")
                var result: Value?
                try database.inTransaction(.immediate) {
                    result = try work(database)
                    return .commit
                }
                guard let result else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
                return result
            }
        }
    }

    /// Ends the use of the library. Calls made later throw ``LibraryError/closed``.
    public func close() throws {
        try explained {
            articleIndex.close()
            // GRDB closes its writer before its readers, and a reader cannot fold the write-ahead log into the database, as the
            // last connection does.
            pool.invalidateReadOnlyConnections()
            try pool.close()
        }
        isClosed.store(true, ordering: .releasing)
    }

    /// Runs `work` with what goes wrong in it put into our words.
    func explained<Value>(_ work: () throws -> Value) throws -> Value {
        guard !isClosed.load(ordering: .acquiring) else { throw LibraryError.closed }
        do {
            return try LibraryError.explained(path: location.database, work)
        } catch let error as LibraryError {
            if case .damaged(_, let code) = error { noteDamage(code) }
            throw error
        }
    }

    /// Why nothing is written any more: the database was found damaged. What can be read still is.
    public var damage: LibraryError? {
        let code = damageCode.load(ordering: .acquiring)
        return code == 0 ? nil : .damaged(path: location.database, code: code)
    }

    func noteDamage(_ code: Int32) { damageCode.store(code, ordering: .releasing) }
}
