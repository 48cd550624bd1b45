import Library
import Search

/// What a command does about the search index before and after its own work.
enum IndexKeeping {
    /// Makes an index that is missing, damaged or far behind anew, with progress on the terminal, so that the answer is whole.
    static func prepare(_ library: Library) throws {
        try library.renewIndex(progress: showProgress)
        tell(library)
    }

    /// The same for what `query` asks: lists what an earlier version did not.
    static func prepare(_ library: Library, for query: Query) throws {
        if query.needsListing { try library.listAllUnlisted(progress: showListing) }
        if query.holdsText { try prepare(library) }
    }

    private static func showListing(_ done: Int, _ all: Int) {
        if Output.errorsGoToTerminal { Output.showProgress("listing \(done) of \(all) articles") }
    }

    /// Writes what a sync took in, and merges what is due.
    static func finish(_ library: Library) throws {
        try prepare(library)
        while try library.maintain(progress: showProgress) {}
        tell(library)
    }

    /// Says what a person is to know of the index.
    static func tell(_ library: Library) {
        for notice in library.takeIndexNotices() { Output.complain(notice) }
    }

    static func showProgress(_ done: Int, _ all: Int) {
        if Output.errorsGoToTerminal { Output.showProgress("indexing \(done) of \(all) articles") }
    }
}
