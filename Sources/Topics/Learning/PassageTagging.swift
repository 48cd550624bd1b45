import Articles

/// A passage by itself, as it is measured: its place in an article is known by that article's id alone.
public struct LonePassage: Hashable, Sendable {
    public var id: String
    /// Passages with the same are of one article.
    public var article: String
    public var title: String
    public var text: String

    public init(id: String, article: String, title: String, text: String) {
        self.id = id
        self.article = article
        self.title = title
        self.text = text
    }
}

/// A decision on a lone passage.
public struct LoneDecision: Hashable, Sendable {
    public var passage: LonePassage
    public var topic: TopicID
    public var isAccepted: Bool

    public init(passage: LonePassage, topic: TopicID, isAccepted: Bool) {
        self.passage = passage
        self.topic = topic
        self.isAccepted = isAccepted
    }
}

/// Tagging and learning without a library, so that both can be measured from outside.
public struct PassageTagging: Sendable {
    private let tagger: Tagger

    public init(_ tagger: Tagger) { self.tagger = tagger }

    /// With what the decisions teach.
    public init(
        vocabulary: Vocabulary = .builtIn, weights: Weights = .standard, settings: LearningSettings = .none,
        decisions: [LoneDecision] = []
    ) {
        let learner = Learner(vocabulary: vocabulary, weights: weights, settings: settings)
        let model = learner.model(from: Self.decided(decisions))
        tagger = Tagger(vocabulary: vocabulary, weights: weights, model: model)
    }

    /// What it tags with.
    public var model: TopicModel { tagger.model }

    /// For each passage, in the order given, the topics that are at least possible, the strongest first. Passages of one
    /// article are read together, in the order of their ids.
    public func tag(_ passages: [LonePassage]) -> [(passage: LonePassage, links: [TopicLink])] {
        let session = tagger.session()
        var links: [LonePassage: [TopicLink]] = [:]
        for group in Self.articles(passages) {
            let found = Dictionary(grouping: session.tag(group.article, including: .possible), by: \.passage)
            for (passage, range) in zip(group.passages, group.article.blockRanges) { links[passage] = found[Passage(range)] ?? [] }
        }
        return passages.map { ($0, links[$0] ?? []) }
    }

    private struct Group {
        var id: String
        var passages: [LonePassage]
        var article: Article
    }

    /// By article id, each passage once. Numbers in ids are compared as numbers.
    private static func articles(_ passages: [LonePassage]) -> [Group] {
        let groups = Dictionary(grouping: passages, by: \.article)
        return groups.sorted { $0.key < $1.key }.map { id, members in
            let ordered = Set(members).sorted { isBefore($0, $1) }
            let article = Article(
                title: ordered.first?.title ?? "", language: "en", blocks: ordered.map { Block(.paragraph, $0.text) })
            return Group(id: id, passages: ordered, article: article)
        }
    }

    private static func isBefore(_ left: LonePassage, _ right: LonePassage) -> Bool {
        let (first, second) = (sortKey(left.id), sortKey(right.id))
        return first != second ? first < second : (left.title, left.text) < (right.title, right.text)
    }

    /// The id with its numbers filled up, so that 10 comes after 9.
    private static func sortKey(_ id: String) -> String {
        var key = ""
        var digits = ""
        for scalar in id.unicodeScalars.map(Character.init) + [" "] {
            if scalar.isASCII, scalar.isNumber {
                digits.append(scalar)
                continue
            }
            if !digits.isEmpty { key += String(repeating: "0", count: max(0, 12 - digits.count)) + digits }
            digits = ""
            key.append(scalar)
        }
        return key
    }

    private static func decided(_ decisions: [LoneDecision]) -> [DecidedArticle] {
        let byPassage = Dictionary(grouping: decisions, by: \.passage)
        return articles(decisions.map(\.passage)).map { group in
            let decided = zip(group.passages, group.article.blockRanges).flatMap { passage, range in
                (byPassage[passage] ?? []).map { Decision(passage: Passage(range), topic: $0.topic, isAccepted: $0.isAccepted) }
            }
            return DecidedArticle(id: group.id, article: group.article, decisions: decided)
        }
    }
}
