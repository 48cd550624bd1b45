import GRDB
import Text

/// Saved searches, in the person's order.
extension Library {
    /// In the order of the list.
    public func savedSearches() throws -> [SavedSearch] { try read { try $0.savedSearches().map(\.search) } }

    /// Keeps a query under a name, at the end of the list. One that has the name already, whatever its case, gets the query
    /// instead. Throws ``LibraryError/document(_:_:)``.
    @discardableResult
    public func saveSearch(name: String, query: String) throws -> SavedSearch {
        try change { transaction in
            let searches = try transaction.database.savedSearches()
            let place = (searches.map(\.content.place).max() ?? -1) + 1
            let draft = try transaction.draft(.search, title: name, body: SavedSearch.Content(query: query, place: place).body)
            if let same = searches.first(where: { $0.search.name.lowercased() == draft.title.lowercased() }) {
                let content = SavedSearch.Content(query: query, place: same.content.place)
                return try transaction.set(same, name: draft.title, content)
            }
            try transaction.requireRoom(for: .search)
            let id = options.makeIdentifier()
            try transaction.perform(
                ActionSentence.addDocument(.search, draft.title), [.document(id: id, .search, before: nil, after: draft)])
            return SavedSearch(id: id, name: draft.title, query: query)
        }
    }

    /// Gives a saved search another name, another query or both. Throws ``LibraryError/unknownDocument(_:)`` and
    /// ``LibraryError/document(_:_:)``.
    @discardableResult
    public func setSearch(_ id: String, name: String? = nil, query: String? = nil) throws -> SavedSearch {
        try change { transaction in
            guard let old = try transaction.database.savedSearches().first(where: { $0.search.id == id }) else {
                throw LibraryError.unknownDocument(id)
            }
            let content = SavedSearch.Content(query: query ?? old.search.query, place: old.content.place)
            return try transaction.set(old, name: name ?? old.search.name, content)
        }
    }

    /// Moves a saved search to the place `index` of the list, from 0. Throws ``LibraryError/unknownDocument(_:)``.
    public func moveSearch(_ id: String, to index: Int) throws {
        try change { transaction in
            var searches = try transaction.database.savedSearches()
            guard let from = searches.firstIndex(where: { $0.search.id == id }) else { throw LibraryError.unknownDocument(id) }
            let moved = searches.remove(at: from)
            searches.insert(moved, at: max(0, min(index, searches.count)))
            let changes = try searches.enumerated().compactMap { place, entry -> UserChange? in
                guard entry.content.place != place else { return nil }
                return try transaction.change(of: entry, name: entry.search.name, .init(query: entry.search.query, place: place))
            }
            guard searches.firstIndex(where: { $0.search.id == id }) != from else { return }
            try transaction.perform(ActionSentence.changeDocument(.search, .move, from: moved.search.name, to: moved.search.name), changes)
        }
    }
}

/// A saved search with its place.
struct SavedSearchEntry {
    var search: SavedSearch
    var content: SavedSearch.Content
    var body: String
}

extension Database {
    func savedSearches() throws -> [SavedSearchEntry] {
        let entries = try documents(.search).compactMap { document -> SavedSearchEntry? in
            guard let content = document.value.flatMap({ SavedSearch.Content($0) }) else { return nil }
            return SavedSearchEntry(
                search: SavedSearch(id: document.id, name: document.title, query: content.query), content: content, body: document.body)
        }
        return entries.sorted { ($0.content.place, $0.search.name, $0.search.id) < ($1.content.place, $1.search.name, $1.search.id) }
    }
}

extension Transaction {
    fileprivate func change(of old: SavedSearchEntry, name: String, _ content: SavedSearch.Content) throws -> UserChange {
        .document(
            id: old.search.id, .search, before: UserChange.DocumentState(title: old.search.name, body: old.body),
            after: try draft(.search, title: name, body: content.body))
    }

    fileprivate func set(_ old: SavedSearchEntry, name: String, _ content: SavedSearch.Content) throws -> SavedSearch {
        let change = try change(of: old, name: name, content)
        guard case .document(let id, _, let before, let after?) = change else { return old.search }
        if before != after {
            let step: Library.DocumentStep = old.search.query == content.query ? .rename : .change
            try perform(ActionSentence.changeDocument(.search, step, from: old.search.name, to: after.title), [change])
        }
        return SavedSearch(id: id, name: after.title, query: content.query)
    }
}
