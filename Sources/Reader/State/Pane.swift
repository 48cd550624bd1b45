/// A part of the screen that can have the keys.
public enum Pane: String, Hashable, Sendable, CaseIterable {
    case topics, list, article, passage
}

/// What the list pane lists.
public enum Source: String, Hashable, Sendable, CaseIterable {
    case library, search, notes
}

/// The views named in the title bar.
public enum Tab: Int, Hashable, Sendable, CaseIterable {
    case library = 1, search, topics, notes, briefings

    public var title: String {
        switch self {
        case .library: "Library"
        case .search: "Search"
        case .topics: "Topics"
        case .notes: "Notes"
        case .briefings: "Briefings"
        }
    }

    var command: Command {
        switch self {
        case .library: .goLibrary
        case .search: .goSearch
        case .topics: .goTopics
        case .notes: .goNotes
        case .briefings: .goBriefings
        }
    }
}
