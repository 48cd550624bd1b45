/// What a passage can be about: an entry of the vocabulary.
public struct Topic: Hashable, Sendable, Identifiable {
    public var id: TopicID
    /// One to six capital letters, digits or hyphens, for narrow columns. Unique in a vocabulary.
    public var code: String
    /// The topic above it; nothing for a root.
    public var broader: TopicID?
    /// In the order of the vocabulary, the preferred English one first.
    public var labels: [Label]
    /// The provisions of treaties and laws that it stands for, ranges written out.
    public var provisions: [ProvisionID]
    /// Topics to look at beside it; each of them names it too.
    public var related: [TopicID]

    public init(
        id: TopicID, code: String, broader: TopicID?, labels: [Label], provisions: [ProvisionID], related: [TopicID] = []
    ) {
        self.id = id
        self.code = code
        self.broader = broader
        self.labels = labels
        self.provisions = provisions
        self.related = related
    }

    /// The preferred English label, else the first preferred one; the id where there is none.
    public var label: String { label(in: "en") ?? labels.first { $0.kind == .preferred }?.text ?? id.rawValue }

    /// The preferred label in a language, given by its BCP 47 subtag. Linear in the number of labels.
    public func label(in language: String) -> String? {
        labels.first { $0.kind == .preferred && $0.language == language }?.text
    }
}
