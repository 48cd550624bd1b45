import Articles
import GRDB

extension Library {
    /// Every file that the library has met, by its path relative to the folder: not the places of articles that come from
    /// feeds. Linear in their number.
    public func knownFiles() throws -> [String: KnownFile] {
        try read { database in
            var files: [String: KnownFile] = [:]
            try database.each(
                "SELECT path, size, modified, inode, content_hash, failure FROM file WHERE path < ? OR path >= ?",
                [FeedPlace.prefix, FeedPlace.end]
            ) { columns in
                var stamp: FileStamp?
                if let size = columns.optionalInt64(1), let modified = columns.optionalInt64(2) {
                    stamp = FileStamp(size: size, modified: modified, inode: UInt64(bitPattern: columns.int64(3)))
                }
                files[columns.text(0)] = KnownFile(
                    stamp: stamp, contentHash: columns.optionalText(4), failure: columns.optionalText(5))
            }
            return files
        }
    }

    /// Writes what came of looking at files, all or nothing. Nothing that the user made is ever deleted by it: an article
    /// without a file stays and is marked as gone, and the passages of a changed article are found again, or orphaned.
    @discardableResult
    public func apply(_ batch: [FileOutcome]) throws -> ApplyReport {
        let prepared = batch.map { outcome -> [PreparedArticle] in
            switch outcome {
            case .read(_, _, _, let articles), .part(_, _, _, let articles): articles.map { PreparedArticle($0) }
            case .end, .unreadable, .touched, .moved, .gone: []
            }
        }
        return try change { transaction in
            let sync = try FileSync(transaction)
            for (outcome, articles) in zip(batch, prepared) { try sync.apply(outcome, articles) }
            try transaction.counters.apply(to: transaction.database)
            return sync.report
        }
    }

    /// The version of the tagger that the links of new articles come from; 0 before any was told.
    public func taggerVersion() throws -> Int {
        try read { try $0.first("SELECT tagger FROM library") { $0.integer(0) } ?? 0 }
    }

    /// Tells the version of the tagger that the links of articles applied from now on come from.
    public func setTaggerVersion(_ version: Int) throws {
        try write { try $0.run("UPDATE library SET tagger = ?", version) }
    }
}
