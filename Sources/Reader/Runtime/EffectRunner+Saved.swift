import Library
import Search
import Synchronization

/// Searches that the user saved.
extension EffectRunner {
    /// How far each is counted: of more it is said that there are more.
    private static let furthestCount = 10_000

    /// The searches at once, and then how much each finds, on a lane that nobody waits for.
    func loadSaved(_ generation: Int) {
        newest.withLock { $0.saved = max($0.saved, generation) }
        read(on: completions) { [self] library in
            guard newest.withLock({ $0.saved }) == generation else { return nil }
            let searches = try library.savedSearches()
            mailbox.post(.saved(searches))
            for search in searches {
                guard newest.withLock({ $0.saved }) == generation else { return nil }
                let typed = Query.typed(search.query, isTyping: false)
                let found = try library.search(typed.query, limit: 0, countingTo: Self.furthestCount, snippets: 0)
                if let count = found.count { mailbox.post(.savedCounts([search.id: count])) }
            }
            return nil
        }
    }

    func saveSearch(_ name: String, _ query: String) {
        onWrites { library in
            let search = try library.saveSearch(name: name, query: query)
            return .changed(Change("saved the search «\(search.name)»; it stands above the topics"))
        }
    }

    func renameSearch(_ search: SavedSearch, _ name: String) {
        onWrites { library in
            let renamed = try library.setSearch(search.id, name: name)
            return .changed(Change("renamed «\(search.name)» to «\(renamed.name)»"))
        }
    }

    func removeSearch(_ search: SavedSearch) {
        onWrites { library in
            try library.removeDocuments([search.id])
            return .changed(Change("removed the saved search «\(search.name)»"))
        }
    }
}
