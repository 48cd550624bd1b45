import Glibc
import Library
import Text

/// The library's folder, as files are put into it: whole or not at all, and never in the place of another.
final class AddingFolder {
    /// A file that is written and not yet in its place.
    private struct Waiting {
        /// Open, so that the disk can be had to keep it.
        var descriptor: Int32
        var temporary: String
        var target: String
        var hash: String
    }

    /// Files that wait until the disk has them all.
    private static let batch = 64
    /// Files of one name, told apart by numbers.
    private static let mostOfOneName = 10_000

    private let folder: Int32
    /// Our own folder, in which files are written before they are put in their places.
    private let ours: String
    private var waiting: [Waiting] = []
    private var number = 0
    private var made: Set<String> = []

    init(_ path: String) throws(AddingError) {
        do throws(FileSystem.Failure) {
            folder = try FileSystem.openFolder(path, followsLink: true)
        } catch {
            throw AddingError(path: path, reason: .system(error.number))
        }
        ours = ".dossier"
        mkdirat(folder, ours, 0o700)
        removeLeftovers()
    }

    deinit {
        for file in waiting {
            close(file.descriptor)
            unlinkat(folder, file.temporary, 0)
        }
        close(folder)
    }

    // MARK: What is there

    /// Whether a file of that content is at `path`.
    private func holds(_ content: AddedContent, at path: String) -> Bool {
        if let file = waiting.first(where: { $0.target == path }) { return file.hash == content.hash.hexadecimal }
        guard stamp(at: path)?.size == content.size, let descriptor = try? FileSystem.openFile(path, in: folder) else { return false }
        defer { close(descriptor) }
        return (try? FileSystem.hash(of: descriptor)) == content.hash
    }

    /// Whether something of whatever kind is at `path`.
    private func isTaken(_ path: String) -> Bool {
        waiting.contains { $0.target == path } || faccessat(folder, path, F_OK, AT_SYMLINK_NOFOLLOW) == 0
    }

    /// The stamp of what is at `path`.
    func stamp(at path: String) -> FileStamp? {
        (try? FileSystem.status(of: path, in: folder, followsLinks: true))?.stamp
    }

    /// Where that content is among `target` and its numbered fellows, or else the first of these names that is free.
    func place(for target: String, _ content: AddedContent) -> (path: String, isPresent: Bool)? {
        for number in 1...Self.mostOfOneName {
            let path = number == 1 ? target : Self.numbered(target, number)
            guard isTaken(path) else { return (path, false) }
            if holds(content, at: path) { return (path, true) }
        }
        return nil
    }

    /// `name-2.html` for `name.html`, short enough for a file system.
    static func numbered(_ path: String, _ number: Int) -> String {
        let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.index(after: $0) } ?? path.startIndex
        let name = path[start...]
        let stop = name.lastIndex(of: ".").flatMap { $0 > name.startIndex ? $0 : nil } ?? name.endIndex
        let ending = "-\(number)" + name[stop...]
        var stem = name[..<stop]
        while !stem.isEmpty, stem.utf8.count + ending.utf8.count > 255 { stem.removeLast() }
        return path[..<start] + stem + ending
    }

    // MARK: Putting

    /// Writes `content` so that it comes to `target` with the next ``settle()``; that may be at once.
    func put(_ content: AddedContent, at target: String) throws(AddingError) {
        number += 1
        let temporary = "\(ours)/adding-\(getpid())-\(number)"
        do throws(FileSystem.Failure) {
            try makeFolders(above: target)
            let descriptor = try write(content, to: temporary)
            waiting.append(
                Waiting(descriptor: descriptor, temporary: temporary, target: target, hash: content.hash.hexadecimal))
        } catch {
            unlinkat(folder, temporary, 0)
            throw AddingError(path: target, reason: .system(error.number))
        }
    }

    var isFull: Bool { waiting.count >= Self.batch }

    /// Has the disk keep what was written, and puts it in its places. Those that could not be put there are told.
    func settle() -> [(target: String, error: AddingError)] {
        var failed: [(String, AddingError)] = []
        for file in waiting {
            let number = fsync(file.descriptor) == 0 ? place(file) : errno
            close(file.descriptor)
            unlinkat(folder, file.temporary, 0)
            if number != 0 { failed.append((file.target, AddingError(path: file.target, reason: .system(number)))) }
        }
        waiting.removeAll()
        return failed
    }

    /// The error number, or 0. A link never replaces what is there; where the file system has none, the name is taken by an
    /// empty file of ours first.
    private func place(_ file: Waiting) -> Int32 {
        if linkat(folder, file.temporary, folder, file.target, 0) == 0 { return 0 }
        guard errno == EPERM || errno == ENOTSUP || errno == EMLINK else { return errno }
        let mark = openat(folder, file.target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard mark >= 0 else { return errno }
        close(mark)
        return renameat(folder, file.temporary, folder, file.target) == 0 ? 0 : errno
    }

    private func makeFolders(above target: String) throws(FileSystem.Failure) {
        var path = ""
        for part in target.split(separator: "/").dropLast() {
            path += (path.isEmpty ? "" : "/") + part
            guard made.insert(path).inserted else { continue }
            let (path, folder) = (path, folder)
            if mkdirat(folder, path, 0o777) != 0, errno != EEXIST { throw FileSystem.Failure(number: errno) }
        }
    }

    /// The date of the file is that of its source: an article without a date of its own goes by it.
    private func write(_ content: AddedContent, to temporary: String) throws(FileSystem.Failure) -> Int32 {
        let (folder, path) = (folder, temporary)
        let descriptor = try FileSystem.call { openat(folder, path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644) }
        do throws(FileSystem.Failure) {
            try content.write(to: descriptor)
        } catch {
            close(descriptor)
            throw error
        }
        let (seconds, nanoseconds) = content.stamp.modified.quotientAndRemainder(dividingBy: 1_000_000_000)
        let time = timespec(tv_sec: Int(seconds), tv_nsec: Int(nanoseconds))
        _ = [time, time].withUnsafeBufferPointer { futimens(descriptor, $0.baseAddress) }
        return descriptor
    }

    /// What a process left behind that was killed while it added.
    private func removeLeftovers() {
        guard let descriptor = try? FileSystem.openFolder(ours, in: folder) else { return }
        defer { close(descriptor) }
        for bytes in (try? FileSystem.names(in: descriptor)) ?? [] {
            let parts = String(decoding: bytes, as: UTF8.self).split(separator: "-")
            guard parts.count == 3, parts[0] == "adding", let process = pid_t(parts[1]), kill(process, 0) != 0, errno == ESRCH
            else { continue }
            unlinkat(descriptor, parts.joined(separator: "-"), 0)
        }
    }
}
