import Glibc

/// What the reader drew last, in a file, so that tests can compare it with what a terminal shows.
enum FrameFile {
    /// Puts a whole frame in place of the one before: who reads meanwhile gets either. A file that cannot be written stays as it is.
    static func write(_ lines: [String], to path: String) {
        let unfinished = path + ".new"
        guard let stream = fopen(unfinished, "we") else { return }
        fputs(lines.joined(separator: "\n"), stream)
        if fclose(stream) == 0 { rename(unfinished, path) }
    }
}
