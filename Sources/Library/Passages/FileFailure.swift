import Glibc
import Text

/// Why a file could not be read or written, with the system's error number.
public struct FileFailure: ExplainedError {
    public var path: String
    public var number: Int32

    public var what: String { path }
    public var why: String { String(cString: strerror(number)) }
    public var remedy: String { "name another place, or see to its permissions; nothing was changed" }
}
