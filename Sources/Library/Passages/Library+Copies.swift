import Articles
import Glibc
import GRDB
import Text
import Topics

/// Copies of what a person made: one a day, the last seven of them, and one from before each restore.
extension Library {
    private static let mostCopies = 7
    /// For how many seconds programs leave a copy of today alone: a script that tags a thousand articles does not write a thousand.
    public static let copyPause: Int64 = 600
    /// The change number up to which there is a copy, and when it was written.
    private static let copiedChange = "copy change"
    private static let copiedTime = "copy time"

    /// Writes today's copy, in place of an earlier one of today, where something was changed since the last; `pause` is for how
    /// many seconds a copy of today is left alone. Nothing is written where nothing was ever made. Whether one was written. Costs one
    /// row where nothing changed, else a row for each thing made. Throws ``FileFailure`` too.
    @discardableResult
    public func keepCopy(pause: Int64 = 0) throws -> Bool {
        let now = options.clock()
        let day = ArticleDate(timestamp: now).withoutTime.description
        let change = try changeNumber()
        let kept = try settings(withPrefix: "copy ")
        let target = location.copiesFolder + "/\(day).jsonl"
        if kept[Self.copiedChange] == String(change) { return false }
        let isToday = access(target, F_OK) == 0
        if isToday, let last = kept[Self.copiedTime].flatMap({ Int64($0) }), now >= last, now - last < pause { return false }
        guard try hasMade() else { return false }
        try location.makeCopiesFolder()
        let isWritten = try writeCopy(to: target, unlessLike: isToday ? target : try copies().last { $0.isDaily }?.path)
        try setSettings([Self.copiedChange: String(change), Self.copiedTime: String(now)])
        location.removeUnfinishedCopies()
        for copy in try copies().filter(\.isDaily).dropLast(Self.mostCopies) { unlink(copy.path) }
        return isWritten
    }

    private func hasMade() throws -> Bool {
        try read { database in
            try database.first(
                """
                SELECT EXISTS (SELECT 1 FROM passage) OR EXISTS (SELECT 1 FROM decision) OR EXISTS (SELECT 1 FROM learning_setting)
                  OR EXISTS (SELECT 1 FROM document) OR EXISTS (SELECT 1 FROM correction) OR EXISTS (SELECT 1 FROM feed)
                  OR EXISTS (SELECT 1 FROM article WHERE edited > 0) OR EXISTS (SELECT 1 FROM article_tag)
                """
            ) { $0.bool(0) } ?? false
        }
    }

    /// False where `other` says the same, byte for byte, and nothing was written.
    private func writeCopy(to path: String, unlessLike other: String?) throws -> Bool {
        if let other, try isLike(other) { return false }
        try export(.jsonl, toFile: path)
        return true
    }

    private func isLike(_ path: String) throws -> Bool {
        guard var lines = try? LineReader(path) else { return false }
        var isLike = true
        try export(.jsonl) { piece in
            guard isLike else { return }
            let line = try lines.next()
            isLike = line.map { $0.elementsEqual(piece.utf8.dropLast()) } ?? false
        }
        return isLike ? try lines.next() == nil : false
    }

    /// The copies that there are, daily ones by day, then those from before a restore.
    public func copies() throws -> [LibraryCopy] { location.copies() }

    /// Puts what a person made back to what a copy says: what was made since goes, what is gone comes back. The present state is
    /// copied first. One action that can be taken back. Nothing for a copy that there is not; without a name, the last daily one.
    /// Throws ``FileFailure`` and ``ImportFailure``.
    public func restoreCopy(named name: String? = nil) throws -> (copy: LibraryCopy, saved: String, summary: ImportSummary)? {
        let all = try copies()
        guard let copy = name.map({ name in all.last { $0.name == name } }) ?? all.last(where: \.isDaily) else { return nil }
        // Opened before anything else is written, so that nothing of it can be replaced.
        var lines = try LineReader(copy.path)
        let time = ArticleDate(timestamp: options.clock()).description.replacing(":", with: "")
        let saved = location.copiesFolder + "/\(LibraryLocation.beforeRestore)\(time).jsonl"
        try export(.jsonl, toFile: saved)
        let summary = try change { transaction in
            var run = ImportRun(transaction, rule: .replace)
            while let line = try lines.next() { try run.take(line: line) }
            guard run.summary.unusable == 0 else { throw ImportFailure(path: copy.path, reason: "a line of it cannot be read (\(run.summary.unusable))") }
            try transaction.removeRest(&run)
            try run.finish { _ in ActionSentence.restoring(copy.name) }
            return run.summary
        }
        for old in try copies().filter({ !$0.isDaily }).dropLast(Self.mostCopies) { unlink(old.path) }
        return (copy, saved, summary)
    }
}

extension Transaction {
    /// Takes away what a restore did not meet.
    fileprivate func removeRest(_ run: inout ImportRun) throws {
        var rest: [MadeRecord] = []
        try database.eachRecord { if !run.met.contains($0.key) { rest.append($0) } }
        for record in rest {
            switch record {
            case .article(var marks):
                (marks.isRead, marks.isStarred, marks.isTrashed, marks.tags) = (false, false, false, [])
                try run.take(.article(marks))
            case .passage(let passage):
                if let state = passage.state { try run.perform(.passage(id: passage.id, before: state, after: nil)) }
            case .decision(let decision):
                if !decision.isRemoved { try run.perform(.decision(id: decision.id, before: decision.verdict, after: nil)) }
            case .exclusion(let exclusion):
                if !exclusion.isRemoved {
                    try run.perform(.exclusion(exclusion.kind, topic: .init(exclusion.topic), text: exclusion.text, isExcluded: false))
                }
            case .feed(let feed):
                // As of documents.
                guard run.knowsDocuments, !feed.isRemoved else { continue }
                var gone = feed
                gone.isRemoved = true
                try run.take(.feed(gone))
            case .document(let document):
                // A copy of an earlier version says nothing of documents.
                guard run.knowsDocuments, let state = document.state else { continue }
                try run.perform(.document(id: document.id, document.kind, before: state, after: nil))
            case .correction(let record):
                guard run.knowsCorrections, let correction = record.correction, let article = try row(of: record.source) else { continue }
                try run.perform(.corrected(article: article, record.field, before: correction.column, after: nil))
            }
        }
    }
}

extension LibraryLocation {
    static let beforeRestore = "before-restore-"

    /// Where the copies are: beside the database.
    public var copiesFolder: String { folderOfDatabase + "/backup" }

    /// The folder of the database, absolute.
    var folderOfDatabase: String { String(database[..<(database.lastIndex(of: "/") ?? database.startIndex)]) }

    func makeCopiesFolder() throws {
        guard mkdir(copiesFolder, 0o755) == 0 || errno == EEXIST else { throw FileFailure(path: copiesFolder, number: errno) }
    }

    /// The copies that there are, daily ones by day, then those from before a restore.
    public func copies() -> [LibraryCopy] {
        let found = names().compactMap { name -> LibraryCopy? in
            guard name.hasSuffix(".jsonl") else { return nil }
            let bare = String(name.dropLast(6))
            let isDaily = ArticleDate(iso8601: bare)?.precision == .day
            guard isDaily || bare.hasPrefix(Self.beforeRestore) else { return nil }
            let path = copiesFolder + "/" + name
            var status = stat()
            guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
            return LibraryCopy(name: bare, path: path, size: Int(status.st_size), isDaily: isDaily)
        }
        return found.sorted { ($0.isDaily ? 0 : 1, $0.name) < ($1.isDaily ? 0 : 1, $1.name) }
    }

    /// What a process that was killed left behind.
    func removeUnfinishedCopies() {
        for name in names() where name.hasSuffix(AtomicFile.unfinished) { unlink(copiesFolder + "/" + name) }
    }

    private func names() -> [String] {
        guard let folder = opendir(copiesFolder) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = Glibc.readdir(folder) {
            names.append(withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            })
        }
        return names
    }
}
