extension Vocabulary {
    /// Reads a vocabulary. An entry that cannot be used is left out, or kept without what is wrong with it; every fault is
    /// among the problems, in the order of the files: treaties, provisions, topics, kickers, acronyms.
    public static func read(_ tables: VocabularyTables) -> (vocabulary: Vocabulary, problems: [VocabularyError]) {
        var loader = VocabularyLoader()
        let vocabulary = loader.load(tables)
        return (vocabulary, loader.problems)
    }

    /// Reads a vocabulary that must be free of faults; throws the first one.
    public init(_ tables: VocabularyTables) throws(VocabularyError) {
        let (vocabulary, problems) = Self.read(tables)
        if let problem = problems.first { throw problem }
        self = vocabulary
    }

    /// The vocabulary that comes with the program. It is read when it is first asked for.
    public static let builtIn: Vocabulary = read(.builtIn).vocabulary
}

extension VocabularyTables {
    /// The files that come with the program, as they are in the binary.
    public static var builtIn: VocabularyTables {
        VocabularyTables(
            topics: file("topics.tsv", BuiltInTables.topics), treaties: file("treaties.tsv", BuiltInTables.treaties),
            provisions: file("provisions.tsv", BuiltInTables.provisions), kickers: file("kickers.tsv", BuiltInTables.kickers),
            acronyms: file("acronyms.tsv", BuiltInTables.acronyms))
    }

    private static func file(_ name: String, _ text: StaticString) -> VocabularyFile {
        text.withUTF8Buffer { VocabularyFile(name: name, bytes: Array($0)) }
    }
}
