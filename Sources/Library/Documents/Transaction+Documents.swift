import GRDB
import Text

/// A document's row.
struct DocumentRow {
    var kind: DocumentKind
    var state: UserChange.DocumentState
    var isRemoved: Bool

    static let columns = "kind, title, body, removed"

    init(_ columns: Columns) throws {
        guard let kind = DocumentKind(rawValue: columns.text(0)) else { throw BinaryReader.Damage() }
        self.kind = kind
        state = UserChange.DocumentState(title: columns.text(1), body: columns.text(2))
        isRemoved = columns.bool(3)
    }
}

extension UserChange {
    /// What a document says.
    struct DocumentState: Hashable, Codable {
        var title: String
        var body: String
    }
}

extension Transaction {
    func applyDocument(_ state: UserChange.DocumentState?, to id: String, _ kind: DocumentKind) throws {
        if let state {
            try database.run(
                """
                INSERT INTO document(uuid, kind, title, body, created, edited, change) VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6)
                ON CONFLICT (uuid) DO UPDATE SET title = excluded.title, body = excluded.body, removed = 0, edited = excluded.edited,
                  change = excluded.change
                """, id, kind.rawValue, state.title, state.body, now, change)
        } else {
            try database.run("UPDATE document SET removed = 1, edited = ?, change = ? WHERE uuid = ?", now, change, id)
        }
    }

    /// Of a removed one too.
    func document(_ id: String) throws -> DocumentRow? {
        try database.first("SELECT \(DocumentRow.columns) FROM document WHERE uuid = ?", id) { try DocumentRow($0) }
    }

    /// Throws ``LibraryError/unknownDocument(_:)`` where there is none, or it was removed.
    func liveDocument(_ id: String, _ kind: DocumentKind? = nil) throws -> DocumentRow {
        guard let row = try document(id), !row.isRemoved, kind == nil || row.kind == kind else { throw LibraryError.unknownDocument(id) }
        return row
    }

    /// Throws ``LibraryError/document(_:_:)`` where one more of the kind would be too many.
    func requireRoom(for kind: DocumentKind) throws {
        let count = try database.first("SELECT count(*) FROM document WHERE kind = ? AND removed = 0", kind.rawValue) { $0.integer(0) } ?? 0
        guard count < Library.mostDocuments else { throw LibraryError.document(kind, .tooMany(kind)) }
    }

    /// Throws ``LibraryError/document(_:_:)``.
    func draft(_ kind: DocumentKind, title: String, body: JSONValue) throws -> UserChange.DocumentState {
        do {
            let draft = try DocumentDraft(kind, title: title, body: body)
            return UserChange.DocumentState(title: draft.title, body: draft.body)
        } catch {
            throw LibraryError.document(kind, error)
        }
    }
}

extension Database {
    /// Those of a kind that are not removed, the oldest first.
    func documents(_ kind: DocumentKind) throws -> [StoredDocument] {
        try all(
            "SELECT \(StoredDocument.columns) FROM document WHERE kind = ? AND removed = 0 ORDER BY created, id", kind.rawValue
        ) { try StoredDocument($0) }
    }

    func document(_ id: String) throws -> StoredDocument? {
        try first("SELECT \(StoredDocument.columns) FROM document WHERE uuid = ? AND removed = 0", id) { try StoredDocument($0) }
    }
}
