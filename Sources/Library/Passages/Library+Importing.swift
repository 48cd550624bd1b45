import Articles
import GRDB
import Text

extension Library {
    /// Brings in what a person made elsewhere: JSON Lines of ours, or annotations in the Web Annotation vocabulary, those of
    /// Hypothesis included. `-` is standard input. Everything has an identity: of two edits the later one wins, importing twice
    /// changes nothing. One action that can be taken back, all or nothing. A record whose article is not in the library is kept
    /// until it comes, and exported with the rest. Throws ``FileFailure`` and ``ImportFailure``.
    @discardableResult
    public func importFile(_ path: String) throws -> ImportSummary {
        var lines = try LineReader(path)
        return try change { transaction in
            var run = ImportRun(transaction, rule: .laterWins)
            try run.settleWaiting()
            guard let first = try lines.firstFilled() else { throw ImportFailure(path: path, reason: "it is empty") }
            if let value = try? JSONParser.value(of: first) {
                try run.take(value)
                while let line = try lines.next() { try run.take(line: line) }
            } else {
                try run.take(try Self.whole(try lines.rest(after: first), path))
            }
            try run.finish { ActionSentence.importing(passages: $0.passages, others: $0.added + $0.updated) }
            return run.summary
        }
    }

    private static func whole(_ bytes: [UInt8], _ path: String) throws -> JSONValue {
        do {
            return try JSONParser.value(of: bytes[...])
        } catch let failure as JSONParser.Failure {
            throw ImportFailure(path: path, reason: "\(failure.words) (byte \(failure.offset))")
        }
    }

    /// Settles what was imported before its article was in the library. How many records that were.
    @discardableResult
    public func settleWaiting() throws -> Int {
        guard try read({ try $0.waitingCount() }) > 0 else { return 0 }
        return try change { transaction in
            var run = ImportRun(transaction, rule: .laterWins)
            try run.settleWaiting()
            try run.finish { ActionSentence.importing(passages: $0.passages, others: $0.added + $0.updated) }
            return run.summary.added + run.summary.updated
        }
    }

    /// How many imported records wait for their articles.
    public func waitingCount() throws -> Int { try read { try $0.waitingCount() } }
}

/// Why a file cannot be imported at all.
public struct ImportFailure: ExplainedError {
    public var path: String
    public var reason: String

    public var what: String { path }
    public var why: String { reason }
    public var remedy: String { "give JSON Lines of `dossier export`, or annotations as JSON; nothing was changed" }
}

extension LineReader {
    fileprivate mutating func firstFilled() throws -> ArraySlice<UInt8>? {
        while let line = try next() {
            if line.contains(where: { $0 > 0x20 }) { return line }
        }
        return nil
    }
}

extension Database {
    fileprivate func waitingCount() throws -> Int {
        try first("SELECT count(*) FROM setting WHERE substr(key, 1, ?1) = ?2", Transaction.waiting.utf8.count, Transaction.waiting) { $0.integer(0) } ?? 0
    }
}

/// Takes in records one by one, in one transaction.
struct ImportRun {
    private(set) var summary = ImportSummary()
    private let transaction: Transaction
    private let rule: Transaction.MergeRule
    private var changes: [UserChange] = []
    private var number = 0
    /// By key, what a restore has met.
    private(set) var met: Set<String> = []
    /// Whether what is read says of documents that there are none, where it names none.
    private(set) var knowsDocuments = false
    /// The same of corrections.
    private(set) var knowsCorrections = false

    init(_ transaction: Transaction, rule: Transaction.MergeRule) {
        self.transaction = transaction
        self.rule = rule
    }

    mutating func take(line: ArraySlice<UInt8>) throws {
        guard line.contains(where: { $0 > 0x20 }) else { return }
        do {
            try take(try JSONParser.value(of: line))
        } catch let failure as JSONParser.Failure {
            number += 1
            summary.note(number, failure.words)
        }
    }

    /// A record, or all annotations in a value.
    mutating func take(_ value: JSONValue) throws {
        switch value["type"]?.string {
        case "dossier", "article", "passage", "decision", "exclusion", "document", "correction", "feed":
            number += 1
            if value["type"]?.string == "dossier", let version = value["version"]?.integer {
                knowsDocuments = version >= MadeRecord.firstVersionWithDocuments
                knowsCorrections = version >= MadeRecord.firstVersionWithCorrections
            }
            do {
                if let record = try MadeRecord(value) { try take(record) }
            } catch let unusable as MadeRecord.Unusable {
                summary.note(number, unusable.reason)
            }
        default:
            for annotation in WebAnnotation.annotations(in: value) { try take(annotation: annotation) }
        }
    }

    private mutating func take(annotation: JSONValue) throws {
        number += 1
        do {
            var incoming = try WebAnnotation.read(annotation)
            try settle(&incoming)
            try take(.passage(incoming.record))
        } catch let unusable as MadeRecord.Unusable {
            summary.note(number, unusable.reason)
        }
    }

    /// Turns what others say of the place into an anchor of ours, where the article is here.
    private func settle(_ incoming: inout WebAnnotation.Incoming) throws {
        let row = try transaction.database.first("SELECT id FROM article WHERE identity = ?", incoming.record.source.identity) { $0.int64(0) }
        guard let row else {
            guard !incoming.record.anchor.quote.isEmpty else { throw MadeRecord.Unusable(reason: "its article is not here, and it has no quote") }
            return
        }
        let text = try transaction.text(of: row)
        if let position = incoming.position {
            let points = CodePoints(text)
            let range = points.offset(of: position.lowerBound)..<points.offset(of: position.upperBound)
            if incoming.record.anchor.quote.isEmpty {
                guard !range.isEmpty else { throw MadeRecord.Unusable(reason: "its place is not in the article") }
                incoming.record.anchor = Anchor(range, in: text)
            }
            incoming.record.anchor.start = range.lowerBound
            incoming.record.anchor.end = range.lowerBound + incoming.record.anchor.quote.utf8.count
        }
        if let range = incoming.record.anchor.locate(in: text) { incoming.record.anchor = Anchor(range, in: text) }
    }

    mutating func take(_ record: MadeRecord) throws {
        met.insert(record.key)
        let outcome = try transaction.merge(record, rule, &changes)
        switch outcome {
        case .added: summary.added += 1
        case .updated: summary.updated += 1
        case .same: summary.alreadyThere += 1
        case .waiting: summary.withoutArticle += 1
        }
        if case .passage = record, outcome == .added || outcome == .updated { summary.passages += 1 }
    }

    /// Tries again what waits.
    mutating func settleWaiting() throws {
        for record in try transaction.database.waitingRecords() {
            let before = summary
            try take(record)
            if summary.withoutArticle == before.withoutArticle {
                try transaction.database.run("DELETE FROM setting WHERE key = ?", Transaction.waiting + record.key)
            } else {
                summary = before
            }
        }
    }

    /// Does one more change, of a restore.
    mutating func perform(_ change: UserChange) throws {
        try transaction.apply(change)
        changes.append(change)
        summary.updated += 1
    }

    /// Writes the action down.
    func finish(_ sentence: (ImportSummary) -> String) throws { try transaction.note(sentence(summary), changes) }
}
