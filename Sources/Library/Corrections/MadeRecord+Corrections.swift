import Articles
import GRDB
import Text

extension MadeRecord {
    /// What a person corrected in an article. It is one thing by article and field.
    public struct CorrectionRecord: Hashable, Sendable {
        public var source: ArticleSource
        public var field: CorrectedField
        /// Nothing where it was taken back.
        public var correction: ArticleCorrection?
        public var edited: Int64 = 0
    }

    /// Throws ``Unusable``.
    static func correction(_ json: JSONValue) throws -> CorrectionRecord {
        guard let field = json["field"]?.string.flatMap(CorrectedField.init(rawValue:)) else { throw Unusable(reason: "its field is unknown") }
        var record = CorrectionRecord(source: try source(json), field: field, edited: try time("edited", json))
        guard json["removed"]?.isTrue != true else { return record }
        let typed = json["value"]?.string ?? json["value"]?.elements.compactMap(\.string).joined(separator: ";") ?? ""
        do throws(CorrectionFault) {
            record.correction = try ArticleCorrection(field, typed: typed)
        } catch {
            throw Unusable(reason: error.why)
        }
        return record
    }
}

extension MadeRecord.CorrectionRecord {
    var json: JSONValue {
        .object(
            present: [("type", .string("correction"))] + source.members + [
                ("field", .string(field.rawValue)), ("value", value), ("removed", correction == nil ? .bool(true) : nil), ("edited", .time(edited)),
            ])
    }

    private var value: JSONValue? {
        switch correction {
        case nil: nil
        case .title(let title): .string(title)
        case .date(let date): .string(date.description)
        case .bylines(let names): .strings(names)
        }
    }

    /// By which one of two edits in one second is chosen.
    fileprivate var tie: String { correction?.column ?? "" }

    fileprivate init(_ columns: Columns) throws {
        guard let field = CorrectedField(rawValue: columns.text(3)) else { throw BinaryReader.Damage() }
        let source = ArticleSource(identity: columns.text(0), title: columns.text(1), url: columns.optionalText(2))
        let correction = columns.bool(5) ? nil : ArticleCorrection(field, column: columns.text(4))
        self.init(source: source, field: field, correction: correction, edited: columns.int64(6))
    }
}

extension Database {
    private static let correctionColumns = """
        SELECT a.identity, a.title, c.url, x.field, x.value, x.removed, x.edited
        FROM correction x JOIN article a ON a.id = x.article LEFT JOIN article_content c ON c.article = a.id
        """

    func eachCorrection(_ body: (MadeRecord.CorrectionRecord) throws -> Void) throws {
        try each("\(Self.correctionColumns) ORDER BY a.identity, x.field") { try body(try .init($0)) }
    }
}

extension Transaction {
    /// A correction from elsewhere: the later edit stands.
    func merge(
        _ new: MadeRecord.CorrectionRecord, in article: Int64, _ rule: MergeRule, _ changes: inout [UserChange]
    ) throws -> MergeOutcome {
        let field = new.field
        let old = try database.first(
            "SELECT value, removed, edited FROM correction WHERE article = ? AND field = ?", article, field.rawValue
        ) { (value: $0.bool(1) ? nil : $0.text(0), edited: $0.int64(2)) }
        if let old, !isLater(new.edited, new.tie, old.edited, old.value ?? "", rule) { return .same }
        let (before, after) = (old?.value, new.correction?.column)
        if before != after {
            try perform(.corrected(article: article, field, before: before, after: after), &changes)
        } else if old == nil {
            // It was taken back elsewhere, and never made here: that is known from now on.
            try database.run(
                "INSERT INTO correction(article, field, value, removed, edited, change) VALUES (?, ?, '', 1, ?, ?)", article,
                field.rawValue, new.edited, change)
        }
        if rule == .laterWins {
            try database.run(
                "UPDATE correction SET edited = ?, change = ? WHERE article = ? AND field = ?", new.edited, change, article, field.rawValue)
        }
        return before == after ? .same : old == nil ? .added : .updated
    }
}
