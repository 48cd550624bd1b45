import Glibc
import Text

extension LibraryLocation {
    static let folderName = ".dossier"
    static let databaseName = "library.sqlite"

    /// Where the library of `folder` is, with the folder of its database made where it was missing.
    ///
    /// In the folder, unless that cannot be written, lies on a network file system (SQLite's write-ahead log needs
    /// memory that all its readers share), or the state directory is asked for.
    static func choose(folder: String, options: LibraryOptions) throws -> LibraryLocation {
        let absolute = try resolved(folder)
        if !options.usesStateDirectory, !MountTable.isOnNetwork(absolute), let inside = inside(absolute) { return inside }
        return try inStateDirectory(absolute, environment: options.environment)
    }

    /// The real path of `folder`, so that one folder has one library whatever way leads to it.
    private static func resolved(_ folder: String) throws -> String {
        guard let path = realpath(folder, nil) else { throw LibraryError.refused(path: folder, .noFolder) }
        defer { free(path) }
        let absolute = String(cString: path)
        guard isFolder(absolute) else { throw LibraryError.refused(path: absolute, .notAFolder) }
        return absolute
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Nothing where the database cannot be there.
    private static func inside(_ folder: String) -> LibraryLocation? {
        let own = folder + "/" + folderName
        var status = stat()
        if lstat(own, &status) == 0 {
            // A link would lead our files to wherever whoever made the folder wants them.
            guard status.st_mode & S_IFMT == S_IFDIR, access(own, W_OK | X_OK) == 0 else { return nil }
        } else {
            guard mkdir(own, 0o755) == 0 || errno == EEXIST else { return nil }
        }
        ignoreInGit(own)
        return LibraryLocation(folder: folder, database: own + "/" + databaseName, isInFolder: true)
    }

    /// Keeps the folder out of git. A failure leaves git to ask, and no more.
    private static func ignoreInGit(_ folder: String) {
        let file = open(folder + "/.gitignore", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard file >= 0 else { return }
        _ = write(file, "*\n", 2)
        close(file)
    }

    /// `$XDG_STATE_HOME/dossier/`, and a folder there that is named by the hash of the library's path.
    private static func inStateDirectory(_ folder: String, environment: [String: String]) throws -> LibraryLocation {
        let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
            ?? (environment["HOME"] ?? "") + "/.local/state"
        let own = state + "/dossier/" + ContentHash(of: folder).hexadecimal.prefix(16)
        try makeFolders(own)
        return LibraryLocation(folder: folder, database: own + "/" + databaseName, isInFolder: false)
    }

    private static func makeFolders(_ path: String) throws {
        var made = ""
        for part in path.split(separator: "/") {
            made += "/" + part
            guard mkdir(made, 0o700) == 0 || isFolder(made) else {
                throw LibraryError.refused(path: path, .cannotCreate(errno: errno))
            }
        }
    }
}
