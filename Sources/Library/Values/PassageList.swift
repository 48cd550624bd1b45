import Search

/// Which passages to list, and how: what the screen of notes asks for.
public struct PassageList: Hashable, Sendable {
    /// Under what the passages stand.
    public enum Grouping: String, Hashable, Sendable, CaseIterable {
        case none, article, topic, tag, date

        /// Whether all passages are read before the first of them is known.
        public var readsAll: Bool {
            switch self {
            case .none, .date: false
            case .article, .topic, .tag: true
            }
        }
    }

    /// What is asked of passages is asked of each of them: marks, tags, topics of the blocks that it stands in, words of its note,
    /// and words of its quote or note where no field is named. All else is asked of its article.
    public var query: Query
    public var grouping: Grouping

    public init(_ query: Query = .all, grouping: Grouping = .none) {
        self.query = query
        self.grouping = grouping
    }
}

/// Passages in an order, each by its number: the rows are fetched as they are seen.
public struct PassageOrder: Hashable, Sendable {
    /// What some of them stand under.
    public struct Group: Hashable, Sendable {
        /// The article's title, the topic's name in the vocabulary, the tag, or a month such as `2026-11`; nothing for those
        /// without any.
        public var name: String?

        public init(name: String?) { self.name = name }
    }

    public struct Entry: Hashable, Sendable {
        /// Of the passage in this library: never used for another one.
        public var number: Int64
        /// The place of its group in ``PassageOrder/groups``; 0 where nothing is grouped.
        public var group: Int32

        public init(number: Int64, group: Int32 = 0) {
            self.number = number
            self.group = group
        }
    }

    /// In their order; empty where nothing is grouped.
    public var groups: [Group]
    /// A passage with several topics or tags stands under each.
    public var entries: [Entry]

    public init(groups: [Group] = [], entries: [Entry] = []) {
        self.groups = groups
        self.entries = entries
    }
}
