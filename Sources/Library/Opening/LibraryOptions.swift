import Articles
import Topics

/// What a library takes from outside: where things are, what time it is, and the order of topics.
public struct LibraryOptions: Sendable {
    /// Consulted for `XDG_STATE_HOME` and `HOME`.
    public var environment: [String: String]
    /// Keeps the database in the state directory even where the folder could hold it.
    public var usesStateDirectory: Bool
    /// Seconds since 1970.
    public var clock: @Sendable () -> Int64
    /// A new UUID in lower case.
    public var makeIdentifier: @Sendable () -> String
    /// Every topic above the given one, so that a list of a topic holds what is about narrower ones.
    public var broaderTopics: @Sendable (TopicID) -> [TopicID]
    /// The provisions of treaties and laws that a topic stands for.
    public var provisions: @Sendable (TopicID) -> TopicProvisions
    /// What a topic is called, for the words of actions; its id where nobody knows.
    public var topicName: @Sendable (TopicID) -> String
    /// For how long a call waits while another process writes, in seconds.
    public var patience: Double
    /// How many articles that the search index lacks a search takes in before it answers; where there are more, the answer
    /// says how many it leaves out.
    public var indexPatience: Int

    public init(
        environment: [String: String], usesStateDirectory: Bool = false,
        clock: @escaping @Sendable () -> Int64 = LibraryOptions.systemClock,
        makeIdentifier: @escaping @Sendable () -> String = LibraryOptions.randomIdentifier,
        broaderTopics: @escaping @Sendable (TopicID) -> [TopicID] = { _ in [] },
        topicName: @escaping @Sendable (TopicID) -> String = { $0.rawValue },
        provisions: @escaping @Sendable (TopicID) -> TopicProvisions = { _ in .none }, patience: Double = 5,
        indexPatience: Int = 1_000
    ) {
        self.environment = environment
        self.usesStateDirectory = usesStateDirectory
        self.clock = clock
        self.makeIdentifier = makeIdentifier
        self.broaderTopics = broaderTopics
        self.topicName = topicName
        self.provisions = provisions
        self.patience = patience
        self.indexPatience = indexPatience
    }
}
