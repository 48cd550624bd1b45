import Articles
import Library

/// The list of what the user made of passages.
public struct NotesState: Hashable, Sendable {
    public internal(set) var listing = Listing<NoteRow>()
    public internal(set) var isLoaded = false
    /// Of the last list asked for.
    public internal(set) var generation = 0
    public internal(set) var grouping = PassageList.Grouping.none
    /// What the list is filtered by, in the query language.
    public internal(set) var filter = ""
    /// The filter before the one that is being typed.
    var filterBefore: String?
    /// What the passages stand under, with how many.
    public internal(set) var groups: [Group] = []
    /// How many passages are listed.
    public internal(set) var count = 0
    /// Whether the list was asked for by the user: the cursor may then go to its beginning.
    var isAskedFor = true

    public struct Group: Hashable, Sendable {
        public var name: String?
        public var count: Int
    }

    public init() {}

    /// The passage under the cursor; nothing on a heading.
    public var selected: StoredPassage? { listing.selectedRow?.passage }

    /// The numbers of the passages that are selected in the list, each once, in their order.
    var selectedNumbers: [Int64] { listing.hasSelection ? Self.numbers(listing.selectedIDs) : [] }

    /// Of all that are listed.
    var allNumbers: [Int64] { Self.numbers(listing.ids) }

    private static func numbers(_ ids: [NoteID]) -> [Int64] {
        var seen: Set<Int64> = []
        return ids.map(\.number).filter { $0 != 0 && seen.insert($0).inserted }
    }

    /// The first answer holds the first rows only, the second all; rows come as they are seen.
    mutating func take(_ order: PassageOrder, rows: [Int64: StoredPassage]) {
        var ids: [NoteID] = []
        ids.reserveCapacity(order.entries.count + order.groups.count)
        groups = order.groups.map { Group(name: $0.name, count: 0) }
        var last: Int32 = -1
        for entry in order.entries {
            if !groups.isEmpty {
                if entry.group != last { ids.append(NoteID(number: 0, group: entry.group)) }
                groups[Int(entry.group)].count += 1
                last = entry.group
            }
            ids.append(NoteID(number: entry.number, group: entry.group))
        }
        count = order.entries.count
        listing.replace(ids: ids, keepsCursorRow: false)
        store(rows)
    }

    mutating func store(_ rows: [Int64: StoredPassage]) {
        guard !rows.isEmpty else { return }
        // A passage may stand under several groups: it is put wherever it was asked for.
        let wanted = listing.ids(holding: Set(rows.keys))
        listing.store(wanted.compactMap { id in rows[id.number].map { NoteRow(id: id, content: .passage($0)) } })
    }

    /// Headings are known without asking.
    mutating func storeHeadings(_ ids: [NoteID]) {
        listing.store(
            ids.filter { $0.number == 0 && groups.indices.contains(Int($0.group)) }.map {
                NoteRow(id: $0, content: .heading(groups[Int($0.group)]))
            })
    }
}

/// A row's identity: the same passage may stand under several groups.
public struct NoteID: Hashable, Sendable {
    /// Of the passage; 0 for the heading of the group.
    public var number: Int64
    public var group: Int32
}

/// A row of the list of notes.
public struct NoteRow: Hashable, Sendable, Identifiable {
    public enum Content: Hashable, Sendable {
        case heading(NotesState.Group)
        case passage(StoredPassage)
    }

    public var id: NoteID
    public var content: Content

    public var passage: StoredPassage? {
        switch content {
        case .heading: nil
        case .passage(let passage): passage
        }
    }
}

extension Listing where Row == NoteRow {
    /// The rows, near those that are seen, whose passage is one of these.
    func ids(holding numbers: Set<Int64>) -> [NoteID] {
        let window = max(0, top - 400)..<min(count, top + 800)
        return window.isEmpty ? [] : ids[window].filter { numbers.contains($0.number) }
    }
}

/// What the list of notes asks for.
public struct NotesQuestion: Hashable, Sendable {
    public var filter: String
    public var grouping: PassageList.Grouping
    /// How many rows are wanted at once, before the whole order is there.
    public var first: Int

    public init(filter: String = "", grouping: PassageList.Grouping = .none, first: Int = 60) {
        self.filter = filter
        self.grouping = grouping
        self.first = first
    }
}
