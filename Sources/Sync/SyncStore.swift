import Library

/// What a sync needs of a library. ``Library`` is one; tests have a smaller one.
public protocol SyncStore: Sendable {
    /// Every file that was met before, by its path relative to the folder.
    func knownFiles() throws -> [String: KnownFile]
    /// Writes what came of looking at files, all or nothing. Called from one thread.
    @discardableResult func apply(_ batch: [FileOutcome]) throws -> ApplyReport
}

extension Library: SyncStore {}
