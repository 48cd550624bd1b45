import Articles

/// Tags articles one after the other. Used by one thread at a time; the result for an article does not depend on those
/// before.
public final class TaggingSession {
    /// The most languages whose words are kept.
    private static let mostLanguages = 4

    private let tagger: Tagger
    private let scorer: Scorer
    private var matchers: [(language: String, matcher: Matcher)] = []

    init(_ tagger: Tagger) {
        self.tagger = tagger
        scorer = Scorer(weights: tagger.weights)
    }

    /// The links whose probability reaches the threshold: those of the whole article first, then by passage, the
    /// strongest first. Linear in the article's length.
    public func tag(_ article: Article) -> [TopicLink] {
        links(article).filter { $0.explanation.probability >= $0.explanation.threshold }
    }

    /// The topics of a lone passage under a title, without an article, the strongest first.
    public func tag(passage text: String, title: String = "", language: String? = "en") -> [TopicLink] {
        tag(Article(title: title, language: language, blocks: [Block(.paragraph, text)]))
    }

    /// All links with any evidence, whatever their probability.
    func links(_ article: Article) -> [TopicLink] {
        let matcher = matcher(for: tagger.language(of: article))
        let parts = read(article, matcher)
        let kickers = kickerTopics(article, matcher)
        var links = kickers.map { kickerLink($0) }
        let context = ArticleContext(parts, coverage: tagger.coverage, kickers: kickers)
        let offsets = article.blockRanges
        let citations = tagger.citationFinder.citations(in: article)
        for (part, findings) in zip(parts, context.weighed) {
            guard case .block(let place) = part.place else { continue }
            links += cited(citations, at: offsets[place])
            guard !findings.isEmpty else { continue }
            links += self.links(part, findings, at: offsets[place]) { topic in
                context.factors(topic, block: place, isHeading: article.blocks[place].kind == .heading)
            }
        }
        return links
    }

    private func matcher(for language: String) -> Matcher {
        if let place = matchers.firstIndex(where: { $0.language == language }) { return matchers[place].matcher }
        let matcher = Matcher(index: tagger.index(for: language), weights: tagger.weights)
        if matchers.count == Self.mostLanguages { matchers.removeFirst() }
        matchers.append((language, matcher))
        return matcher
    }

    /// The article's texts with what is found in them, acronyms decided.
    private func read(_ article: Article, _ matcher: Matcher) -> [ArticlePart] {
        var parts = ArticlePart.parts(of: article)
        for place in parts.indices {
            parts[place].findings = parts[place].text.withUTF8 { matcher.findings(in: $0) }
        }
        let resolver = AcronymResolver(acronyms: tagger.vocabulary.acronyms, parts: parts, matcher: matcher)
        for place in parts.indices {
            parts[place].findings = parts[place].findings.compactMap { finding in
                guard let acronym = finding.acronym else { return finding }
                switch resolver.verdict(acronym, part: place) {
                case .means: return finding
                case .mayMean: return weakened(finding)
                case .meansOther: return nil
                }
            }
        }
        return parts
    }

    private func weakened(_ finding: Finding) -> Finding {
        var finding = finding
        finding.value = tagger.weights.common
        finding.isCommon = true
        return finding
    }

    // MARK: Kickers

    /// The topics that the category lines stand for: as the vocabulary says, else those with a label that is the whole
    /// line.
    private func kickerTopics(_ article: Article, _ matcher: Matcher) -> [Int] {
        var topics: [Int] = []
        for line in article.kickers {
            let named = tagger.vocabulary.kicker(named: line).map { $0.topics.compactMap { tagger.vocabulary.place(of: $0) } }
            for topic in named ?? labelled(line, matcher) where !topics.contains(topic) { topics.append(topic) }
        }
        return topics
    }

    private func labelled(_ line: String, _ matcher: Matcher) -> [Int] {
        var line = line
        let findings = line.withUTF8 { matcher.findings(in: $0) }
        return findings.filter { matcher.coversAll($0.range) && $0.acronym == nil }.map(\.topic)
    }

    private func kickerLink(_ topic: Int) -> TopicLink {
        let statement = Explanation.Factor(name: ContextFactor.kicker.rawValue, contribution: tagger.weights.kickerOfArticle)
        return TopicLink(
            passage: Passage(start: 0, end: 0), topic: tagger.vocabulary.topics[topic].id, origin: .kicker,
            explanation: Explanation(
                prior: tagger.weights.prior, evidence: [], context: [statement], threshold: tagger.weights.threshold))
    }

    // MARK: Citations

    private func cited(_ citations: [Citation], at passage: Range<Int>) -> [TopicLink] {
        let inside = citations.filter { passage.contains($0.range.lowerBound) && !$0.provisions.isEmpty }
        guard !inside.isEmpty else { return [] }
        return tagger.citationLinker.links(inside, passage: Passage(passage)) { _ in tagger.weights.threshold }
    }

    // MARK: Blocks

    private func links(
        _ part: ArticlePart, _ findings: [WeighedFinding], at passage: Range<Int>, context: (Int) -> [ContextFactor]
    ) -> [TopicLink] {
        let ordered = findings.sorted { $0.finding.topic < $1.finding.topic }
        var links: [TopicLink] = []
        var text = part.text
        text.withUTF8 { bytes in
            var rest = ordered[...]
            while let topic = rest.first?.finding.topic {
                let group = rest.prefix { $0.finding.topic == topic }
                rest = rest.dropFirst(group.count)
                let explanation = scorer.explanation(group, text: bytes, offset: passage.lowerBound, context: context(topic))
                guard let explanation else { continue }
                links.append(
                    TopicLink(
                        passage: Passage(passage), topic: tagger.vocabulary.topics[topic].id, origin: .engine,
                        explanation: explanation))
            }
        }
        let scores = links.map(\.explanation.score)
        return links.indices.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }.map { links[$0] }
    }
}
