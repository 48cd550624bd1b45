import Testing
import Text

@testable import Topics

@Suite("Small parts of the tagger")
struct SmallPartsTests {
    @Test("words are forms of each other, or only of one stem", arguments: [
        ("breach", "breach", Kinship.same), ("breach", "breaches", .inflected), ("breach", "breached", .inflected),
        ("hackers", "hacker", .inflected), ("treaty", "treaties", .inflected), ("treaties", "treaty", .inflected),
        ("extradite", "extraditing", .inflected), ("extradite", "extradited", .inflected), ("ratify", "ratified", .inflected),
        ("swap", "swapping", .inflected), ("swap", "swapped", .inflected), ("exfiltration", "exfiltrated", .inflected),
        ("indictment", "indicted", .inflected), ("phishing", "phished", .inflected), ("carding", "card", .derived),
        ("governance", "government", .derived), ("accession", "access", .derived), ("fined", "fine", .derived),
        ("vulnerability", "vulnerable", .derived), ("convention", "conventional", .derived), ("a", "as", .derived),
    ])
    func kinship(label: String, text: String, expected: Kinship) {
        #expect(Kinship(label: label, text: text, isEnglish: true) == expected)
        #expect(Kinship(label: label, text: text, isEnglish: false) == (label == text ? .same : .inflected))
    }

    @Test("labels are written in several ways", arguments: [
        ("cyber-crime", ["cybercrime"]), ("cyber crime", ["cybercrime"]), ("cybercrime", ["cyber crime"]),
        ("man-in-the-middle", ["man in themiddle", "man inthe middle", "manin the middle"]), ("website spoofing", ["web site spoofing", "websitespoofing"]),
        ("tech support crime", []), ("crime", []), ("crème brûlée", []), ("one two three four five", []),
    ])
    func writings(label: String, variants: [String]) {
        let writings = LabelWritings(["cyber web site", "crime of the middle"])
        #expect(writings.variants(of: label).map(\.text) == variants)
    }

    @Test("definitions of acronyms", arguments: [
        ("the business email compromise (BEC) cases", "BEC", "business email compromise"),
        ("the business email compromise (BECs) cases", "BEC", "business email compromise"),
        ("BEC (business email compromise)", "BEC", "business email compromise"),
        ("a joint investigation team, or so (JIT)", "JIT", "joint investigation team, or so"),
        ("the Financial Action Task Force (FATF) met", "FATF", "Financial Action Task Force"),
        ("one (BEC)", "BEC", nil), ("(BEC)", "BEC", nil), ("BEC", "BEC", nil), ("BEC (", "BEC", nil), ("BEC (see)", "BEC", nil),
        ("nothing here fits at all (BEC) is", "BEC", nil), ("BEC (\(String(repeating: "bec ", count: 60)))", "BEC", nil),
    ])
    func definition(text: String, acronym: String, longForm: String?) throws {
        var text = text
        let start = try #require(text.firstRange(of: acronym)).lowerBound.utf16Offset(in: text)
        let found = text.withUTF8 { bytes in
            AcronymDefinition.longForm(of: start..<(start + acronym.utf8.count), in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
        }
        #expect(found == longForm)
    }

    @Test("languages are guessed", arguments: [
        ("The treaty was signed by ministers in the capital of Hungary.", "en"), ("Le traité est signé dans la capitale et les ministres", "fr"),
        ("El tratado se firma en la capital y los ministros", "es"), ("Министры подписали договор.", "ru"), ("وقع الوزراء على المعاهدة", "ar"),
        ("部长们签署了条约", "zh"), ("", "en"), ("1234", "en"), ("«Ransomware» — ФБР: вымогатели атаковали больницы", "ru"),
    ])
    func language(text: String, expected: String) {
        #expect(TextLanguage.guess([text]) == expected)
    }

    @Test("probability and log-odds")
    func probability() {
        #expect(Explanation.probability(logOdds: 0) == 0.5)
        #expect(Explanation.probability(logOdds: 1_000) == 1)
        #expect(Explanation.probability(logOdds: -1_000) == 0)
        #expect(abs(Explanation.probability(logOdds: 1) + Explanation.probability(logOdds: -1) - 1) < 1e-12)
    }

    @Test("every context factor has its weight and a name of its own")
    func factors() {
        let factors = ContextFactor.allCases.map { $0.factor(.standard) }
        #expect(Set(factors.map(\.name)).count == factors.count)
        #expect(factors.allSatisfy { $0.contribution != 0 })
    }

    @Test("workers' lexicons number the words of labels as the automaton does", arguments: ["en", "fr", "zh", "und"])
    func numbering(language: String) {
        let index = Tagger().index(for: language)
        let lexicon = index.makeLexicon()
        #expect(lexicon.termCount == index.termCount)
        let tokens = lexicon.tokens(in: index.corpus)
        #expect(tokens.allSatisfy { Int($0.stem) < index.termCount && index.stem(ofForm: $0.form) == $0.stem })
    }

    @Test func editionIsTheSameEachTime() {
        #expect(Tagger.edition == Tagger.edition)
        #expect(Tagger.edition > 0 && Tagger.edition < 1 << 48)
    }
}
