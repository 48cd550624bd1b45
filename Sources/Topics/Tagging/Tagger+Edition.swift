import Text

extension Tagger {
    /// Raised by hand whenever the code would tag an article otherwise than before.
    private static let method = 3

    /// Another number whenever the built-in vocabulary or the way of tagging is another, so that a library knows which of
    /// its articles to tag anew. Costs a digest of the vocabulary's tables, less than a millisecond.
    public static var edition: Int {
        let tables = VocabularyTables.builtIn
        let files = [tables.topics, tables.treaties, tables.provisions, tables.kickers, tables.acronyms]
        let bytes = files.flatMap(\.bytes) + Array("method \(method)".utf8)
        let digest = bytes.withUnsafeBytes { ContentHash(of: $0).hexadecimal }
        // 48 bits: what a library keeps as a number, and never the 0 of one that knows no tagger.
        return (Int(digest.prefix(12), radix: 16) ?? 0) | 1
    }
}
