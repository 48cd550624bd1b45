import Articles
import GRDB
import Text

extension Library {
    /// Writes what a person made, in pieces, of one state of the library: of all articles, or of some. Equal libraries write equal
    /// bytes. How many records or passages were written. Removed ones and what learning leaves out are only in JSON Lines of all
    /// articles. Holds the list of passages in memory, but for JSON Lines.
    @discardableResult
    public func export(
        _ format: ExportFormat, of articles: [ArticleID]? = nil, to write: (String) throws -> Void
    ) throws -> Int {
        try read { database in
            switch format {
            case .jsonl: try database.writeRecords(of: articles, to: write)
            case .jsonld: try database.writeAnnotations(of: articles, to: write)
            case .markdown: try database.writeMarkdown(of: articles, to: write)
            case .csv: try database.writeTable(of: articles, to: write)
            }
        }
    }

    /// The same into a file, which is there whole or not at all. Throws ``FileFailure`` too.
    @discardableResult
    public func export(_ format: ExportFormat, of articles: [ArticleID]? = nil, toFile path: String) throws -> Int {
        var file = try AtomicFile(path)
        let count = try export(format, of: articles) { try file.write($0) }
        try file.commit()
        return count
    }
}

extension Database {
    func writeRecords(of articles: [ArticleID]?, to write: (String) throws -> Void) throws -> Int {
        let wanted = try articles.map { Set(try $0.compactMap { try marks(ofArticle: $0.rawValue)?.source.identity }) }
        try write(MadeRecord.header.text + "\n")
        var count = 0
        try eachRecord { record in
            guard record.isWanted(wanted) else { return }
            try write(record.json.text + "\n")
            count += 1
        }
        return count
    }

    /// The passages that are not removed, by article, the newest first, and by place; each article with its text.
    func eachArticleWithPassages(
        of articles: [ArticleID]?, _ body: (_ source: ArticleSource, _ text: String, _ passages: [(StoredPassage, MadeRecord.PassageRecord)]) throws -> Void
    ) throws {
        let wanted = articles.map(Set.init)
        var group: [StoredPassage] = []
        func finish() throws {
            guard let article = group.first?.article else { return }
            let text = try first("SELECT text FROM article_content WHERE article = ?", article.rawValue) { $0.text(0) } ?? ""
            let passages = try group.compactMap { passage in try passageRecord(passage.id).map { (passage, $0) } }
            if let source = passages.first?.1.source { try body(source, text, passages) }
            group.removeAll()
        }
        for passage in try passages(PassageFilter(order: .article)) where wanted?.contains(passage.article) ?? true {
            if group.last?.article != passage.article { try finish() }
            group.append(passage)
        }
        try finish()
    }
}

extension MadeRecord {
    /// Whether it belongs into an export of some articles, which leaves out what was removed.
    fileprivate func isWanted(_ identities: Set<String>?) -> Bool {
        guard let identities else { return true }
        switch self {
        case .article(let marks): return identities.contains(marks.source.identity)
        case .passage(let record): return !record.isRemoved && identities.contains(record.source.identity)
        case .decision(let record): return !record.isRemoved && identities.contains(record.source.identity)
        case .exclusion, .document, .feed: return false
        }
    }
}
