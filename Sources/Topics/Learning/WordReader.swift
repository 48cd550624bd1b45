import Text

/// Reads the words of passages that something can be learned from.
final class WordReader {
    /// Values of words rest on this many of them a passage, so that long passages count no more than short ones.
    private static let length = 5.0

    /// What each word of a passage with so many different ones counts, and each pair of them.
    static func share(of count: Int) -> Double { count == 0 ? 0 : length / Double(count).squareRoot() }

    private var known: [UInt32: String] = [:]
    private var generation = 0

    /// Linear in the text's length.
    func words(in text: String, _ matcher: Matcher) -> PassageWords<String> {
        var text = text
        let stems = text.withUTF8 { matcher.stems(in: $0) }
        if matcher.lexicon.generation != generation {
            known.removeAll()
            generation = matcher.lexicon.generation
        }
        return PassageWords(sequence: stems.compactMap { stem -> String? in
            let word = known[stem] ?? Self.learnable(matcher.lexicon.stem(stem))
            known[stem] = word
            return word.isEmpty ? nil : word
        })
    }

    /// The word, or nothing where it says nothing: numbers, letters alone, and the words that every text has.
    private static func learnable(_ stem: String) -> String {
        let bytes = stem.utf8
        guard bytes.count > 1, bytes.count <= 40, !bytes.allSatisfy({ Bytes.isDigit($0) || $0 == 0x2E || $0 == 0x2C }),
            !bytes.contains(0x09), !bytes.contains(0x0A), !common.contains(stem)
        else { return "" }
        return stem
    }

    private static let common: Set<String> = [
        "the", "a", "an", "and", "of", "to", "in", "is", "for", "that", "on", "with", "was", "by", "it", "as", "at", "be", "from",
        "are", "this", "these", "those", "have", "has", "had", "it's", "its", "not", "but", "or", "which", "they", "their", "them",
        "were", "been", "will", "he", "she", "his", "her", "who", "said", "say", "also", "more", "than", "can", "could", "would",
        "may", "might", "about", "into", "after", "before", "other", "some", "we", "our", "you", "your", "i", "there", "when",
        "what", "if", "so", "do", "did", "doe", "such", "one", "two", "new", "all", "any", "up", "out", "over", "use",
        "le", "la", "les", "de", "des", "du", "et", "une", "un", "dans", "est", "pour", "que", "qui", "au", "par", "sur",
        "el", "los", "las", "y", "una", "en", "es", "para", "por", "del", "con",
    ]
}

extension Matcher {
    /// The stems of the words in `text`, in its order.
    func stems(in text: Bytes.Text) -> [UInt32] {
        var stems: [UInt32] = []
        for piece in Self.pieces(of: text) {
            readTokens(UnsafeBufferPointer(rebasing: text[piece]))
            for token in tokens { stems.append(token.stem) }
            guard stems.count < Limit.findings else { break }
        }
        return stems
    }
}
