import Formats
import Glibc
import Text

/// Why no worker can be started. It is no fault of any file: those that need one wait until it is mended.
public struct WorkersError: ExplainedError {
    public enum Reason: Hashable, Sendable {
        /// The program is at none of these places.
        case missing([String])
        /// The system could not start it, with its error number.
        case system(Int32)
        /// It ended before it had greeted.
        case silent
        /// It is no worker, or one of another version of this program.
        case otherVersion
    }

    /// The program, as a path.
    public var program: String
    public var reason: Reason

    public init(program: String, reason: Reason) {
        self.program = program
        self.reason = reason
    }

    public var what: String { "web pages, feeds, mail, books and PDF documents cannot be read" }

    public var why: String {
        switch reason {
        case .missing(let places): "their reader is not at " + places.joined(separator: ", nor at ")
        case .system(let number): "\(program) cannot be started (\(String(cString: strerror(number))))"
        case .silent: "\(program) ends as soon as it is started"
        case .otherVersion: "\(program) is of another version than this program"
        }
    }

    public var remedy: String {
        switch reason {
        case .missing, .silent, .otherVersion: "install dossier anew, or name its dossier-worker in DOSSIER_WORKER"
        case .system: "try again"
        }
    }
}

/// Why a file was not read.
public enum ReadingFailure: Error, Hashable, Sendable {
    /// For a reason of its own.
    case file(FormatError)
    /// There is nothing to read it with.
    case workers(WorkersError)
    /// The work was called off.
    case interrupted
}
