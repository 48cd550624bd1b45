import Articles
import GRDB

extension Transaction {
    /// Does what `change` says. The same for doing, taking back and doing again.
    func apply(_ change: UserChange) throws {
        switch change {
        case .read(let article, let isRead):
            try updateFlags(of: article) { $0.isRead = isRead }
            try markEdited(article)
        case .starred(let article, let isStarred):
            try applyStar(isStarred, to: article)
        case .trashed(let article, let isTrashed):
            try updateFlags(of: article) { $0.isTrashed = isTrashed }
            try markEdited(article)
        case .tagged(let article, let tag, let isTagged):
            try applyTag(tag, isTagged, to: article)
        case .passage(let id, _, let after):
            try applyState(after, toPassage: id)
        case .decision(let id, _, let after):
            try applyVerdict(after, toDecision: id)
        case .exclusion(let kind, let topic, let text, let isExcluded):
            try applyExclusion(kind, topic, text, isExcluded)
        case .corrected(let article, let field, _, let after): try applyCorrection(field, after, to: article)
        case .feed(let id, _, let after):
            try applyFeed(after, to: id)
        case .document(let id, let kind, _, let after):
            try applyDocument(after, to: id, kind)
        }
    }

    private func applyStar(_ isStarred: Bool, to article: Int64) throws {
        guard try isStarred != self.isStarred(article) else { return }
        try database.run("UPDATE article SET starred = ? WHERE id = ?", isStarred, article)
        counters.starred += isStarred ? 1 : -1
        try markEdited(article)
    }

    private func applyTag(_ tag: String, _ isTagged: Bool, to article: Int64) throws {
        let row = try row(ofTag: tag)
        if isTagged {
            try database.run("INSERT OR IGNORE INTO article_tag(article, tag) VALUES (?, ?)", article, row)
        } else {
            try database.run("DELETE FROM article_tag WHERE article = ? AND tag = ?", article, row)
        }
        try renewSummary(of: article)
        try markEdited(article)
    }

    private func applyState(_ state: UserChange.PassageState?, toPassage id: String) throws {
        guard let old = try passage(id) else { throw LibraryError.unknownPassage(id) }
        count(old, -1)
        if let state {
            try database.run(
                """
                UPDATE passage SET removed = 0, bookmarked = ?, starred = ?, note = ?, note_edited = ?, highlight = ?, edited = ?,
                  change = ? WHERE id = ?
                """, state.isBookmarked, state.isStarred, state.note?.text, state.note?.edited, state.highlight?.rawValue, now,
                change, old.row)
            try database.run("DELETE FROM passage_tag WHERE passage = ?", old.row)
            for tag in state.tags {
                try database.run(
                    "INSERT OR IGNORE INTO passage_tag(passage, tag) VALUES (?, ?)", old.row, try row(ofTag: tag))
            }
            // The text may have changed while the passage was away, or the passage was moved.
            if old.isRemoved || state.anchor != nil {
                var moved = old
                if let anchor = state.anchor { moved.anchor = anchor }
                try locate(moved, in: text(of: old.article))
            }
        } else {
            try database.run(
                "UPDATE passage SET removed = 1, edited = ?, change = ? WHERE id = ?", now, change, old.row)
        }
        if let new = try passage(id) { count(new, 1) }
        try renewSummary(of: old.article)
    }

    private func count(_ passage: PassageRow, _ sign: Int) {
        guard !passage.isRemoved else { return }
        if passage.isBookmarked { counters.bookmarks += sign }
        if passage.isStarred { counters.starredPassages += sign }
        if passage.isNoted { counters.notes += sign }
        if passage.isHighlighted { counters.highlights += sign }
        if passage.isOrphaned { counters.orphans += sign }
    }
}

/// What the store itself needs to know of a passage.
struct PassageRow {
    var row: Int64
    var article: Int64
    var anchor: Anchor
    var isOrphaned: Bool
    var isBookmarked: Bool
    var isRemoved: Bool
    var isStarred: Bool
    var isNoted: Bool
    var isHighlighted: Bool

    static let columns = """
        id, article, anchor_start, anchor_end, quote, prefix, suffix, start IS NULL, bookmarked, removed, starred,
        note IS NOT NULL, highlight IS NOT NULL
        """

    init(_ columns: Columns) {
        row = columns.int64(0)
        article = columns.int64(1)
        anchor = columns.anchor(from: 2)
        isOrphaned = columns.bool(7)
        isBookmarked = columns.bool(8)
        isRemoved = columns.bool(9)
        isStarred = columns.bool(10)
        isNoted = columns.bool(11)
        isHighlighted = columns.bool(12)
    }
}

extension Transaction {
    func isStarred(_ article: Int64) throws -> Bool {
        try database.first("SELECT starred FROM article WHERE id = ?", article) { $0.bool(0) } ?? false
    }

    func passage(_ id: String) throws -> PassageRow? {
        try database.first("SELECT \(PassageRow.columns) FROM passage WHERE uuid = ?", id) { PassageRow($0) }
    }

    /// The canonical text of an article; empty where it has none.
    func text(of article: Int64) throws -> String {
        try database.first("SELECT text FROM article_content WHERE article = ?", article) { $0.text(0) } ?? ""
    }

    /// Finds a passage again in `text`. Where it is found its anchor follows, so that the next change of the text is
    /// measured against this one; where it is not, the anchor stays and the passage is orphaned.
    func locate(_ passage: PassageRow, in text: String) throws {
        guard let range = passage.anchor.locate(in: text) else {
            let anchor = passage.anchor
            try database.run(
                """
                UPDATE passage SET start = NULL, "end" = NULL, anchor_start = ?, anchor_end = ?, quote = ?, prefix = ?, suffix = ?, change = ?
                WHERE id = ?
                """, anchor.start, anchor.end, anchor.quote, anchor.prefix, anchor.suffix, change, passage.row)
            return
        }
        let anchor = Anchor(range, in: text)
        try database.run(
            """
            UPDATE passage SET start = ?, "end" = ?, anchor_start = ?, anchor_end = ?, quote = ?, prefix = ?, suffix = ?,
              change = ? WHERE id = ?
            """, range.lowerBound, range.upperBound, anchor.start, anchor.end, anchor.quote, anchor.prefix, anchor.suffix,
            change, passage.row)
    }
}
