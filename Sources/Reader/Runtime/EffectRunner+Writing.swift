import Library
import Search
import Topics

extension EffectRunner {
    /// What is kept of the view is under this name in the library's settings.
    public static let sessionKey = "reader.session"

    func write(_ effect: Effect) {
        onWrites { library in
            switch effect {
            case .setRead(let id, let isRead, let isSilent): try Self.setRead(id, isRead, isSilent: isSilent, library)
            case .toggleBookmark(let id, let range): try Self.toggleBookmark(id, range, library)
            case .toggleTag(let name, let target): try Self.toggleTag(name, target, library)
            case .trash(let id): try Self.trash(id, library)
            case .removeNote(let id): try Self.removeNote(id, library)
            case .setStar(let id, let isStarred): try Self.setStar(id, isStarred, library)
            case .restore(let id): try Self.restore(id, library)
            case .savePlace(let id, let place): try Self.silently { try library.setPlace(place, in: id) }
            case .saveSession(let session):
                try Self.silently { try library.setSetting(Self.sessionKey, session.encoded) }
            case .loadOrder, .loadRows, .loadArticle, .search, .loadHits, .complete, .completePath, .loadNotes,
                .loadTopicCounts, .loadTags, .loadNames, .locate, .mark, .judge, .countJudgements, .exclude, .correct,
                .undo, .redo, .sync, .cancelSync, .cancelIndexing, .copy, .setMouse, .redraw, .suspend, .outside, .planAct,
                .act, .loadTopicPage, .cancelJob, .quit, .addFiles, .loadSaved, .saveSearch, .renameSearch, .removeSearch,
                .explore, .palette, .feed, .loadNoteRows, .loadTotals, .briefing:
                nil
            }
        }
    }

    private static func silently(_ work: () throws -> Void) throws -> Answer? {
        try work()
        return nil
    }

    private static func setRead(_ id: ArticleID, _ isRead: Bool, isSilent: Bool, _ library: Library) throws -> Answer {
        try library.setRead([id], isRead, isAction: !isSilent)
        let words = isSilent ? "" : isRead ? "marked as read" : "marked as unread"
        return .changed(Change(words, isUndoable: !isSilent, article: try library.article(id)))
    }

    private static func toggleBookmark(_ id: ArticleID, _ range: Range<Int>, _ library: Library) throws -> Answer {
        let passage = try library.toggleBookmark(in: id, range: range)
        let words = passage?.isBookmarked == true ? "bookmarked" : "bookmark taken away"
        return .changed(Change(words, article: try library.article(id)))
    }

    private static func toggleTag(_ name: String, _ target: Picker.Target, _ library: Library) throws -> Answer {
        let hasTag: Bool
        let stored = try library.article(target.article)
        if let range = target.range {
            let passage = stored.passages.first { $0.range == range }
            hasTag = passage?.tags.contains(name) == true
            if let passage {
                if hasTag { try library.untag(passage: passage.id, name) } else { try library.tag(passage: passage.id, name) }
            } else {
                try library.addPassage(in: target.article, range: range, isBookmarked: false, tags: [name])
            }
        } else {
            // A tag that is only on passages is no tag of the article itself, and is put on it.
            hasTag = stored.row.tags.contains(name) && !stored.passages.contains { $0.tags.contains(name) }
            if hasTag { try library.untag([target.article], name) } else { try library.tag([target.article], name) }
        }
        let thing = target.range == nil ? "the article" : "the passage"
        let words = hasTag ? "took «\(name)» from \(thing)" : "tagged \(thing) «\(name)»"
        return .changed(Change(words, article: try library.article(target.article)))
    }

    private static func trash(_ id: ArticleID, _ library: Library) throws -> Answer {
        let title = try library.article(id).row.title
        try library.trash([id])
        return .changed(Change("to the trash: \(title)", article: try library.article(id), removed: id))
    }

    private static func restore(_ id: ArticleID, _ library: Library) throws -> Answer {
        try library.restore([id])
        let article = try library.article(id)
        return .changed(Change("out of the trash: \(article.row.title)", article: article, removed: id))
    }

    private static func setStar(_ id: ArticleID, _ isStarred: Bool, _ library: Library) throws -> Answer {
        try library.setStar([id], isStarred)
        return .changed(Change(isStarred ? "gave it a star" : "took its star", article: try library.article(id)))
    }

    private static func removeNote(_ id: String, _ library: Library) throws -> Answer {
        try library.removePassage(id)
        return .changed(Change("removed the passage from the notes"))
    }
}
