import Glibc
import Library

/// By what a change of vocabulary files is noticed without reading them: the stamp of each that is there.
public struct VocabularyStamp: Hashable, Sendable {
    private var stamps: [FileStamp?]

    /// Asks the file system once a file; a file that cannot be reached counts like one that is not there.
    public init(of sources: [VocabularySource]) {
        stamps = sources.map { try? FileSystem.status(of: $0.path, in: AT_FDCWD, followsLinks: true).stamp }
    }

    /// Whether there is none of the files.
    public var isEmpty: Bool { stamps.allSatisfy { $0 == nil } }
}
