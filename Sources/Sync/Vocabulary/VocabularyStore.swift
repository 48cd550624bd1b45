import Glibc
import Library
import Topics

/// Reads and writes vocabulary files.
public enum VocabularyStore {
    /// The file at `path`; nothing where there is none. Reads at most one byte more than a file may have.
    public static func read(_ path: String) throws(VocabularyError) -> UserVocabulary? {
        do {
            let descriptor = try FileSystem.openFile(path, in: AT_FDCWD)
            defer { close(descriptor) }
            let status = try FileSystem.status(of: descriptor)
            guard status.kind == .file else {
                throw VocabularyError(file: path, line: 0, problem: .unreadable("it is no file"))
            }
            let bytes = try FileSystem.bytes(
                from: descriptor, expected: Int(status.stamp.size), limit: UserVocabulary.byteLimit + 1)
            return UserVocabulary(VocabularyFile(name: path, bytes: bytes))
        } catch let error as VocabularyError {
            throw error
        } catch let failure as FileSystem.Failure {
            if failure.number == ENOENT || failure.number == ENOTDIR { return nil }
            throw VocabularyError(file: path, line: 0, problem: .unreadable(FileSystem.message(failure.number)))
        } catch {
            throw VocabularyError(file: path, line: 0, problem: .unreadable("\(error)"))
        }
    }

    /// Changes the file at `path`, which is made where it is missing, with its folder. What is written is either the whole
    /// new file or nothing: it is written beside the old one, brought to the disk, and takes its place. A link stays one, and
    /// what it leads to is changed. Where the file changes meanwhile, the change is made again on the new one.
    ///
    /// Nothing is written where `change` leaves the file as it was. Returns what `change` does.
    @discardableResult
    public static func change<Result>(
        _ path: String, _ change: (inout UserVocabulary) throws -> Result
    ) throws -> Result {
        let place = resolved(path)
        for _ in 0..<attempts {
            let stamp = try? FileSystem.status(of: place, in: AT_FDCWD, followsLinks: true).stamp
            var file = try read(path) ?? UserVocabulary(VocabularyFile(name: path, bytes: []))
            guard file.isWhole else { throw VocabularyError(file: path, line: 0, problem: .notWhole) }
            let before = file
            let result = try change(&file)
            guard file != before else { return result }
            let bytes = file.bytes
            guard bytes.count <= UserVocabulary.byteLimit else {
                throw VocabularyError(
                    file: path, line: 0, problem: .fileTooLarge(bytes: bytes.count, limit: UserVocabulary.byteLimit))
            }
            if try replace(place, with: bytes, unlessChangedFrom: stamp) { return result }
        }
        throw VocabularyError(file: path, line: 0, problem: .unwritable("another program keeps changing it"))
    }

    private static let attempts = 5

    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    private static func replace(_ path: String, with bytes: [UInt8], unlessChangedFrom stamp: FileStamp?) throws -> Bool {
        makeFolder(of: path)
        let temporary = "\(path).\(getpid()).new"
        // What a process with the same number left behind.
        unlink(temporary)
        do {
            try write(bytes, to: temporary, mode: mode(of: path))
            guard (try? FileSystem.status(of: path, in: AT_FDCWD, followsLinks: true).stamp) == stamp else {
                unlink(temporary)
                return false
            }
            _ = try FileSystem.call { rename(temporary, path) }
            return true
        } catch let failure as FileSystem.Failure {
            unlink(temporary)
            throw VocabularyError(file: path, line: 0, problem: .unwritable(FileSystem.message(failure.number)))
        }
    }

    private static func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws {
        let descriptor = try FileSystem.call { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode) }
        defer { close(descriptor) }
        try bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
                if count < 0, errno != EINTR { throw FileSystem.Failure(number: errno) }
                written += max(count, 0)
            }
        }
        _ = try FileSystem.call { fsync(descriptor) }
    }

    private static func mode(of path: String) -> mode_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o644
    }

    /// Makes the missing folders above `path`. Where one cannot be made, opening the file says so.
    private static func makeFolder(of path: String) {
        var made = ""
        for part in path.split(separator: "/").dropLast() {
            made += "/" + part
            mkdir(made, 0o700)
        }
    }
}
