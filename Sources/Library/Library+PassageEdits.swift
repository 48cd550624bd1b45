import GRDB

/// What is done to several passages at once.
public enum PassageEdit: Hashable, Sendable {
    /// Takes them away with all that they have.
    case remove
    /// In a colour, or no longer.
    case highlight(HighlightColour?)
    case bookmark(Bool)
    case tag(String)
    case untag(String)
}

extension Library {
    /// Does it to all of `ids`, as one action that can be taken back. How many it changed; those that there are no more, and those
    /// that are so already, are left out.
    @discardableResult
    public func edit(passages ids: [String], _ edit: PassageEdit) throws -> Int {
        try change { transaction in
            var changes: [UserChange] = []
            for id in ids {
                guard let passage = try transaction.database.passage(id) else { continue }
                let before = UserChange.PassageState(passage)
                guard let after = edit.applied(to: before) else { continue }
                changes.append(.passage(id: id, before: before, after: after.isEmpty ? nil : after))
            }
            try transaction.perform(ActionSentence.edit(edit, passages: changes.count), changes)
            return changes.count
        }
    }

    /// Empties the history of undoing, for good. How many actions were in it.
    @discardableResult
    public func forgetActions() throws -> Int {
        try write { database in
            let count = try database.first("SELECT count(*) FROM action") { $0.integer(0) } ?? 0
            try database.run("DELETE FROM action")
            return count
        }
    }

    /// How many actions can be taken back or done again. Linear in them.
    public func actionCount() throws -> Int {
        try read { try $0.first("SELECT count(*) FROM action") { $0.integer(0) } ?? 0 }
    }
}

extension PassageEdit {
    /// What becomes of a passage; nothing where it is so already.
    fileprivate func applied(to state: UserChange.PassageState) -> UserChange.PassageState? {
        var new = state
        switch self {
        case .remove: return UserChange.PassageState()
        case .highlight(let colour): new.highlight = colour
        case .bookmark(let isBookmarked): new.isBookmarked = isBookmarked
        case .tag(let name):
            guard let name = TagKey.cleaned(name), !new.tags.contains(where: { TagKey.of($0) == TagKey.of(name) }) else { return nil }
            new.tags = (new.tags + [name]).sorted()
        case .untag(let name): new.tags.removeAll { TagKey.of($0) == TagKey.of(name) }
        }
        return new == state ? nil : new
    }
}

extension ActionSentence {
    fileprivate static func edit(_ edit: PassageEdit, passages: Int) -> String {
        let these = passages == 1 ? "1 passage" : "\(passages) passages"
        return switch edit {
        case .remove: "remove \(these)"
        case .highlight(let colour?): "highlight \(these) in \(colour.rawValue)"
        case .highlight(nil): "remove highlight of \(these)"
        case .bookmark(let isBookmarked): isBookmarked ? "bookmark on \(these)" : "remove bookmark on \(these)"
        case .tag(let name): "tag «\(name)» on \(these)"
        case .untag(let name): "remove tag «\(name)» from \(these)"
        }
    }
}
