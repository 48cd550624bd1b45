import Articles
import Foundation
import LibraryMaker
import Topics

/// Measures the tagging engine with made articles.
struct TopicsBench {
    let seed: UInt64
    let runs: Int

    /// Made articles of prose, some 4 MB.
    private var prose: [Article] { (0..<1_000).map { maker.article($0).article } }
    /// Articles dense with citations, some 1 MB.
    private var commentary: [Article] { (0..<150).map { CitationTextMaker(seed: seed).article($0) } }
    private let maker: ArticleMaker

    init(seed: UInt64, runs: Int) {
        self.seed = seed
        self.runs = runs
        maker = ArticleMaker(seed: seed, topics: .builtIn)
    }

    // MARK: Speed

    func speed() {
        let tagger = Self.loaded(.builtIn)
        let prose = prose
        let commentary = commentary
        line("tagging, one core, prose", rate(prose, tagger))
        line("tagging, one core, text dense with citations", rate(commentary, tagger))
        line("citations alone, text dense with them", best(commentary) { _ = tagger.citationFinder.citations(in: $0) })
        let larger = Self.loaded(Self.larger(by: 1_000, seed))
        line("tagging, one core, prose, 1,000 labels more", rate(prose, larger))
    }

    private func rate(_ articles: [Article], _ tagger: Tagger) -> Double {
        let session = tagger.session()
        for article in articles { _ = session.tag(article) }
        return best(articles) { _ = session.tag($0) }
    }

    /// Megabytes in a second of this thread's processor time.
    private func best(_ articles: [Article], _ work: (Article) -> Void) -> Double {
        let bytes = Self.bytes(of: articles)
        var best = Double.infinity
        for _ in 0..<runs {
            let start = Self.processorTime()
            for article in articles { work(article) }
            best = min(best, Self.processorTime() - start)
        }
        return Double(bytes) / best / 1e6
    }

    /// A tagger that has been used in every language of the vocabulary.
    static func loaded(_ vocabulary: Vocabulary) -> Tagger {
        let tagger = Tagger(vocabulary: vocabulary)
        for language in Set(vocabulary.topics.flatMap(\.labels).map(\.language)).sorted() {
            _ = tagger.tag(Article(title: "", language: language, blocks: [Block(.paragraph, "Article 7")]))
        }
        return tagger
    }

    /// The built-in vocabulary and a hundred topics with ten labels each of two made-up words.
    private static func larger(by count: Int, _ seed: UInt64) -> Vocabulary {
        let words = WordList(count: 20_000)
        var generator = SplitMix64(seed: seed)
        func word() -> String { words[1_000 + Int.random(in: 0..<19_000, using: &generator)] }
        let lines = (0..<count / 10).map { topic in
            let labels = (0..<10).map { _ in word() + " " + word() }.joined(separator: " | ")
            return "topic: made-\(topic)\n  name: made topic \(topic)\n  label: \(labels)\n"
        }
        let (vocabulary, problems) = Vocabulary.builtIn.adding(VocabularyFile(name: "made.txt", text: lines.joined(separator: "\n")))
        for problem in problems.prefix(3) { report("made vocabulary: \(problem)") }
        return vocabulary
    }

    // MARK: Regular expressions

    /// The same labels as patterns of words, one after the other over a bounded amount of the same text.
    func regularExpressions() {
        let text = prose.prefix(4).flatMap { article in article.blocks.map(\.text) }.joined(separator: "\n\n")
        let labels = Set(Vocabulary.builtIn.topics.flatMap(\.labels).filter { $0.match != .never }.map(\.text)).sorted()
        let foundation = regularRate(text, labels.compactMap { label in
            try? NSRegularExpression(pattern: "\\b" + NSRegularExpression.escapedPattern(for: label), options: .caseInsensitive)
        }) { $0.numberOfMatches(in: text, range: NSRange(location: 0, length: text.utf16.count)) }
        let swift = regularRate(text, labels.prefix(40).compactMap { label in
            try? Regex("\\b" + NSRegularExpression.escapedPattern(for: label)).ignoresCase()
        }) { text.matches(of: $0).count } * 40 / Double(labels.count)
        let faster = foundation >= swift ? "NSRegularExpression" : "Swift's Regex"
        line("a loop of \(labels.count) regular expressions, \(faster)", max(foundation, swift))
        line("the same, \(foundation >= swift ? "Swift's Regex (from 40 of them)" : "NSRegularExpression")", min(foundation, swift))
    }

    private func regularRate<Pattern>(_ text: String, _ patterns: [Pattern], _ count: (Pattern) -> Int) -> Double {
        let start = Self.processorTime()
        var matches = 0
        for pattern in patterns { matches += count(pattern) }
        let time = Self.processorTime() - start
        return matches >= 0 ? Double(text.utf8.count) / time / 1e6 : 0
    }

    // MARK: Many articles

    /// The engine alone, on all processors.
    func retagging(_ count: Int) {
        let articles = (0..<count).map { maker.article($0).article }
        let tagger = Self.loaded(.builtIn)
        let workers = ProcessInfo.processInfo.activeProcessorCount
        var best = Double.infinity
        for _ in 0..<min(runs, 3) {
            let start = ContinuousClock.now
            DispatchQueue.concurrentPerform(iterations: workers) { worker in
                let session = tagger.session()
                for place in stride(from: worker, to: articles.count, by: workers) { _ = session.tag(articles[place]) }
            }
            best = min(best, (ContinuousClock.now - start).seconds)
        }
        report("tagging \(count) articles again, \(Self.bytes(of: articles) / 1_000_000) MB, \(workers) processors".padding(to: 60)
            + "\(Figures.rounded(best)) s")
    }

    /// Two thousand decisions, on the first topics that the engine sees in five hundred articles; every third is rejected.
    func refit() {
        let session = Self.loaded(.builtIn).session()
        var decided: [DecidedArticle] = []
        var count = 0
        while count < 2_000, decided.count < 10_000 {
            let (file, article) = maker.article(decided.count)
            let links = session.tag(article, including: .possible).filter { $0.origin == .engine }.prefix(min(4, 2_000 - count))
            let decisions = links.enumerated().map { Decision(passage: $1.passage, topic: $1.topic, isAccepted: (count + $0) % 3 > 0) }
            count += decisions.count
            decided.append(DecidedArticle(id: file, article: article, decisions: decisions))
        }
        let learner = Learner()
        var best = Double.infinity
        for _ in 0..<min(runs, 3) {
            let start = Self.processorTime()
            _ = learner.model(from: decided)
            best = min(best, Self.processorTime() - start)
        }
        report("refitting from \(count) decisions, one core".padding(to: 60) + "\(Figures.rounded(best)) s")
    }

    // MARK: Memory

    /// What the engine takes of memory that is backed by no file.
    func memory() {
        let articles = prose
        let before = Self.anonymousMemory()
        let tagger = Self.loaded(.builtIn)
        let made = Self.anonymousMemory()
        let session = tagger.session()
        for article in articles { _ = session.tag(article) }
        let used = Self.anonymousMemory()
        report("memory of the engine, all languages loaded".padding(to: 60) + "\(Figures.rounded(made - before)) MB")
        report("the same after tagging \(Self.bytes(of: articles) / 1_000_000) MB".padding(to: 60) + "\(Figures.rounded(used - before)) MB")
    }

    /// RssAnon of this process in megabytes.
    private static func anonymousMemory() -> Double {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("RssAnon") }),
            let kilobytes = Double(line.filter { $0.isNumber })
        else { return .nan }
        return kilobytes * 1_024 / 1e6
    }

    // MARK: Helpers

    private func line(_ name: String, _ rate: Double) { report(name.padding(to: 60) + "\(Figures.rounded(rate)) MB/s") }

    private static func bytes(of articles: [Article]) -> Int {
        articles.reduce(0) { sum, article in
            sum + article.title.utf8.count + (article.deck?.utf8.count ?? 0) + article.blocks.reduce(0) { $0 + $1.text.utf8.count }
        }
    }

    /// Of this thread, in seconds.
    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
