import Articles
import GRDB
import Text

extension MadeRecord {
    /// A feed that a person follows, or followed. It is known by its address, which leaves the library without name and password.
    public struct FeedRecord: Hashable, Sendable {
        public var url: String
        public var title: String?
        /// The folders that it stands in, outermost first.
        public var folders: [String] = []
        public var permission = Feed.Permission.none
        public var isRemoved = false
        public var created: Int64 = 0
        public var edited: Int64 = 0
    }

    private static let (longestAddress, mostFolders) = (4_096, 20)

    /// Throws ``Unusable``.
    static func feed(_ json: JSONValue) throws -> FeedRecord {
        guard let url = json["url"]?.string, url.utf8.count <= longestAddress, url.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }),
            ["http://", "https://", "file://"].contains(where: { url.lowercased().hasPrefix($0) })
        else { throw Unusable(reason: "its address cannot be used") }
        var record = FeedRecord(url: Credentials.removed(from: url))
        record.created = try time("created", json)
        record.edited = try time("edited", json)
        record.isRemoved = json["removed"]?.isTrue ?? false
        guard !record.isRemoved else { return record }
        record.title = json["title"]?.string.flatMap { TagKey.cleaned($0) }
        record.folders = (json["folders"]?.elements ?? []).prefix(mostFolders).compactMap { $0.string.flatMap { TagKey.cleaned($0) } }
        record.permission = json["allows"]?.string.flatMap { Feed.Permission(name: $0) } ?? .none
        return record
    }
}

extension Feed.Permission {
    fileprivate var name: String? {
        switch self {
        case .none: nil
        case .privateNetwork: "private"
        case .file: "file"
        }
    }

    fileprivate init?(name: String) {
        guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = found
    }
}

extension MadeRecord.FeedRecord {
    var json: JSONValue { .object(present: [("type", .string("feed")), ("url", .string(url))] + content) }

    private var content: [(String, JSONValue?)] {
        [
            ("title", title.map { .string($0) }), ("folders", .strings(folders)), ("allows", permission.name.map { .string($0) }),
            ("removed", isRemoved ? .bool(true) : nil), ("created", .time(created)), ("edited", .time(edited)),
        ]
    }

    /// By which one of two edits in one second is chosen.
    fileprivate var tie: String { JSONValue.object(present: content).text }

    /// Of one that is followed no more, that it is.
    fileprivate var withoutWhatWasRemoved: Self {
        isRemoved ? Self(url: url, isRemoved: true, created: created, edited: edited) : self
    }

    fileprivate init(_ columns: Columns) {
        self.init(
            url: Credentials.removed(from: columns.text(1)), title: columns.optionalText(2), folders: TextList.split(columns.optionalText(3)),
            permission: Feed.Permission(rawValue: columns.integer(4)) ?? .none, isRemoved: columns.bool(5), created: columns.int64(6),
            edited: columns.int64(7))
    }
}

extension Database {
    private static let feedColumns = "uuid, url, title, folders, allows, removed, created, edited"
    /// An address that made room for another feed is no address any more.
    private static let isKept = "instr(url, '#removed-') = 0"

    func eachFeed(_ body: (MadeRecord.FeedRecord) throws -> Void) throws {
        let records = try all("SELECT \(Self.feedColumns) FROM feed WHERE \(Self.isKept)") { MadeRecord.FeedRecord($0).withoutWhatWasRemoved }
        // By what is written, so that equal libraries write equal bytes.
        for record in records.sorted(by: { ($0.url, $0.created) < ($1.url, $1.created) }) { try body(record) }
    }

    /// The feed in one row of the table.
    func feedRecord(row: Int64) throws -> MadeRecord.FeedRecord? {
        try first("SELECT \(Self.feedColumns) FROM feed WHERE id = ? AND \(Self.isKept)", row) {
            MadeRecord.FeedRecord($0).withoutWhatWasRemoved
        }
    }

    /// The feed of that address, with or without a name and a password of its own: one that is followed before others.
    fileprivate func feed(at url: String) throws -> (id: String, url: String, record: MadeRecord.FeedRecord)? {
        // An address with credentials ends as the one without does.
        let tail = url.firstRange(of: "//").map { String(url[$0.upperBound...]) } ?? url
        return try all(
            "SELECT \(Self.feedColumns) FROM feed WHERE substr(url, -length(?1)) = ?1 AND \(Self.isKept) ORDER BY removed, length(url), uuid", tail
        ) { (id: $0.text(0), url: $0.text(1), record: MadeRecord.FeedRecord($0).withoutWhatWasRemoved) }
            .first { $0.record.url == url }
    }
}

extension Transaction {
    /// A feed from elsewhere: the later edit stands. Leave to ask this machine and its network comes with a restore of one's own copy
    /// alone; else the person has to give it anew.
    func merge(_ new: MadeRecord.FeedRecord, _ rule: MergeRule, _ changes: inout [UserChange]) throws -> MergeOutcome {
        guard let old = try database.feed(at: new.url) else {
            let id = options.makeIdentifier()
            let subject = UserChange.FeedSubject(
                url: new.url, title: new.title, folders: new.folders, permission: rule == .replace ? new.permission : .none)
            try applyFeed(subject, to: id)
            if new.isRemoved {
                try applyFeed(nil, to: id)
            } else {
                changes.append(.feed(id: id, before: nil, after: subject))
            }
            try database.run("UPDATE feed SET created = ? WHERE uuid = ?", new.created, id)
            try setEdited(rule == .replace ? now : new.edited, feed: id)
            return new.isRemoved ? .same : .added
        }
        // It may be followed in two copies: it is one feed, which was followed first when the first was.
        if new.created < old.record.created, rule == .laterWins {
            try database.run("UPDATE feed SET created = ?, change = ? WHERE uuid = ?", new.created, change, old.id)
        }
        guard isLater(new.edited, new.tie, old.record.edited, old.record.tie, rule) else { return .same }
        func subject(_ record: MadeRecord.FeedRecord, _ permission: Feed.Permission) -> UserChange.FeedSubject? {
            record.isRemoved ? nil : .init(url: old.url, title: record.title, folders: record.folders, permission: permission)
        }
        let before = subject(old.record, old.record.permission)
        let after = subject(new, rule == .replace ? new.permission : old.record.permission)
        if before != after { try perform(.feed(id: old.id, before: before, after: after), &changes) }
        if rule == .laterWins { try setEdited(new.edited, feed: old.id) }
        return before == after ? .same : .updated
    }

    private func setEdited(_ edited: Int64, feed id: String) throws {
        try database.run("UPDATE feed SET edited = ?, change = ? WHERE uuid = ?", edited, change, id)
    }
}
