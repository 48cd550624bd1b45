import Glibc
import Text

/// The files and folders whose paths begin as one that is being typed. `~` is the home folder, and what is relative is so to
/// the folder that the process stands in.
struct PathCompletion {
    /// The value of `HOME`; nothing leaves `~` a name as others.
    let home: String?

    /// The most names that are looked at, and the most that are given.
    private static let mostRead = 20_000
    private static let mostGiven = 200

    /// A path as it was typed, with the home folder put in.
    func expanded(_ path: String) -> String {
        guard let home, path == "~" || path.hasPrefix("~/") else { return path }
        return home + path.dropFirst(1)
    }

    /// In the order of their names, folders with a slash at the end. Nothing where the folder cannot be read. Hidden ones only
    /// where a dot was typed. Costs a look at each name of the folder.
    func items(for typed: String) -> [Prompt.Item] {
        let slash = typed.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { String(typed[...$0]) } ?? ""
        let beginning = slash.map { typed[typed.utf8.index(after: $0)...] } ?? typed[...]
        let path = expanded(folder)
        guard let stream = opendir(path.isEmpty ? "." : path) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        var count = 0
        while count < Self.mostRead, let entry = readdir(stream) {
            count += 1
            guard let name = Self.name(of: entry), name != ".", name != "..", name.utf8.starts(with: beginning.utf8),
                beginning.utf8.first == UInt8(ascii: ".") || name.utf8.first != UInt8(ascii: ".")
            else { continue }
            names.append(name)
        }
        return names.sorted().prefix(Self.mostGiven).map { name in
            let isFolder = Self.isFolder(path + name)
            return Prompt.Item(folder + name + (isFolder ? "/" : ""), note: isFolder ? "folder" : "")
        }
    }

    /// A name that is text, and that a line can show as it is.
    private static func name(of entry: UnsafeMutablePointer<dirent>) -> String? {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) { String(validatingCString: $0) }
        }
        return name.flatMap { Printable.visible($0) == $0 ? $0 : nil }
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}

extension EffectRunner {
    func completePath(_ path: String, _ generation: Int) {
        read(on: completions) { [paths] _ in .promptItems(paths.items(for: path), generation: generation) }
    }
}
