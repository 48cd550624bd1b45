import GRDB
import Text
import Topics

extension MadeRecord {
    /// A document of the person's own.
    public struct DocumentRecord: Hashable, Sendable {
        public var id: String
        public var kind: DocumentKind
        public var title: String
        /// An object as JSON on one line, as this program writes it.
        public var body: String
        public var isRemoved = false
        public var created: Int64 = 0
        public var edited: Int64 = 0

        /// Of what was removed, that it was.
        var withoutWhatWasRemoved: DocumentRecord {
            guard isRemoved else { return self }
            return DocumentRecord(id: id, kind: kind, title: "", body: "{}", isRemoved: true, created: created, edited: edited)
        }
    }

    /// Throws ``Unusable``.
    static func document(_ json: JSONValue) throws -> DocumentRecord {
        guard let kind = json["kind"]?.string.flatMap(DocumentKind.init(rawValue:)) else { throw Unusable(reason: "its kind is unknown") }
        var record = DocumentRecord(id: try identifier(json), kind: kind, title: "", body: "{}")
        record.created = try time("created", json)
        record.edited = try time("edited", json)
        record.isRemoved = json["removed"]?.isTrue ?? false
        guard !record.isRemoved else { return record }
        do throws(DocumentFault) {
            let draft = try DocumentDraft(kind, title: json["title"]?.string ?? "", body: json["body"] ?? .null)
            (record.title, record.body) = (draft.title, draft.body)
        } catch {
            throw Unusable(reason: error.why)
        }
        // A weight is known by its topic, and by nothing else.
        guard kind != .interest || record.id == TopicInterest.id(of: .init(record.title)) else { throw Unusable(reason: "its id cannot be used") }
        return record
    }
}

extension MadeRecord.DocumentRecord {
    var json: JSONValue {
        .object(present: [("type", .string("document")), ("id", .string(id)), ("kind", .string(kind.rawValue))] + content)
    }

    private var content: [(String, JSONValue?)] {
        [
            ("title", isRemoved ? nil : .string(title)), ("body", isRemoved ? nil : StoredDocument.value(of: body)),
            ("removed", isRemoved ? .bool(true) : nil), ("created", .time(created)), ("edited", .time(edited)),
        ]
    }

    var state: UserChange.DocumentState? { isRemoved ? nil : UserChange.DocumentState(title: title, body: body) }

    /// By which one of two edits in one second is chosen.
    var tie: String { JSONValue.object(present: content).text }

    fileprivate init(_ columns: Columns) throws {
        guard let kind = DocumentKind(rawValue: columns.text(1)) else { throw BinaryReader.Damage() }
        self.init(
            id: columns.text(0), kind: kind, title: columns.text(2), body: columns.text(3), isRemoved: columns.bool(4),
            created: columns.int64(5), edited: columns.int64(6))
    }
}

extension Database {
    private static let documentColumns = "uuid, kind, title, body, removed, created, edited"

    func eachDocument(_ body: (MadeRecord.DocumentRecord) throws -> Void) throws {
        try each("SELECT \(Self.documentColumns) FROM document ORDER BY uuid") { try body(try MadeRecord.DocumentRecord($0).withoutWhatWasRemoved) }
    }

    func documentRecord(_ id: String) throws -> MadeRecord.DocumentRecord? {
        try first("SELECT \(Self.documentColumns) FROM document WHERE uuid = ?", id) { try MadeRecord.DocumentRecord($0).withoutWhatWasRemoved }
    }
}

extension Transaction {
    /// A document from elsewhere: the later edit stands. One of another kind under the same identity is another thing, and is
    /// left out.
    func merge(
        _ new: MadeRecord.DocumentRecord, _ rule: MergeRule, _ changes: inout [UserChange]
    ) throws -> MergeOutcome {
        guard let old = try database.documentRecord(new.id) else {
            try database.run(
                """
                INSERT INTO document(uuid, kind, title, body, removed, created, edited, change) VALUES (?, ?, ?, ?, 1, ?, ?, ?)
                """, new.id, new.kind.rawValue, new.title, new.body, new.created, new.edited, change)
            if let state = new.state { try perform(.document(id: new.id, new.kind, before: nil, after: state), &changes) }
            if rule == .laterWins { try setEdited(new.edited, document: new.id) }
            return new.state == nil ? .same : .added
        }
        guard old.kind == new.kind else { return .same }
        // A weight may be given in two copies: it is one thing, which began with the first.
        if new.created < old.created, rule == .laterWins {
            try database.run("UPDATE document SET created = ?, change = ? WHERE uuid = ?", new.created, change, new.id)
        }
        guard isLater(new.edited, new.tie, old.edited, old.tie, rule) else { return .same }
        if old.state != new.state { try perform(.document(id: new.id, new.kind, before: old.state, after: new.state), &changes) }
        if rule == .laterWins { try setEdited(new.edited, document: new.id) }
        return old.state == new.state ? .same : .updated
    }

    private func setEdited(_ edited: Int64, document id: String) throws {
        try database.run("UPDATE document SET edited = ?, change = ? WHERE uuid = ?", edited, change, id)
    }
}
