import Formats
import Glibc
import Library

/// A file of the folder that may be an article.
struct FoundFile: Hashable {
    /// Relative to the folder.
    var path: String
    var stamp: FileStamp
}

/// Looks through a folder without reading a file: names and stamps, in the order of their bytes, the same each time.
///
/// Hidden files and folders are left out, our own folder among them, and so is what editors and browsers leave behind
/// for a moment. A link to a file counts as the file. Links to folders are not followed: they lead out of the library,
/// or to what is found in its own place, or round in a circle. No folder is entered twice, which mounts can bring
/// about.
struct FolderWalk {
    private struct Place: Hashable {
        var device: UInt64
        var inode: UInt64
    }

    private(set) var files: [FoundFile] = []
    private(set) var problems: [SyncError] = []
    private(set) var passedOver = 0
    /// Folders that could not be looked into: nothing is known of what is in them.
    private(set) var closedFolders: [String] = []
    private(set) var isCancelled = false
    private var entered: Set<Place> = []
    private let depth: Int
    private let visit: (Int) -> Bool

    /// Looks through `folder`. `visit` is called now and then with the number of files found so far, and stops the walk
    /// by returning false.
    init(_ folder: String, depth: Int, visit: @escaping (Int) -> Bool = { _ in true }) throws(SyncError) {
        self.depth = depth
        self.visit = visit
        do {
            let descriptor = try FileSystem.openFolder(folder, followsLink: true)
            try enter(descriptor, path: "", level: 0)
        } catch {
            throw SyncError(path: folder, reason: .system(error.number))
        }
    }

    /// Whether `path` lies in a folder that could not be looked into.
    func isHidden(_ path: String) -> Bool {
        closedFolders.contains { path.hasPrefix($0 + "/") }
    }

    private mutating func enter(_ descriptor: Int32, path: String, level: Int) throws(FileSystem.Failure) {
        defer { close(descriptor) }
        let status = try FileSystem.status(of: descriptor)
        guard entered.insert(Place(device: status.device, inode: status.stamp.inode)).inserted else { return }
        let names = try FileSystem.names(in: descriptor)
        let pages = FileNames.savedPages(names)
        for name in names where !isCancelled {
            look(at: name, in: descriptor, path: path, level: level, pages: pages)
        }
    }

    private mutating func look(at bytes: [UInt8], in folder: Int32, path: String, level: Int, pages: Set<String>) {
        let shown =
            path.isEmpty ? String(decoding: bytes, as: UTF8.self) : path + "/" + String(decoding: bytes, as: UTF8.self)
        guard let name = String(validating: bytes, as: UTF8.self) else {
            problems.append(SyncError(path: shown, reason: .nameNotUTF8))
            return
        }
        do {
            let status = try FileSystem.status(of: name, in: folder, followsLinks: false)
            switch status.kind {
            case .file: add(shown, name, status.stamp)
            case .folder where FileNames.isPartOfPage(name, pages): passedOver += 1
            case .folder: try descend(name, in: folder, path: shown, level: level + 1)
            case .link: try follow(name, in: folder, path: shown)
            case .other: problems.append(SyncError(path: shown, reason: .notAFile))
            }
        } catch {
            // What vanished since its name was read was not there.
            if error.number != ENOENT { problems.append(SyncError(path: shown, reason: .system(error.number))) }
        }
    }

    private mutating func add(_ path: String, _ name: String, _ stamp: FileStamp) {
        if FileNames.isTransient(name) { return }
        if Formats.isCompanion(name) {
            passedOver += 1
            return
        }
        files.append(FoundFile(path: path, stamp: stamp))
        if files.count % 256 == 0, !visit(files.count) { isCancelled = true }
    }

    private mutating func descend(_ name: String, in folder: Int32, path: String, level: Int) throws(FileSystem.Failure)
    {
        guard level <= depth else {
            problems.append(SyncError(path: path, reason: .tooDeep(limit: depth)))
            closedFolders.append(path)
            return
        }
        do {
            try enter(try FileSystem.openFolder(name, in: folder), path: path, level: level)
        } catch {
            closedFolders.append(path)
            throw error
        }
    }

    private mutating func follow(_ name: String, in folder: Int32, path: String) throws(FileSystem.Failure) {
        let status: FileSystem.Status
        do {
            status = try FileSystem.status(of: name, in: folder, followsLinks: true)
        } catch {
            problems.append(SyncError(path: path, reason: .system(error.number)))
            return
        }
        switch status.kind {
        case .file: add(path, name, status.stamp)
        case .folder: problems.append(SyncError(path: path, reason: .linkToFolder))
        case .other, .link: problems.append(SyncError(path: path, reason: .notAFile))
        }
    }
}

/// What file names say.
enum FileNames {
    private static let transientSuffixes = ["~", ".tmp", ".part", ".partial", ".crdownload", ".swp", ".bak"]

    /// Whether two paths end in the same name.
    static func isSame(_ path: String, _ other: String) -> Bool { name(path) == name(other) }

    private static func name(_ path: String) -> Substring {
        path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    }

    /// How browsers, in the languages of most of their users, call the folder of what belongs to a saved page.
    private static let partSuffixes = [
        "_files", ".files", "-files", "_file", "-Dateien", "_fichiers", "_archivos", "_ficheiros", "_arquivos", "_bestanden",
    ]

    /// The names of pages among `names`, without their suffixes.
    static func savedPages(_ names: [[UInt8]]) -> Set<String> {
        var pages: Set<String> = []
        for bytes in names {
            guard let name = String(validating: bytes, as: UTF8.self),
                let suffix = [".html", ".htm", ".xhtml", ".shtml"].first(where: { name.hasSuffix($0) })
            else { continue }
            pages.insert(String(name.dropLast(suffix.count)))
        }
        return pages
    }

    /// Whether a folder of that name lies beside one of `pages` and holds its pictures, scripts and frames.
    static func isPartOfPage(_ name: String, _ pages: Set<String>) -> Bool {
        partSuffixes.contains { name.hasSuffix($0) && pages.contains(String(name.dropLast($0.count))) }
    }

    /// Whether a file of that name is there for a moment only: a copy of an editor, a download under way.
    static func isTransient(_ name: String) -> Bool {
        name.hasPrefix("#") && name.hasSuffix("#") || transientSuffixes.contains { name.hasSuffix($0) }
    }
}
