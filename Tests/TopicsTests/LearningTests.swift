import Articles
import TestSupport
import Testing
import Text

@testable import Topics

@Suite("Learning from decisions")
struct LearningTests {
    static let learner = Learner()

    private static let words = [
        "court", "payload", "encrypted", "garden", "delegates", "roses", "invoice", "breach", "ransomware", "phishing", "leaked",
        "records", "treaty", "extradition", "patch", "flaw", "bank", "police", "fraud", "of", "the", "and", "a", "malware",
    ]
    private static let topics: [TopicID] = ["ransomware", "phishing", "data-breach", "extradition", "no-such-topic"]

    /// Articles of random words with random decisions on some of their passages.
    static func articles(_ random: inout SplitMix64, count: Int) -> [DecidedArticle] {
        (0..<count).map { number in
            let blocks = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                Block(.paragraph, (0..<Int.random(in: 3...15, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " "))
            }
            let article = Article(title: "T", language: "en", blocks: blocks)
            var decisions: [Decision] = []
            for range in article.blockRanges {
                for topic in topics where Bool.random(using: &random) {
                    decisions.append(Decision(passage: Passage(range), topic: topic, isAccepted: Int.random(in: 0..<3, using: &random) > 0))
                }
            }
            return DecidedArticle(id: "a\(number)", article: article, decisions: decisions)
        }
    }

    @Test("the order of decisions and articles does not matter, nor does saying a thing twice", arguments: 0..<4)
    func order(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let articles = Self.articles(&random, count: 20)
        let model = Self.learner.model(from: articles)
        let shuffled = articles.shuffled(using: &random).map { article in
            DecidedArticle(id: article.id, article: article.article, decisions: article.decisions.shuffled(using: &random))
        }
        #expect(Self.learner.model(from: shuffled).bytes == model.bytes)
        #expect(Self.learner.model(from: articles + shuffled).bytes == model.bytes)
    }

    @Test("undo brings the model back byte for byte", arguments: 0..<4)
    func undo(seed: Int) {
        var random = SplitMix64(seed: UInt64(100 + seed))
        var articles = Self.articles(&random, count: 12)
        let before = Self.learner.model(from: articles).bytes
        let block = Passage(articles[3].article.blockRanges[0])
        let kept = articles[3].decisions
        let state = kept.last { $0.passage == block && $0.topic == "phishing" }?.isAccepted ?? false
        articles[3].decisions = kept + [Decision(passage: block, topic: "phishing", isAccepted: !state)]
        let during = Self.learner.model(from: articles).bytes
        articles[3].decisions = kept
        #expect(Self.learner.model(from: articles).bytes == before)
        #expect(during != before)
    }

    @Test("contributions still sum to the score, and a model is read as it was written", arguments: 0..<4)
    func additive(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(200 + seed))
        let articles = Self.articles(&random, count: 40)
        let model = Self.learner.model(from: articles)
        #expect(try TopicModel(bytes: model.bytes) == model)
        let session = Tagger(model: model).session()
        let other = Tagger(model: try TopicModel(bytes: model.bytes)).session()
        for article in articles {
            for link in session.links(article.article) {
                let explanation = link.explanation
                let sum = explanation.prior + explanation.evidence.map(\.contribution).reduce(0, +)
                    + explanation.context.map(\.contribution).reduce(0, +)
                #expect(abs(sum - explanation.score) < 1e-9)
                #expect(explanation.score.isFinite && (0.01...0.99).contains(explanation.threshold))
            }
            #expect(session.tag(article.article) == other.tag(article.article))
        }
    }

    /// Passages that a word without a label tells apart.
    private static func taught(_ count: Int) -> [DecidedArticle] {
        (0..<count).map { number in
            let isOne = number % 5 == 0
            let text = isOne ? "The gang left a zamboni on server \(number)." : "The club left a canoe on shore \(number)."
            let article = Article(title: "", language: "en", blocks: [Block(.paragraph, text)])
            return DecidedArticle(
                id: "\(number)", article: article,
                decisions: [Decision(passage: Passage(article.blockRanges[0]), topic: "ransomware", isAccepted: isOne)])
        }
    }

    private static let unseen = Article(title: "", language: "en", blocks: [Block(.paragraph, "Then a zamboni and a gang came to the server.")])

    @Test("words without a label are learned, and named in the explanation")
    func learnedWords() throws {
        #expect(Tagger().tag(Self.unseen).isEmpty)
        let tagger = Tagger(model: Self.learner.model(from: Self.taught(80)))
        let link = try #require(tagger.tag(Self.unseen).first { $0.topic == "ransomware" })
        #expect(link.explanation.context.contains { $0.name == "learned word “zamboni”" && $0.contribution > 0 })
        #expect(link.explanation.evidence.isEmpty)
    }

    /// Passages that two words near each other tell apart, and neither of them alone.
    private static func pairs(_ count: Int) -> [DecidedArticle] {
        (0..<count).map { number in
            let words = ["amber falcon", "amber badger", "violet falcon", "violet badger"][number % 4]
            let text = "The \(words) stood on shore \(number)."
            let article = Article(title: "", language: "en", blocks: [Block(.paragraph, text)])
            return DecidedArticle(
                id: "\(number)", article: article,
                decisions: [Decision(passage: Passage(article.blockRanges[0]), topic: "ransomware", isAccepted: number % 4 == 0)])
        }
    }

    @Test("pairs of words are learned, whatever their order and what stands between, and named in the explanation")
    func learnedPairs() throws {
        let model = Self.learner.model(from: Self.pairs(120))
        let words = model.topics["ransomware"]?.words ?? [:]
        #expect((words["amber + falcon"] ?? 0) > 0 && (words["amber + badger"] ?? 0) < 0)
        let article = Article(title: "", language: "en", blocks: [Block(.paragraph, "A falcon, once amber, stood on the shore.")])
        let factors = Tagger(model: model).session().links(article).first { $0.topic == "ransomware" }?.explanation.context ?? []
        #expect(factors.contains { $0.name == "learned word “amber + falcon”" && $0.contribution > 0 })
    }

    @Test("no pair is learned that has a word that is ruled out")
    func neverLearnPairs() {
        let settings = LearningSettings(neverLearn: ["ransomware": ["falcons"]])
        let words = Learner(settings: settings).model(from: Self.pairs(120)).topics["ransomware"]?.words ?? [:]
        #expect(words["amber + badger"] != nil)
        #expect(words.keys.filter { $0.contains("falcon") } == [])
    }

    @Test("what is learned of a label by name is added once, at its first place")
    func matchedLabels() throws {
        let decided = (0..<80).map { number -> DecidedArticle in
            let isAccepted = number % 4 != 0
            let text = isAccepted ? "LockBit came to house \(number)." : "The ransom of house \(number)."
            let article = Article(title: "", language: "en", blocks: [Block(.paragraph, text), Block(.paragraph, "Tea on lawn \(number).")])
            return DecidedArticle(
                id: "\(number)", article: article,
                decisions: zip(article.blockRanges, [isAccepted, false]).map {
                    Decision(passage: Passage($0), topic: "ransomware", isAccepted: $1)
                })
        }
        let model = Self.learner.model(from: decided)
        let topic = try #require(model.topics["ransomware"])
        let weight = try #require(topic.matched["lockbit"])
        #expect(weight > 0 && (topic.matched["ransom"] ?? 0) < 0)
        var without = model
        without.topics["ransomware"]?.matched = [:]
        let article = Article(title: "", language: "en", blocks: [Block(.paragraph, "LockBit is back, says LockBit.")])
        func evidence(_ model: TopicModel) throws -> [Explanation.Evidence] {
            try #require(Tagger(model: model).session().links(article).first { $0.topic == "ransomware" }).explanation.evidence
        }
        let differences = zip(try evidence(model), try evidence(without)).map { $0.contribution - $1.contribution }
        #expect(differences.count == 2)
        #expect(abs(differences[0] - weight) < 1e-9 && differences[1] == 0)
    }

    @Test("nothing is learned from a word that is ruled out")
    func neverLearn() {
        let settings = LearningSettings(neverLearn: ["ransomware": ["zambonis"]])
        let model = Learner(settings: settings).model(from: Self.taught(80))
        let words = model.topics["ransomware"]?.words ?? [:]
        #expect(words["gang"] != nil && words["zamboni"] == nil)
    }

    @Test("a label that is ruled out is never matched, and its topic still has a name")
    func neverMatch() {
        let text = "The ransomware came back."
        let settings = LearningSettings(neverMatch: ["ransomware": ["ransomware", "ransomware and cyber extortion"]])
        let tagger = Tagger(model: TopicModel(settings: settings))
        #expect(Tagger().session().tag(passage: text).map(\.topic).contains("ransomware"))
        #expect(!tagger.session().tag(passage: text).map(\.topic).contains("ransomware"))
        #expect(tagger.vocabulary.topic("ransomware")?.label == "Ransomware and cyber extortion")
    }

    /// The same passage, rejected or accepted so many times.
    private static func votes(accepted: Int, rejected: Int) -> [DecidedArticle] {
        (0..<(accepted + rejected)).map { number in
            let article = Article(title: "", language: "en", blocks: [Block(.paragraph, "A hearing about extradition, the \(number)th.")])
            return DecidedArticle(
                id: "\(number)", article: article,
                decisions: [Decision(passage: Passage(article.blockRanges[0]), topic: "extradition", isAccepted: number < accepted)])
        }
    }

    @Test("one decision shows at once in the reliability of its label")
    func reliability() {
        let article = Article(title: "", language: "en", blocks: [Block(.paragraph, "They spoke of extradition again.")])
        func score(_ accepted: Int, _ rejected: Int) -> Double {
            let model = Self.learner.updated(.untrained, with: Self.votes(accepted: accepted, rejected: rejected))
            return Tagger(model: model).session().links(article).first { $0.topic == "extradition" }?.explanation.score ?? 0
        }
        let shipped = score(0, 0)
        #expect(score(1, 0) > shipped)
        #expect(score(0, 1) < shipped)
        #expect(score(0, 2) < score(0, 1))
        let model = Self.learner.updated(.untrained, with: Self.votes(accepted: 2, rejected: 1))
        #expect(model.labels["extradition"]?["extradition"] == TopicModel.LabelCount(accepted: 2, rejected: 1))
        #expect(model.topics.isEmpty)
    }

    @Test("a few decisions of one kind move no weight")
    func oneSided() {
        let topic = Self.learner.model(from: Self.votes(accepted: 6, rejected: 0)).topics["extradition"]
        #expect(topic?.accepted == 6 && topic?.bias == 0 && topic?.scale == 1 && topic?.threshold == nil)
    }

    @Test("who only corrects what is linked, and adds what is missed, does not have everything linked")
    func corrections() {
        let decided = (0..<60).map { number -> DecidedArticle in
            let text = number < 30 ? "Ransomware came to house \(number)." : number < 45 ? "The ransomware opera, act \(number)." : "They wanted bitcoin for the files of \(number)."
            let article = Article(title: "", language: "en", blocks: [Block(.paragraph, text)])
            let isAccepted = number < 30 || number >= 45
            return DecidedArticle(
                id: "\(number)", article: article,
                decisions: [Decision(passage: Passage(article.blockRanges[0]), topic: "ransomware", isAccepted: isAccepted)])
        }
        let model = Self.learner.model(from: decided)
        #expect(model.topics["ransomware"]?.onlyLinked == true)
        let session = Tagger(model: model).session()
        #expect(session.tag(passage: "The garden of the files was full of roses.").isEmpty)
        #expect(session.tag(passage: "Ransomware came to a house.").map(\.topic) == ["ransomware"])
        #expect(session.tag(passage: "The ransomware opera, act two.").isEmpty)
    }

    @Test("a threshold needs thirty decisions")
    func threshold() {
        #expect(Self.learner.model(from: Self.votes(accepted: 19, rejected: 10)).topics["extradition"]?.threshold == nil)
        #expect(Self.learner.model(from: Self.votes(accepted: 20, rejected: 10)).topics["extradition"]?.threshold != nil)
    }

    @Test("a damaged model is refused")
    func damage() {
        #expect(throws: ModelError(problem: .notAModel)) { try TopicModel(bytes: Array("something".utf8)) }
        #expect(throws: ModelError(problem: .badLine(2))) { try TopicModel(bytes: Array("dossier-model 3\nword\tx\tzz\n".utf8)) }
        #expect(
            ModelError(problem: .badLine(2)).message
                == "the learned model, line 2: it is damaged; learn anew from the decisions; nothing else depends on it")
    }

    @Test("lone passages are read as articles, and the order of lines does not matter")
    func lone() {
        let passages = [9, 10, 11].map { LonePassage(id: "x-\($0)", article: "x", title: "", text: $0 == 10 ? "Ransomware came." : "Ransomware, number \($0).") }
        let results = PassageTagging().tag(passages.reversed())
        #expect(results.map(\.passage.id) == ["x-11", "x-10", "x-9"])
        let context = results[1].links.first { $0.topic == "ransomware" }?.explanation.context.map(\.name) ?? []
        #expect(context == ["neighbour", "spread"])
        let decisions = passages.flatMap { passage in
            [true, false].enumerated().map { LoneDecision(passage: passage, topic: Self.topics[$0.offset], isAccepted: $0.element) }
        }
        let model = PassageTagging(decisions: decisions).model
        #expect(PassageTagging(decisions: decisions.reversed()).model.bytes == model.bytes)
        #expect(model.topics["ransomware"]?.accepted == 3)
    }

    /// Held-out scores around a step: those accepted lie above it.
    private static func scores(_ count: Int, step: Double) -> [HeldOutScore] {
        (0..<count).map { HeldOutScore(score: step + Double($0 - count / 2) / 10 + 0.05, isAccepted: $0 >= count / 2) }
    }

    @Test("a topic's threshold follows its decisions, the further the more there are", arguments: [-1.5, 0.8])
    func thresholds(step: Double) throws {
        func odds(_ count: Int) throws -> Double {
            var thresholds = Thresholds(shipped: 0.5)
            thresholds.add((0..<count / 40).flatMap { _ in Self.scores(40, step: step) }, of: "phishing")
            return Logarithm.odds(try #require(thresholds.chosen().first).threshold)
        }
        let (few, many) = (try odds(40), try odds(2_000))
        #expect(abs(many - step) < 0.31)
        #expect(abs(few) <= abs(many))
        #expect(Thresholds(shipped: 0.5).chosen().isEmpty)
    }

    @Test("a topic with few decisions takes the threshold that suits the others")
    func commonThreshold() throws {
        var thresholds = Thresholds(shipped: 0.5)
        thresholds.add((0..<50).flatMap { _ in Self.scores(40, step: -1) }, of: "phishing")
        thresholds.add((0..<30).map { HeldOutScore(score: 3, isAccepted: $0 >= 15) }, of: "ransomware")
        let chosen = thresholds.chosen()
        #expect(chosen.map(\.id) == ["phishing", "ransomware"])
        #expect(chosen.allSatisfy { $0.threshold < 0.4 })
    }
}
