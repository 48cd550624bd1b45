import Articles

/// Tags articles one after the other. Used by one thread at a time; the result for an article does not depend on those
/// before.
public final class TaggingSession {
    /// The most languages whose words are kept.
    private static let mostLanguages = 4

    /// The most topics of a provision that all count where its title names none of them.
    private static let mostUntold = 2

    private let tagger: Tagger
    private var scorer: Scorer
    /// What the provisions met so far are about.
    private var titled: [ProvisionID: Set<Int>] = [:]
    private var matchers: [(language: String, matcher: Matcher, words: WordReader)] = []

    init(_ tagger: Tagger) {
        self.tagger = tagger
        scorer = Scorer(
            weights: tagger.weights, acronyms: tagger.vocabulary.acronyms, reliability: tagger.learned.reliability,
            specificity: tagger.specificity)
    }

    /// The links that are at least `standing`: those of the whole article first, then by passage, the strongest first.
    /// Linear in the article's length.
    public func tag(_ article: Article, including standing: TopicLink.Standing = .probable) -> [TopicLink] {
        tagging(of: article, including: standing).links
    }

    /// The same with all that the article cites.
    public func tagging(of article: Article, including standing: TopicLink.Standing = .probable) -> Tagging {
        let possible = tagger.weights.possible
        let citations = tagger.citationFinder.citations(in: article)
        let links = links(article, citing: citations).filter {
            $0.standing == .probable || (standing == .possible && $0.explanation.probability >= possible)
        }
        return Tagging(links, citations: Tagging.provisions(of: citations))
    }

    /// The topics of a lone passage under a title, without an article, the strongest first.
    public func tag(passage text: String, title: String = "", language: String? = "en") -> [TopicLink] {
        tag(Article(title: title, language: language, blocks: [Block(.paragraph, text)]))
    }

    /// All links with any evidence, whatever their probability.
    func links(_ article: Article) -> [TopicLink] { links(article, citing: tagger.citationFinder.citations(in: article)) }

    private func links(_ article: Article, citing citations: [Citation]) -> [TopicLink] {
        let (matcher, words) = matcher(for: tagger.language(of: article))
        var reading = reading(article, matcher)
        if !tagger.learned.isEmpty {
            tagger.learned.apply(to: &reading) { words.words(in: $0, matcher) }
        }
        var citations = citations[...]
        return reading.kickers.map { kickerLink($0) }
            + reading.blocks.flatMap { cited(&citations, at: $0.passage) + links(of: $0) }
    }

    /// What the shipped weights make of an article under given reliabilities of labels, and the words of its blocks.
    func reading(
        _ article: Article, reliability: LabelReliability
    ) -> (reading: ArticleReading, words: [PassageWords<String>]) {
        let (matcher, words) = matcher(for: tagger.language(of: article))
        let kept = scorer.reliability
        scorer.reliability = reliability
        defer { scorer.reliability = kept }
        let reading = reading(article, matcher)
        return (reading, reading.blocks.map { words.words(in: $0.text, matcher) })
    }

    private func reading(_ article: Article, _ matcher: Matcher) -> ArticleReading {
        let parts = read(article, matcher)
        let kickers = kickerTopics(article, matcher)
        let context = ArticleContext(parts, coverage: tagger.coverage, kickers: kickers)
        let offsets = article.blockRanges
        var blocks: [ArticleReading.Block] = []
        for (part, findings) in zip(parts, context.weighed) {
            guard case .block(let place) = part.place else { continue }
            let explanations = explanations(part, findings, at: offsets[place]) { topic in
                context.factors(topic, block: place, isHeading: part.isHeading)
            }
            blocks.append(ArticleReading.Block(passage: offsets[place], text: part.text, explanations: explanations))
        }
        return ArticleReading(blocks: blocks, kickers: kickers, announced: context.title.union(context.deck))
    }

    private func matcher(for language: String) -> (Matcher, WordReader) {
        if let known = matchers.first(where: { $0.language == language }) { return (known.matcher, known.words) }
        let matcher = Matcher(index: tagger.index(for: language), weights: tagger.weights)
        if matchers.count == Self.mostLanguages { matchers.removeFirst() }
        matchers.append((language, matcher, WordReader()))
        return (matcher, matchers[matchers.count - 1].words)
    }

    /// The article's texts with what is found in them, acronyms decided.
    private func read(_ article: Article, _ matcher: Matcher) -> [ArticlePart] {
        var parts = ArticlePart.parts(of: article)
        for place in parts.indices {
            parts[place].findings = parts[place].text.withUTF8 { text in
                let findings = matcher.findings(in: text)
                return tagger.silenced.isEmpty ? findings : findings.filter { !isSilenced($0, text) }
            }
            parts[place].stems = matcher.stemsRead
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

    private func isSilenced(_ finding: Finding, _ text: Bytes.Text) -> Bool {
        tagger.silenced.contains(LabelReliability.Key(topic: finding.topic, words: Bytes.lowered(text[finding.range])))
    }

    private func weakened(_ finding: Finding) -> Finding {
        var finding = finding
        finding.value = tagger.weights.common
        finding.isCommon = true
        finding.isUndecided = true
        return finding
    }

    // MARK: Kickers

    /// What the category lines of an article say, each once, in their order: the vocabulary's entry, a topic's label, or a
    /// category that only this publisher has.
    public func categories(of article: Article) -> [ArticleCategory] {
        let (matcher, _) = matcher(for: tagger.language(of: article))
        var seen: Set<String> = []
        var categories: [ArticleCategory] = []
        for line in article.kickers {
            guard categories.count < ArticleCategory.Limit.count, let name = ArticleCategory.name(of: line),
                seen.insert(Kicker.key(name)).inserted
            else { continue }
            if let kicker = tagger.vocabulary.kicker(named: name) {
                categories.append(ArticleCategory(kicker))
            } else {
                var topics: [TopicID] = []
                for topic in labelled(name, matcher).map({ tagger.vocabulary.topics[$0].id }) where !topics.contains(topic) { topics.append(topic) }
                categories.append(ArticleCategory(name: name, parent: nil, topics: topics, isListed: false))
            }
        }
        return categories
    }

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
        let statement = Explanation.Factor(.context(.kicker), contribution: tagger.weights.kickerOfArticle)
        return TopicLink(
            passage: Passage(start: 0, end: 0), topic: tagger.vocabulary.topics[topic].id, origin: .kicker,
            explanation: Explanation(
                prior: tagger.weights.prior, evidence: [], context: [statement], threshold: tagger.weights.threshold))
    }

    // MARK: Citations

    /// The links for those at the head of `citations` that stand in `passage`, which are taken off with all before it.
    private func cited(_ citations: inout ArraySlice<Citation>, at passage: Range<Int>) -> [TopicLink] {
        citations = citations.drop { $0.range.lowerBound < passage.lowerBound }
        let inside = citations.prefix { $0.range.lowerBound < passage.upperBound }
        guard !inside.isEmpty else { return [] }
        citations = citations.dropFirst(inside.count)
        return tagger.citationLinker.links(inside, passage: Passage(passage), own: { self.ownTopics(of: $0) }) {
            tagger.learned.threshold($0)
        }
    }

    /// Of the topics that stand for a provision, those with a label in its title; where that tells none apart and there are
    /// few, all.
    private func ownTopics(of provision: ProvisionID) -> Set<Int> {
        if let known = titled[provision] { return known }
        let linker = tagger.citationLinker
        let topics = linker.topics(standingFor: provision).filter { !linker.isInstrument($0, provision.treaty) }
        var title = tagger.vocabulary.provision(provision)?.title ?? ""
        let (matcher, _) = matcher(for: "en")
        let spoken = title.withUTF8 { text in
            tagger.coverage.weighed(matcher.findings(in: text), asides: [], in: text).filter(\.isTelling).map(\.finding.topic)
        }
        let named = Set(topics).intersection(spoken)
        let own = named.isEmpty && topics.count <= Self.mostUntold ? Set(topics) : named
        titled[provision] = own
        return own
    }

    // MARK: Blocks

    private func explanations(
        _ part: ArticlePart, _ findings: [WeighedFinding], at passage: Range<Int>, context: (Int) -> [ContextFactor]
    ) -> [Int: Explanation] {
        guard !findings.isEmpty else { return [:] }
        let ordered = findings.sorted { $0.finding.topic < $1.finding.topic }
        var explanations: [Int: Explanation] = [:]
        var text = part.text
        text.withUTF8 { bytes in
            var rest = ordered[...]
            while let topic = rest.first?.finding.topic {
                let group = rest.prefix { $0.finding.topic == topic }
                rest = rest.dropFirst(group.count)
                explanations[topic] = scorer.explanation(
                    group, text: bytes, offset: passage.lowerBound, context: context(topic))
            }
        }
        return explanations
    }

    /// The strongest first.
    private func links(of block: ArticleReading.Block) -> [TopicLink] {
        let scored = block.explanations.map { (topic: $0.key, explanation: $0.value, score: $0.value.score) }
        return scored.sorted { $0.score != $1.score ? $0.score > $1.score : $0.topic < $1.topic }.map { topic, explanation, _ in
            TopicLink(
                passage: Passage(block.passage), topic: tagger.vocabulary.topics[topic].id, origin: .engine,
                explanation: explanation)
        }
    }
}
