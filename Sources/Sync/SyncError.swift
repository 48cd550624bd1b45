import Glibc
import Text

/// Why a folder, or one file or folder in it, could not be looked at.
public struct SyncError: ExplainedError {
    public enum Reason: Hashable, Sendable {
        /// A system call failed with this error number.
        case system(Int32)
        case notAFile
        case linkToFolder
        case nameNotUTF8
        case tooDeep(limit: Int)
        case changing
    }

    /// Relative to the library's folder; the folder itself where it is what cannot be opened.
    public var path: String
    public var reason: Reason

    public init(path: String, reason: Reason) {
        self.path = path
        self.reason = reason
    }

    public var what: String { path }

    public var why: String {
        switch reason {
        case .system(ELOOP): "the link leads to itself, or through too many others"
        case .system(let number): FileSystem.message(number)
        case .notAFile: "it is a device, a pipe or a socket, and no file"
        case .linkToFolder: "links to folders are not followed"
        case .nameNotUTF8: "its name is no UTF-8"
        case .tooDeep(let limit): "folders are nested more than \(limit) deep"
        case .changing: "it kept changing while it was read"
        }
    }

    public var remedy: String {
        switch reason {
        case .system(EACCES), .system(EPERM): "check its permissions"
        case .system(ENOENT), .system(ELOOP): "see where it leads, or remove it"
        case .system(ENAMETOOLONG): "give it a shorter name"
        case .system: "try again"
        case .notAFile: "move it elsewhere"
        case .linkToFolder: "move the folder here, or open it as a library of its own"
        case .nameNotUTF8: "rename it"
        case .tooDeep: "move it up"
        case .changing: "it is read with the next sync"
        }
    }
}
