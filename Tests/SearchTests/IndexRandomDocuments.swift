import Search
import TestSupport
import Text

@testable import Search

/// Small libraries from a seed, with what makes an index stumble: bursts, rare words, empty fields, ranges, languages.
struct IndexRandomDocuments {
    var random: SplitMix64
    var vocabulary: [String]

    init(seed: UInt64, words: Int = 120) {
        random = SplitMix64(seed: seed)
        vocabulary = []
        let syllables = ["ba", "co", "di", "fu", "ra", "me", "l", "nt", "é", "ß", "ing", "ed", "s", "er", "tion", "и", "中"]
        for _ in 0..<words {
            vocabulary.append((0..<Int.random(in: 1...4, using: &random)).map { _ in syllables.randomElement(using: &random) ?? "x" }.joined())
        }
    }

    mutating func text(_ words: Int) -> String {
        var text: [String] = []
        while text.count < words {
            let place = Int(Double(vocabulary.count) * Double.random(in: 0..<1, using: &random) * Double.random(in: 0..<1, using: &random))
            text.append(vocabulary[min(place, vocabulary.count - 1)])
            if Int.random(in: 0..<12, using: &random) == 0 { text.append(contentsOf: repeatElement(text[text.count - 1], count: 3)) }
        }
        return text.joined(separator: " ")
    }

    mutating func document(_ article: Int64, change: Int64 = 0) -> IndexedDocument {
        var parts: [IndexedDocument.Part] = []
        for field in TextField.allCases where field == .body || Int.random(in: 0..<3, using: &random) > 0 {
            let text = text(Int.random(in: 0...(field == .body ? 60 : 6), using: &random))
            parts.append(IndexedDocument.Part(field, text))
        }
        if Int.random(in: 0..<3, using: &random) == 0, let last = parts.last, last.text.utf8.count > 30 {
            let middle = last.text.utf8.count / 2
            parts[parts.count - 1].unsearched = [middle..<(middle + 9)]
            parts[parts.count - 1].headings = [0..<12]
        }
        return IndexedDocument(
            article: article, order: Int64.random(in: 0...1_000_000, using: &random), change: change,
            language: [Language.english, .english, .german, .other].randomElement(using: &random) ?? .english, parts: parts.shuffled(using: &random),
            keywords: [IndexKeyword(.language, ["en", "fr"].randomElement(using: &random) ?? "en"), IndexKeyword(.path, "a/\(article % 7)")])
    }

    /// Pairs of the frequent words and of some others, as English has them and as they are written.
    mutating func pairedStems() -> PairedStems {
        let words = vocabulary.prefix(12) + vocabulary.suffix(3)
        let stems = (words + WordAnalyser().words(in: words.joined(separator: " "), language: .english).map(\.stem)).map { Array($0.utf8) }
        let pairs = stems.flatMap { first in stems.map { (first, $0) } }
        return PairedStems(pairs.filter { _ in Int.random(in: 0..<3, using: &random) > 0 }.shuffled(using: &random))
    }

    mutating func documents(_ count: Int) -> [IndexedDocument] {
        (0..<count).map { document(Int64($0) * 3 + 1) }.shuffled(using: &random)
    }
}
