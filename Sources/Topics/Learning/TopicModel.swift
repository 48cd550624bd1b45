/// What decisions have taught: a pure function of the set of decisions, the vocabulary and the settings. It never holds
/// anything that the engine thought of itself.
public struct TopicModel: Hashable, Sendable {
    /// The weights of one topic, in log-odds.
    public struct Topic: Hashable, Sendable {
        /// Added to every passage.
        public var bias = 0.0
        /// What the shipped score is multiplied by.
        public var scale = 1.0
        /// For the surroundings, in the order of ``Surrounding``.
        public var surroundings = [Double](repeating: 0, count: Surrounding.allCases.count)
        /// By the stem of a word, or the stems of two words near each other, joined by a plus sign between blanks.
        public var words: [String: Double] = [:]
        /// By the words that matched a label, in lower case; added once where they stand in a passage.
        public var matched: [String: Double] = [:]
        /// The probability from which on a passage is probably about the topic; nothing before there are enough decisions.
        public var threshold: Double?
        /// Whether it speaks only of passages that the shipped weights link already: where hardly any others were rejected,
        /// nobody knows how many should not be linked.
        public var onlyLinked = false
        /// How many decisions there were.
        public var accepted = 0
        public var rejected = 0

        public init() {}
    }

    /// What is learned of the passages around, beside words.
    public enum Surrounding: String, Hashable, Sendable, CaseIterable {
        /// The shipped probability of the passage before.
        case before = "learned-before"
        case after = "learned-after"
        /// The mean of the article's.
        case article = "learned-article"
        /// That any passage of the article is probably about it.
        case anywhere = "learned-anywhere"
        case first = "learned-first-passage"
        /// That the title or the deck speaks of it.
        case announced = "learned-title"
    }

    public internal(set) var topics: [TopicID: Topic] = [:]
    /// By topic and words in lower case, the decisions on passages where they matched a label.
    public internal(set) var labels: [TopicID: [String: LabelCount]] = [:]
    public internal(set) var settings: LearningSettings

    /// Decisions on passages where the words of a label stood.
    public struct LabelCount: Hashable, Sendable {
        public var accepted: Int
        public var rejected: Int
    }

    /// A model that has learned nothing.
    public init(settings: LearningSettings = .none) { self.settings = settings }

    public static let untrained = TopicModel()

    public var isEmpty: Bool { topics.isEmpty && labels.isEmpty }
}
