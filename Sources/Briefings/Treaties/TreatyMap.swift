import Topics

/// A treaty, chapter by chapter, with what a library holds on each of its provisions.
public struct TreatyMap: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
        public var provision: Provision
        /// Articles on the list that stand under it, and of those the unread.
        public var articles: Int
        public var unread: Int
        /// Blocks of articles that are linked to it; nothing where they were not counted.
        public var passages: Int?
        /// Articles in each column of time.
        public var history: [Int]
        /// What says the same in the other treaty, with what is known of that.
        public var beside: [Counterpart]
    }

    public struct Counterpart: Hashable, Sendable {
        public var provision: Provision
        public var basis: TreatyCorrespondences.Basis
        public var articles: Int
        public var unread: Int
    }

    public struct Chapter: Hashable, Sendable {
        /// As the treaty has it; may be empty.
        public var title: String
        public var rows: [Row]
    }

    public var treaty: Treaty
    public var other: Treaty?
    public var chapters: [Chapter]
    /// Articles on the list that have to do with the treaty, and of those the unread.
    public var articles: Int
    public var unread: Int
    /// Of the treaty as a whole.
    public var history: [Int]
    /// Of a column of the histories, in days.
    public var daysOfColumn: Int
    /// How many articles were looked into for passages, where not all were.
    public var looked: Int?

    public var rows: [Row] { chapters.flatMap(\.rows) }

    /// What the counts of a library are.
    public struct Counts: Sendable {
        public struct Provision: Sendable {
            public var articles: Int
            public var unread: Int

            public init(articles: Int, unread: Int) {
                self.articles = articles
                self.unread = unread
            }
        }

        /// By the number; of the treaty under the empty one. Numbers are in lower case.
        public var provisions: [String: Provision]
        public var passages: [String: Int]?
        public var histories: [String: [Int]]
        public var columns: Int

        public init(provisions: [String: Provision], passages: [String: Int]? = nil, histories: [String: [Int]] = [:], columns: Int = 0) {
            self.provisions = provisions
            self.passages = passages
            self.histories = histories
            self.columns = columns
        }
    }

    /// Every provision of the vocabulary, whether the library has something on it or not. Linear in their number.
    public init(
        _ treaty: Treaty, _ counts: Counts, beside other: (treaty: Treaty, counts: Counts)? = nil, daysOfColumn: Int, looked: Int? = nil,
        vocabulary: Vocabulary
    ) {
        self.treaty = treaty
        self.other = other?.treaty
        self.daysOfColumn = daysOfColumn
        self.looked = looked
        let pairs = other.map { TreatyCorrespondences.pairs(of: treaty.id, in: $0.treaty.id, vocabulary: vocabulary) } ?? [:]
        chapters = []
        for provision in vocabulary.provisions where provision.id.treaty == treaty.id {
            let key = provision.id.article.lowercased()
            let beside = (pairs[provision.id] ?? []).compactMap { pair -> Counterpart? in
                guard let theirs = vocabulary.provision(pair.provision) else { return nil }
                let found = other?.counts.provisions[pair.provision.article.lowercased()]
                return Counterpart(provision: theirs, basis: pair.basis, articles: found?.articles ?? 0, unread: found?.unread ?? 0)
            }
            let row = Row(
                provision: provision, articles: counts.provisions[key]?.articles ?? 0, unread: counts.provisions[key]?.unread ?? 0,
                passages: counts.passages.map { $0[key] ?? 0 }, history: counts.histories[key] ?? [Int](repeating: 0, count: counts.columns),
                beside: beside)
            if chapters.last?.title != provision.chapter { chapters.append(Chapter(title: provision.chapter, rows: [])) }
            chapters[chapters.count - 1].rows.append(row)
        }
        articles = counts.provisions[""]?.articles ?? 0
        unread = counts.provisions[""]?.unread ?? 0
        history = counts.histories[""] ?? [Int](repeating: 0, count: counts.columns)
    }
}
