import Glibc

/// What is done to the files of an index: every change of a file goes through here, and may be made to fail by tests.
struct IndexFiles: Sendable {
    /// A change that is about to be made.
    enum Operation: Hashable, Sendable {
        case create(String)
        case write(bytes: Int)
        case sync
        case rename(String, to: String)
        case remove(String)
        case syncFolder
    }

    /// How a test lets an operation fail: with an error number, after so many bytes of a write.
    struct Fault: Hashable, Sendable {
        var errno: Int32
        var bytesWritten = 0
    }

    let folder: String
    /// Asked before each change. Nothing lets it be done.
    let fault: (@Sendable (Operation) -> Fault?)?

    init(folder: String, fault: (@Sendable (Operation) -> Fault?)? = nil) {
        self.folder = folder
        self.fault = fault
    }

    func path(_ name: String) -> String { folder + "/" + name }

    func error(_ number: Int32 = errno) -> IndexError { Self.error(number, path: folder) }

    static func error(_ number: Int32, path: String) -> IndexError {
        switch number {
        case ENOSPC, EDQUOT: .diskFull(path: path)
        case EROFS, EACCES, EPERM: .readOnly(path: path)
        default: .storage(path: path, errno: number)
        }
    }

    private func ask(_ operation: Operation) throws(IndexError) {
        if let fault = fault?(operation) { throw error(fault.errno) }
    }

    /// Makes the folder where it is missing; not those above it.
    func makeFolder() throws(IndexError) {
        guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw error() }
    }

    /// Makes a file anew.
    func create(_ name: String) throws(IndexError) -> IndexFile {
        try ask(.create(name))
        let descriptor = open(path(name), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw error() }
        return IndexFile(descriptor, files: self)
    }

    /// A file without a name, which is gone when it is closed, or when the process ends.
    func createUnnamed() throws(IndexError) -> IndexFile {
        let name = "spill-\(getpid())"
        let file = try create(name)
        unlink(path(name))
        return file
    }

    /// Replaces a file by another, at once.
    func rename(_ name: String, to target: String) throws(IndexError) {
        try ask(.rename(name, to: target))
        guard Glibc.rename(path(name), path(target)) == 0 else { throw error() }
    }

    /// Removes a file; one that is not there is no error.
    func remove(_ name: String) throws(IndexError) {
        try ask(.remove(name))
        guard unlink(path(name)) == 0 || errno == ENOENT else { throw error() }
    }

    /// Has the names of the folder on the disk.
    func syncFolder() throws(IndexError) {
        try ask(.syncFolder)
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw error() }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw error() }
    }

    /// The names of the files, sorted.
    func names() throws(IndexError) -> [String] {
        guard let directory = opendir(folder) else { throw error() }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Maps a file into memory; nothing where there is none.
    func map(_ name: String) throws(IndexError) -> MappedFile? {
        let descriptor = open(path(name), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw error()
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let number = errno
            close(descriptor)
            throw error(number)
        }
        guard status.st_size > 0 else {
            close(descriptor)
            throw IndexError.damaged(path: path(name), part: "beginning")
        }
        guard let file = MappedFile(descriptor, status) else { throw error() }
        return file
    }

    /// Opens a file that is only replaced as a whole, so as to tell later whether it was; nothing where there is none.
    func hold(_ name: String) throws(IndexError) -> HeldFile? {
        let descriptor = open(path(name), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw error()
        }
        guard let held = HeldFile(descriptor) else { throw error() }
        return held
    }

    /// A small file's bytes; nothing where there is none, or where it is longer than `limit`.
    func read(_ name: String, limit: Int = 1 << 26) throws(IndexError) -> [UInt8]? {
        let descriptor = open(path(name), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw error()
        }
        let file = IndexFile(descriptor, files: self)
        let length = try file.length()
        return length <= limit ? try file.read(at: 0, count: length) : nil
    }
}

/// An open file of an index, closed with its last user. Used by one thread.
final class IndexFile {
    private let descriptor: Int32
    private let files: IndexFiles

    init(_ descriptor: Int32, files: IndexFiles) {
        self.descriptor = descriptor
        self.files = files
    }

    deinit { close(descriptor) }

    /// Appends all of `bytes`.
    func write(_ bytes: UnsafeRawBufferPointer) throws(IndexError) {
        guard !bytes.isEmpty else { return }
        let fault = files.fault?(.write(bytes: bytes.count))
        var rest = UnsafeRawBufferPointer(rebasing: bytes.prefix(fault?.bytesWritten ?? bytes.count))
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw files.error(count == 0 ? ENOSPC : errno) }
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
        }
        if let fault { throw files.error(fault.errno) }
    }

    /// `count` bytes from `offset` on.
    func read(at offset: Int, count: Int) throws(IndexError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let more = bytes.withUnsafeMutableBytes { buffer in
                pread(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, off_t(offset + filled))
            }
            if more < 0, errno == EINTR { continue }
            guard more > 0 else { throw files.error(more == 0 ? EIO : errno) }
            filled += more
        }
        return bytes
    }

    func length() throws(IndexError) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw files.error() }
        return Int(status.st_size)
    }

    /// Has what was written on the disk.
    func sync() throws(IndexError) {
        if let fault = files.fault?(.sync) { throw files.error(fault.errno) }
        guard fdatasync(descriptor) == 0 else { throw files.error() }
    }
}
