import Glibc

/// inotify watches on a folder and all folders inside it.
final class InotifyTree {
    /// What reading events came to.
    struct News: Hashable {
        var isChanged = false
        /// The folder itself is no longer where it was.
        var isLost = false
    }

    /// Open, or -1.
    let descriptor: Int32
    /// Why it cannot watch.
    private(set) var refusal: PollingReason?
    private let folder: String
    private let options: WatchOptions
    /// The folders by their watch, relative to the outermost.
    private var paths: [Int32: String] = [:]

    private static let mask =
        UInt32(IN_CREATE) | UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO) | UInt32(IN_DELETE)
        | UInt32(IN_ATTRIB)
        | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF) | UInt32(IN_ONLYDIR) | UInt32(IN_EXCL_UNLINK)

    init(_ folder: String, _ options: WatchOptions) {
        self.folder = folder
        self.options = options
        guard !options.alwaysPolls else {
            descriptor = -1
            refusal = .asked
            return
        }
        guard !NetworkFileSystem.holds(folder) else {
            descriptor = -1
            refusal = .networkFileSystem
            return
        }
        descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        if descriptor < 0 { refusal = .system(errno) } else { add("", level: 0) }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    // MARK: Watches

    private func absolute(_ path: String) -> String { path.isEmpty ? folder : folder + "/" + path }

    /// Watches the folder at `path`, then those inside it: a folder made meanwhile is then met at least once.
    private func add(_ path: String, level: Int) {
        guard refusal == nil, level <= options.depth else { return }
        guard paths.count < options.mostFolders else {
            refusal = .tooManyFolders
            return
        }
        let mask = Self.mask | (path.isEmpty ? 0 : UInt32(IN_DONT_FOLLOW))
        let watch = inotify_add_watch(descriptor, absolute(path), mask)
        guard watch >= 0 else { return refuse(errno, path) }
        // A folder that is watched already, through a mount or a move, was looked into already.
        if let known = paths.updateValue(path, forKey: watch), known == path { return }
        for name in folders(in: path) { add(path.isEmpty ? name : path + "/" + name, level: level + 1) }
    }

    /// A folder inside that vanished or may not be opened is no reason to stop watching the others.
    private func refuse(_ number: Int32, _ path: String) {
        if number == ENOSPC || number == ENOMEM {
            refusal = .tooManyFolders
        } else if path.isEmpty {
            refusal = .system(number)
        }
    }

    private func folders(in path: String) -> [String] {
        guard let descriptor = try? FileSystem.openFolder(absolute(path), followsLink: path.isEmpty) else { return [] }
        defer { close(descriptor) }
        let names = (try? FileSystem.names(in: descriptor)) ?? []
        return names.compactMap { String(validating: $0, as: UTF8.self) }.filter { name in
            (try? FileSystem.status(of: name, in: descriptor, followsLinks: false))?.kind == .folder
        }
    }

    private func remove(under path: String) {
        for (watch, other) in paths where other == path || other.hasPrefix(path + "/") {
            inotify_rm_watch(descriptor, watch)
            paths[watch] = nil
        }
    }

    // MARK: Events

    /// Takes all events that wait.
    func read() -> News {
        var news = News()
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return news }
            var offset = 0
            while offset + 16 <= count {
                offset += take(buffer[offset..<count], &news)
            }
        }
    }

    /// One event: watch, mask, cookie and the length of the name, four bytes each, then the name. Its length.
    private func take(_ bytes: ArraySlice<UInt8>, _ news: inout News) -> Int {
        func number(_ place: Int) -> UInt32 {
            bytes.dropFirst(place * 4).prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
        }
        let length = Int(number(3))
        let name = bytes.dropFirst(16).prefix(length).prefix { $0 != 0 }
        handle(Int32(bitPattern: number(0)), number(1), String(decoding: name, as: UTF8.self), &news)
        return 16 + length
    }

    private func handle(_ watch: Int32, _ mask: UInt32, _ name: String, _ news: inout News) {
        if mask & UInt32(IN_Q_OVERFLOW) != 0 {
            // Events were lost, those of new folders perhaps among them.
            news.isChanged = true
            rebuild()
            return
        }
        guard let path = paths[watch] else { return }
        if mask & UInt32(IN_IGNORED) != 0 {
            paths[watch] = nil
            return
        }
        if mask & (UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)) != 0 {
            if path.isEmpty { news.isLost = true }
            return
        }
        guard !name.hasPrefix(".") else { return }
        let isFolder = mask & UInt32(IN_ISDIR) != 0
        guard isFolder || !FileNames.isTransient(name) else { return }
        news.isChanged = true
        if isFolder { followFolder(path.isEmpty ? name : path + "/" + name, mask) }
    }

    private func followFolder(_ path: String, _ mask: UInt32) {
        if mask & UInt32(IN_MOVED_FROM) != 0 { remove(under: path) }
        if mask & (UInt32(IN_CREATE) | UInt32(IN_MOVED_TO)) != 0 {
            add(path, level: path.utf8.count { $0 == UInt8(ascii: "/") } + 1)
        }
    }

    private func rebuild() {
        paths.removeAll()
        add("", level: 0)
    }
}
