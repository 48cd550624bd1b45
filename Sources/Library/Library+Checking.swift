import GRDB

extension Library {
    /// Looks through the whole database: its pages, its references, the full-text index against the texts, and every
    /// counter and summary against what it stands for. Linear in the size of the library.
    public func check() throws -> IntegrityReport {
        try explained {
            try pool.writeWithoutTransaction { database in
                var problems: [String] = []
                // The index is compared with the texts by a command to it, which counts as a write.
                try database.inTransaction(.immediate) {
                    problems = try LibraryCheck(database, broader: options.broaderTopics).problems()
                    return .rollback
                }
                return IntegrityReport(problems: problems)
            }
        }
    }
}
