import Articles
import Testing

@testable import Topics

/// Rules that hold for every topic and every label of the built-in vocabulary.
@Suite("Rules over the whole vocabulary")
struct VocabularyRuleTests {
    static let tagger = Tagger()

    @Test("one common word, wherever it stands and however often, is not enough")
    func commonWords() {
        let session = Self.tagger.session()
        for topic in Self.tagger.vocabulary.topics {
            for label in topic.labels where label.isCommon && label.language == "en" && !label.text.contains(" ") {
                let article = Article(
                    title: "", language: "en",
                    blocks: [Block(.heading, "The \(label.text)", level: 1), Block(.paragraph, "The \(label.text), the \(label.text) and the \(label.text).")])
                let links = session.tag(article).filter { $0.topic == topic.id && $0.origin == .engine }
                #expect(links.isEmpty, "\(label.text) of \(topic.id)")
            }
        }
    }

    @Test("a parent's name never implies a topic below it")
    func parents() {
        let session = Self.tagger.session()
        for topic in Self.tagger.vocabulary.topics {
            let below = Set(Self.tagger.vocabulary.descendants(of: topic.id))
            guard !below.isEmpty else { continue }
            let found = Set(session.links(Article(title: "", language: "en", blocks: [Block(.paragraph, "It is about \(topic.label).")])).map(\.topic))
            #expect(found.isDisjoint(with: below), "\(topic.id): \(found.intersection(below).sorted())")
        }
    }

    @Test("a topic's name is enough for it, in each language it has one in")
    func names() {
        let session = Self.tagger.session()
        for topic in Self.tagger.vocabulary.topics {
            for label in topic.labels where label.kind == .preferred && !label.isCommon {
                let article = Article(title: "", language: label.language, blocks: [Block(.paragraph, label.text)])
                #expect(session.tag(article).contains { $0.topic == topic.id }, "\(label.text) of \(topic.id)")
            }
        }
    }

    @Test("what is related is so both ways, to topics that exist and are not above or below")
    func related() {
        let vocabulary = Self.tagger.vocabulary
        #expect(vocabulary.topics.contains { !$0.related.isEmpty })
        for topic in vocabulary.topics {
            #expect(Set(topic.related).count == topic.related.count)
            for id in topic.related {
                #expect(vocabulary.topic(id)?.related.contains(topic.id) == true, "\(topic.id) and \(id)")
                #expect(!vocabulary.ancestors(of: topic.id).contains(id) && !vocabulary.ancestors(of: id).contains(topic.id))
            }
        }
    }

    @Test("a related topic beside it counts a little, and is named")
    func coOccurrence() throws {
        let session = Self.tagger.session()
        func link(_ text: String) throws -> TopicLink {
            try #require(session.links(Article(title: "", language: "en", blocks: [Block(.paragraph, text)])).first { $0.topic == "money-mules" })
        }
        let alone = try link("The money mules were young.")
        let beside = try link("The money mules were young, and money laundering was the charge.")
        #expect(!alone.explanation.context.contains { $0.kind == .context(.coOccurrence) })
        #expect(beside.explanation.context.contains { $0.kind == .context(.coOccurrence) && $0.contribution > 0 })
    }

    @Test("a citation links to what its provision is about; what that only touches is possible")
    func provisions() {
        let session = Self.tagger.session()
        let article = Article(title: "", language: "en", blocks: [Block(.paragraph, "It is Article 6 of the Budapest Convention.")])
        let cited = session.tag(article, including: .possible).filter { $0.origin == .citation }
        #expect(Set(cited.filter { $0.standing == .probable }.map(\.topic)) == ["misuse-of-devices", "budapest-convention"])
        #expect(cited.contains { $0.topic == "botnets" && $0.standing == .possible })
    }
}
