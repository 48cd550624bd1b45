import GRDB

/// One transaction that changes the library: its database, its change number and what it does to the counters.
///
/// Used by one thread, inside ``Library/change(isDurable:_:)``.
final class Transaction {
    let database: Database
    let options: LibraryOptions
    /// The number that every row changed in this transaction carries.
    let change: Int64
    /// Seconds since 1970.
    let now: Int64
    var counters = CounterChanges()
    /// Articles on which decisions changed, whose topics are to be listed anew.
    var decidedArticles: Set<Int64> = []
    /// Whether anything changed that the search index keeps.
    var changesWords = false
    private var topicIDs: [String: Int64] = [:]
    /// By treaty and number.
    var provisionRows: [String: Int64] = [:]
    let lister: ProvisionLister

    init(_ database: Database, options: LibraryOptions) throws {
        self.database = database
        self.options = options
        now = options.clock()
        lister = ProvisionLister(options.provisions)
        let change = try database.first("UPDATE library SET change = change + 1 RETURNING change") { $0.int64(0) }
        guard let change else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        self.change = change
    }

    /// The row of the topic, made where it is new.
    func row(ofTopic name: String) throws -> Int64 {
        if let id = topicIDs[name] { return id }
        var id = try database.first("SELECT id FROM topic WHERE name = ?", name) { $0.int64(0) }
        if id == nil {
            try database.run("INSERT INTO topic(name) VALUES (?)", name)
            id = database.lastInsertedRowID
        }
        guard let id else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
        topicIDs[name] = id
        return id
    }
}

extension Library {
    /// Changes the library in one transaction.
    func change<Value>(isDurable: Bool = true, _ work: (Transaction) throws -> Value) throws -> Value {
        let (value, wordsChange) = try write(isDurable: isDurable) { database in
            let transaction = try Transaction(database, options: options)
            let value = try work(transaction)
            try transaction.counters.apply(to: database)
            return (value, transaction.changesWords ? transaction.change : nil)
        }
        if let wordsChange { followWords(of: wordsChange) }
        return value
    }
}
