/// A vocabulary with files of the user's own, and what came of them.
public struct VocabularyExtension: Sendable {
    /// What a file can bring or change.
    public enum Entry: Hashable, Sendable {
        case topic(TopicID)
        /// The text in lower case.
        case label(TopicID, text: String, language: String)
        /// A label that is not matched any more, in lower case.
        case silenced(TopicID, text: String)
        /// A topic that is not looked for any more.
        case switchedOff(TopicID)
    }

    /// A line of a file.
    public struct Place: Hashable, Sendable {
        /// Among the files, from 0.
        public var file: Int
        /// From 1.
        public var line: Int
    }

    public var vocabulary: Vocabulary
    /// In the order of the files and their lines.
    public var problems: [VocabularyError]
    /// Where what the files brought stands; what is not in it is built in.
    public var places: [Entry: Place]

    /// Where the label stands in a file of the user's; nothing where it is built in.
    public func place(of label: Label, in topic: TopicID) -> Place? {
        places[.label(topic, text: label.text.lowercased(), language: label.language)]
    }

    /// Whether a topic is switched off.
    public func isOff(_ topic: TopicID) -> Bool { places[.switchedOff(topic)] != nil }

    /// Whether a label of the topic is switched off, itself or with the whole topic.
    public func isOff(_ label: String, of topic: TopicID) -> Bool {
        isOff(topic) || places[.silenced(topic, text: label.lowercased())] != nil
    }
}

extension Vocabulary {
    /// The vocabulary with a file of the user's own: topics, further labels, and labels switched off. An entry that cannot be
    /// used is left out, or kept without what is wrong with it, and reported with its line; the rest counts.
    /// ``UserVocabulary`` says what such a file looks like.
    public func adding(_ file: VocabularyFile) -> (vocabulary: Vocabulary, problems: [VocabularyError]) {
        let extended = adding([UserVocabulary(file)])
        return (extended.vocabulary, extended.problems)
    }

    /// The vocabulary with several files, of which the later ones win over the earlier. Linear in the size of the vocabulary
    /// and of the files.
    public func adding(_ files: [UserVocabulary]) -> VocabularyExtension {
        guard !files.isEmpty else { return VocabularyExtension(vocabulary: self, problems: [], places: [:]) }
        var builder = UserVocabularyBuilder(self, files)
        return builder.build()
    }
}

extension Vocabulary {
    /// The topic whose id is nearest to a mistyped one: at most two slips away. Nothing where none is.
    public func nearestTopic(to text: String) -> TopicID? {
        EditDistance.nearest(to: text.lowercased(), among: topics.lazy.map(\.id.rawValue)).map { TopicID($0) }
    }
}
