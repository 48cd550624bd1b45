import Articles
import GRDB
import Topics

extension Library {
    /// Every file that the library has met, by its path relative to the folder. Linear in their number.
    public func knownFiles() throws -> [String: KnownFile] {
        try read { database in
            var files: [String: KnownFile] = [:]
            try database.each("SELECT path, size, modified, inode, content_hash, failure FROM file") { columns in
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
            if case .read(_, _, _, let articles) = outcome { articles.map { PreparedArticle($0) } } else { [] }
        }
        return try change { transaction in
            let sync = try FileSync(transaction)
            for (outcome, articles) in zip(batch, prepared) { try sync.apply(outcome, articles) }
            try transaction.counters.apply(to: transaction.database)
            try sync.finishWords()
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

    /// Tags anew every article that was not tagged by `version` of the tagger, some at a time, and tells how many. Links
    /// that are the user's stay. `tagger` is called without holding up other writers.
    @discardableResult
    public func retag(
        version: Int, isCancelled: () -> Bool = { false }, tagger: (Article) -> [TopicLink]
    ) throws -> Int {
        if try taggerVersion() != version { try setTaggerVersion(version) }
        var count = 0
        while !isCancelled() {
            let found = try articles(notTaggedBy: version, limit: 100)
            if found.isEmpty { break }
            let tagged = found.map { old in
                let links = tagger(old.article).filter { $0.origin != .user } + old.links.filter { $0.origin == .user }
                return (old: old, bytes: LinkCoding.bytes(of: links, text: old.article.text), links: links)
            }
            let written = try change { transaction in
                var written = 0
                for article in tagged where try article.old.isUnchanged(in: transaction.database) {
                    try transaction.setLinks(article.bytes, tagger: version, of: article.old.id) { article.links }
                    written += 1
                }
                return written
            }
            guard written > 0 else { break }
            count += written
        }
        return count
    }

    private struct TaggedArticle {
        var id: Int64
        var digest: String
        var article: Article
        var links: [TopicLink]

        /// What was read again meanwhile has been tagged with it.
        func isUnchanged(in database: Database) throws -> Bool {
            try database.first("SELECT digest FROM article WHERE id = ?", id) { $0.text(0) } == digest
        }
    }

    private func articles(notTaggedBy version: Int, limit: Int) throws -> [TaggedArticle] {
        try read { database in
            let found = try database.all(
                "SELECT id, digest FROM article WHERE tagger < ?1 OR tagger > ?1 LIMIT ?2", version, limit
            ) { (id: $0.int64(0), digest: $0.text(1)) }
            return try found.compactMap { id, digest in
                try database.articleContent(ArticleID(id)).map {
                    TaggedArticle(id: id, digest: digest, article: $0.article, links: $0.links)
                }
            }
        }
    }

    /// A bounded piece of the work that keeps searching fast and files small, for idle moments. Whether more is to be done.
    @discardableResult
    public func maintain() throws -> Bool {
        try explained {
            try pool.writeWithoutTransaction { database in
                let before = database.totalChangesCount
                try database.run("INSERT INTO article_words(article_words, rank) VALUES ('merge', 256)")
                let hasMerged = database.totalChangesCount - before >= 2
                try database.checkpoint(.passive)
                return hasMerged
            }
        }
    }
}
