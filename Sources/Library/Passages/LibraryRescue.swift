import Articles
import Glibc
import GRDB
import Text

/// Saves what can be saved of a library whose database is damaged. Articles come back from their files, what a person made from
/// what of the database can still be read, and from the copies. The damaged files are put aside, never deleted.
public struct LibraryRescue: Sendable {
    public let location: LibraryLocation
    /// What was read of the damaged database, as JSON Lines.
    public let salvaged: String
    /// How many records that are.
    public let records: Int
    /// Parts that could not be read, in words.
    public let losses: [String]
    /// The folder of the damaged files, once they are there.
    public let aside: String

    /// Reads what can be read into a file beside the copies; changes nothing else. Linear in what was made.
    public init(folder: String, options: LibraryOptions) throws {
        location = try LibraryLocation.choose(folder: folder, options: options)
        var version = Schema.version
        if case .database(let header) = DatabaseHeader.read(location.database) { version = header.version }
        guard version <= Schema.version else {
            throw LibraryError.refused(path: location.database, .newer(found: version, known: Schema.version))
        }
        let time = ArticleDate(timestamp: options.clock()).description.replacing(":", with: "")
        aside = location.folderOfDatabase + "/damaged-" + time
        salvaged = location.copiesFolder + "/salvaged-\(time).jsonl"
        try location.makeCopiesFolder()
        var file = try AtomicFile(salvaged)
        try file.write(MadeRecord.header.text + "\n")
        var count = 0
        losses = try Self.read(location.database, version: version) { record in
            try file.write(record.json.text + "\n")
            count += 1
        }
        records = count
        try file.commit()
    }

    /// What could not be read.
    private static func read(_ path: String, version: Int, _ keep: (MadeRecord) throws -> Void) throws -> [String] {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.prepareDatabase { $0.add(tokenizer: RetiredTokenizer.self) }
        let opened = try? DatabaseQueue(path: path, configuration: configuration)
        guard let opened else { return ["nothing of the database can be read"] }
        var found: [String] = []
        // Without a transaction, whose end would fail too.
        try opened.unsafeRead { database in
            let salvage = Salvage(database)
            for part in Salvage.Part.allCases where part.firstVersion <= version { if try !salvage.read(part, keep) { found.append(part.loss) } }
        }
        try? opened.close()
        return found
    }

    /// Moves the damaged database and its log away, so that a new library can be made in its place.
    public func setAside() throws {
        guard mkdir(aside, 0o755) == 0 || errno == EEXIST else { throw FileFailure(path: aside, number: errno) }
        for suffix in ["", "-wal", "-shm"] {
            let path = location.database + suffix
            guard access(path, F_OK) == 0 else { continue }
            let name = LibraryLocation.databaseName + suffix
            guard rename(path, aside + "/" + name) == 0 else { throw FileFailure(path: path, number: errno) }
        }
    }

    /// What brings back what was made, in this order: the last copy, then what was read.
    public var files: [String] { (location.copies().last(where: \.isDaily).map { [$0.path] } ?? []) + [salvaged] }
}

/// Reads the rows of a damaged database one by one, and passes over those that cannot be read.
private struct Salvage {
    enum Part: CaseIterable {
        case marks, passages, decisions, exclusions, documents, corrections, feeds

        var loss: String {
            switch self {
            case .marks: "some marks on articles"
            case .passages: "some passages"
            case .decisions: "some decisions on topics"
            case .exclusions: "some settings of learning"
            case .documents: "some saved searches, briefings or weights of interest"
            case .corrections: "some corrections of articles"
            case .feeds: "some feeds"
            }
        }

        /// The first version of the schema that had it.
        var firstVersion: Int {
            switch self {
            case .marks, .passages: 1
            case .decisions, .exclusions: 2
            case .documents: 6
            case .corrections: 7
            case .feeds: 5
            }
        }

        var table: String {
            switch self {
            case .marks: "article"
            case .passages: "passage"
            case .decisions: "decision"
            case .exclusions: "learning_setting"
            case .documents: "document"
            case .corrections: "correction"
            case .feeds: "feed"
            }
        }
    }

    private let database: Database

    init(_ database: Database) { self.database = database }

    /// Whether all of it could be read.
    func read(_ part: Part, _ keep: (MadeRecord) throws -> Void) throws -> Bool {
        var records: [MadeRecord] = []
        let isWhole = attempt { try all(part) { records.append($0) } }
        if !isWhole { records = one(part) }
        for record in records { try keep(record) }
        return isWhole
    }

    private func all(_ part: Part, _ keep: (MadeRecord) -> Void) throws {
        switch part {
        case .marks: try database.eachMarks { keep(.article($0)) }
        case .passages: try database.eachPassage { keep(.passage($0)) }
        case .decisions: try database.eachDecision { keep(.decision($0)) }
        case .exclusions: try database.eachExclusion { keep(.exclusion($0)) }
        case .documents: try database.eachDocument { keep(.document($0)) }
        case .corrections: try database.eachCorrection { keep(.correction($0)) }
        case .feeds: try database.eachFeed { keep(.feed($0)) }
        }
    }

    /// Row by row, from both ends: a page that cannot be read hides the rest from one side only.
    private func one(_ part: Part) -> [MadeRecord] {
        guard part != .exclusions, part != .corrections else { return [] }
        var last: Int64 = 0
        for sql in ["SELECT max(id) FROM \(part.table)", "SELECT id FROM \(part.table) ORDER BY id", "SELECT id FROM \(part.table) ORDER BY id DESC"] {
            _ = attempt { try database.each(sql) { last = max(last, $0.int64(0)) } }
        }
        guard last > 0 else { return [] }
        return (1...min(last, 10_000_000)).compactMap { id in
            var record: MadeRecord?
            _ = attempt { record = try self.record(part, id) }
            return record
        }
    }

    private func record(_ part: Part, _ id: Int64) throws -> MadeRecord? {
        switch part {
        case .marks: return try database.marks(ofArticle: id).flatMap { $0.isEmpty ? nil : .article($0) }
        case .passages:
            let uuid = try database.first("SELECT uuid FROM passage WHERE id = ?", id) { $0.text(0) }
            return try uuid.flatMap { try database.passageRecord($0) }.map { .passage($0) }
        case .decisions:
            let uuid = try database.first("SELECT uuid FROM decision WHERE id = ?", id) { $0.text(0) }
            return try uuid.flatMap { try database.decisionRecord($0) }.map { .decision($0) }
        case .exclusions, .corrections: return nil
        case .feeds: return try database.feedRecord(row: id).map { .feed($0) }
        case .documents:
            let uuid = try database.first("SELECT uuid FROM document WHERE id = ?", id) { $0.text(0) }
            return try uuid.flatMap { try database.documentRecord($0) }.map { .document($0) }
        }
    }

    /// Whether nothing was thrown.
    private func attempt(_ work: () throws -> Void) -> Bool {
        do {
            try work()
            return true
        } catch {
            return false
        }
    }
}
