import Testing

@testable import Topics

@Suite("A vocabulary")
struct VocabularyTests {
    private let vocabulary = Vocabulary.builtIn

    @Test("has seven roots, in the order of the file")
    func roots() {
        #expect(
            vocabulary.roots == [
                "cybercrime", "fraud-management", "compliance", "human-rights-safeguards", "international-cooperation",
                "procedural-powers", "electronic-evidence",
            ])
    }

    @Test("is a tree")
    func tree() {
        #expect(vocabulary.children(of: "malware") == ["botnets"])
        #expect(vocabulary.children(of: "no-such-topic") == [])
        #expect(vocabulary.ancestors(of: "budapest-protocols") == ["budapest-convention", "treaty-law", "compliance"])
        #expect(vocabulary.ancestors(of: "compliance") == [])
        #expect(vocabulary.descendants(of: "payment-fraud") == ["card-fraud", "atm-pos-fraud"])
        #expect(vocabulary.descendants(of: "treaty-law") == [
            "un-cybercrime-convention", "budapest-convention", "budapest-protocols", "untoc", "uncac", "malabo-convention",
        ])
    }

    @Test("is listed as an outline, each topic once, under its parent")
    func outline() {
        let outline = vocabulary.outline
        #expect(Set(outline.map(\.topic)) == Set(vocabulary.topics.map(\.id)))
        #expect(outline.count == vocabulary.topics.count)
        #expect(outline.filter { $0.depth == 0 }.map(\.topic) == vocabulary.roots)
        for line in outline { #expect(vocabulary.ancestors(of: line.topic).count == line.depth) }
        for root in vocabulary.roots {
            let start = outline.firstIndex { $0.topic == root }.map { $0 + 1 } ?? 0
            #expect(outline[start...].prefix { $0.depth > 0 }.map(\.topic) == vocabulary.descendants(of: root))
        }
    }

    @Test("finds topics by id and by code")
    func topics() {
        let topic = vocabulary.topic("mutual-legal-assistance")
        #expect(topic?.code == "MLA")
        #expect(topic?.label == "Mutual legal assistance")
        #expect(topic?.label(in: "fr") == "entraide judiciaire")
        #expect(topic?.label(in: "de") == nil)
        #expect(vocabulary.topic(code: "EXTRAD")?.id == "extradition")
        #expect(vocabulary.topic(code: "extrad") == nil)
        #expect(vocabulary.topic("") == nil)
    }

    @Test("codes are short and read in one column")
    func codes() {
        for topic in vocabulary.topics {
            #expect((1...6).contains(topic.code.utf8.count))
            #expect(topic.code == topic.code.uppercased())
        }
    }

    @Test("labels carry how they match")
    func labels() {
        let labels = vocabulary.topic("csam")?.labels ?? []
        #expect(labels.first == Label("Online child sexual abuse or exploitation material", language: "en", kind: .preferred))
        #expect(labels.contains(Label("CSAM", language: "en", kind: .alternative, match: .exact)))
        #expect(labels.contains(Label("matériel d'abus sexuel d'enfants", language: "fr", kind: .preferred)))
        let common = vocabulary.topic("compliance")?.labels.filter(\.isCommon).map(\.text) ?? []
        #expect(common.prefix(3) == ["Compliance", "regulation", "regulations"])
        #expect(vocabulary.topic("governance-risk")?.labels.contains(Label("CISO", language: "en", kind: .alternative, match: .exact, isCommon: true)) == true)
    }

    @Test("hidden labels are read")
    func hidden() {
        let head = "id\tcode\tbroader\tlabel_en\thidden_en\n"
        let tables = VocabularyErrorTests.tables(topics: head + "a\tA\t\tApple\taple|~=APL\n")
        let labels = Vocabulary.read(tables).vocabulary.topics.first?.labels.dropFirst()
        #expect(labels.map(Array.init) == [
            Label("aple", language: "en", kind: .hidden), Label("APL", language: "en", kind: .hidden, match: .exact, isCommon: true),
        ])
    }

    @Test("ranges of provisions are written out")
    func provisions() {
        let topic = vocabulary.topic("mutual-legal-assistance")
        #expect(topic?.provisions.prefix(4).map(\.description) == ["UNCC:40", "UNCC:44", "UNCC:45", "UNCC:46"])
        #expect(vocabulary.topic("un-cybercrime-convention")?.provisions.count == 68)
        #expect(vocabulary.topics(standingFor: ProvisionID("BC/24")!) == ["budapest-convention", "extradition"])
        #expect(vocabulary.provision(ProvisionID("UNCC:18")!)?.status == .recalled)
        #expect(vocabulary.provision(ProvisionID("UNCC:69")!) == nil)
    }

    @Test("provision ids are read in both forms", arguments: [
        ("UNCC:7", "UNCC", "7"), ("UNCC/7", "UNCC", "7"), ("USC:18:1030", "USC", "18:1030"), ("USC/18:1030", "USC", "18:1030"),
        ("BC-P2:9", "BC-P2", "9"), ("FATF:R.10", "FATF", "R.10"), ("CFR:23NYCRR:500", "CFR", "23NYCRR:500"),
    ])
    func provisionID(text: String, treaty: String, article: String) {
        let id = ProvisionID(text)
        #expect(id?.treaty.rawValue == treaty && id?.article == article)
        #expect(id?.description == "\(treaty):\(article)")
        #expect(id?.queryForm == "\(treaty)/\(article)")
    }

    @Test("what is no provision id is refused", arguments: ["", ":", "UNCC", "UNCC:", ":7", "uncc:7", "UNCC:7 8", "UNCC:é", "UNCC:7/8"])
    func badProvisionID(text: String) {
        #expect(ProvisionID(text) == nil)
    }

    @Test("provisions are cited as lawyers do", arguments: [
        ("UNCC:7", "UN Convention against Cybercrime, Article 7"), ("BC-P2:6", "Second Protocol to the Budapest Convention, Article 6"),
        ("USC:18:1030", "18 U.S.C. § 1030"), ("CFR:16:314", "16 CFR 314"), ("CFR:23NYCRR:500", "23 NYCRR 500"),
        ("FATF:R.16", "FATF Recommendation 16"), ("ISO27001:A.5", "ISO/IEC 27001, Annex A.5"), ("ISO27001:6", "ISO/IEC 27001, clause 6"),
        ("PCIDSS:3", "PCI DSS, Requirement 3"), ("NISTCSF:GV", "NIST CSF, GV"), ("XX:1", "XX:1"),
    ])
    func citation(id: String, citation: String) throws {
        #expect(vocabulary.citation(of: try #require(ProvisionID(id))) == citation)
    }

    @Test("kickers are found as they are printed, whatever the case", arguments: [
        "Fraud Management & Cybercrime", "FRAUD MANAGEMENT & CYBERCRIME", " fraud  management and\u{A0}cybercrime".replacingNoBreakSpaces,
    ])
    func kickers(name: String) {
        #expect(vocabulary.kicker(named: name)?.topics == ["fraud-management", "cybercrime"])
    }

    @Test("an unknown kicker is none")
    func unknownKicker() {
        #expect(vocabulary.kicker(named: "Gardening") == nil)
        #expect(vocabulary.kicker(named: "") == nil)
    }
}

extension String {
    fileprivate var replacingNoBreakSpaces: String { String(map { $0 == "\u{A0}" ? " " : $0 }) }
}
