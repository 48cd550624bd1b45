import TestSupport
import Testing
import Text

@testable import Topics

/// A vocabulary with one fault, and the sentence that says so.
struct FaultCase: Sendable, CustomTestStringConvertible {
    var name: String
    var tables: VocabularyTables
    var message: String

    var testDescription: String { name }
}

@Suite("A fault in a vocabulary")
struct VocabularyErrorTests {
    static let topicHead = "id\tcode\tbroader\tprovisions\tlabel_en\talt_en\tlabel_fr\n"
    static let treatyHead = "id\tshort\tname\tunit\n"
    static let provisionHead = "treaty\tarticle\ttitle\tchapter\tstatus\n"
    static let kickerHead = "category\tparent\ttopic\tstatus\n"
    static let acronymHead = "acronym\texpansion\ttopic\trivals\tpositive\tnegative\tneeds\tdefault\n"

    static func tables(
        topics: String = topicHead + "a\tA\t\tT:1-2\tApple\tpome|=APL\tpomme\n", treaties: String = treatyHead + "T\tTree\tTree treaty\tarticle\n",
        provisions: String = provisionHead + "T\t1\tOne\t\tchecked\nT\t2\tTwo\tII\trecalled\n", kickers: String = kickerHead,
        acronyms: String = acronymHead
    ) -> VocabularyTables {
        VocabularyTables(
            topics: VocabularyFile(name: "topics.tsv", text: topics), treaties: VocabularyFile(name: "treaties.tsv", text: treaties),
            provisions: VocabularyFile(name: "provisions.tsv", text: provisions),
            kickers: VocabularyFile(name: "kickers.tsv", text: kickers), acronyms: VocabularyFile(name: "acronyms.tsv", text: acronyms))
    }

    private static func topics(_ rows: String) -> VocabularyTables { tables(topics: topicHead + rows) }

    static let cases = [
        FaultCase(
            name: "no columns", tables: tables(kickers: "# nothing\n"),
            message: "kickers.tsv: no line names the columns; start with a line of column names separated by tabs"),
        FaultCase(
            name: "a missing column", tables: tables(kickers: "category\tparent\ttopic\n"),
            message: "kickers.tsv: the column «status» is missing; add it to the line of column names"),
        FaultCase(
            name: "an unknown column", tables: tables(kickers: "category\tparent\ttopic\tstatus\tcolour\n"),
            message: "kickers.tsv: no column is called «colour»; correct the name or remove the column"),
        FaultCase(
            name: "a repeated column", tables: tables(kickers: "category\tparent\ttopic\tstatus\ttopic\n"),
            message: "kickers.tsv: the column «topic» is named twice; keep one of them"),
        FaultCase(
            name: "too many cells", tables: tables(kickers: kickerHead + "A\t\ta\tchecked\tmore\n"),
            message: "kickers.tsv, line 2: 5 cells stand in 4 columns; remove a tab"),
        FaultCase(
            name: "an empty cell", tables: tables(treaties: treatyHead + "T\tTree\tTree treaty\tarticle\nU\t\tOther\tarticle\n"),
            message: "treaties.tsv, line 3: the column «short» is empty; fill it in"),
        FaultCase(
            name: "a date that is none", tables: tables(treaties: "id\tshort\tname\tunit\tfinal\nT\tTree\tTree treaty\tarticle\t9 August\n"),
            message: "treaties.tsv, line 2: «9 August» is no date; write it as 2024-08-09"),
        FaultCase(
            name: "an unknown status", tables: tables(kickers: kickerHead + "# a remark\nA\t\ta\tseen\n"),
            message: "kickers.tsv, line 3: «seen» cannot stand in the column «status»; write checked, number-checked or recalled"),
        FaultCase(
            name: "an unknown unit", tables: tables(treaties: treatyHead + "T\tTree\tTree treaty\tarticle\nU\tU\tU\tpage\n"),
            message: "treaties.tsv, line 3: «page» cannot stand in the column «unit»; write article, section, part, clause, requirement, function or recommendation"),
        FaultCase(
            name: "a bad treaty id", tables: tables(treaties: treatyHead + "T\tTree\tTree treaty\tarticle\nu\tU\tU\tpart\n"),
            message: "treaties.tsv, line 3: «u» is no treaty id; use capital letters, digits and hyphens"),
        FaultCase(
            name: "a repeated treaty", tables: tables(treaties: treatyHead + "T\tTree\tTree treaty\tarticle\nT\tU\tU\tpart\n"),
            message: "treaties.tsv, line 3: the treaty «T» is defined already; remove one of them"),
        FaultCase(
            name: "a provision of no treaty", tables: tables(provisions: provisionHead + "T\t1\tOne\t\tchecked\nT\t2\tTwo\t\tchecked\nU\t1\tOne\t\tchecked\n"),
            message: "provisions.tsv, line 4: the treaty «U» does not exist; correct the id or add it to the treaties"),
        FaultCase(
            name: "a repeated provision", tables: tables(provisions: provisionHead + "T\t1\tOne\t\tchecked\nT\t2\tTwo\t\tchecked\nT\t1\tOne\t\tchecked\n"),
            message: "provisions.tsv, line 4: the provision «T:1» is defined already; remove one of them"),
        FaultCase(
            name: "a bad article", tables: tables(provisions: provisionHead + "T\t1\tOne\t\tchecked\nT\t2\tTwo\t\tchecked\nT\t1 bis\tOne\t\tchecked\n"),
            message: "provisions.tsv, line 4: «T:1 bis» is no provision; write TREATY:ARTICLE or TREATY:FIRST-LAST, such as UNCC:7 or UNCC:7-21"),
        FaultCase(
            name: "a bad topic id", tables: topics("Two Words\tA\t\t\tApple\n"),
            message: "topics.tsv, line 2: «Two Words» is no topic id; use lower-case letters, digits and hyphens, at most 64"),
        FaultCase(
            name: "a repeated topic", tables: topics("a\tA\t\t\tApple\na\tB\t\t\tPear\n"),
            message: "topics.tsv, line 3: the topic «a» is defined in line 2 already; choose another id"),
        FaultCase(
            name: "a bad code", tables: topics("a\tAPPLETREE\t\t\tApple\n"),
            message: "topics.tsv, line 2: «APPLETREE» is no code; use one to six capital letters, digits or hyphens"),
        FaultCase(
            name: "a repeated code", tables: topics("a\tA\t\t\tApple\nb\tA\t\t\tPear\n"),
            message: "topics.tsv, line 3: the code «A» belongs to «a»; choose another code"),
        FaultCase(
            name: "a topic without a label", tables: topics("a\tA\n"),
            message: "topics.tsv, line 2: the column «label_en» is empty; fill it in"),
        FaultCase(
            name: "a label without a word", tables: topics("a\tA\t\t\tApple\t~=–|!\n"),
            message: "topics.tsv, line 2: «!» is no label; write words of at most 200 bytes, with at least one letter or digit"),
        FaultCase(
            name: "a label of two topics", tables: topics("a\tA\t\t\tApple\tpome\nb\tB\t\t\tPear\tPome\n"),
            message: "topics.tsv, line 3: the label «Pome» of «b» belongs to «a»; remove it from one of the two topics"),
        FaultCase(
            name: "an unknown broader topic", tables: topics("a\tA\tz\t\tApple\n"),
            message: "topics.tsv, line 2: the broader topic «z» does not exist; correct the id or add the topic"),
        FaultCase(
            name: "a topic broader than itself", tables: topics("a\tA\ta\t\tApple\n"),
            message: "topics.tsv, line 2: the topic is broader than itself: a → a; give one of them another broader topic"),
        FaultCase(
            name: "a circle", tables: topics("r\tR\tb\t\tRoot\na\tA\tb\t\tApple\nb\tB\tc\t\tPear\nc\tC\ta\t\tPlum\n"),
            message: "topics.tsv, line 4: the topic is broader than itself: b → c → a → b; give one of them another broader topic"),
        FaultCase(
            name: "a topic's unknown treaty", tables: topics("a\tA\t\tX:1-9\tApple\n"),
            message: "topics.tsv, line 2: the treaty «X» does not exist; correct the id or add it to the treaties"),
        FaultCase(
            name: "a topic's unknown provision", tables: topics("a\tA\t\tT:2-3\tApple\n"),
            message: "topics.tsv, line 2: the provision «T:3» does not exist; correct it or add it to the provisions"),
        FaultCase(
            name: "a range backwards", tables: topics("a\tA\t\tT:2-1\tApple\n"),
            message: "topics.tsv, line 2: «T:2-1» is no provision; write TREATY:ARTICLE or TREATY:FIRST-LAST, such as UNCC:7 or UNCC:7-21"),
        FaultCase(
            name: "a kicker's unknown topic", tables: tables(kickers: kickerHead + "Fruit\t\ta|z\tchecked\n"),
            message: "kickers.tsv, line 2: the topic «z» does not exist; correct the id or add the topic"),
        FaultCase(
            name: "a kicker's unknown parent", tables: tables(kickers: kickerHead + "Fruit\tFood\ta\tchecked\n"),
            message: "kickers.tsv, line 2: the category «Food» does not exist; correct the name or add the category"),
        FaultCase(
            name: "a repeated kicker", tables: tables(kickers: kickerHead + "Fruit & Nuts\t\ta\tchecked\nFRUIT  and nuts\t\t\tchecked\n"),
            message: "kickers.tsv, line 3: the category «FRUIT  and nuts» is defined already; remove one of them"),
        FaultCase(
            name: "an acronym's unknown topic", tables: tables(acronyms: acronymHead + "ZZ\tzig zag\tz\t\t\t\t\taccept\n"),
            message: "acronyms.tsv, line 2: the topic «z» does not exist; correct the id or add the topic"),
        FaultCase(
            name: "a repeated acronym", tables: tables(acronyms: acronymHead + "ZZ\tzig zag\ta\t\t\t\t\taccept\nZZ\tzag zig\ta\t\t\t\t\tweak\n"),
            message: "acronyms.tsv, line 3: the acronym «ZZ» is defined already; remove one of them"),
        FaultCase(
            name: "an acronym's unknown need", tables: tables(acronyms: acronymHead + "ZZ\tzig zag\ta\t\t\t\tAPL|ZZ top\treject\n"),
            message: "acronyms.tsv, line 2: «ZZ top» is no label of «a»; correct it or add the label to the topic"),
        FaultCase(
            name: "an unknown default", tables: tables(acronyms: acronymHead + "ZZ\tzig zag\ta\t\t\t\t\tperhaps\n"),
            message: "acronyms.tsv, line 2: «perhaps» cannot stand in the column «default»; write accept, weak or reject"),
        FaultCase(
            name: "a line that is too long", tables: tables(kickers: kickerHead + String(repeating: "x", count: 65_537) + "\n"),
            message: "kickers.tsv, line 2: the line has 65537 bytes, more than the 65536 allowed; shorten it"),
        FaultCase(
            name: "too many lines", tables: tables(kickers: kickerHead + (0...20_000).map { "K\($0)\t\t\tchecked\n" }.joined()),
            message: "kickers.tsv, line 20002: there are more than 20000 entries; split it or leave some out"),
        FaultCase(
            name: "too many labels",
            tables: topics("a\tA\t\t\tApple\t" + (0..<1_000).map { "label \($0)" }.joined(separator: "|") + "\n"),
            message: "topics.tsv, line 2: the topic has more than 1000 labels; split it or leave some out"),
    ]

    @Test("is named with its file and line, and what to do", arguments: cases)
    func named(_ example: FaultCase) {
        let (_, problems) = Vocabulary.read(example.tables)
        #expect(problems.map(\.message) == [example.message])
        let error = #expect(throws: VocabularyError.self) { try Vocabulary(example.tables) }
        #expect(error?.message == example.message)
    }

    @Test("is compared whole")
    func whole() {
        let tables = Self.tables(kickers: Self.kickerHead + "Fruit\t\tz\tchecked\n")
        #expect(throws: VocabularyError(file: "kickers.tsv", line: 2, problem: .unknownTopic("z"))) { try Vocabulary(tables) }
    }

    @Test("in bytes that are no text")
    func notText() {
        var tables = Self.tables()
        tables.kickers.bytes = Array(Self.kickerHead.utf8) + [0xFF, 0xFE, 0x0A]
        #expect(Vocabulary.read(tables).problems == [VocabularyError(file: "kickers.tsv", line: 2, problem: .notUTF8)])
        #expect(Vocabulary.read(tables).problems.map(\.message) == ["kickers.tsv, line 2: the line is not UTF-8 text; save the file as UTF-8"])
    }

    @Test("in a file that is too large")
    func tooLarge() {
        var tables = Self.tables()
        tables.kickers.bytes = [UInt8](repeating: 0x23, count: 16 << 20 | 1)
        let problems = Vocabulary.read(tables).problems
        #expect(
            problems.map(\.message)
                == ["kickers.tsv: the file has 16777217 bytes, more than the 16777216 allowed; split it or leave some out"])
    }

    @Test("leaves the rest as it is")
    func rest() {
        let rows = "a\tA\tz\tT:1|T:9\tApple\tpome|!\nbad id\tX\t\t\tX\nb\tB\ta\t\tPear\tpome\nc\tC\td\t\tPlum\nd\tD\tc\t\tSloe\n"
        let (vocabulary, problems) = Vocabulary.read(Self.tables(topics: Self.topicHead + rows))
        #expect(problems.count == 6)
        #expect(vocabulary.topics.map(\.id) == ["a", "b", "c", "d"])
        #expect(vocabulary.topics.map(\.broader) == [nil, "a", nil, "c"])
        #expect(vocabulary.topics.map { $0.labels.map(\.text) } == [["Apple", "pome"], ["Pear"], ["Plum"], ["Sloe"]])
        #expect(vocabulary.topics[0].provisions.map(\.description) == ["T:1"])
    }

    @Test("random bytes are read without a crash", arguments: 0..<100)
    func random(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        var tables = Self.tables()
        let alphabet = Array("\t\t\t\n\n|~=#-:aAT1\r é\u{0}".utf8) + [0xFF]
        func bytes(_ head: String) -> [UInt8] {
            Array(head.utf8) + (0..<200).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
        }
        tables.topics.bytes = bytes(Self.topicHead)
        tables.treaties.bytes = bytes(Self.treatyHead)
        tables.provisions.bytes = bytes(Self.provisionHead)
        tables.kickers.bytes = bytes(Self.kickerHead)
        tables.acronyms.bytes = bytes(Self.acronymHead)
        let (vocabulary, problems) = Vocabulary.read(tables)
        #expect(problems.allSatisfy { !$0.message.isEmpty })
        #expect(vocabulary.topics.allSatisfy { vocabulary.ancestors(of: $0.id).count < vocabulary.topics.count })
        #expect(vocabulary.outline.count == vocabulary.topics.count)
    }
}
