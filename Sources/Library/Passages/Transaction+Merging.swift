import Articles
import GRDB
import Text
import Topics

/// Puts records from elsewhere into the library. Two libraries that take in each other's records become equal, in whatever order.
extension Transaction {
    /// Before the keys of what waits for its article, among the settings.
    static let waiting = "waiting "

    enum MergeRule {
        /// The later edit wins.
        case laterWins
        /// The record stands for what is to be, as an edit made now.
        case replace
    }

    enum MergeOutcome {
        case added, updated, same, waiting
    }

    /// Does what makes `record` true, and adds to `changes` what takes it back.
    func merge(_ record: MadeRecord, _ rule: MergeRule, _ changes: inout [UserChange]) throws -> MergeOutcome {
        switch record {
        case .article(let marks): try merge(marks, rule, &changes)
        case .passage(let passage): try merge(passage, rule, &changes)
        case .decision(let decision): try merge(decision, rule, &changes)
        case .exclusion(let exclusion): try merge(exclusion, rule, &changes)
        case .document(let document): try merge(document, rule, &changes)
        case .correction(let correction):
            if let article = try row(of: correction.source) { try merge(correction, in: article, rule, &changes) } else { try keep(waiting: record) }
        case .feed(let feed): try merge(feed, rule, &changes)
        }
    }

    func row(of source: ArticleSource) throws -> Int64? {
        try database.first("SELECT id FROM article WHERE identity = ?", source.identity) { $0.int64(0) }
    }

    private func keep(waiting record: MadeRecord) throws -> MergeOutcome {
        let key = Self.waiting + record.key
        let old = try database.first("SELECT value FROM setting WHERE key = ?", key) { Array($0.bytes(0)) }
        if let old, let kept = try? MadeRecord(try JSONParser.value(of: old[...])) {
            guard (record.edited, record.json.text) > (kept.edited, kept.json.text) else { return .waiting }
        }
        try database.run("INSERT OR REPLACE INTO setting(key, value) VALUES (?, ?)", key, record.json.text)
        return .waiting
    }

    func perform(_ change: UserChange, _ changes: inout [UserChange]) throws {
        try apply(change)
        changes.append(change)
    }

    // MARK: Articles

    /// Stars and tags of both are kept; of being read and in the trash the later edit counts.
    private func merge(_ new: MadeRecord.ArticleMarks, _ rule: MergeRule, _ changes: inout [UserChange]) throws -> MergeOutcome {
        guard let article = try row(of: new.source), let old = try database.marks(ofArticle: article) else {
            return try keep(waiting: .article(new))
        }
        var goal = new
        if rule == .laterWins {
            var seen: Set<String> = []
            goal.tags = (old.tags + new.tags).filter { seen.insert(TagKey.of($0)).inserted }.sorted()
            goal.isStarred = old.isStarred || new.isStarred
            goal.edited = max(old.edited, new.edited)
            let isLater = (new.edited, new.isRead ? 1 : 0, new.isTrashed ? 1 : 0) > (old.edited, old.isRead ? 1 : 0, old.isTrashed ? 1 : 0)
            if !isLater { (goal.isRead, goal.isTrashed) = (old.isRead, old.isTrashed) }
        }
        let count = changes.count
        if goal.isRead != old.isRead { try perform(.read(article: article, isRead: goal.isRead), &changes) }
        if goal.isTrashed != old.isTrashed { try perform(.trashed(article: article, isTrashed: goal.isTrashed), &changes) }
        if goal.isStarred != old.isStarred { try perform(.starred(article: article, isStarred: goal.isStarred), &changes) }
        let (before, after) = (Set(old.tags.map(TagKey.of)), Set(goal.tags.map(TagKey.of)))
        for tag in goal.tags where !before.contains(TagKey.of(tag)) { try perform(.tagged(article: article, tag: tag, isTagged: true), &changes) }
        for tag in old.tags where !after.contains(TagKey.of(tag)) { try perform(.tagged(article: article, tag: tag, isTagged: false), &changes) }
        let edited = rule == .replace ? (changes.count > count ? now : old.edited) : goal.edited
        if edited != old.edited || changes.count > count {
            try database.run("UPDATE article SET edited = ?, change = ? WHERE id = ?", edited, change, article)
        }
        guard changes.count > count else { return .same }
        return old.isEmpty ? .added : .updated
    }

    // MARK: Passages

    private func merge(_ new: MadeRecord.PassageRecord, _ rule: MergeRule, _ changes: inout [UserChange]) throws -> MergeOutcome {
        guard let old = try database.passageRecord(new.id) else {
            guard let article = try row(of: new.source) else { return try keep(waiting: .passage(new)) }
            try database.run(
                """
                INSERT INTO passage(uuid, article, start, "end", anchor_start, anchor_end, quote, prefix, suffix, bookmarked,
                  removed, created, edited, change) VALUES (?, ?, NULL, NULL, ?, ?, ?, ?, ?, 0, 1, ?, ?, ?)
                """, new.id, article, new.anchor.start, new.anchor.end, new.anchor.quote, new.anchor.prefix, new.anchor.suffix, new.created,
                new.edited, change)
            if let state = new.state { try perform(.passage(id: new.id, before: nil, after: state), &changes) }
            try setEdited(rule == .replace ? now : new.edited, passage: new.id)
            // One that was removed elsewhere is kept, for what comes later, but nobody sees it.
            return new.state == nil ? .same : .added
        }
        guard isLater(new.edited, new.tie, old.edited, old.tie, rule) else { return .same }
        var (before, after) = (old.state, new.state)
        if new.anchor != old.anchor, before != nil, after != nil {
            before?.anchor = old.anchor
            after?.anchor = new.anchor
        }
        guard before != after else {
            if rule == .laterWins { try setEdited(new.edited, passage: new.id) }
            return .same
        }
        try perform(.passage(id: new.id, before: before, after: after), &changes)
        if rule == .laterWins { try setEdited(new.edited, passage: new.id) }
        return .updated
    }

    private func setEdited(_ edited: Int64, passage id: String) throws {
        try database.run("UPDATE passage SET edited = ?, change = ? WHERE uuid = ?", edited, change, id)
    }

    /// Of edits in one second the one whose content comes later in the order of bytes wins, in every library.
    func isLater(_ new: Int64, _ newTie: String, _ old: Int64, _ oldTie: String, _ rule: MergeRule) -> Bool {
        switch rule {
        case .laterWins: new > old || (new == old && oldTie.utf8.lexicographicallyPrecedes(newTie.utf8))
        case .replace: true
        }
    }

    // MARK: Decisions

    /// Of two decisions made apart on the same topic of the same passage the later one stands, the other counts as taken back.
    private func merge(_ new: MadeRecord.DecisionRecord, _ rule: MergeRule, _ changes: inout [UserChange]) throws -> MergeOutcome {
        let old = try database.decisionRecord(new.id)
        guard let article = try row(of: old?.source ?? new.source) else { return try keep(waiting: .decision(new)) }
        var new = new
        if !new.isRemoved, let rival = try rival(of: new, in: article) {
            let isOurs = (rival.edited, rival.id) > (new.edited, new.id)
            if isOurs, rule == .laterWins {
                new.isRemoved = true
            } else if try isTaken(new, over: old, rule) {
                try perform(.decision(id: rival.id, before: rival.verdict, after: nil), &changes)
                try setEdited(rule == .replace ? now : rival.edited, decision: rival.id)
            }
        }
        guard let old else {
            try database.run(
                """
                INSERT INTO decision(uuid, article, start, "end", anchor_start, anchor_end, quote, prefix, suffix, topic, accepted,
                  removed, created, edited, change) VALUES (?, ?, NULL, NULL, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)
                """, new.id, article, new.anchor.start, new.anchor.end, new.anchor.quote, new.anchor.prefix, new.anchor.suffix, new.topic,
                new.verdict == .accepted, new.created, new.edited, change)
            if !new.isRemoved { try perform(.decision(id: new.id, before: nil, after: new.verdict), &changes) }
            try setEdited(rule == .replace ? now : new.edited, decision: new.id)
            return new.isRemoved ? .same : .added
        }
        guard try isTaken(new, over: old, rule) else { return .same }
        let (before, after) = (old.isRemoved ? nil : old.verdict, new.isRemoved ? nil : new.verdict)
        if before != after { try perform(.decision(id: new.id, before: before, after: after), &changes) }
        if rule == .laterWins { try setEdited(new.edited, decision: new.id) }
        return before == after ? .same : .updated
    }

    private func isTaken(_ new: MadeRecord.DecisionRecord, over old: MadeRecord.DecisionRecord?, _ rule: MergeRule) throws -> Bool {
        guard let old else { return true }
        return isLater(new.edited, new.tie, old.edited, old.tie, rule)
    }

    private func setEdited(_ edited: Int64, decision id: String) throws {
        try database.run("UPDATE decision SET edited = ?, change = ? WHERE uuid = ?", edited, change, id)
    }

    /// Another decision on the same topic in the same place.
    private func rival(
        of decision: MadeRecord.DecisionRecord, in article: Int64
    ) throws -> (id: String, edited: Int64, verdict: Verdict)? {
        try database.first(
            """
            SELECT uuid, edited, accepted FROM decision WHERE article = ? AND topic = ? AND removed = 0 AND uuid <> ? AND anchor_start = ?
              AND quote = ?
            """, article, decision.topic, decision.id, decision.anchor.start, decision.anchor.quote
        ) { ($0.text(0), $0.int64(1), $0.bool(2) ? .accepted : .rejected) }
    }

    // MARK: Learning

    private func merge(_ new: MadeRecord.ExclusionRecord, _ rule: MergeRule, _ changes: inout [UserChange]) throws -> MergeOutcome {
        let old = try database.first(
            "SELECT removed, edited FROM learning_setting WHERE kind = ? AND topic = ? AND text = ?", new.kind.rawValue, new.topic, new.text
        ) { (isRemoved: $0.bool(0), edited: $0.int64(1)) }
        if let old, !isLater(new.edited, new.isRemoved ? "1" : "0", old.edited, old.isRemoved ? "1" : "0", rule) { return .same }
        if old?.isRemoved ?? true != new.isRemoved {
            try perform(.exclusion(new.kind, topic: TopicID(new.topic), text: new.text, isExcluded: !new.isRemoved), &changes)
        } else if old == nil {
            try applyExclusion(new.kind, TopicID(new.topic), new.text, !new.isRemoved)
        } else if rule == .replace {
            return .same
        }
        if rule == .laterWins {
            try database.run(
                "UPDATE learning_setting SET edited = ? WHERE kind = ? AND topic = ? AND text = ?", new.edited, new.kind.rawValue, new.topic,
                new.text)
        }
        return old == nil ? .added : old?.isRemoved == new.isRemoved ? .same : .updated
    }
}

extension MadeRecord.PassageRecord {
    /// Nothing where it was removed, or says nothing.
    var state: UserChange.PassageState? {
        let state = UserChange.PassageState(
            isBookmarked: isBookmarked, isStarred: isStarred, tags: tags,
            note: note.map { UserChange.PassageState.Note(text: $0, edited: noted ?? edited) }, highlight: highlight)
        return isRemoved || state.isEmpty ? nil : state
    }

    fileprivate var tie: String { JSONValue.object(present: content).text }
}

extension MadeRecord.DecisionRecord {
    fileprivate var tie: String { "\(isRemoved ? 1 : 0) \(verdict.rawValue)" }
}
