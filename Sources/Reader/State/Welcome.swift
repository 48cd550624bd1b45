/// What a folder of files that were added came to, until they were read.
public struct AddedFiles: Hashable, Sendable {
    public var copied: Int
    /// Files that the library had already.
    public var present: Int
    /// A sentence for each that could not be added.
    public var failures: [String]

    public init(copied: Int, present: Int, failures: [String]) {
        self.copied = copied
        self.present = present
        self.failures = failures
    }
}
