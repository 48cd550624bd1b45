/// The ways in which a label with compound words may be written: «cyber-crime» and «cyber crime» are the same words to the lexicon,
/// «cybercrime» is another.
struct LabelWritings {
    struct Variant: Hashable {
        var text: String
        /// The number of words of the label as it is in the vocabulary.
        var wordCount: Int
    }

    /// Words that stand alone in some label, in lower case: where two of them make up a third, that may be written as two.
    private let words: Set<String>

    init(_ labels: [String]) {
        words = Set(labels.flatMap { Self.parts(of: $0).map(\.word) })
    }

    /// The label with one hyphen left out, with the blank of a two-word label left out, and with one compound of two known words
    /// written as two. Without the label itself.
    func variants(of label: String) -> [Variant] {
        let parts = Self.parts(of: label)
        guard parts.count <= 4, parts.allSatisfy({ part in part.word.utf8.allSatisfy { $0 < 0x80 } }) else { return [] }
        let count = parts.count
        var variants: Set<String> = []
        for place in parts.indices.dropFirst() where parts[place].isHyphenated || count == 2 {
            variants.insert(Self.join(parts, mergedAt: place))
        }
        for place in parts.indices {
            guard let (head, tail) = halves(of: parts[place].word) else { continue }
            variants.insert(Self.join(parts[..<place].map(\.word) + [head, tail] + parts[(place + 1)...].map(\.word)))
        }
        return variants.subtracting([label.lowercased()]).sorted().map { Variant(text: $0, wordCount: count) }
    }

    /// The two known words that a compound is made of.
    private func halves(of word: String) -> (String, String)? {
        guard word.utf8.count >= 7 else { return nil }
        for length in 3...(word.utf8.count - 3) {
            let head = String(word.prefix(length))
            let tail = String(word.dropFirst(length))
            if words.contains(head), words.contains(tail) { return (head, tail) }
        }
        return nil
    }

    private struct Part {
        var word: String
        /// That a hyphen and nothing else parts it from the word before.
        var isHyphenated: Bool
    }

    private static func parts(of label: String) -> [Part] {
        var parts: [Part] = []
        for word in label.lowercased().split(whereSeparator: { $0.isWhitespace || $0 == "(" || $0 == ")" || $0 == "/" || $0 == "," }) {
            for (place, piece) in word.split(separator: "-").enumerated() {
                parts.append(Part(word: String(piece), isHyphenated: place > 0))
            }
        }
        return parts
    }

    private static func join(_ parts: [Part], mergedAt place: Int) -> String {
        let words = parts.map(\.word)
        return join(Array(words[..<(place - 1)]) + [words[place - 1] + words[place]] + Array(words[(place + 1)...]))
    }

    private static func join(_ words: [String]) -> String { words.joined(separator: " ") }
}
