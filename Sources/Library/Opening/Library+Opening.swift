import GRDB
import Glibc

extension Library {
    /// Opens the library of `folder`, and makes it where there is none. Refuses, and leaves untouched, what a newer
    /// version wrote, and any file that is no library.
    public static func open(folder: String, options: LibraryOptions) throws -> Library {
        let location = try LibraryLocation.choose(folder: folder, options: options)
        try inspect(location.database)
        do {
            return try openPatiently(location, options)
        } catch LibraryError.damaged(_, let code) {
            return try openDamaged(location, options, code)
        }
    }

    /// Where two make a library at once, SQLite tells one of them that it is busy without waiting at all: a file is turned to
    /// write-ahead logging once, and its own patience does not hold for that.
    private static func openPatiently(_ location: LibraryLocation, _ options: LibraryOptions) throws -> Library {
        let end = ContinuousClock.now + .seconds(options.patience)
        while true {
            do {
                return try openSound(location, options)
            } catch LibraryError.busy where ContinuousClock.now < end {
                usleep(5_000)
            }
        }
    }

    private static func openSound(_ location: LibraryLocation, _ options: LibraryOptions) throws -> Library {
        try LibraryError.explained(path: location.database) {
            let pool = try DatabasePool(path: location.database, configuration: configuration(options))
            let library = Library(location: location, options: options, pool: pool)
            try pool.writeWithoutTransaction { database in
                let found = try Schema.version(of: database)
                guard found <= Schema.version else {
                    throw LibraryError.refused(path: location.database, .newer(found: found, known: Schema.version))
                }
                try Schema.migrate(database)
            }
            return library
        }
    }

    /// Opens what cannot be written any more to be read, as far as it can be: ``damage`` says so.
    private static func openDamaged(_ location: LibraryLocation, _ options: LibraryOptions, _ code: Int32) throws -> Library {
        var reading = configuration(options)
        reading.readonly = true
        do {
            let library = Library(location: location, options: options, pool: try DatabasePool(path: location.database, configuration: reading))
            library.noteDamage(code)
            _ = try library.counts()
            return library
        } catch is LibraryError {
            throw LibraryError.damaged(path: location.database, code: code)
        } catch is DatabaseError {
            throw LibraryError.damaged(path: location.database, code: code)
        }
    }

    /// Looks at the file before SQLite opens it.
    private static func inspect(_ path: String) throws {
        switch DatabaseHeader.read(path) {
        case .missing, .empty: return
        case .foreign: throw LibraryError.refused(path: path, .notALibrary)
        case .database(let header):
            // While the first migration is only in the write-ahead log, the file has no application id yet.
            guard header.applicationID == Schema.applicationID || (header.applicationID == 0 && header.version == 0)
            else { throw LibraryError.refused(path: path, .notALibrary) }
            guard header.version <= Schema.version else {
                throw LibraryError.refused(path: path, .newer(found: header.version, known: Schema.version))
            }
        }
    }

    private static func configuration(_ options: LibraryOptions) -> Configuration {
        var configuration = Configuration()
        configuration.label = "dossier"
        configuration.busyMode = .timeout(options.patience)
        configuration.prepareDatabase { database in
            // The file may come from anyone: its views and triggers may call nothing of ours.
            try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cache_size = -8000; PRAGMA temp_store = MEMORY")
            database.add(tokenizer: RetiredTokenizer.self)
        }
        return configuration
    }
}
