/// Words without a meaning of their own, which count for nothing in a label.
enum StopWords {
    /// Folded, by the language's BCP 47 subtag.
    static func of(_ language: String) -> Set<String> {
        switch language {
        case "en": english
        case "fr": french
        case "es": spanish
        default: []
        }
    }

    private static let english: Set<String> = [
        "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with", "your",
    ]
    private static let french: Set<String> = [
        "a", "au", "aux", "de", "des", "du", "en", "et", "l", "d", "la", "le", "les", "par", "pour", "sur", "un", "une",
    ]
    private static let spanish: Set<String> = [
        "a", "al", "con", "de", "del", "e", "el", "en", "la", "las", "los", "o", "para", "por", "un", "una", "y",
    ]
}
