import Articles
import GRDB
@testable import Library
import Search
import Testing
import Topics

/// What a person decided of topics stands against everything that happens to articles, and leaves what the engine said alone.
@Suite struct DecisionTests {
    private static let text = "One treaty opens.\n\nTwo treaties follow it.\n\nThree are planned."
    private static let first = Passage(start: 0, end: 17)
    private static let second = Passage(start: 19, end: 42)

    private static func incoming(_ text: String = text, topics: [TopicID] = ["extradition", "csam"]) -> IncomingArticle {
        .test("First", text, date: "2025-01-01", topics: topics, id: "first")
    }

    /// A library with one article, whose first paragraph is about two topics.
    private func withArticle(_ body: (Library, TestFolder, ArticleID) throws -> Void) throws {
        try scenario { library, folder in
            try library.apply([.file("a.txt", [Self.incoming()])])
            try body(library, folder, try library.id("First"))
        }
    }

    @Test func aRejectedTopicIsNotShownAndNotLost() throws {
        try withArticle { library, _, id in
            #expect(try library.decide(.rejected, on: "extradition", in: Self.first, of: id))
            let stored = try library.article(id)
            #expect(stored.links.map(\.topic) == ["csam"] && stored.rejected.map(\.topic) == ["extradition"])
            #expect(stored.rejected.map(\.origin) == [.engine])
            #expect(stored.row.topics == ["csam"])
            #expect(try library.titles("topic:extradition") == [])
            #expect(try library.titles("topic:law") == [])
            #expect(try library.topicCounts() == ["csam": .init(articles: 1, unread: 1), "offences": .init(articles: 1, unread: 1)])
            #expect(try library.decisionCount() == 1)
            #expect(try library.rows([id]).map(\.topics) == [["csam"]])
        }
    }

    @Test func anAcceptedTopicIsTheUsersWithTheEnginesExplanation() throws {
        try withArticle { library, _, id in
            let engine = try library.article(id).links
            #expect(try library.decide(.accepted, on: "csam", in: Self.first, of: id))
            let link = try #require(try library.article(id).links.first { $0.topic == "csam" })
            #expect(link.origin == .user && link.explanation == engine.first { $0.topic == "csam" }?.explanation)
            #expect(link.standing == .probable)
            // Certain, it comes before what is only probable.
            #expect(try library.article(id).row.topics == ["csam", "extradition"])
        }
    }

    @Test func aTopicThatTheEngineMissedIsAdded() throws {
        try withArticle { library, _, id in
            #expect(try library.decide(.accepted, on: "offences", in: Passage(start: 21, end: 22), of: id))
            let stored = try library.article(id)
            let added = TopicLink(passage: Self.second, topic: "offences", origin: .user, explanation: .accepted)
            #expect(stored.links.last == added && added.standing == .probable && added.explanation.score == 0)
            #expect(stored.decisions.map(\.anchor.quote) == ["Two treaties follow it."])
            #expect(try library.titles("topic:=offences") == ["First"])
        }
    }

    @Test func decidingTwiceChangesNothing() throws {
        try withArticle { library, _, id in
            #expect(try !library.decide(nil, on: "csam", in: Self.first, of: id))
            #expect(try library.decide(.rejected, on: "csam", in: Self.first, of: id))
            let dump = try library.dump()
            #expect(try !library.decide(.rejected, on: "csam", in: Self.first, of: id))
            #expect(try library.dump() == dump)
            // The same decision with the other verdict, and then none at all.
            #expect(try library.decide(.accepted, on: "csam", in: Self.first, of: id))
            #expect(try library.decisions().count == 1)
            #expect(try library.decide(nil, on: "csam", in: Self.first, of: id))
            #expect(try library.decisions() == [])
            #expect(try library.article(id).rejected == [])
            #expect(try library.nextUndo() == "take back the decision on “csam” in «First»")
            // Decided again, it is the one that it was.
            try library.decide(.rejected, on: "csam", in: Self.first, of: id)
            #expect(try library.dump() == dump)
        }
    }

    @Test func anArticleAsAWholeCanBeDecidedOn() throws {
        try scenario { library, _ in
            let whole = Passage(start: 0, end: 0)
            var article = Self.incoming(topics: [])
            article.links = [TopicLink(passage: whole, topic: "csam", origin: .kicker, explanation: .accepted)]
            try library.apply([.file("a.txt", [article])])
            let id = try library.id("First")
            #expect(try library.decide(.rejected, on: "csam", in: whole, of: id))
            #expect(try library.article(id).links == [])
            #expect(try library.topicCounts() == [:])
            #expect(try library.learningMaterial().articles.isEmpty)
            try library.apply([.file("a.txt", [.test("First", "Other words.", topics: ["law"], id: "first")], stamp: 2)])
            #expect(try library.decisions(in: id).map(\.range) == [0..<0])
        }
    }

    @Test func refusesPlacesThatThereAreNot() throws {
        try withArticle { library, _, id in
            #expect(throws: LibraryError.unknownArticle(ArticleID(99))) {
                try library.decide(.accepted, on: "csam", in: Self.first, of: ArticleID(99))
            }
            #expect(throws: LibraryError.emptyPassage) {
                try library.decide(.accepted, on: "csam", in: Passage(start: -5, end: -1), of: id)
            }
            // All or nothing.
            let places = [id, ArticleID(99)].map { DecisionPlace(article: $0, passage: Self.first, topic: "csam") }
            #expect(throws: LibraryError.unknownArticle(ArticleID(99))) { try library.decide(.rejected, at: places) }
            let (count, action) = (try library.decisionCount(), try library.nextUndo())
            #expect(count == 0 && action == nil)
        }
    }

    // MARK: What decisions outlive

    @Test func survivesAChangedFile() throws {
        try withArticle { library, _, id in
            try library.decide(.rejected, on: "extradition", in: Self.first, of: id)
            try library.decide(.accepted, on: "offences", in: Self.second, of: id)
            let changed = "A new beginning.\n\n" + Self.text.replacing("Two treaties follow it.", with: "Two treaties follow it, soon.")
            let report = try library.apply([.file("a.txt", [Self.incoming(changed)], stamp: 2)])
            let decisions = try library.decisions(in: id)
            // The engine says that the first paragraph is about extradition, which nobody decided on: it is another one now.
            #expect(decisions.map(\.range) == [18..<35, nil] && report.orphaned == 1)
            #expect(try library.article(id).links.map(\.topic) == ["extradition", "csam"])
            #expect(try library.decisions(DecisionFilter(isOrphaned: true)).map(\.topic) == ["offences"])
            // What comes back is found again.
            try library.apply([.file("a.txt", [Self.incoming()], stamp: 3)])
            #expect(try library.decisions(in: id).map(\.range) == [0..<17, 19..<42])
            #expect(try library.article(id).links.map(\.topic) == ["csam", "offences"])
        }
    }

    /// A paragraph that goes on keeps its decisions while most of it is what it was.
    @Test(arguments: [
        ("One treaty opens. It is new.", 0..<28), ("Now: One treaty opens.", 0..<22), ("One treaty", nil),
        ("One treaty opens. It is new, and it is followed by many more words.", nil), ("One treaty, opens.", nil),
    ] as [(String, Range<Int>?)])
    func followsAParagraphThatGrows(text: String, range: Range<Int>?) throws {
        try withArticle { library, _, id in
            try library.decide(.rejected, on: "csam", in: Self.first, of: id)
            try library.apply([.file("a.txt", [Self.incoming(text + "\n\nTwo.")], stamp: 2)])
            #expect(try library.decisions(in: id).map(\.range) == [range])
            #expect(try library.article(id).rejected.map(\.topic) == (range == nil ? [] : ["csam"]))
        }
    }

    /// Two decisions that come to stand on one place: the one made last stays there.
    @Test func twoDecisionsNeverShareAPlace() throws {
        try scenario { library, _ in
            try library.apply([.file("a.txt", [Self.incoming("Same words here.\n\nBetween.\n\nSame words there.")])])
            let id = try library.id("First")
            try library.decide(.accepted, on: "law", in: Passage(start: 28, end: 29), of: id)
            try library.decide(.rejected, on: "law", in: Passage(start: 0, end: 1), of: id)
            try library.apply([.file("a.txt", [Self.incoming("Same words here.Same words there.")], stamp: 2)])
            #expect(try library.decisions(in: id).map(\.verdict) == [.accepted, .rejected])
            #expect(try library.decisions(in: id).map(\.range) == [0..<33, nil])
        }
    }

    @Test func survivesAFileThatMovesGoesAndComesBack() throws {
        try withArticle { library, _, id in
            try library.decide(.rejected, on: "extradition", in: Self.first, of: id)
            let decisions = try library.decisions()
            try library.apply([.moved(from: "a.txt", to: "b/c.txt", stamp: .test(2))])
            #expect(try library.decisions() == decisions)
            #expect(try library.titles("topic:extradition") == [])
            try library.apply([.gone(path: "b/c.txt")])
            #expect(try library.decisions() == decisions)
            #expect(try library.topicCounts() == [:])
            #expect(try library.decide(.accepted, on: "csam", in: Self.first, of: id))
            try library.apply([.file("d.txt", [Self.incoming()], stamp: 3)])
            #expect(try library.id("First") == id)
            #expect(try library.article(id).links.map(\.topic) == ["csam"])
            #expect(try library.topicCounts().keys.sorted() == ["csam", "offences"])
        }
    }

    @Test func survivesReTagging() throws {
        try withArticle { library, _, id in
            try library.decide(.rejected, on: "extradition", in: Self.first, of: id)
            try library.decide(.accepted, on: "csam", in: Self.first, of: id)
            for (version, topics) in [["extradition"], ["csam", "extradition"], []].enumerated() as EnumeratedSequence<[[TopicID]]> {
                let links = Self.incoming(topics: topics).links
                #expect(try library.apply(try library.retagged([id], version: version + 2) { _ in Tagging(links) }).changed == 1)
                let stored = try library.article(id)
                #expect(stored.links.map(\.topic) == ["csam"] && stored.links.map(\.origin) == [.user])
                #expect(stored.rejected.map(\.topic) == topics.filter { $0 == "extradition" })
                #expect(stored.row.topics == ["csam"])
            }
        }
    }

    /// A tagger that says a person said so changes nothing of what a person said.
    @Test func machineTagsAreNeverTheUsers() throws {
        try withArticle { library, _, id in
            let link = TopicLink.test("law", in: Self.incoming().article, score: 3, origin: .user)
            try library.apply(try library.retagged([id], version: 2) { _ in Tagging([link]) })
            #expect(try library.article(id).links == [])
            // Nor do the user's own tags and the decisions touch one another.
            try library.tag([id], "csam")
            try library.decide(.rejected, on: "csam", in: Self.first, of: id)
            #expect(try library.rows([id]).map(\.tags) == [["csam"]])
            #expect(try library.decisionCount() == 1)
            try library.untag([id], "csam")
            #expect(try library.decisionCount() == 1)
        }
    }

    /// A topic that the vocabulary no longer has keeps its decisions, and has them when it is back.
    @Test func survivesAChangeOfTheVocabulary() throws {
        try withArticle { library, folder, id in
            try library.decide(.accepted, on: "quantum-fraud", in: Self.first, of: id)
            try library.decide(.rejected, on: "csam", in: Self.first, of: id)
            let other = try Library.open(folder: folder.path, options: LibraryOptions(environment: ["HOME": "/nonexistent"]))
            try other.apply(try other.retagged([id], version: 7) { _ in Tagging([]) })
            #expect(try other.decisions(in: id).map(\.topic) == ["csam", "quantum-fraud"])
            #expect(try other.article(id).row.topics == ["quantum-fraud"])
            try other.apply(try other.retagged([id], version: 8) { _ in Tagging(Self.incoming().links) })
            #expect(try other.article(id).rejected.map(\.topic) == ["csam"])
            #expect(try other.undo() == "reject “csam” in «First»")
            try other.close()
            // Tagged with a tree of topics, the article stands under those above again, though its links are equal.
            #expect(try library.apply(try library.retagged([id], version: 9) { _ in Tagging(Self.incoming().links) }).changed == 1)
        }
    }

    // MARK: Many at once, and back

    @Test func decidesInManyPlacesAsOneAction() throws {
        try scenario { library, _ in
            try library.apply((0..<5).map { .file("\($0)", [.test("T\($0)", "Words \($0).\n\nMore \($0).", topics: ["csam"], id: "\($0)")]) })
            let ids = try library.order()
            let dump = try library.dump()
            try library.decide(.rejected, on: "csam", in: Passage(start: 0, end: 1), of: ids[0])
            let places = ids.flatMap { id in
                [0, 10, 11].map { DecisionPlace(article: id, passage: Passage(start: $0, end: $0 + 1), topic: "csam") }
            }
            // The second and the third place are one; one is as wanted already.
            #expect(try library.decide(.rejected, at: places) == 9)
            #expect(try library.nextUndo() == "reject “csam” in 9 passages of 5 articles")
            #expect(try library.decisionCount() == 10)
            #expect(try library.topicCounts() == [:])
            #expect(try library.decide(.rejected, at: places) == 0)
            #expect(try library.forgetDecisions(on: "csam") == 10)
            #expect(try library.undo() == "forget 10 decisions on “csam”")
            #expect(try library.forgetDecisions() == 10)
            #expect(try library.nextUndo() == "forget all decisions (10)")
            for _ in 0..<3 { try library.undo() }
            #expect(try library.dump() == dump)
            let topics: [TopicID] = ["csam", "law"]
            try library.decide(.accepted, at: topics.map { DecisionPlace(article: ids[0], passage: Passage(start: 0, end: 1), topic: $0) })
            #expect(try library.nextUndo() == "accept 2 topics in 2 passages of 1 article")
            try library.clearDecisions(try library.decisions().prefix(1).map(\.id) + ["nobody"])
            #expect(try library.decisionCount() == 1)
        }
    }

    /// The text changes while the decision is away, and so does who has its place.
    @Test func comesBackWhereItsWordsAre() throws {
        try withArticle { library, _, id in
            try library.decide(.rejected, on: "csam", in: Self.first, of: id)
            try library.undo()
            try library.apply([.file("a.txt", [Self.incoming("New.\n\n" + Self.text)], stamp: 2)])
            #expect(try library.redo() == "reject “csam” in «First»")
            #expect(try library.decisions(in: id).map(\.range) == [6..<23])
            try library.undo()
            try library.apply([.file("a.txt", [Self.incoming("Nothing of it.")], stamp: 3)])
            try library.redo()
            #expect(try library.decisions(in: id).map(\.range) == [nil])
        }
    }

    // MARK: Learning

    @Test func givesWhatLearningTakes() throws {
        try withArticle { library, _, id in
            let empty = try library.learningOutline()
            #expect(empty.decisions.isEmpty && empty.settings == .none)
            try library.decide(.rejected, on: "extradition", in: Self.first, of: id)
            let one = try library.learningMaterial()
            try library.decide(.accepted, on: "offences", in: Self.second, of: id)
            let two = try library.learningMaterial()
            let name = try library.article(id).row.name
            let decisions = [
                Decision(passage: Self.first, topic: "extradition", isAccepted: false),
                Decision(passage: Self.second, topic: "offences", isAccepted: true),
            ]
            #expect(two.outline.decisions == [name: decisions])
            #expect(two.articles.map(\.id) == [name] && two.articles.map(\.article) == [Self.incoming().article])
            #expect(try library.decidedArticle(id).decisions == decisions)
            #expect(Set([empty.basis, one.outline.basis, two.outline.basis]).count == 3)
            // Taken back, everything is as it was; so it is with a text that changes and changes back.
            try library.undo()
            #expect(try library.learningOutline().basis == one.outline.basis)
            try library.apply([.file("a.txt", [Self.incoming(Self.text + "\n\nMore.")], stamp: 2)])
            #expect(try library.learningOutline().basis != one.outline.basis)
            try library.apply([.file("a.txt", [Self.incoming()], stamp: 3)])
            #expect(try library.learningOutline().basis == one.outline.basis)
            try library.undo()
            #expect(try library.learningOutline().basis == empty.basis)
        }
    }

    @Test func settingsOfLearningAreActions() throws {
        try scenario { library, folder in
            #expect(try library.setNeverMatch(" cyber \n crime ", for: "law"))
            #expect(try library.setNeverMatch("Cyber Crime", for: "law") == false)
            #expect(try library.setNeverLearn("Bank", for: "csam"))
            #expect(try library.setNeverLearn(" ", for: "csam") == false)
            let settings = LearningSettings(neverMatch: ["law": ["cyber crime"]], neverLearn: ["csam": ["bank"]])
            #expect(try library.learningSettings() == settings)
            let basis = try library.learningOutline().basis
            #expect(try library.setNeverMatch("CYBER CRIME", for: "law", false))
            #expect(try library.learningSettings() == LearningSettings(neverLearn: ["csam": ["bank"]]))
            let again = try folder.open()
            #expect(try again.undo() == "again match “cyber crime” as “law”")
            #expect(try again.learningSettings() == settings)
            #expect(try again.learningOutline().basis == basis)
            #expect(try again.undo() == "never learn from “bank” for “csam”")
            #expect(try again.undo() == "never match “cyber crime” as “law”")
            #expect(try again.learningSettings() == .none)
            try again.close()
        }
    }

    @Test func keepsTheModelThatWasLearnedLast() throws {
        try scenario { library, _ in
            #expect(try library.model() == nil)
            let model = TopicModel(settings: LearningSettings(neverMatch: ["law": ["treaty"]]))
            try library.store(.untrained, basis: "one")
            try library.store(model, basis: "two")
            let change = try library.changeNumber()
            #expect(try library.model() == LearnedModel(model: model, basis: "two", change: change))
            // One that another version wrote is as good as none.
            try library.pool.writeWithoutTransaction { try $0.execute(sql: "UPDATE model SET bytes = x'00'") }
            #expect(try library.model() == nil)
        }
    }

    /// Every kind of damage to what was decided is found.
    @Test(arguments: [
        ("UPDATE decision SET start = 1", "article", "a decision stands elsewhere"),
        ("UPDATE decision SET \"end\" = NULL", "decisions with half a place, or none that they could have (1)", ""),
        ("UPDATE library SET decisions = 7", "the counter of decisions is wrong (1)", ""),
        ("UPDATE decision SET accepted = 1", "article", "other topics than its links and decisions"),
        ("UPDATE decision SET change = 999", "rows with a change number that was never given (1)", ""),
        ("INSERT INTO learning_setting VALUES ('x', 'csam', 'y', 0, 0, 0)", "settings of learning that mean nothing (1)", ""),
    ])
    func checkFindsDamage(sql: String, beginning: String, end: String) throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        let library = try folder.open()
        try library.apply([.file("a.txt", [Self.incoming()])])
        try library.decide(.rejected, on: "csam", in: Self.first, of: try library.id("First"))
        #expect(try library.check().problems == [])
        try library.pool.writeWithoutTransaction { try $0.execute(sql: sql) }
        let problems = try library.check().problems
        #expect(problems.contains { $0.hasPrefix(beginning) && $0.hasSuffix(end) }, "\(problems)")
        try library.close()
    }
}
