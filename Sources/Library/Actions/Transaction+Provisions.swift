import Articles
import GRDB
import Topics

extension Transaction {
    /// Lists an article that stands under no provision under those of `shown`, its links as decisions leave them, and under what
    /// the text cites. The rows of the provisions.
    func addProvisions(
        of shown: [TopicLink], cited tagging: Tagging, to article: Int64, key: Int64, isHidden: Bool
    ) throws -> [Int64] {
        try lister.entries(of: shown, cited: tagging).map { entry in
            let row = try row(ofProvision: entry.number, of: entry.treaty)
            try database.run(
                "INSERT INTO article_provision(provision, hidden, sort_key, article, given, cited) VALUES (?, ?, ?, ?, ?, ?)", row,
                isHidden, key, article, entry.isGiven, entry.isCited)
            return row
        }
    }

    /// Lists an article under the provisions of `shown` and what it cites instead of those that it stands under.
    func relistProvisions(
        of shown: [TopicLink], cited tagging: Tagging, _ article: Int64, _ flags: CounterChanges.Flags, key: Int64
    ) throws {
        counters.count(flags, provisions: try provisions(ofArticle: article), -1)
        try database.run("DELETE FROM article_provision WHERE article = ?", article)
        let rows = try addProvisions(of: shown, cited: tagging, to: article, key: key, isHidden: !flags.isListed)
        counters.count(flags, provisions: rows, 1)
    }

    /// The rows of the provisions and treaties that the article stands under.
    func provisions(ofArticle article: Int64) throws -> [Int64] {
        try database.all("SELECT provision FROM article_provision WHERE article = ?", article) { $0.int64(0) }
    }

    /// The row of the provision, made where it is new.
    private func row(ofProvision number: String, of treaty: String) throws -> Int64 {
        let name = treaty + "/" + number
        if let id = provisionRows[name] { return id }
        var id = try database.first("SELECT id FROM provision WHERE treaty = ? AND number = ?", treaty, number) { $0.int64(0) }
        if id == nil {
            try database.run("INSERT INTO provision(treaty, number) VALUES (?, ?)", treaty, number)
            id = database.lastInsertedRowID
        }
        guard let id else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
        provisionRows[name] = id
        return id
    }
}

extension Database {
    /// What the article is listed under.
    func provisionEntries(of article: Int64) throws -> [ProvisionLister.Entry] {
        try all(
            """
            SELECT treaty, number, given, cited FROM article_provision JOIN provision ON provision.id = article_provision.provision
            WHERE article = ?
            """, article
        ) { ProvisionLister.Entry(treaty: $0.text(0), number: $0.text(1), isGiven: $0.bool(2), isCited: $0.bool(3)) }
    }
}
