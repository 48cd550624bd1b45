import Text

/// Why files cannot be added, or one of them cannot.
public struct AddingError: ExplainedError {
    public enum Reason: Hashable, Sendable {
        /// A system call failed with this error number.
        case system(Int32)
        /// Its name is one of those that a library passes over.
        case passedOver
        /// So many files of that name are there already.
        case tooManyOfThatName(Int)
        case nothingThere
    }

    public var path: String
    public var reason: Reason

    public init(path: String, reason: Reason) {
        self.path = path
        self.reason = reason
    }

    public var what: String { path }

    public var why: String {
        switch reason {
        case .system(let number): FileSystem.message(number)
        case .passedOver: "files of that name are passed over in a library"
        case .tooManyOfThatName(let count): "there are \(count) files of that name already"
        case .nothingThere: "the folder holds no file that may be an article"
        }
    }

    public var remedy: String {
        switch reason {
        case .system: "see that it can be read, and that the library's folder can be written"
        case .passedOver, .tooManyOfThatName: "rename it"
        case .nothingThere: "name files, or a folder that holds some"
        }
    }
}
