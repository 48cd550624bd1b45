import Library

extension Learning {
    /// With the vocabulary that counts for the library: the built-in one with the person's own files over it.
    public convenience init(_ library: Library, environment: [String: String]) {
        self.init(library) { LibraryVocabulary(for: library.location, environment: environment).vocabulary }
    }

    /// Brings the library in step with its decisions, and then with its folder: learns anew where that is due, tags anew what is
    /// to be tagged otherwise, and reads what is new or changed. Throws where the folder cannot be opened or the library
    /// cannot be written.
    ///
    /// `progress` is called on this thread; in the phase `tagging` it counts articles.
    public func synchronise(
        options: SyncOptions = SyncOptions(), cancellation: SyncCancellation = SyncCancellation(),
        progress: @escaping (SyncProgress) -> Void = { _ in }
    ) throws -> SyncReport {
        // Decisions that come meanwhile are learned from by who tells of them; the files must not wait for that.
        _ = try catchUp(options: options, isCancelled: { cancellation.isCancelled }) { done, total in
            progress(SyncProgress(phase: .tagging, toRead: total, done: done))
        }
        return try tagger().synchroniser(of: library, options: options).run(cancellation: cancellation, progress: progress)
    }
}
