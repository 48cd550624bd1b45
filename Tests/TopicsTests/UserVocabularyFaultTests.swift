import Foundation
import TestSupport
import Testing
import Text

@testable import Topics

/// A file with faults, and the sentences that say so.
struct UserFaultCase: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var messages: [String]

    init(_ name: String, _ text: String, _ messages: String...) {
        self.name = name
        self.text = text
        self.messages = messages
    }

    var testDescription: String { name }
}

@Suite("A fault in a vocabulary file of the user's own")
struct UserVocabularyFaultTests {
    /// Before each: a topic that must be there whatever else is wrong.
    static let head = "topic: mine\nname: Own topic\n"

    static let cases = [
        UserFaultCase(
            "no colon", "cable cut",
            "own.txt, line 3: «cable cut» begins with no key; begin it with a key and a colon, such as «label: cable cut»"),
        UserFaultCase(
            "a sentence with a colon", "here comes a label: cable",
            "own.txt, line 3: «here comes a label: cable» begins with no key; begin it with a key and a colon, such as «label: here comes a label: cable»"),
        UserFaultCase("a key with a slip", "lable: cable", "own.txt, line 3: no key is called «lable»; write «label»"),
        UserFaultCase(
            "an unknown key", "colour: red",
            "own.txt, line 3: no key is called «colour»; write topic, name, label, exact, hidden, code, broader, related, provision, kicker, off, on, acronym, expansion, rival, cue, against, default, treaty, short, unit, cited or article"),
        UserFaultCase("nothing behind the colon", "label: | |", "own.txt, line 3: nothing stands after «label:»; fill it in or remove the line"),
        UserFaultCase("only a remark behind the colon", "label: # later", "own.txt, line 3: nothing stands after «label:»; fill it in or remove the line"),
        UserFaultCase("two values", "code: A | B", "own.txt, line 3: «code» takes one value; keep one of them"),
        UserFaultCase("a language where none can be", "code fr: A", "own.txt, line 3: «code» takes no language; write «code: …»"),
        UserFaultCase("no language", "label french: A", "own.txt, line 3: «french» is no language; write two or three small letters, such as fr"),
        UserFaultCase("a label of nothing", "label: --", "own.txt, line 3: «--» is no label; write words of at most 200 bytes, with at least one letter or digit"),
        UserFaultCase(
            "a long label", "label: \(String(repeating: "x", count: 201))",
            "own.txt, line 3: «\(String(repeating: "x", count: 201))» is no label; write words of at most 200 bytes, with at least one letter or digit"),
        UserFaultCase(
            "a label of a built-in topic", "label: Extradition",
            "own.txt, line 3: the label «Extradition» of «mine» belongs to «extradition»; remove it from one of the two topics"),
        UserFaultCase(
            "a label of two own topics", "label: sea cow\ntopic: other\nname: Other topic\nlabel: Sea Cow",
            "own.txt, line 6: the label «Sea Cow» of «other» belongs to «mine»; remove it from one of the two topics"),
        UserFaultCase(
            "a bad topic id", "topic: Two Words\nname: Two words\nlabel: two words",
            "own.txt, line 3: «Two Words» is no topic id; use lower-case letters, digits and hyphens, at most 64"),
        UserFaultCase(
            "a mistyped topic", "topic: extraditon\nlabel: handing over",
            "own.txt, line 3: the topic «extraditon» has no name; write «extradition», or add a line «name: …» below it"),
        UserFaultCase(
            "a topic without a name", "topic: manatees\nlabel: sea cow",
            "own.txt, line 3: the topic «manatees» has no name; add a line «name: …» below it"),
        UserFaultCase("a bad code", "code: TOOLONG", "own.txt, line 3: «TOOLONG» is no code; use one to six capital letters, digits or hyphens"),
        UserFaultCase("a code of another", "code: RANSOM", "own.txt, line 3: the code «RANSOM» belongs to «ransomware»; choose another code"),
        UserFaultCase(
            "another code for a built-in topic", "topic: ransomware\ncode: RW\nbroader: fraud-management",
            "own.txt, line 4: «code» cannot be changed of what is built in; remove the line",
            "own.txt, line 5: «broader» cannot be changed of what is built in; remove the line"),
        UserFaultCase(
            "a mistyped broader topic", "broader: ransomwere",
            "own.txt, line 3: the broader topic «ransomwere» does not exist; write «ransomware», or add the topic"),
        UserFaultCase(
            "a broader topic by its label", "broader: Anti-money laundering",
            "own.txt, line 3: the broader topic «Anti-money laundering» does not exist; write «aml-compliance», or add the topic"),
        UserFaultCase(
            "an unknown broader topic", "broader: zoology",
            "own.txt, line 3: the broader topic «zoology» does not exist; correct the id or add the topic"),
        UserFaultCase(
            "a topic broader than itself", "broader: mine",
            "own.txt, line 3: the topic is broader than itself: mine → mine; give one of them another broader topic"),
        UserFaultCase(
            "a circle", "broader: other\ntopic: other\nname: Other topic\nbroader: mine",
            "own.txt, line 3: the topic is broader than itself: mine → other → mine; give one of them another broader topic"),
        UserFaultCase(
            "an unknown related topic", "related: extradiction, zoology",
            "own.txt, line 3: the topic «extradiction» does not exist; write «extradition», or add the topic",
            "own.txt, line 3: the topic «zoology» does not exist; correct the id or add the topic"),
        UserFaultCase("related to itself", "related: mine", "own.txt, line 3: «mine» is related to itself; leave it out"),
        UserFaultCase(
            "related to what is above it", "broader: ransomware\nrelated: cybercrime",
            "own.txt, line 4: «cybercrime» stands above or below «mine»; leave it out"),
        UserFaultCase(
            "a bad provision", "provision: seven",
            "own.txt, line 3: «seven» is no provision; write TREATY:ARTICLE or TREATY:FIRST-LAST, such as UNCC:7 or UNCC:7-21"),
        UserFaultCase("an unknown treaty", "provision: XYZ:7", "own.txt, line 3: the treaty «XYZ» does not exist; correct the id or add it to the treaties"),
        UserFaultCase("an unknown provision", "provision: BC:48-49", "own.txt, line 3: the provision «BC:49» does not exist; correct it or add it to the provisions"),
        UserFaultCase("a switch of no label", "off: sea cow", "own.txt, line 3: «sea cow» is no label of «mine»; correct it or leave it out"),
        UserFaultCase("cues without an acronym", "cue: sea", "own.txt, line 3: «cue» stands under no acronym; put it below a line «acronym: …»"),
        UserFaultCase("a treaty's line under a topic", "unit: part", "own.txt, line 3: «unit» stands under no treaty; put it below a line «treaty: …»"),
        UserFaultCase("a topic's line under a treaty", "treaty: BC\nlabel: sea", "own.txt, line 4: «label» stands under no topic; put it below a line «topic: …»"),
        UserFaultCase(
            "an acronym of small letters", "acronym: sea",
            "own.txt, line 3: «sea» is no acronym; write one word with a capital letter or a digit, of at most 40 bytes"),
        UserFaultCase(
            "an acronym of nothing", "acronym: SEA\ncue: cow",
            "own.txt, line 3: it is not said what «SEA» stands for; add a line «expansion: …» below it"),
        UserFaultCase(
            "an acronym twice", "acronym: SEA\nexpansion: a\nacronym: SEA\nexpansion: b",
            "own.txt, line 5: the acronym «SEA» is defined already; remove one of them"),
        UserFaultCase(
            "an unknown default", "acronym: SEA\nexpansion: a\ndefault: perhaps",
            "own.txt, line 5: «perhaps» is no value of «default»; write accept, weak or reject"),
        UserFaultCase("a bad treaty id", "treaty: sea", "own.txt, line 3: «sea» is no treaty id; use capital letters, digits and hyphens"),
        UserFaultCase("a treaty without a name", "treaty: SEA\narticle: 1 One", "own.txt, line 3: the treaty «SEA» has no name; add a line «name: …» below it"),
        UserFaultCase("a built-in treaty's name", "treaty: BC\nname: Other", "own.txt, line 4: «name» cannot be changed of what is built in; remove the line"),
        UserFaultCase(
            "an unknown unit", "treaty: SEA\nname: Sea\nunit: page",
            "own.txt, line 5: «page» is no value of «unit»; write article, section, part, clause, requirement, function or recommendation"),
        UserFaultCase(
            "an article without a title", "treaty: BC\narticle: 49",
            "own.txt, line 4: «49» is no number and title; write the number and then the title, such as «14 Unauthorised access»"),
        UserFaultCase("a known article", "treaty: BC\narticle: 2 Two", "own.txt, line 4: the provision «BC:2» is defined already; remove one of them"),
        UserFaultCase(
            "a long line", "# " + String(repeating: "x", count: 16_384),
            "own.txt, line 3: the line has 16386 bytes, more than the 16384 allowed; shorten it"),
        UserFaultCase(
            "too many labels", (0..<1_000).map { "label: cow \($0)\n" }.joined(),
            "own.txt, line 1002: the topic has more than 1000 labels; split it or leave some out"),
        UserFaultCase(
            "too many acronyms", (0...500).map { "acronym: Q\($0)\nexpansion: queue\n" }.joined(),
            "own.txt, line 1003: there are more than 500 acronyms; leave some out"),
    ]

    @Test("is named with its line and what to do, and the rest counts", arguments: cases)
    func named(_ example: UserFaultCase) {
        let tail = "\ntopic: last\nname: Last topic\n"
        let extended = UserVocabularyTests.read(Self.head + example.text + tail)
        #expect(extended.problems.map(\.message) == example.messages)
        #expect(extended.vocabulary.topic("mine")?.label == "Own topic")
        #expect(extended.vocabulary.topic("last")?.label == "Last topic")
    }

    @Test("before any topic")
    func first() {
        let problems = UserVocabularyTests.read("label: cow\nid\tcode\n").problems
        #expect(
            problems.map(\.message) == [
                "own.txt, line 1: «label» stands under no topic; put it below a line «topic: …»",
                "own.txt, line 2: «id code» begins with no key; begin it with a key and a colon, such as «label: id code»",
            ])
    }

    @Test("in the second of two files")
    func second() {
        let problems = UserVocabularyTests.read("topic: mine\nname: Own\nlabel: cow", "topic: other\nname: Other\nlabel: cow").problems
        #expect(
            problems == [
                VocabularyError(file: "library.txt", line: 3, problem: .sharedLabel("cow", topic: "other", owner: "mine"))
            ])
    }

    @Test("in bytes that are no text")
    func notText() {
        let file = VocabularyFile(name: "own.txt", bytes: Array("topic: mine\nname: ".utf8) + [0xFF, 0x0A] + Array("name: Own".utf8))
        let (vocabulary, problems) = Vocabulary.builtIn.adding(file)
        #expect(problems.map(\.message) == ["own.txt, line 2: the line is not UTF-8 text; save the file as UTF-8"])
        #expect(vocabulary.topic("mine")?.label == "Own")
    }

    @Test("in a file that is too large, or has too many lines")
    func tooLarge() {
        let large = UserVocabulary(VocabularyFile(name: "own.txt", bytes: [UInt8](repeating: 0x23, count: 1 << 20 | 1)))
        #expect(!large.isWhole && large.lines.isEmpty)
        #expect(
            large.faults.map(\.message)
                == ["own.txt: the file has 1048577 bytes, more than the 1048576 allowed; split it or leave some out"])
        let long = UserVocabulary(VocabularyFile(name: "own.txt", bytes: [UInt8](repeating: 0x0A, count: 50_001)))
        #expect(!long.isWhole)
        #expect(long.faults.map(\.message) == ["own.txt, line 50001: there are more than 50000 entries; split it or leave some out"])
    }

    @Test("is counted, and not named, after the hundredth")
    func many() {
        let problems = UserVocabularyTests.read(String(repeating: "nonsense\n", count: 130)).problems
        #expect(problems.count == 101)
        #expect(problems.last?.message == "own.txt: there are 30 more faults; correct these first")
    }

    @Test("as too many topics")
    func tooManyTopics() {
        let text = (0...2_000).map { "topic: t\($0)\nname: Cow \($0)\n" }.joined()
        let extended = UserVocabularyTests.read(text)
        #expect(extended.problems.map(\.message) == ["own.txt, line 4001: there are more than 2000 topics; leave some out"])
        #expect(extended.vocabulary.topics.count == Vocabulary.builtIn.topics.count + 2_000)
    }

    /// The page on the files, whose tables say what each message means.
    static func page() throws -> String {
        let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: project.appendingPathComponent("Documentation/Vocabulary.md"), encoding: .utf8)
    }

    @Test("is explained in the documentation")
    func documented() throws {
        let rows = try Self.page().split(separator: "\n").filter { $0.hasPrefix("| ") }
        let explained = Set(rows.compactMap { $0.split(separator: "|").first.map { $0.trimmingCharacters(in: .whitespaces) } })
        func pattern(_ why: String) -> String {
            why.replacing(/«[^»]*»/) { $0.0.hasSuffix(":»") ? "«…:»" : "«…»" }
                .replacing(/[0-9]+/, with: "…").replacing(/itself: .*/, with: "itself: …")
                .replacing(/under no (treaty|acronym)/, with: "under no topic").replacing(/than … (label|acronym)s/, with: "than … topics")
                .replacing(/has more than … topics/, with: "has more than … labels")
        }
        // The three longest say nothing that the others do not, and take their time.
        for example in Self.cases where example.text.utf8.count < 1_000 {
            let tail = "\ntopic: last\nname: Last topic\n"
            for problem in UserVocabularyTests.read(Self.head + example.text + tail).problems {
                #expect(explained.contains(pattern(problem.why)), "\(problem.why)")
            }
        }
        let page = try Self.page()
        for key in UserKey.allCases { #expect(page.contains("`\(key.rawValue)"), "\(key.rawValue)") }
    }

    @Test("is in none of the documentation's examples")
    func documentedExamples() throws {
        let parts = try Self.page().components(separatedBy: "```")
        try #require(parts.count == 3)
        let extended = UserVocabularyTests.read(parts[1])
        #expect(extended.problems == [])
        #expect(extended.vocabulary.topic("deep-sea-cables")?.code == "CABLES")
        #expect(extended.isOff("copyright-offences") && extended.isOff("extradited", of: "extradition"))
        #expect(extended.vocabulary.topic("national-legislation")?.provisions.suffix(2).map(\.description) == ["KCMCA:14", "KCMCA:16"])
    }

    @Test("random bytes are read without a crash, and written again as they were", arguments: 0..<(Soak.pick(sample: 40, full: 1_000)))
    func random(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let words = UserKey.allCases.map(\.rawValue) + [
            ":", ": ", " ", "\t", "\n", "\n", "\r\n", "|", "#", " # ", "*", "=", "~", "mine", "other", "ransomware", "extradition",
            "BC:2", "BC", "SEA", "fr", "é", "\u{0}", "\u{FEFF}", "-", ",", "a", "14 b", "name: Own", "topic: mine\n", "broader: other\n",
        ]
        var bytes: [UInt8] = []
        for _ in 0..<300 {
            bytes += words[Int.random(in: 0..<words.count, using: &random)].utf8
            if Int.random(in: 0..<40, using: &random) == 0 { bytes.append(0x0D) }
            if Int.random(in: 0..<40, using: &random) == 0 { bytes.append(UInt8.random(in: 0...255, using: &random)) }
        }
        let file = UserVocabulary(VocabularyFile(name: "own.txt", bytes: bytes))
        #expect(file.bytes == bytes)
        let extended = Vocabulary.builtIn.adding([file])
        let vocabulary = extended.vocabulary
        #expect(extended.problems.allSatisfy { !$0.message.isEmpty && $0.line <= file.lines.count })
        #expect(vocabulary.topics.allSatisfy { vocabulary.ancestors(of: $0.id).count < vocabulary.topics.count })
        #expect(vocabulary.outline.count == vocabulary.topics.count)
        #expect(Set(vocabulary.topics.map(\.code)).count == vocabulary.topics.count)
        _ = extended.remarks()
        var changed = file
        let isAdded = (try? changed.add(.label, "unheard of", to: "mine")) ?? false
        #expect(isAdded && UserVocabulary(VocabularyFile(name: "own.txt", bytes: changed.bytes)).lines == changed.lines)
        let isRemoved = changed.remove("unheard of", under: [.label], of: "mine")
        #expect(isRemoved && UserVocabulary(VocabularyFile(name: "own.txt", bytes: changed.bytes)).lines == changed.lines)
        changed.remove("mine")
        #expect(!changed.mentions("mine"))
        #expect(UserVocabulary(VocabularyFile(name: "own.txt", bytes: changed.bytes)).lines == changed.lines)
    }
}
