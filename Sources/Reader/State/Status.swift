/// What the status line says.
public struct Status: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case done, hint, failure
    }

    public var kind: Kind
    public var text: String
    /// Whether `u` takes it back: the line then says so.
    public var isUndoable: Bool

    public init(_ kind: Kind, _ text: String, isUndoable: Bool = false) {
        self.kind = kind
        self.text = text
        self.isUndoable = isUndoable
    }
}

/// How far learning from the user's judgements is.
public struct LearningProgress: Hashable, Sendable {
    /// How many articles were tagged anew.
    public var done: Int
    /// How many there are to tag; nothing while the weights are being fitted.
    public var total: Int?

    public init(done: Int = 0, total: Int? = nil) {
        self.done = done
        self.total = total
    }
}

/// How far making the search index anew is.
public struct IndexingProgress: Hashable, Sendable {
    /// How many articles are in.
    public var done: Int
    public var total: Int
    /// Articles a second; 0 before that can be told.
    public var rate: Int
    /// Articles that answers leave out meanwhile.
    public var missing: Int

    public init(done: Int, total: Int, rate: Int = 0, missing: Int = 0) {
        self.done = done
        self.total = total
        self.rate = rate
        self.missing = missing
    }

    /// How many seconds are left at this rate; nothing before that can be told.
    var secondsLeft: Int? { rate > 0 ? (max(0, total - done) + rate - 1) / rate : nil }
}

/// How far the reading of the folder is.
public struct SyncProgress: Hashable, Sendable {
    public var done: Int
    /// How many files there are to read; nothing while they are still being looked for.
    public var total: Int?
    /// How many could not be read.
    public var failures: Int
    /// How many articles the library was given so far.
    public var articles: Int

    public init(done: Int = 0, total: Int? = nil, failures: Int = 0, articles: Int = 0) {
        self.done = done
        self.total = total
        self.failures = failures
        self.articles = articles
    }
}

/// What the reading of the folder came to.
public struct SyncSummary: Hashable, Sendable {
    public var added: Int
    public var changed: Int
    public var gone: Int
    /// Whose files were renamed.
    public var moved: Int
    /// That were met a second time, in another file.
    public var duplicates: Int
    /// A sentence for each file that could not be read.
    public var failures: [String]
    /// How many of those were not known before.
    public var newFailures: Int
    public var isCancelled: Bool

    /// Without `newFailures` all failures are new.
    public init(
        added: Int = 0, changed: Int = 0, gone: Int = 0, moved: Int = 0, duplicates: Int = 0,
        failures: [String] = [], newFailures: Int? = nil, isCancelled: Bool = false
    ) {
        self.added = added
        self.changed = changed
        self.gone = gone
        self.moved = moved
        self.duplicates = duplicates
        self.failures = failures
        self.newFailures = newFailures ?? failures.count
        self.isCancelled = isCancelled
    }

    /// Whether the library holds anything other than before.
    public var didChange: Bool { added + changed + gone + moved + duplicates > 0 }
}
