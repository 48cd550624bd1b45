import Glibc
import Library
import Reader
import Sync

/// The example articles that come with the program.
enum Examples {
    /// Where they are: beside an installed program, or in the folder that it was built in. Nothing where they are not.
    /// `DOSSIER_EXAMPLES` names another folder.
    static func folder(environment: [String: String]) -> String? {
        if let named = environment["DOSSIER_EXAMPLES"], !named.isEmpty { return isFolder(named) ? named : nil }
        guard let resolved = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(resolved) }
        var folder = parent(of: String(cString: resolved)[...])
        let installed = parent(of: folder) + "/share/dossier/articles"
        if isFolder(installed) { return installed }
        // `.build/…/debug/dossier` stands some folders below the sources.
        for _ in 0..<4 {
            folder = parent(of: folder)
            if access(folder + "/Package.swift", F_OK) == 0, isFolder(folder + "/Articles") { return folder + "/Articles" }
        }
        return nil
    }

    /// Opens the reader on them, and comes back when it is left. What is done there stays there: their library is kept beside
    /// them, or, where that cannot be written, with the user's state.
    static func explore(isTour: Bool, like options: ReaderOptions, environment: [String: String]) throws {
        guard let folder = folder(environment: environment) else { return }
        var options = options
        options.vocabulary = CurrentVocabulary(environment: environment)
        options.isExploring = true
        options.beginsTour = isTour
        options.keeper = { FolderKeeper($0) }
        options.feedKeeper = nil
        try ReaderProgram.run(folder: folder, options: options)
    }

    private static func parent(of path: some StringProtocol) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
