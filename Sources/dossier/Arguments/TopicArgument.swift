import Library
import Text
import Topics

/// A topic as a person names it: its id, its code or its label.
struct TopicArgument {
    /// No topic is called so.
    struct Failure: ExplainedError {
        var name: String

        var what: String { "topic «\(name)»" }
        var why: String { "the vocabulary has none of that name" }
        var remedy: String { "give its id, as `dossier topics` prints it, its code or its label" }
    }

    let name: String

    init(_ name: String) { self.name = name }

    /// Compared without regard to upper and lower case. One that is only known by decisions of `library` is found by its id.
    func topic(in vocabulary: Vocabulary, or library: Library) throws -> TopicID {
        let lowered = name.lowercased()
        if let topic = vocabulary.topic(TopicID(lowered)) ?? vocabulary.topic(code: name.uppercased()) { return topic.id }
        let labelled = vocabulary.topics.first { topic in
            topic.labels.contains { $0.kind == .preferred && $0.text.lowercased() == lowered }
        }
        if let labelled { return labelled.id }
        guard try !library.decisions(DecisionFilter(topic: TopicID(name), limit: 1)).isEmpty else { throw Failure(name: name) }
        return TopicID(name)
    }
}
