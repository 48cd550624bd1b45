/// Where a library's folder and its database are. Paths are absolute.
public struct LibraryLocation: Hashable, Sendable {
    public var folder: String
    public var database: String
    /// Whether the database is in the folder, under `.dossier`, and not in the state directory.
    public var isInFolder: Bool

    public init(folder: String, database: String, isInFolder: Bool) {
        self.folder = folder
        self.database = database
        self.isInFolder = isInFolder
    }
}
