import Glibc

/// Writes files that are there whole or not at all.
public enum WholeFile {
    /// Throws ``FileFailure``; with `EEXIST` where a file has the name and `replacing` is not said.
    public static func write(_ bytes: some Sequence<UInt8>, to path: String, replacing: Bool) throws {
        guard replacing || !exists(path) else { throw FileFailure(path: path, number: EEXIST) }
        var file = try AtomicFile(path)
        try file.write(bytes)
        try file.commit(replacing: replacing)
    }

    /// Whether anything has the name.
    public static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }
}

extension FileFailure {
    /// That something has the name already.
    public var isTaken: Bool { number == EEXIST }
}
