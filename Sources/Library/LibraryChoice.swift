import Glibc

/// Which folder is the library when a person names none: `DOSSIER_LIBRARY`, else the last one opened, else
/// `$XDG_DATA_HOME/dossier`.
public struct LibraryChoice: Hashable, Sendable {
    private let environment: [String: String]

    public init(environment: [String: String]) { self.environment = environment }

    /// The absolute path of the folder that `name` names, or of the one that stands in for it.
    public func folder(named name: String?) -> String {
        if let name { return Self.absolute(name) }
        if let name = environment["DOSSIER_LIBRARY"], !name.isEmpty { return Self.absolute(name) }
        return lastOpened() ?? defaultFolder
    }

    /// The library of a person who has chosen none.
    public var defaultFolder: String { directory("XDG_DATA_HOME", else: ".local/share") + "/dossier" }

    /// Whether `folder` is the one that is made on first use, and not one that a person named.
    public func isDefault(_ folder: String) -> Bool { folder == defaultFolder }

    /// Notes that `folder` was opened. Where the note cannot be written, the next start opens the default library.
    public func remember(_ folder: String) {
        makeDirectory(stateDirectory)
        let temporary = noteFile + ".\(getpid())"
        guard let file = fopen(temporary, "we") else { return }
        let isWritten = fputs(folder + "\n", file) >= 0
        guard fclose(file) == 0, isWritten, rename(temporary, noteFile) == 0 else {
            unlink(temporary)
            return
        }
    }

    /// The folder opened last, where it is still there.
    private func lastOpened() -> String? {
        guard let file = fopen(noteFile, "re") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX) + 1)
        let count = fread(&bytes, 1, bytes.count, file)
        var path = String(decoding: bytes[..<count], as: UTF8.self)
        if path.hasSuffix("\n") { path.removeLast() }
        return path.hasPrefix("/") && access(path, F_OK) == 0 ? path : nil
    }

    private var stateDirectory: String { directory("XDG_STATE_HOME", else: ".local/state") + "/dossier" }
    private var noteFile: String { stateDirectory + "/last-library" }

    /// The XDG Base Directory Specification has relative paths ignored.
    private func directory(_ variable: String, else fallback: String) -> String {
        if let named = environment[variable], named.hasPrefix("/") { return named }
        return (environment["HOME"] ?? "/") + "/" + fallback
    }

    /// Makes `folder` and those above it where they are missing.
    public func makeFolder(_ folder: String) { makeDirectory(folder) }

    private func makeDirectory(_ path: String) {
        var made = ""
        for part in path.split(separator: "/") {
            made += "/" + part
            mkdir(made, 0o700)
        }
    }

    private static func absolute(_ path: String) -> String {
        if let resolved = realpath(path, nil) {
            defer { free(resolved) }
            return String(cString: resolved)
        }
        guard !path.hasPrefix("/"), let current = getcwd(nil, 0) else { return path }
        defer { free(current) }
        return String(cString: current) + "/" + path
    }
}
