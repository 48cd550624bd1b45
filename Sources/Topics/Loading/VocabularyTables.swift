/// A file of the vocabulary, as bytes: tab-separated columns named by the first line that is neither empty nor starts
/// with `#`. The head of each built-in file says what its columns hold.
public struct VocabularyFile: Sendable {
    /// As it is named in errors.
    public var name: String
    public var bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    public init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }
}

/// The five files of a vocabulary.
public struct VocabularyTables: Sendable {
    public var topics: VocabularyFile
    public var treaties: VocabularyFile
    public var provisions: VocabularyFile
    public var kickers: VocabularyFile
    public var acronyms: VocabularyFile

    public init(
        topics: VocabularyFile, treaties: VocabularyFile, provisions: VocabularyFile, kickers: VocabularyFile,
        acronyms: VocabularyFile
    ) {
        self.topics = topics
        self.treaties = treaties
        self.provisions = provisions
        self.kickers = kickers
        self.acronyms = acronyms
    }
}
