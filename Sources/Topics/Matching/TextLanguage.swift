import Text

/// The language that an article's words are matched in.
enum TextLanguage {
    /// The primary subtag of a BCP 47 tag, in lower case.
    static func subtag(_ tag: String) -> String {
        tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    }

    static func isStemmed(_ subtag: String) -> Bool { Language(tag: subtag) != .other }

    /// A guess from the first few thousand letters: by the script where it tells, else by the commonest words of French and
    /// Spanish; English where nothing speaks for another.
    static func guess(_ texts: some Sequence<String>) -> String {
        var counts = Counts()
        for text in texts {
            counts.add(text)
            if counts.letters > 4_000 { break }
        }
        return counts.verdict
    }

    private struct Counts {
        var letters = 0
        private var cyrillic = 0
        private var arabic = 0
        private var han = 0
        private var french = 0
        private var spanish = 0
        private var english = 0

        private static let frenchWords: Set<String> = [
            "le", "les", "des", "et", "une", "dans", "est", "pour", "que", "qui", "du", "au",
        ]
        private static let spanishWords: Set<String> = [
            "el", "los", "las", "y", "una", "en", "es", "para", "que", "por", "del", "con",
        ]
        private static let englishWords: Set<String> = [
            "the", "and", "of", "to", "in", "is", "for", "that", "on", "with", "was", "by",
        ]

        mutating func add(_ text: String) {
            let sample = text.unicodeScalars.prefix(4_000)
            for scalar in sample {
                switch scalar.value {
                case 0x400...0x52F: cyrillic += 1
                case 0x600...0x6FF, 0x750...0x77F: arabic += 1
                case 0x3400...0x4DBF, 0x4E00...0x9FFF: han += 1
                default: break
                }
                letters += 1
            }
            for word in String(String.UnicodeScalarView(sample)).lowercased().split(whereSeparator: { !$0.isLetter }) {
                let word = String(word)
                if Self.frenchWords.contains(word) { french += 1 }
                if Self.spanishWords.contains(word) { spanish += 1 }
                if Self.englishWords.contains(word) { english += 1 }
            }
        }

        var verdict: String {
            let scripts = [("ru", cyrillic), ("ar", arabic), ("zh", han * 2)]
            if let script = scripts.max(by: { $0.1 < $1.1 }), script.1 * 2 > letters - letters / 3 { return script.0 }
            if french > max(english, spanish) { return "fr" }
            return spanish > max(english, french) ? "es" : "en"
        }
    }
}
