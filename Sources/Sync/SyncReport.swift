import Formats
import Library

/// What a sync did.
public struct SyncReport: Hashable, Sendable {
    /// Files that the folder holds and that may be articles.
    public var found = 0
    /// Files that were as they had been.
    public var unchanged = 0
    /// Files that were read, whether or not it worked.
    public var read = 0
    /// Files passed over because of what their names say they are: pictures, programs and the like.
    public var passedOver = 0
    /// Files that wait for a reader, which could not be started. They are tried again with the next sync.
    public var waiting = 0
    public var changes = ApplyReport()
    /// Files and folders that could not be read, or were not followed, by path. At most ``most`` are kept.
    public var problems: [SyncProblem] = []
    /// What was guessed or left out in files that were read. At most ``most`` are kept.
    public var notes: [FormatNote] = []
    /// Whether it was stopped before the end. What was done until then is kept.
    public var isCancelled = false

    /// Problems and notes that a report holds.
    public static let most = 10_000

    public init() {}

    mutating func add(_ problem: SyncProblem) {
        if problems.count < Self.most { problems.append(problem) }
    }

    mutating func add(_ more: [FormatNote]) {
        notes.append(contentsOf: more.prefix(max(0, Self.most - notes.count)))
    }
}

/// A file or folder that was not taken in, with its sentence.
public struct SyncProblem: Hashable, Sendable {
    /// Relative to the folder.
    public var path: String
    /// Whole, with the path in it, not yet made safe for a terminal.
    public var message: String
    /// Whether it was known before, since the file is as it was.
    public var isKnown: Bool

    public init(path: String, message: String, isKnown: Bool = false) {
        self.path = path
        self.message = message
        self.isKnown = isKnown
    }
}
