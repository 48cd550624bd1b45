import Articles
import Formats
import Glibc
import Library
import Text
import Topics
import Workers

/// What came of reading one file, before it is known whether it was moved.
enum ReadResult {
    /// The bytes are those of the file as it was known.
    case touched(FileStamp)
    /// The bytes are those of a file that is missing elsewhere; it was not taken apart yet.
    case maybeMoved(FileStamp, hash: String)
    case read(FileStamp, hash: String, articles: [IncomingArticle], notes: [FormatNote], problems: [String])
    case failed(FileStamp?, String)
    /// A file for bulk that is too large to be held: it is read in parts, by who writes.
    case large(FileStamp)
    /// There is nothing to read it with, for now.
    case waits(WorkersError)
    case vanished
    /// The sync was called off while it was read.
    case interrupted
}

/// Reads files on one thread.
struct FileReader {
    let folder: Int32
    let limits: FormatLimits
    let pool: WorkerPool
    let known: [String: KnownFile]
    let missing: Set<String>
    let rereading: SyncOptions.Rereading
    /// The version of the tagger.
    let edition: Int?
    let tag: (Article) -> Tagging

    /// `isMoved` false takes the file apart even where its bytes are those of a missing one.
    func read(_ file: FoundFile, looksForMoves: Bool) -> ReadResult {
        if isLarge(file) { return .large(file.stamp) }
        let content: FileContent
        do {
            content = try FileContent(file.path, in: folder, limit: limits.fileSize)
        } catch {
            return result(of: error, file)
        }
        let hash = content.hash.hexadecimal
        let before = known[file.path]
        if let before, before.contentHash == hash, rereading != .all, before.failure == nil {
            return .touched(content.stamp)
        }
        if looksForMoves, before == nil, missing.contains(hash) { return .maybeMoved(content.stamp, hash: hash) }
        return articles(of: file.path, content)
    }

    private func isLarge(_ file: FoundFile) -> Bool {
        guard file.stamp.size >= limits.bulkSize, let descriptor = try? FileSystem.openFile(file.path, in: folder) else { return false }
        defer { close(descriptor) }
        return BulkStream.format(descriptor, size: Int(file.stamp.size), name: file.path, limits: limits) != nil
    }

    private func result(of failure: FileContent.Failure, _ file: FoundFile) -> ReadResult {
        switch failure {
        case .vanished: .vanished
        // Without a stamp it is tried again with the next sync.
        case .refused(let error): .failed(nil, error.message)
        case .tooLarge(let error): .failed(file.stamp, error.message)
        }
    }

    private func articles(of path: String, _ content: FileContent) -> ReadResult {
        let source = SourceFile(name: path, bytes: content.bytes, modified: content.stamp.modified / 1_000_000_000)
        var articles: [IncomingArticle] = []
        var notes: [FormatNote] = []
        var problems: [String] = []
        do throws(ReadingFailure) {
            for result in try pool.readings(in: source, limits: limits) {
                switch result {
                case .success(let reading):
                    articles.append(IncomingArticle(reading.article, tag(reading.article), edition: edition))
                    notes += reading.notes
                case .failure(let error): problems.append(error.message)
                }
            }
        } catch {
            return outcome(of: error, content)
        }
        if articles.isEmpty, let first = problems.first { return .failed(content.stamp, first) }
        return .read(
            content.stamp, hash: content.hash.hexadecimal, articles: articles, notes: notes, problems: problems)
    }

    private func outcome(of failure: ReadingFailure, _ content: FileContent) -> ReadResult {
        switch failure {
        // A table, a settings file or a database among articles is known, so that it is not looked at again, and holds none.
        case .file(let error) where error.reason == .unread(.data) && Formats.isData(error.file) || error.reason == .unread(.database):
            .read(content.stamp, hash: content.hash.hexadecimal, articles: [], notes: [], problems: [])
        case .file(let error): .failed(content.stamp, error.message)
        case .workers(let error): .waits(error)
        case .interrupted: .interrupted
        }
    }
}
