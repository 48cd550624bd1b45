import Articles
import Library
import Synchronization

@testable import Sync

/// A library that keeps nothing but what syncs do with it.
final class MemoryStore: SyncStore {
    struct Contents {
        var files: [String: KnownFile] = [:]
        /// The titles of the articles of each file.
        var titles: [String: [String]] = [:]
        var gone: Set<String> = []
        var batches: [[FileOutcome]] = []
    }

    private let contents = Mutex(Contents())
    /// Thrown at the batch of this number, counted from 0.
    let failsAt: Int?

    init(failsAt: Int? = nil) { self.failsAt = failsAt }

    var current: Contents { contents.withLock { $0 } }
    var outcomes: [FileOutcome] { current.batches.flatMap { $0 } }

    func knownFiles() throws -> [String: KnownFile] { current.files }

    func forgetBatches() { contents.withLock { $0.batches = [] } }

    func apply(_ batch: [FileOutcome]) throws -> ApplyReport {
        try contents.withLock { contents in
            if contents.batches.count == failsAt { throw LibraryError.diskFull(path: "memory", code: 13) }
            contents.batches.append(batch)
            var report = ApplyReport()
            for outcome in batch { Self.apply(outcome, &contents, &report) }
            return report
        }
    }

    private static func apply(_ outcome: FileOutcome, _ contents: inout Contents, _ report: inout ApplyReport) {
        switch outcome {
        case .read(let path, let stamp, let hash, let articles):
            if contents.titles[path] == nil { report.added += articles.count } else { report.changed += articles.count }
            contents.files[path] = KnownFile(stamp: stamp, contentHash: hash)
            contents.titles[path] = articles.map(\.article.title)
            contents.gone.remove(path)
        case .part(let path, _, let first, let articles):
            contents.files[path] = KnownFile(stamp: nil, contentHash: nil)
            contents.titles[path] = (contents.titles[path] ?? []).prefix(first) + articles.map(\.article.title)
            report.added += articles.count
        case .end(let path, let stamp, let hash): contents.files[path] = KnownFile(stamp: stamp, contentHash: hash)
        case .unreadable(let path, let stamp, let failure):
            report.unreadable += 1
            contents.files[path] = KnownFile(stamp: stamp, contentHash: nil, failure: failure)
        case .touched(let path, let stamp):
            report.unchanged += 1
            contents.files[path]?.stamp = stamp
        case .moved(let from, let to, let stamp):
            report.moved += 1
            let known = contents.files.removeValue(forKey: from)
            contents.files[to] = KnownFile(stamp: stamp, contentHash: known?.contentHash)
            contents.titles[to] = contents.titles.removeValue(forKey: from)
        case .gone(let path):
            report.gone += 1
            contents.files[path] = nil
            contents.gone.insert(path)
        }
    }
}
