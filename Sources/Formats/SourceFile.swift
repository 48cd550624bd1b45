/// A file as it was found: its name, what it holds, and when it last changed. The readers know no more of where an
/// article comes from, and read no file themselves.
public struct SourceFile: Hashable, Sendable {
    /// The path relative to the library's folder, or as the person typed it. Used for its suffix, for the title of an
    /// article that has none, and in errors.
    public var name: String
    public var bytes: [UInt8]
    /// Seconds since 1970, where known.
    public var modified: Int64?

    public init(name: String, bytes: [UInt8], modified: Int64? = nil) {
        self.name = name
        self.bytes = bytes
        self.modified = modified
    }

    /// Without the mark that says they are UTF-8, which JSON does not allow for.
    var unmarkedBytes: ArraySlice<UInt8> { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...] }
}
