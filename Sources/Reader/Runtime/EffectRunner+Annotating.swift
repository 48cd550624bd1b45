import Glibc
import Library
import Search
import Synchronization
import Text

extension EffectRunner {
    /// Does it in the order of the user's other changes. A note that could not be kept goes back into its line.
    func annotate(_ act: MarkAct) {
        onWrites { [paths] library in
            do {
                return try Self.answer(to: act, library, paths)
            } catch {
                guard case .note(let text, let target) = act else { throw error }
                return .noteNotKept(Draft(target: target, text: text), Self.sentence(error))
            }
        }
    }

    private static func answer(to act: MarkAct, _ library: Library, _ paths: PathCompletion) throws -> Answer {
        switch act {
        case .note(let text, let target): return try setNote(text, target, library)
        case .highlight(let colour, let target):
            if let passage = target.passage {
                try library.setHighlight(colour, passage: passage)
            } else if let range = target.range {
                try library.setHighlight(colour, in: target.article, range: range)
            }
            return try changed(colour.map { "highlighted in \($0.rawValue)" } ?? "took the highlight away", target.article, library)
        case .tag(let name, let target): return try toggleTag(name, target, library)
        case .remove(let target):
            if let passage = target.passage { try library.removePassage(passage) }
            return try changed("took away what you made of the passage", target.article, library)
        case .attach(let passage, let article, let range):
            try library.attach(passage: passage, range: range)
            return try changed("moved the passage here", article, library)
        case .edit(let edit, let numbers):
            let count = try library.edit(passages: ids(of: numbers, library), edit)
            return .changed(Change(edit.words(count), isUndoable: count > 0))
        case .tagAll(let name, let numbers):
            let passages = try library.passages(numbered: numbers).values
            let areAll = passages.allSatisfy { $0.tags.contains(name) }
            let edit = areAll ? PassageEdit.untag(name) : .tag(name)
            let count = try library.edit(passages: ids(of: numbers, library), edit)
            return .changed(Change(edit.words(count), isUndoable: count > 0))
        case .export(let wish, let path, let replaces): return try export(wish, to: path, replaces: replaces, library, paths)
        }
    }

    private static func changed(_ words: String, _ article: ArticleID, _ library: Library) throws -> Answer {
        .changed(Change(words, article: try library.article(article)))
    }

    private static func ids(of numbers: [Int64], _ library: Library) throws -> [String] {
        let passages = try library.passages(numbered: numbers)
        return numbers.compactMap { passages[$0]?.id }
    }

    /// On the passage that there is; where another program took it away meanwhile, on its words.
    private static func setNote(_ text: String, _ target: MarkTarget, _ library: Library) throws -> Answer {
        if let passage = target.passage, try library.passage(passage) != nil || target.range == nil {
            try library.setNote(text, passage: passage)
        } else if let range = target.range {
            try library.setNote(text, in: target.article, range: range)
        }
        let words = text.isEmpty ? "took the note away" : target.hasNote ? "changed the note" : "wrote a note"
        return try changed(words, target.article, library)
    }

    private static func toggleTag(_ name: String, _ target: MarkTarget, _ library: Library) throws -> Answer {
        let hasTag = target.tags.contains(name)
        if let passage = target.passage {
            if hasTag { try library.untag(passage: passage, name) } else { try library.tag(passage: passage, name) }
        } else if let range = target.range {
            try library.addPassage(in: target.article, range: range, isBookmarked: false, tags: [name])
        }
        return try changed(hasTag ? "took «\(name)» from the passage" : "tagged the passage «\(name)»", target.article, library)
    }

    /// Never over a file that is there, unless that was agreed to.
    private static func export(
        _ wish: ExportWish, to path: String, replaces: Bool, _ library: Library, _ paths: PathCompletion
    ) throws -> Answer {
        let place = paths.expanded(path)
        guard let format = ExportFormat(path: path) else { return .failed("export: the path names no form; end it with \(ExportFormat.endings)") }
        if !replaces, access(place, F_OK) == 0 { return .fileIsThere(path, .export(wish, path: path, replaces: true)) }
        let count = try library.export(format, of: try scope(of: wish, library), toFile: place)
        return .notice("wrote \(count.counted("record", "records")) to \(path)")
    }

    private static func scope(of wish: ExportWish, _ library: Library) throws -> ExportScope {
        switch wish {
        case .all: .all
        case .passages(let numbers): .passages(Set(try ids(of: numbers, library)))
        case .articles(let ids): .articles(Set(ids))
        }
    }

    // MARK: The list of notes

    /// First the rows that are seen, then the whole order; at once where the first rows cost what all do.
    func loadNotes(_ question: NotesQuestion, _ generation: Int) {
        let cancellation = SearchCancellation()
        let isNewest = newest.withLock { newest -> Bool in
            guard generation >= newest.notes else { return false }
            newest.notes = generation
            newest.notesSearch?.cancel()
            newest.notesSearch = cancellation
            return true
        }
        guard isNewest else { return }
        read(on: notesLane) { [self] library in
            let query = question.filter.isEmpty ? Query.all : Query.typed(question.filter, isTyping: true).query
            let list = PassageList(query, grouping: question.grouping)
            let limit = list.grouping.readsAll ? nil : question.first
            let first = try library.passageOrder(list, limit: limit, cancellation: cancellation)
            let rows = try library.passages(numbered: Array(Set(first.entries.prefix(question.first).map(\.number))))
            let isWhole = first.entries.count < limit ?? .max
            mailbox.post(.notes(first, rows: rows, isWhole: isWhole, generation: generation))
            if isWhole { return nil }
            return .notes(try library.passageOrder(list, cancellation: cancellation), rows: [:], isWhole: true, generation: generation)
        }
    }
}

extension PassageEdit {
    /// For the status line.
    func words(_ count: Int) -> String {
        guard count > 0 else { return "nothing to change: they are so already" }
        let these = count.counted("passage", "passages")
        return switch self {
        case .remove: "took \(these) away"
        case .highlight(let colour?): "highlighted \(these) in \(colour.rawValue)"
        case .highlight(nil): "took the highlight of \(these) away"
        case .bookmark(let isBookmarked): isBookmarked ? "bookmarked \(these)" : "took the bookmark of \(these)"
        case .tag(let name): "tagged \(these) «\(name)»"
        case .untag(let name): "took «\(name)» from \(these)"
        }
    }
}
