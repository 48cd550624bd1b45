import Articles
import Testing
import Text

@testable import Topics

@Suite("A vocabulary file of the user's own")
struct UserVocabularyTests {
    static func read(_ texts: String...) -> VocabularyExtension {
        let names = ["own.txt", "library.txt"]
        return Vocabulary.builtIn.adding(
            zip(names, texts).map { UserVocabulary(VocabularyFile(name: $0, text: $1)) })
    }

    private static func topics(_ text: String, _ extended: VocabularyExtension) -> [TopicID] {
        Tagger(vocabulary: extended.vocabulary).session().tag(passage: text).map(\.topic).sorted()
    }

    @Test("adds topics and labels, switches labels off, and leaves the rest as it was")
    func all() throws {
        let extended = Self.read(
            """
            # mine
            topic: deep-sea-cables
              code: cable
              name: Submarine cables      # as the ITU says
              name fr: câbles sous-marins
              label: cable cut | ~seabed
              exact: SEACOM
              hidden: submarin cable
              broader: critical-infrastructure
              related: information-sharing
              provision: UNCC:10, BC:2-3

            topic: extradition
              label: handing over of suspects
              off: extradite

            topic: ransomware
              off: *
            """)
        let vocabulary = extended.vocabulary
        #expect(extended.problems == [])
        #expect(vocabulary.topics.count == Vocabulary.builtIn.topics.count + 1)
        let topic = try #require(vocabulary.topic("deep-sea-cables"))
        #expect(
            topic
                == Topic(
                    id: "deep-sea-cables", code: "CABLE", broader: "critical-infrastructure",
                    labels: [
                        Label("Submarine cables", language: "en", kind: .preferred),
                        Label("câbles sous-marins", language: "fr", kind: .preferred),
                        Label("cable cut", language: "en", kind: .alternative),
                        Label("seabed", language: "en", kind: .alternative, isCommon: true),
                        Label("SEACOM", language: "en", kind: .alternative, match: .exact),
                        Label("submarin cable", language: "en", kind: .hidden),
                    ],
                    provisions: ["UNCC:10", "BC:2", "BC:3"].compactMap { ProvisionID($0) }, related: ["information-sharing"]))
        #expect(vocabulary.topic("information-sharing")?.related == ["deep-sea-cables"])
        #expect(vocabulary.ancestors(of: "deep-sea-cables") == ["critical-infrastructure", "cybercrime"])
        #expect(Self.topics("A cable cut was reported by SEACOM.", extended) == ["deep-sea-cables"])
        #expect(Self.topics("Seacom is a name.", extended) == [])
        #expect(Self.topics("They want the handing over of suspects.", extended) == ["extradition"])
        #expect(!Self.topics("The ransomware gang came.", extended).contains("ransomware"))
        #expect(vocabulary.topic("ransomware")?.label == Vocabulary.builtIn.topic("ransomware")?.label)
        #expect(extended.isOff("ransomware") && !extended.isOff("extradition"))
        #expect(extended.isOff("Extradite", of: "extradition") && !extended.isOff("extradition", of: "extradition"))
        #expect(extended.places[.topic("deep-sea-cables")] == .init(file: 0, line: 2))
        #expect(extended.place(of: topic.labels[4], in: topic.id) == .init(file: 0, line: 7))
    }

    @Test("leaves every topic that it does not name as it was")
    func rest() {
        let extended = Self.read("topic: mine\nname: Own topic\n")
        #expect(Array(extended.vocabulary.topics.dropLast()) == Vocabulary.builtIn.topics)
        #expect(extended.vocabulary.kickers == Vocabulary.builtIn.kickers)
        #expect(extended.vocabulary.acronyms == Vocabulary.builtIn.acronyms)
        #expect(extended.vocabulary.treaties == Vocabulary.builtIn.treaties)
    }

    @Test("may be laid out in any way", arguments: [
        "topic: mine\nname: Own topic\nlabel: sea cow\n",
        "\u{FEFF}topic: mine\r\n\tname:\tOwn  topic\r\n\tlabel : sea\tcow\r\n",
        "TOPIC:mine\n  Labels: sea cow # a remark\n\n\n  Name en: Own topic",
        "# first\n\n   topic:   mine   \n# between\nlabel:|sea cow|\nname: Own topic #\n",
    ])
    func layout(text: String) {
        let extended = Self.read(text)
        #expect(extended.problems == [])
        #expect(extended.vocabulary.topics.last == Self.read("topic: mine\nname: Own topic\nlabel: sea cow").vocabulary.topics.last)
    }

    @Test("says what each of its topics is called in the gutter", arguments: [
        ("sea-cow", "SEACOW"), ("manatee", "MANATE"), ("ransom-where", "RANWHE"), ("ransom", "RANSO2"), ("x", "X"),
        ("cybercrime-extra-long", "CYBEXT"), ("7-eleven", "7ELE"),
    ])
    func codes(id: String, code: String) {
        let extended = Self.read("topic: \(id)\nname: Something quite unheard of")
        #expect(extended.problems == [])
        #expect(extended.vocabulary.topics.last?.code == code)
        #expect(extended.vocabulary.topic(code: code)?.id == TopicID(id))
    }

    @Test("derives codes that are unique")
    func uniqueCodes() {
        let extended = Self.read((1...300).map { "topic: manatee-\($0)\nname: Sea cow number \($0)\n" }.joined())
        #expect(extended.problems == [])
        let codes = extended.vocabulary.topics.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(codes.allSatisfy { UserVocabularyBuilder.isCode($0) })
    }

    @Test("a later line, and a later file, wins")
    func later() throws {
        let extended = Self.read(
            """
            topic: mine
            name: First name
            broader: cybercrime
            label: sea cow
            topic: ransomware
            off: * | LockBit
            topic: extradition
            off: extradite
            exact: extradition
            """,
            """
            topic: mine
            name: Second name
            broader: fraud-management
            exact: Sea Cow
            topic: ransomware
            on: *
            topic: extradition
            on: extradite
            name: Surrender of suspects
            """)
        #expect(extended.problems == [])
        let mine = try #require(extended.vocabulary.topic("mine"))
        #expect(mine.labels.map(\.text) == ["Second name", "First name", "Sea Cow"])
        #expect(mine.labels.map(\.kind) == [.preferred, .alternative, .alternative])
        #expect(mine.labels[2].match == .exact && mine.broader == "fraud-management")
        #expect(!extended.isOff("ransomware") && extended.isOff("lockbit", of: "ransomware"))
        #expect(extended.vocabulary.topic("ransomware")?.labels.contains { $0.text == "LockBit" } == false)
        let extradition = try #require(extended.vocabulary.topic("extradition"))
        #expect(extradition.label == "Surrender of suspects")
        #expect(extradition.labels.contains { $0.text == "extradite" && $0.match == .stem })
        #expect(extradition.labels.contains { $0.text.lowercased() == "extradition" && $0.match == .exact && $0.kind == .alternative })
    }

    @Test("a label that is switched off leaves its words to another topic, in whichever order")
    func moved() {
        for text in [
            "topic: extradition\noff: extradite\ntopic: mine\nname: Own\nlabel: extradite",
            "topic: mine\nname: Own\nlabel: extradite\ntopic: extradition\noff: extradite",
        ] {
            let extended = Self.read(text)
            #expect(extended.problems == [])
            #expect(Self.topics("They extradite him.", extended) == ["mine"])
        }
    }

    @Test("a topic that is off is found by nothing any more")
    func off() {
        let before = Self.read("")
        let after = Self.read("topic: bec\noff: *\ntopic: extradition\noff: *\n")
        #expect(after.problems == [])
        #expect(Self.topics("Extradition under Article 24 of the Budapest Convention, and BEC by email.", before).contains("extradition"))
        #expect(!Self.topics("Extradition under Article 24 of the Budapest Convention, and BEC by email.", after).contains("extradition"))
        #expect(!Self.topics("A case of BEC, business email compromise.", after).contains("bec"))
        #expect(after.vocabulary.acronyms.allSatisfy { $0.topic != "bec" })
        #expect(after.vocabulary.kickers.allSatisfy { !$0.topics.contains("bec") && !$0.topics.contains("extradition") })
        #expect(after.vocabulary.topics.count == before.vocabulary.topics.count)
        #expect(after.vocabulary.citation(of: ProvisionID(treaty: before.vocabulary.treaties[1].id, article: "24")) == "Budapest Convention, Article 24")
    }

    @Test("brings category lines, acronyms with the words that decide, and treaties")
    func others() throws {
        let extended = Self.read(
            """
            topic: sea-cows
            name: Sea cows
            kicker: Marine Life & More | Cybercrime
            acronym: SIREN
            expansion: sea cow register network
            rival: warning sound
            cue: manatee | dugong
            against: police | loud
            default: reject
            provision: SCA:2
            acronym: MLA
            expansion: manatee lovers of Angola

            treaty: SCA
            name: Sea Cow Act
            short: Cow Act
            unit: section
            cited: =SCA | Act on Sea Cows
            article: 1 Scope
            article: 2 Prohibited acts

            treaty: BC
            article: 48bis Sea cows
            """)
        #expect(extended.problems == [])
        let vocabulary = extended.vocabulary
        #expect(vocabulary.kicker(named: "marine life and more")?.topics == ["sea-cows"])
        #expect(vocabulary.kicker(named: "Cybercrime")?.topics.last == "sea-cows")
        #expect(
            vocabulary.acronyms.last
                == Acronym(
                    text: "SIREN", expansion: "sea cow register network", topic: "sea-cows", rivals: ["warning sound"],
                    positive: ["manatee", "dugong"], negative: ["police", "loud"], standard: .reject))
        #expect(vocabulary.acronyms.count == Vocabulary.builtIn.acronyms.count + 1)
        #expect(vocabulary.acronyms.first { $0.text == "MLA" }?.topic == "sea-cows")
        #expect(Self.topics("The SIREN lists a manatee.", extended) == ["sea-cows"])
        #expect(Self.topics("A loud SIREN of the police.", extended) == [])
        let provision = try #require(ProvisionID("SCA:2"))
        #expect(vocabulary.citation(of: provision) == "Cow Act § 2")
        #expect(vocabulary.provision(provision)?.title == "Prohibited acts")
        #expect(vocabulary.topics(standingFor: provision) == ["sea-cows"])
        #expect(ProvisionID("BC:48bis").flatMap { vocabulary.provision($0) }?.title == "Sea cows")
    }

    @Test("an empty file changes nothing", arguments: ["", "\n\n", "# nothing\n", "\u{FEFF}", "\r\n"])
    func empty(text: String) {
        let extended = Self.read(text)
        #expect(extended.problems == [] && extended.places.isEmpty)
        #expect(extended.vocabulary.topics == Vocabulary.builtIn.topics)
        #expect(UserVocabulary(VocabularyFile(name: "own.txt", text: text)).gist.isEmpty)
    }

    @Test("has a gist that remarks and layout leave alone")
    func gist() {
        let one = UserVocabulary(VocabularyFile(name: "a", text: "# x\ntopic: mine\n  labels en:  a |b # c\n"))
        let other = UserVocabulary(VocabularyFile(name: "b", text: "TOPIC: mine\r\nlabel en: a | b\r\n"))
        #expect(one.gist == "topic: mine\nlabel en: a | b")
        #expect(one.gist == other.gist)
    }

    @Test("names labels that share their words with another topic")
    func remarks() {
        let extended = Self.read(
            """
            topic: sea-cows
            name: Sea cows
            label: hacks | extraditing | manatee | of the
            exact: C2
            label fr: la baleine
            """)
        #expect(extended.problems == [])
        #expect(
            extended.remarks().map { "\($0.place.line): \($0)" } == [
                "3: «extraditing» of «sea-cows» has the same stem as «Extradition» of «extradition»: both match the same words, and each weighs less",
                "3: «hacks» of «sea-cows» has the same stem as «hacking» of «illegal-access»: both match the same words, and each weighs less",
                "3: «of the» of «sea-cows» has no word with a meaning of its own, and is never matched",
                "4: «C2» of «sea-cows» is written like the acronym «C2» of «botnets», which is decided by the words around it",
            ])
    }
}
