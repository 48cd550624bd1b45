import Articles
import GRDB

/// Notes, highlights and stars on passages. A passage may have all of them, a bookmark and tags at once, and is kept while it
/// has any. Each call is one action that can be taken back, also in a later run.
extension Library {
    /// Writes a note on exactly `range` of the canonical text, in UTF-8 offsets, in place of the one there; nothing, or blanks
    /// alone, takes it away. The passage as it is now; nothing where there is none, or it was kept for its note alone. Throws
    /// ``LibraryError/emptyPassage``, ``LibraryError/unknownArticle(_:)`` and ``LibraryError/noteTooLong``.
    @discardableResult
    public func setNote(_ text: String?, in article: ArticleID, range: Range<Int>) throws -> StoredPassage? {
        try annotate(in: article, range: range, .note(try Self.note(text)))
    }

    /// The same of a passage that there is. Throws ``LibraryError/unknownPassage(_:)`` too.
    @discardableResult
    public func setNote(_ text: String?, passage id: String) throws -> StoredPassage? {
        try annotate(id, .note(try Self.note(text)))
    }

    /// Highlights exactly `range` of the canonical text in a colour, or in another one; nothing takes the highlight away. The
    /// passage as it is now; nothing where there is none, or it was kept for its highlight alone.
    @discardableResult
    public func setHighlight(
        _ colour: HighlightColour?, in article: ArticleID, range: Range<Int>
    ) throws -> StoredPassage? {
        try annotate(in: article, range: range, .highlight(colour))
    }

    /// The same of a passage that there is. Throws ``LibraryError/unknownPassage(_:)``.
    @discardableResult
    public func setHighlight(_ colour: HighlightColour?, passage id: String) throws -> StoredPassage? {
        try annotate(id, .highlight(colour))
    }

    /// Gives exactly `range` of the canonical text a star, or takes it away. The passage as it is now; nothing where there is
    /// none, or it was kept for its star alone.
    @discardableResult
    public func setStar(_ isStarred: Bool, in article: ArticleID, range: Range<Int>) throws -> StoredPassage? {
        try annotate(in: article, range: range, .star(isStarred))
    }

    /// The same of a passage that there is. Throws ``LibraryError/unknownPassage(_:)``.
    @discardableResult
    public func setStar(_ isStarred: Bool, passage id: String) throws -> StoredPassage? {
        try annotate(id, .star(isStarred))
    }

    private static func note(_ text: String?) throws -> String? {
        guard let text = text.flatMap({ PassageNote.cleaned($0) }) else { return nil }
        guard text.utf8.count <= PassageNote.longest else { throw LibraryError.noteTooLong }
        return text
    }

    private func annotate(
        in article: ArticleID, range: Range<Int>, _ annotation: Annotation
    ) throws -> StoredPassage? {
        try change { transaction in
            let anchor = try transaction.anchor(of: range, in: article)
            if let found = try transaction.passage(at: anchor.start..<anchor.end, in: article) {
                return try transaction.annotate(found, annotation)
            }
            var state = UserChange.PassageState()
            annotation.apply(to: &state, now: transaction.now)
            guard !state.isEmpty else { return nil }
            return try transaction.add(anchor, in: article, state) { annotation.sentence(from: .init(), in: $0) }
        }
    }

    private func annotate(_ id: String, _ annotation: Annotation) throws -> StoredPassage? {
        try change { transaction in try transaction.annotate(try transaction.livePassage(id), annotation) }
    }
}

/// What a passage is to have; nothing for no longer.
private enum Annotation {
    case note(String?)
    case highlight(HighlightColour?)
    case star(Bool)

    func apply(to state: inout UserChange.PassageState, now: Int64) {
        switch self {
        case .note(let text):
            // The same words are no change, and keep their time.
            guard state.note?.text != text else { return }
            state.note = text.map { .init(text: $0, edited: now) }
        case .highlight(let colour): state.highlight = colour
        case .star(let isStarred): state.isStarred = isStarred
        }
    }

    /// The words of the change.
    func sentence(from state: UserChange.PassageState, in title: String) -> String {
        switch self {
        case .note(nil): ActionSentence.removeNote(on: title)
        case .note: state.note == nil ? ActionSentence.note(on: title) : ActionSentence.changeNote(on: title)
        case .highlight(let colour?): ActionSentence.highlight(colour, in: title)
        case .highlight(nil): ActionSentence.removeHighlight(in: title)
        case .star(let isStarred): ActionSentence.star(passageOf: title, isStarred: isStarred)
        }
    }
}

extension Transaction {
    fileprivate func annotate(_ passage: StoredPassage, _ annotation: Annotation) throws -> StoredPassage? {
        try update(passage) { annotation.apply(to: &$0, now: now) } sentence: {
            annotation.sentence(from: .init(passage), in: $0)
        }
    }
}
