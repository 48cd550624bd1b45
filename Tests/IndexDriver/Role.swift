import Glibc

/// What the process is for.
enum Role: String, CaseIterable {
    /// Runs commands on an index, read from standard input: see ``IndexScript``.
    case index
    /// Adds to a library and takes away from it, and notes what is confirmed: see ``LibraryWriter``.
    case write
    /// Searches a library until the writer has ended: see ``LibraryReader``.
    case read
    /// Uses a library on a small disk that is full now and then: see ``FullDisk``.
    case fill
    /// Reads a query from standard input, and says what that cost: see ``QueryReading``.
    case parse

    func run(_ folder: String, number: Int) throws {
        switch self {
        case .index: try IndexScript(folder).run()
        case .write: try LibraryWriter(folder, first: number).run()
        case .read: try LibraryReader(folder).run()
        case .fill: try FullDisk(folder).run()
        case .parse: QueryReading().run()
        }
    }
}

/// Writes a line to standard output at once: whoever reads it knows that it was reached.
func report(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(STDOUT_FILENO, bytes, bytes.count)
}
