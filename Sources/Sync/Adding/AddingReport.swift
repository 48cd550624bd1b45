/// What became of the files that were to be added.
public struct AddingReport: Hashable, Sendable {
    /// A file whose content the library's folder held.
    public struct Present: Hashable, Sendable {
        /// As it was named, or found.
        public var file: String
        /// Where its content is, relative to the library's folder.
        public var path: String
    }

    /// A file that was not taken, with its sentence.
    public struct Failed: Hashable, Sendable {
        public var file: String
        public var message: String
    }

    /// Files that were looked at.
    public var found = 0
    /// The new files, relative to the library's folder.
    public var copied: [String] = []
    public var present: [Present] = []
    public var failed: [Failed] = []
    /// Whether it was stopped before the end. What was copied until then is whole.
    public var isCancelled = false

    public init() {}
}

/// How far adding has come.
public struct AddingProgress: Hashable, Sendable {
    public var found = 0
    public var done = 0
    public var seconds = 0.0

    /// Files a second.
    public var rate: Double? { done > 0 && seconds > 0 ? Double(done) / seconds : nil }

    /// Seconds until all is copied, should it go on as it went.
    public var remaining: Double? { rate.map { Double(found - done) / $0 } }
}
