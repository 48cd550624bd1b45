import Formats
import Glibc
import Library
import Text

/// A file that is to be added: where it is, and what it is to be called.
struct AddingSource: Hashable {
    /// To open it.
    var path: String
    /// Relative to the library's folder.
    var target: String
    /// Why it cannot be added; it is then not looked at.
    var failure: String?

    /// The files that `name` stands for: itself, or those of a folder, which keep their places under the folder's name. Files
    /// that are in `library` stay where they are.
    static func sources(of name: String, library: String) -> [AddingSource] {
        guard let full = realpath(name, nil) else {
            return [AddingSource(path: name, target: "", failure: AddingError(path: name, reason: .system(errno)).message)]
        }
        defer { free(full) }
        let path = String(cString: full)
        do throws(FileSystem.Failure) {
            let status = try FileSystem.status(of: path, in: AT_FDCWD, followsLinks: true)
            if status.kind == .folder { return folder(path, named: name, library: library) }
            return [file(path, named: name)]
        } catch {
            return [AddingSource(path: name, target: "", failure: AddingError(path: name, reason: .system(error.number)).message)]
        }
    }

    private static func file(_ path: String, named name: String) -> AddingSource {
        // The name as it was given: a link may have a better one than what it leads to.
        let last = visible(lastPart(name))
        guard !FileNames.isTransient(last), !Formats.isCompanion(last), !last.isEmpty else {
            return AddingSource(path: name, target: "", failure: AddingError(path: name, reason: .passedOver).message)
        }
        return AddingSource(path: name, target: last)
    }

    private static func folder(_ path: String, named name: String, library: String) -> [AddingSource] {
        let walk: FolderWalk
        do {
            walk = try FolderWalk(path, depth: 64)
        } catch {
            return [AddingSource(path: name, target: "", failure: error.message)]
        }
        let shown = name.hasSuffix("/") ? String(name.dropLast()) : name
        let problems = walk.problems.map { AddingSource(path: shown + "/" + $0.path, target: "", failure: "\(shown)/\($0.message)") }
        // A folder that holds the library does not add the library to itself.
        let inside = library == path ? "" : library.hasPrefix(path + "/") ? String(library.dropFirst(path.count + 1)) + "/" : nil
        let top = visible(lastPart(path))
        let files = walk.files.filter { file in inside.map { !file.path.hasPrefix($0) } ?? true }.map { file in
            AddingSource(path: shown + "/" + file.path, target: (top.isEmpty ? "" : top + "/") + file.path)
        }
        guard files.isEmpty, problems.isEmpty, inside == nil else { return files + problems }
        return [AddingSource(path: name, target: "", failure: AddingError(path: name, reason: .nothingThere).message)]
    }

    private static func lastPart(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? ""
    }

    /// Hidden files are no articles in a library: whoever names one wants it seen.
    private static func visible(_ name: String) -> String { String(name.drop { $0 == "." }) }
}
