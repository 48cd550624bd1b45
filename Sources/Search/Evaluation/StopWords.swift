/// Words that say how others belong together and nothing of what a text is about.
enum StopWords {
    /// Of English, as a question holds them. Folded.
    private static let english: Set<String> = [
        "a", "about", "above", "after", "again", "against", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "because",
        "been", "before", "being", "between", "both", "but", "by", "can", "could", "did", "do", "does", "doing", "done", "during", "each",
        "either", "for", "from", "further", "had", "has", "have", "having", "he", "her", "here", "him", "his", "how", "however", "i", "if",
        "in", "into", "is", "it", "its", "itself", "just", "may", "me", "might", "more", "most", "much", "must", "my", "no", "nor", "not",
        "of", "on", "one", "only", "or", "other", "our", "out", "over", "own", "same", "she", "should", "so", "some", "such", "than", "that",
        "the", "their", "them", "then", "there", "these", "they", "this", "those", "through", "to", "too", "under", "until", "up", "upon",
        "us", "very", "was", "we", "were", "what", "when", "where", "whether", "which", "while", "who", "whom", "why", "will", "with",
        "within", "without", "would", "you", "your",
    ]

    /// The parts of a question that tell what it is about; all of them where none does.
    static func telling(_ parts: [Query]) -> [Query] {
        let telling = parts.filter { !isFunctionWord($0) }
        return telling.isEmpty ? parts : telling
    }

    private static func isFunctionWord(_ query: Query) -> Bool {
        guard case .text(let text) = query, text.match == .stem else { return false }
        return isStop(text.words.lowercased().filter { $0.isLetter || $0 == "'" })
    }

    /// Whether the folded form `word` is one of these words.
    static func isStop(_ word: String) -> Bool { english.contains(word) }
}
