import Articles
import GRDB

extension StoredDocument {
    static let columns = "uuid, kind, title, body, created, edited"

    init(_ columns: Columns) throws {
        guard let kind = DocumentKind(rawValue: columns.text(1)) else { throw BinaryReader.Damage() }
        self.init(
            id: columns.text(0), kind: kind, title: columns.text(2), body: columns.text(3),
            created: ArticleDate(timestamp: columns.int64(4)), edited: ArticleDate(timestamp: columns.int64(5)))
    }
}
