import Library
import Sync
import Synchronization
import Text
import Topics

/// The vocabulary of a library, the user's own files included: read when it is first asked for, and again when it is told
/// that they changed. From any thread.
public final class CurrentVocabulary: Sendable {
    private struct State {
        var location: LibraryLocation?
        var known: LibraryVocabulary?
    }

    let environment: [String: String]
    private let state = Mutex(State())

    /// - Parameter environment: says where the file for all libraries is.
    public init(environment: [String: String]) { self.environment = environment }

    /// Which library it is for; until then, the files for all libraries alone count.
    public func settle(at location: LibraryLocation) {
        state.withLock { $0 = State(location: location) }
    }

    public var vocabulary: Vocabulary { known.vocabulary }

    /// A sentence for each entry of the files that could not be used.
    public var problems: [String] { known.problems.map(\.message) }

    private var known: LibraryVocabulary {
        state.withLock { state in
            if let known = state.known { return known }
            let known = LibraryVocabulary(for: state.location, environment: environment)
            state.known = known
            return known
        }
    }

    /// Looks whether the files changed, and then has them read anew. Costs a few system calls.
    public func refresh() -> Bool {
        state.withLock { state in
            guard let known = state.known, !known.isCurrent else { return false }
            state.known = nil
            return true
        }
    }
}
