extension Library {
    /// Takes back the last action, also one of an earlier run; its words, or nothing where there is none.
    /// `progress` is told how many changes were taken back, from time to time; what it throws leaves all as it was.
    @discardableResult
    public func undo(progress: (Int) throws -> Void = { _ in }) throws -> String? {
        try change { try $0.undo(progress: progress) }
    }

    /// Does again what was taken back last; its words, or nothing where there is none.
    @discardableResult
    public func redo(progress: (Int) throws -> Void = { _ in }) throws -> String? {
        try change { try $0.redo(progress: progress) }
    }

    /// The words of what ``undo()`` would take back.
    public func nextUndo() throws -> String? {
        try read { try $0.first("SELECT sentence FROM action WHERE undone = 0 ORDER BY id DESC LIMIT 1") { $0.text(0) } }
    }

    /// The words of what ``redo()`` would do.
    public func nextRedo() throws -> String? {
        try read { try $0.first("SELECT sentence FROM action WHERE undone = 1 ORDER BY id LIMIT 1") { $0.text(0) } }
    }
}
