import Articles
import Glibc
import Topics

/// Makes articles that look like those of the field, from a seed: about 500 words each, word frequencies as in real text
/// (a Zipf–Mandelbrot law), and words that come in bursts: each article has a few themes, a theme brings its own words
/// and the labels of a topic. The article at an index depends on the seed and the index alone.
public struct ArticleMaker: Sendable {
    private let seed: UInt64
    private let words: WordList
    private let themes: [Theme]
    private let wordsAnArticle: Int

    /// What a theme adds to an article.
    private struct Theme: Sendable {
        var labels: [String]
        var words: [Int]
    }

    /// - Parameters:
    ///   - vocabulary: how many different words there are.
    ///   - wordsAnArticle: the mean length; articles have from a half to one and a half of it.
    public init(seed: UInt64, vocabulary: Int = 60_000, wordsAnArticle: Int = 500, topics: Vocabulary) {
        self.seed = seed
        self.wordsAnArticle = wordsAnArticle
        words = WordList(count: vocabulary)
        var generator = SplitMix64(seed: seed ^ 0x7E3E)
        let vocabulary = words.count
        themes = topics.topics.map { topic in
            let labels = topic.labels.lazy.filter { $0.language == "en" && !$0.isCommon }.map(\.text).prefix(7)
            return Theme(labels: labels.isEmpty ? [topic.label] : Array(labels), words: (0..<40).map { _ in 200 + generator.number(below: vocabulary - 200) })
        }
    }

    /// The article at `index`, and the name of the file that holds it.
    public func article(_ index: Int) -> (file: String, article: Article) {
        var generator = SplitMix64(seed: seed &+ UInt64(index) &* 0x9E37_79B9)
        _ = generator.next()
        let chosen = (0..<(1 + generator.number(below: 3))).map { _ in generator.pick(themes) }
        let title = self.title(chosen, index, &generator)
        let length = wordsAnArticle / 2 + generator.number(below: wordsAnArticle)
        var blocks: [Block] = []
        var written = 0
        while written < length {
            let (text, count) = paragraph(chosen, &generator)
            blocks.append(Block(.paragraph, text))
            written += count
        }
        let days = generator.number(below: 4 * 365)
        let date = ArticleDate(timestamp: 1_672_531_200 + Int64(days) * 86_400 + Int64(generator.number(below: 86_400)))
        let article = Article(
            title: title, deck: sentence(chosen, &generator).text,
            kickers: [generator.pick(["Cybercrime", "Fraud Management & Cybercrime", "Ransomware", "Phishing", "Compliance"])],
            publisher: generator.pick(["Example Wire", "Example Gazette", "Field Notes"]),
            published: date.withoutTime, language: "en", blocks: blocks)
        return ("made/\(index / 1_000)/\(index).txt", article)
    }

    private func title(_ themes: [Theme], _ index: Int, _ generator: inout SplitMix64) -> String {
        let label = generator.pick(themes[0].labels)
        let tail = (0..<(3 + generator.number(below: 5))).map { _ in word(themes, &generator) }.joined(separator: " ")
        return "\(label.prefix(1).uppercased() + label.dropFirst()): \(tail) \(index)"
    }

    private func paragraph(_ themes: [Theme], _ generator: inout SplitMix64) -> (text: String, words: Int) {
        var sentences: [String] = []
        var count = 0
        for _ in 0..<(2 + generator.number(below: 4)) {
            let (text, words) = sentence(themes, &generator)
            sentences.append(text)
            count += words
        }
        return (sentences.joined(separator: " "), count)
    }

    private func sentence(_ themes: [Theme], _ generator: inout SplitMix64) -> (text: String, words: Int) {
        let length = 8 + generator.number(below: 20)
        var text = ""
        for place in 0..<length {
            var next = word(themes, &generator)
            if generator.number(below: 25) == 0 { next = generator.pick(generator.pick(themes).labels) }
            if place == 0 { next = next.prefix(1).uppercased() + next.dropFirst() } else { text += " " }
            text += next
        }
        return (text + ".", length)
    }

    /// A word: one in six from the themes, else by rank.
    private func word(_ themes: [Theme], _ generator: inout SplitMix64) -> String {
        if generator.number(below: 6) == 0 { return words[generator.pick(generator.pick(themes).words)] }
        return words[rank(generator.fraction())]
    }

    /// The rank of a word by the inverse of the continuous Zipf law with exponent 1: count^u - 1.
    private func rank(_ fraction: Double) -> Int {
        min(words.count - 1, max(0, Int(pow(Double(words.count), fraction)) - 1))
    }
}
