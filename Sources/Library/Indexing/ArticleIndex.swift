import GRDB
import Search
import Synchronization

/// The search index of a library, in a folder beside its database, and how it follows the library.
///
/// The database is the truth. It gives every transaction a number, and each article the number of the transaction that last
/// changed its words; the index notes up to which number it is complete. What followed is taken in after each commit, and
/// looked for before each search, since other processes write too. So a crash at any moment, between the two or in the
/// middle of either, loses nothing: what is missing comes in the next time. An index that is missing, damaged, of another
/// version or of another library is made anew from all articles; until that is done, answers say how many articles they
/// leave out.
///
/// One process writes the index; in others it is read, and what is not written yet is taken into memory. They try to become
/// the writer in idle moments, as whoever was it may have ended.
///
/// Locks: a connection to the database is taken first, then `feeding`, which is held while articles are taken in, then
/// `state`, which is held for moments. A rebuild holds none of them while it works: nothing is taken in meanwhile.
final class ArticleIndex: Sendable {
    struct State {
        var folder: IndexFolder?
        /// The library's change number when the folder was opened, and the index's then.
        var openedUpTo: Int64 = 0
        /// Why it must be made anew before it can be believed.
        var fault: IndexFault?
        var isRebuilding = false
        /// Whether the number of articles was compared with the library's.
        var isCompared = false
        /// The change number of the library up to which there is nothing to take in.
        var seen: Int64 = -1
        /// What a person is to know of, once.
        var notices: [String] = []
        var isClosed = false
    }

    /// Beside the database.
    static let folderName = "index"

    let path: String
    let limits: IndexLimits
    /// So many articles are taken in, or an index of so many made anew, while a search waits.
    let patience: Int
    let state = Mutex(State())
    let feeding = Mutex(())

    init(database: String, limits: IndexLimits = IndexLimits(), patience: Int) {
        let folder = database.lastIndex(of: "/").map { database[..<$0] } ?? "."
        path = folder + "/" + Self.folderName
        self.limits = limits
        self.patience = patience
    }

    /// The open index. Called before a connection is taken, so that every later look at the library sees at least what the
    /// index knows.
    @discardableResult
    func open() throws -> IndexFolder {
        try state.withLock { state in
            guard !state.isClosed else { throw LibraryError.closed }
            if let folder = state.folder { return folder }
            let (folder, fault) = try Self.opened(path, limits)
            state.folder = folder
            state.fault = fault
            state.openedUpTo = folder.completeUpTo
            if let fault { state.notices.append(fault.sentence) }
            return folder
        }
    }

    /// For writing, or for reading where another process writes or the disk does not let us.
    private static func opened(_ path: String, _ limits: IndexLimits) throws(IndexError) -> (IndexFolder, IndexFault?) {
        do {
            return try whole(path, readOnly: false, limits)
        } catch {
            return try whole(path, readOnly: true, limits)
        }
    }

    private static func whole(
        _ path: String, readOnly: Bool, _ limits: IndexLimits
    ) throws(IndexError) -> (IndexFolder, IndexFault?) {
        do {
            return (try IndexFolder(path, readOnly: readOnly, limits: limits), nil)
        } catch where error.asksForRebuild {
            return (try IndexFolder(path, readOnly: readOnly, startingEmpty: true, limits: limits), .unusable(error))
        }
    }

    /// Takes over the writing where the process that did it has ended. Whether this process writes now.
    func becomeWriter() throws -> Bool {
        let isWriter = try !open().isReadOnly
        if isWriter { return true }
        return feeding.withLock { _ in
            guard let (folder, fault) = try? Self.whole(path, readOnly: false, limits) else { return false }
            state.withLock { state in
                state.folder = folder
                state.fault = fault
                state.seen = -1
                state.isCompared = false
                state.openedUpTo = folder.completeUpTo
            }
            return true
        }
    }

    /// Notes that the index cannot be believed. What came before stays the reason.
    func note(_ fault: IndexFault) {
        state.withLock { state in
            guard state.fault == nil else { return }
            state.fault = fault
            state.notices.append(fault.sentence)
        }
    }

    /// What a person is to know of since this was asked last: one sentence each.
    func takeNotices() -> [String] {
        state.withLock { state in
            defer { state.notices = [] }
            return state.notices
        }
    }

    /// Writes what is in memory, so that the next process need not take it in again, and ends the use of the index.
    func close() {
        let (folder, isWhole) = state.withLock { state in
            defer {
                state.folder = nil
                state.isClosed = true
            }
            return (state.folder, state.fault == nil && !state.isRebuilding)
        }
        // What cannot be written is taken in again the next time.
        if isWhole { try? folder?.flush() }
    }
}
