/// How much of a book is taken on, beyond ``FormatLimits``.
struct BookLimits: Hashable, Sendable {
    /// Entries of its archive. Those beyond are passed over.
    var entries = 20_000
    /// Bytes of one entry, unpacked. A larger one is passed over.
    var entrySize = 5 << 20
    /// Bytes of all that is unpacked of one archive.
    var totalSize = 32 << 20
    /// Chapters.
    var chapters = 5_000
    /// Bytes of the name of an entry.
    var nameSize = 1_000
}
