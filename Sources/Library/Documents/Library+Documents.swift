import Articles
import GRDB
import Text

/// Documents of the person's own. Each call that changes something is one action that can be taken back, also in a later run; they
/// leave the library with exports and copies, and are merged by identity.
extension Library {
    /// The most documents of one kind.
    public static let mostDocuments = 5_000

    /// What an action does to a document, for its words.
    public enum DocumentStep: Hashable, Sendable {
        case change, rename
        /// Something of it is moved, or it in its list.
        case move
        /// Something is added to it, or dropped.
        case add(String), drop(String)
        case refresh
    }

    /// Those of a kind, the oldest first.
    public func documents(_ kind: DocumentKind) throws -> [StoredDocument] { try read { try $0.documents(kind) } }

    /// Nothing where there is none, or it was removed.
    public func document(_ id: String) throws -> StoredDocument? { try read { try $0.document(id) } }

    /// Keeps a new document; a title is put on one line. Throws ``LibraryError/document(_:_:)``.
    @discardableResult
    public func addDocument(_ kind: DocumentKind, title: String, body: JSONValue) throws -> StoredDocument {
        try change { transaction in
            try transaction.requireRoom(for: kind)
            let state = try transaction.draft(kind, title: title, body: body)
            let id = options.makeIdentifier()
            try transaction.perform(
                ActionSentence.addDocument(kind, state.title), [.document(id: id, kind, before: nil, after: state)])
            return try transaction.stored(id)
        }
    }

    /// Gives a document another title, another body or both; the same as before is no action. Throws
    /// ``LibraryError/unknownDocument(_:)`` and ``LibraryError/document(_:_:)``.
    @discardableResult
    public func setDocument(
        _ id: String, title: String? = nil, body: JSONValue? = nil, _ step: DocumentStep = .change
    ) throws -> StoredDocument {
        try change { transaction in
            let row = try transaction.liveDocument(id)
            guard let value = body ?? StoredDocument.value(of: row.state.body) else { throw LibraryError.document(row.kind, .badBody) }
            let state = try transaction.draft(row.kind, title: title ?? row.state.title, body: value)
            if state != row.state {
                try transaction.perform(
                    ActionSentence.changeDocument(row.kind, step, from: row.state.title, to: state.title),
                    [.document(id: id, row.kind, before: row.state, after: state)])
            }
            return try transaction.stored(id)
        }
    }

    /// Takes documents away, those of them that there are, as one action.
    public func removeDocuments(_ ids: [String]) throws {
        try change { transaction in
            var seen: Set<String> = []
            let rows = try ids.filter { seen.insert($0).inserted }.compactMap { id in
                try transaction.document(id).flatMap { $0.isRemoved ? nil : (id: id, row: $0) }
            }
            guard let first = rows.first else { return }
            try transaction.perform(
                rows.count == 1
                    ? ActionSentence.removeDocument(first.row.kind, first.row.state.title)
                    : ActionSentence.removeDocuments(first.row.kind, rows.count),
                rows.map { .document(id: $0.id, $0.row.kind, before: $0.row.state, after: nil) })
        }
    }
}

extension Transaction {
    func stored(_ id: String) throws -> StoredDocument {
        guard let document = try database.document(id) else { throw LibraryError.unknownDocument(id) }
        return document
    }
}
