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
        try export(format, of: articles.map { ExportScope.articles(Set($0)) } ?? .all, to: write)
    }

    /// The same of any extent.
    @discardableResult
    public func export(_ format: ExportFormat, of scope: ExportScope, to write: (String) throws -> Void) throws -> Int {
        try read { database in
            switch format {
            case .jsonl: try database.writeRecords(of: scope, to: write)
            case .jsonld: try database.writeAnnotations(of: scope, to: write)
            case .markdown: try database.writeMarkdown(of: scope, to: write)
            case .csv: try database.writeTable(of: scope, to: write)
            }
        }
    }

    /// The same into a file, which is there whole or not at all. Throws ``FileFailure`` too.
    @discardableResult
    public func export(_ format: ExportFormat, of articles: [ArticleID]? = nil, toFile path: String) throws -> Int {
        try export(format, of: articles.map { ExportScope.articles(Set($0)) } ?? .all, toFile: path)
    }

    /// The same of any extent.
    @discardableResult
    public func export(_ format: ExportFormat, of scope: ExportScope, toFile path: String) throws -> Int {
        var file = try AtomicFile(path)
        let count = try export(format, of: scope) { try file.write($0) }
        try file.commit()
        return count
    }
}

extension Database {
    func writeRecords(of scope: ExportScope, to write: (String) throws -> Void) throws -> Int {
        let wanted = try wanted(scope)
        try write(MadeRecord.header.text + "\n")
        var count = 0
        try eachRecord { record in
            guard wanted.holds(record) else { return }
            try write(record.json.text + "\n")
            count += 1
        }
        return count
    }

    private func wanted(_ scope: ExportScope) throws -> WantedRecords {
        switch scope {
        case .all: .all
        case .articles(let articles): .articles(Set(try articles.compactMap { try marks(ofArticle: $0.rawValue)?.source.identity }))
        case .passages(let passages): .passages(passages)
        }
    }

    /// The passages that are not removed, by article, the newest first, and by place; each article with its text.
    func eachArticleWithPassages(
        of scope: ExportScope, _ body: (_ source: ArticleSource, _ text: String, _ passages: [(StoredPassage, MadeRecord.PassageRecord)]) throws -> Void
    ) throws {
        var group: [StoredPassage] = []
        func finish() throws {
            guard let article = group.first?.article else { return }
            let text = try first("SELECT text FROM article_content WHERE article = ?", article.rawValue) { $0.text(0) } ?? ""
            let passages = try group.compactMap { passage in try passageRecord(passage.id).map { (passage, $0) } }
            if let source = passages.first?.1.source { try body(source, text, passages) }
            group.removeAll()
        }
        for passage in try passages(PassageFilter(order: .article)) where scope.holds(passage) {
            if group.last?.article != passage.article { try finish() }
            group.append(passage)
        }
        try finish()
    }
}

/// Which records belong into an export; one of some articles or passages leaves out what was removed.
private enum WantedRecords {
    case all
    /// By their identities.
    case articles(Set<String>)
    case passages(Set<String>)

    func holds(_ record: MadeRecord) -> Bool {
        switch self {
        case .all: return true
        case .articles(let identities):
            switch record {
            case .article(let marks): return identities.contains(marks.source.identity)
            case .passage(let record): return !record.isRemoved && identities.contains(record.source.identity)
            case .decision(let record): return !record.isRemoved && identities.contains(record.source.identity)
            case .correction(let record): return record.correction != nil && identities.contains(record.source.identity)
            case .exclusion, .document, .feed: return false
            }
        case .passages(let ids):
            guard case .passage(let passage) = record else { return false }
            return !passage.isRemoved && ids.contains(passage.id)
        }
    }
}
