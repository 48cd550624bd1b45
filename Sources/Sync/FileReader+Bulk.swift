import Articles
import Formats
import Glibc
import Library
import Text
import Workers

/// What came of reading a large file for bulk to its end.
enum BulkResult {
    case read(FileStamp, hash: String)
    case failed(FileStamp?, String)
    case waits(WorkersError)
    case interrupted
}

/// What one piece of such a file holds.
struct BulkPart {
    var stamp: FileStamp
    /// The number of its first article in the file.
    var first: Int
    var articles: [IncomingArticle]
    var notes: [FormatNote]
    var problems: [String]
}

extension FileReader {
    /// Reads a large file for bulk, and hands on what each piece of it holds. `take` answers whether it wants more.
    func readBulk(_ file: FoundFile, _ take: (BulkPart) throws -> Bool) throws -> BulkResult {
        let descriptor: Int32
        let before: FileSystem.Status
        do throws(FileSystem.Failure) {
            descriptor = try FileSystem.openFile(file.path, in: folder)
            before = try FileSystem.status(of: descriptor)
        } catch {
            return .failed(nil, SyncError(path: file.path, reason: .system(error.number)).message)
        }
        defer { close(descriptor) }
        // Something else may have come in its place since it was looked at.
        guard let format = BulkStream.format(descriptor, size: Int(before.stamp.size), name: file.path, limits: limits) else {
            return .failed(nil, SyncError(path: file.path, reason: .changing).message)
        }
        let stream = BulkStream(
            descriptor, as: format, name: file.path, modified: before.stamp.modified / 1_000_000_000, limits: limits, pool: pool)
        var count = 0
        var problem: String?
        do {
            while let results = try stream.next() {
                let part = part(of: results, first: count, before.stamp)
                problem = problem ?? part.problems.first
                count += part.articles.count
                guard try take(part) else { return .interrupted }
            }
        } catch let failure as BulkStream.Failure {
            switch failure {
            case .system(let number): return .failed(nil, SyncError(path: file.path, reason: .system(number)).message)
            case .workers(let error): return .waits(error)
            case .interrupted: return .interrupted
            }
        }
        // What came in meanwhile is read with the next sync.
        guard (try? FileSystem.status(of: descriptor)) == before else {
            return .failed(nil, SyncError(path: file.path, reason: .changing).message)
        }
        if count == 0 {
            return .failed(before.stamp, problem ?? FormatError(file: file.path, reason: .notInFormat(format.format)).message)
        }
        return .read(before.stamp, hash: stream.contentHash().hexadecimal)
    }

    private func part(of results: [Result<Reading, FormatError>], first: Int, _ stamp: FileStamp) -> BulkPart {
        var part = BulkPart(stamp: stamp, first: first, articles: [], notes: [], problems: [])
        for result in results {
            switch result {
            case .success(let reading):
                part.articles.append(IncomingArticle(reading.article, tag(reading.article), edition: edition))
                part.notes += reading.notes
            case .failure(let error): part.problems.append(error.message)
            }
        }
        return part
    }
}
