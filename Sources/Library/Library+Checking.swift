import GRDB

extension Library {
    /// Looks through the whole database: its pages, its references, every counter and summary against what it stands for;
    /// and through the search index, and whether it agrees with the database. Linear in the size of the library.
    public func check() throws -> IntegrityReport {
        let problems = try read { try LibraryCheck($0, broader: options.broaderTopics, provisions: options.provisions).problems() }
        return IntegrityReport(problems: problems + (try checkIndex().problems))
    }
}
