import Articles
import Library
import Synchronization
import Topics

extension Learning {
    /// A library of fewer articles says nothing about how common words are.
    public static let fewestArticles = 200
    /// The most articles that are counted, taken evenly from the whole library: their tagging takes less than a second.
    private static let mostArticles = 2_000
    private static let setting = "library-statistics"

    /// How common the words of labels are, and among how many articles that was counted.
    struct WordCount: Hashable {
        var articles = 0
        var statistics = LibraryStatistics.none
    }

    /// What was counted last; what was written otherwise is as if nothing was.
    func keptWordCount() throws -> WordCount {
        let text = try library.setting(Self.setting) ?? ""
        let parts = text.split(separator: "\n", maxSplits: 1)
        guard parts.count == 2, let articles = Int(parts[0]), let statistics = LibraryStatistics(text: String(parts[1])) else {
            return WordCount()
        }
        return WordCount(articles: articles, statistics: statistics)
    }

    func keep(_ count: WordCount) throws {
        let text = count.statistics.isEmpty ? nil : "\(count.articles)\n\(count.statistics.text)"
        try library.setSetting(Self.setting, text)
    }

    /// Whether the library is no longer what was counted: half as many articles again, a third fewer, or a first count. Only
    /// then, since with other counts every article is tagged anew.
    func isDue(_ count: WordCount) throws -> Bool {
        let articles = try library.counts().articles
        guard articles >= Self.fewestArticles else { return !count.statistics.isEmpty }
        return articles * 2 > count.articles * 3 || articles * 3 < count.articles * 2
    }

    /// Counts now, and tags with it from now on.
    func countWords(_ isCancelled: () -> Bool) throws {
        let known = try current()
        guard let count = try countedWords(known.vocabulary, isCancelled), count != known.words else { return }
        try keep(count)
        turn.withLock { _ in
            state.withLock { state in
                guard var current = state.current else { return }
                current.words = count
                current.tagger = current.tagger(with: current.tagger.tagger.model)
                state.current = current
            }
        }
    }

    /// A function of the library's articles and the vocabulary alone: what was learned has no part in it. Nothing where it
    /// was cancelled.
    func countedWords(_ vocabulary: Vocabulary, _ isCancelled: () -> Bool) throws -> WordCount? {
        let articles = try library.order()
        guard articles.count >= Self.fewestArticles else { return WordCount() }
        let chosen = min(articles.count, Self.mostArticles)
        let session = Tagger(vocabulary: vocabulary).session()
        var count = WordCount(articles: articles.count)
        for number in 0..<chosen {
            guard !isCancelled() else { return nil }
            do {
                let article = try library.article(articles[number * articles.count / chosen]).article
                count.statistics.add(passages: article.blocks.count, links: session.tag(article, including: .possible))
            } catch LibraryError.unknownArticle {
                // Another process took it away meanwhile.
            }
        }
        return count
    }
}
