import Topics

extension LibraryOptions {
    /// What a program takes: its environment, the system's clock, and the order of topics in a vocabulary, which is
    /// first asked for when a topic's place is, so that opening a library does not wait for it.
    public init(environment: [String: String], vocabulary: @escaping @Sendable @autoclosure () -> Vocabulary) {
        self.init(
            environment: environment, broaderTopics: { vocabulary().ancestors(of: $0) },
            topicName: { vocabulary().topic($0)?.label ?? $0.rawValue },
            provisions: { TopicProvisions(of: $0, in: vocabulary()) })
    }
}
