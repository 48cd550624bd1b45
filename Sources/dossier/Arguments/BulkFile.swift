import Formats
import Glibc
import Text
import Workers

/// A file that is read in pieces, since it is too large to be held.
final class BulkFile {
    private let path: String
    private let descriptor: Int32
    private let pool: WorkerPool
    private let stream: BulkStream
    private let format: BulkFormat
    private var isOver = false

    /// Nothing where the file at `path` is none, or cannot be opened: it is then for others to say why.
    init?(_ path: String) {
        let opened = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        guard opened >= 0 else { return nil }
        var status = stat()
        guard fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            let format = BulkStream.format(opened, size: Int(status.st_size), name: path)
        else {
            close(opened)
            return nil
        }
        var options = WorkerOptions(environment: Environment.variables)
        options.count = 1
        self.path = path
        self.format = format
        descriptor = opened
        pool = WorkerPool(options)
        stream = BulkStream(opened, as: format, name: path, modified: Int64(status.st_mtim.tv_sec), pool: pool)
    }

    deinit { close(descriptor) }

    /// Some more of its articles; nothing behind the last.
    func next() -> [Readings.Element]? {
        guard !isOver else { return nil }
        do throws(BulkStream.Failure) {
            return try stream.next()
        } catch {
            isOver = true
            Output.complain(sentence(of: error))
            return [.failure(FormatError(file: path, reason: .readerFailed(format.format, .ended)))]
        }
    }

    private func sentence(of failure: BulkStream.Failure) -> String {
        switch failure {
        case .system(let number): InputFile.Failure(path: path, number: number).message
        case .workers(let error): error.message
        case .interrupted: "\(path) was not read to its end"
        }
    }
}
