/// How a folder is watched.
public struct WatchOptions: Hashable, Sendable {
    /// Seconds without a further change after which changes are told.
    public var quiet = 0.3
    /// Seconds after which they are told although more keep coming.
    public var longest = 2.0
    /// Seconds between two looks where the system does not tell of changes.
    public var pollInterval = 5.0
    /// Folders that are watched at most; the system has a limit of its own.
    public var mostFolders = 50_000
    /// Looks from time to time even where the system would tell.
    public var alwaysPolls = false
    public var depth = 64

    public init() {}
}

/// What a watcher tells.
public enum WatchEvent: Hashable, Sendable {
    /// Something in the folder is not as it was. What, a sync finds out.
    case changed
    /// The folder is looked at from time to time instead of being watched.
    case polling(PollingReason)
}

/// Why a folder is looked at from time to time.
public enum PollingReason: Hashable, Sendable, CustomStringConvertible {
    /// The system's limit of watched folders, or ours, is reached.
    case tooManyFolders
    /// Other machines can change what is in it without this one being told.
    case networkFileSystem
    case folderMoved
    case system(Int32)
    case asked

    public var description: String {
        let reason =
            switch self {
            case .tooManyFolders: "the system watches no more folders (fs.inotify.max_user_watches)"
            case .networkFileSystem: "it is on a network file system"
            case .folderMoved: "it was moved or removed"
            case .system(let number): FileSystem.message(number)
            case .asked: "the configuration says so"
            }
        return "the folder is looked at from time to time: \(reason)"
    }
}
