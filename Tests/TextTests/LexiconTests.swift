import TestSupport
import Testing

@testable import Text

@Suite struct LexiconTests {
    private func forms(_ text: String, _ language: Language = .english) -> [String] {
        let lexicon = Lexicon(language: language)
        return lexicon.tokens(in: text).map { lexicon.form($0.form) }
    }

    private func stems(_ text: String, _ language: Language) -> [String] {
        let lexicon = Lexicon(language: language)
        return lexicon.tokens(in: text).map { lexicon.stem($0.stem) }
    }

    @Test(arguments: [
        ("", []), (" .,;", []), ("Hello, World!", ["hello", "world"]),
        ("the U.N. and the U.S.A", ["the", "un", "and", "the", "usa"]), ("e.g. this, i.e. that", ["eg", "this", "ie", "that"]), ("U.N.'s role", ["un", "role"]),
        ("end of plan A. Then", ["end", "of", "plan", "a", "then"]), ("a.b.example.org", ["a", "b", "example", "org"]),
        ("Europol's chief", ["europol", "chief"]), ("Europol’s chief", ["europol", "chief"]), ("states’ duties", ["states", "duties"]), ("don't O’Brien", ["don't", "o'brien"]),
        ("cyber-crime non‑state", ["cyber", "crime", "non", "state"]), ("a 72-hour notice", ["a", "72", "hour", "notice"]),
        ("3.5 per cent of $1,204,000.50", ["3.5", "per", "cent", "of", "1204000.50"]), ("1,20 and 16,17", ["1,20", "and", "16,17"]),
        ("Regulation (EU) 2024/847/EU", ["regulation", "eu", "2024/847", "eu"]), ("CVE-2024-1234 at 10:30", ["cve", "2024", "1234", "at", "10:30"]),
        ("§ 263a StGB, Art. 7(2)", ["§", "263a", "stgb", "art", "7", "2"]), ("§7", ["§", "7"]), ("AT&T G7 SHA256 COVID-19", ["at", "t", "g7", "sha256", "covid", "19"]),
        ("snake_case foo@bar.com", ["snake", "case", "foo", "bar", "com"]), ("law¹ m² ½", ["law", "m"]), ("ends here.", ["ends", "here"]),
        ("Zürich Café ŁÓDŹ Ærø Straße", ["zurich", "cafe", "lodz", "aero", "strasse"]), ("Зелёный йод", ["зеленый", "йод"]), ("Αθήνα", ["αθηνα"]), ("ﬁnance ＦＵＬＬ", ["finance", "full"]),
        ("Daten\u{AD}schutz", ["datenschutz"]), ("col·lecció", ["col·leccio"]), ("مُحَمَّد", ["محمد"]), ("网络犯罪 法", ["网", "络", "犯", "罪", "法"]), ("サイバー", ["サ", "イ", "バ", "ー"]),
        ("한국 사이버", ["한국", "사이버"]), ("हिन्दी भाषा", ["हिन्दी", "भाषा"]), ("ภาษาไทย", ["ภาษา", "ไทย"]), ("a中b", ["a", "中", "b"]), ("I’m", ["i'm"]),
    ] as [(String, [String])])
    func forms(of text: String, are expected: [String]) {
        #expect(forms(text) == expected)
    }

    @Test(arguments: [
        (.english, "Crimes committed internationally", ["crime", "commit", "intern"]),
        (.french, "l’accord d'extradition aujourd'hui", ["l", "accord", "d", "extradit", "aujourd", "hui"]),
        (.german, "Übereinkommen der Häuser", ["ubereinkomm", "der", "haus"]), (.spanish, "convenciones contra", ["convencion", "contr"]),
        (.russian, "преступления", ["преступлен"]), (.other, "Crimes committed", ["crimes", "committed"]),
    ] as [(Language, String, [String])])
    func stems(in language: Language, of text: String, are expected: [String]) {
        #expect(stems(text, language) == expected)
    }

    @Test func offsetsAreThoseOfTheText() {
        let text = "The U.N.’s “cyber-crime” treaty – Übereinkommen 网络, $1,204."
        let bytes = Array(text.utf8)
        let written = Lexicon(language: .english).tokens(in: text).map { String(decoding: bytes[$0.range], as: UTF8.self) }
        #expect(written == ["The", "U.N.", "cyber", "crime", "treaty", "Übereinkommen", "网", "络", "1,204"])
    }

    @Test(arguments: [
        ("NATO", [.isAllCaps, .isCapitalised]), ("Nato", [.isCapitalised]), ("nato", []), ("U.N.", [.isAllCaps, .isCapitalised, .isDotted]),
        ("e.g.", [.isDotted]), ("G7", [.isCapitalised, .hasDigit]), ("A", [.isCapitalised]), ("ÉTAT", [.isAllCaps, .isCapitalised]), ("École", [.isCapitalised]), ("2024", [.hasDigit]), ("٢٠٢٤", [.hasDigit]),
    ] as [(String, Token.Flags)])
    func flags(of word: String, are flags: Token.Flags) {
        #expect(Lexicon(language: .english).tokens(in: word).map(\.flags) == [flags])
    }

    @Test(arguments: [
        ("cyber-crime", [false, true]), ("cyber crime", [false, false]), ("cyber - crime", [false, false]), ("non‑state", [false, true]), ("网络", [false, true]), ("72-hour", [false, true]),
        ("a.b.c-d", [false, true]), ("Europol's-x", [false, true]), ("x, y", [false, false]),
    ] as [(String, [Bool])])
    func joins(_ text: String, are expected: [Bool]) {
        #expect(Lexicon(language: .english).tokens(in: text).map { $0.flags.contains(.isJoined) } == expected)
    }

    @Test func equalWordsHaveEqualNumbers() {
        let lexicon = Lexicon(language: .english)
        let tokens = lexicon.tokens(in: "Crime crimes CRIME criminal Café cafe U.N. UN")
        #expect(tokens[0].form == tokens[2].form && tokens[0].form != tokens[1].form && tokens[0].stem == tokens[1].stem)
        #expect(tokens[4].form == tokens[5].form && tokens[6].form == tokens[7].form)
        #expect(lexicon.number(of: "crime") == tokens[0].form)
        #expect(lexicon.number(of: "unseen") == nil)
        #expect(lexicon.tokens(in: "crime")[0].form == tokens[0].form)
    }

    @Test func aWordWithoutEndIsCut() {
        let lexicon = Lexicon(language: .english)
        for letter in ["a", "é", "ก"] {
            let text = String(repeating: letter, count: 10_000)
            let tokens = lexicon.tokens(in: text)
            #expect(tokens.allSatisfy { !$0.range.isEmpty && $0.range.count <= WordScanner.longestWord })
            #expect(tokens.first?.start == 0 && tokens.last.map { Int($0.end) } == text.utf8.count)
            #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.end == $1.start })
        }
    }

    @Test func memoryIsBoundedAndWhatIsInternedStays() {
        let lexicon = Lexicon(language: .english, capacity: 100)
        let label = lexicon.intern("money laundering")
        for round in 0..<50 {
            let words = (0..<30).map { "word\(round)x\($0) wört\(round)x\($0)" }.joined(separator: " ")
            _ = lexicon.tokens(in: words)
            #expect(lexicon.termCount < 300)
        }
        #expect(lexicon.generation > 5)
        let again = lexicon.tokens(in: "Money Laundering")
        #expect(again.map(\.form) == label.map(\.form) && again.map(\.stem) == label.map(\.stem))
        #expect(lexicon.stem(label[1].stem) == "launder")
    }

    @Test func numbersFollowFromTheTextsAlone() {
        let text = "The convention, das Übereinkommen, 公约: U.N. crimes of 2024."
        #expect(Lexicon(language: .english).tokens(in: text) == Lexicon(language: .english).tokens(in: text))
    }
}

/// ASCII goes a way of its own; it must lead where the general one leads.
@Suite struct LexiconEquivalenceTests {
    private final class Pair {
        let fast: Lexicon
        let general: Lexicon

        init(_ language: Language) {
            fast = Lexicon(language: language, capacity: 1 << 19, isASCIIFast: true)
            general = Lexicon(language: language, capacity: 1 << 19, isASCIIFast: false)
        }

        func agree(on text: String) -> Bool {
            describe(text, fast) == describe(text, general)
        }

        private func describe(_ text: String, _ lexicon: Lexicon) -> [String] {
            lexicon.tokens(in: text).map { "\($0.range) \(lexicon.form($0.form)) \(lexicon.stem($0.stem)) \($0.flags.rawValue)" }
        }
    }

    @Test func exhaustivelyOverASmallAlphabet() {
        for language in [Language.english, .french] {
            let pair = Pair(language)
            let wrong = strings(over: ["a", "S", "1", ".", "'", ",", "-", " "], upTo: 5).filter { !pair.agree(on: $0) }
            #expect(wrong == [])
        }
    }

    @Test func onEveryPairOfASCIICharacters() {
        let pair = Pair(.english)
        let letters = (UInt8(0)..<128).map { String(Character(Unicode.Scalar($0))) }
        #expect(strings(over: letters, upTo: 2).filter { !pair.agree(on: $0) } == [])
    }

    @Test func onRandomText() {
        var random = SplitMix64(seed: 9)
        let pieces = [
            "word", "Word", "WORD", " ", " ", ".", ",", "'", "’", "'s", "’s ", "-", "U.N.", "é", "Ü", "中", "ก", "1", "1,000", "3.5", "/", ":", "§", "\u{AD}", "\n",
            String(repeating: "long", count: 40),
        ]
        let pair = Pair(.english)
        var wrong: [String] = []
        for _ in 0..<5_000 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            if !pair.agree(on: text) { wrong.append(text) }
            let odd = randomText(&random)
            if !pair.agree(on: odd) { wrong.append(odd) }
        }
        #expect(wrong == [])
    }

    @Test func tokensAreInOrderAndInsideTheText() {
        var random = SplitMix64(seed: 10)
        let lexicon = Lexicon(language: .english)
        for _ in 0..<5_000 {
            let text = randomText(&random)
            let starts = Set(Segmentation.graphemes(in: text))
            var last: UInt32 = 0
            for token in lexicon.tokens(in: text) {
                #expect(token.start >= last && token.end > token.start && Int(token.end) <= text.utf8.count)
                last = token.end
            }
            #expect(starts.contains(Int(last)) || last > 0)
        }
    }
}

@Suite struct LanguageTests {
    @Test(arguments: [
        ("en", .english), ("en-GB", .english), ("EN_us", .english), ("pt_BR", .portuguese), ("nb", .norwegian), ("zh-Hans", .other), ("deu", .german), ("", .other), ("xx", .other),
    ] as [(String, Language)])
    func language(of tag: String, is language: Language) {
        #expect(Language(tag: tag) == language)
    }

    @Test func noTagIsAnyLanguage() {
        #expect(Language(tag: nil) == .other)
    }

    @Test func everyLanguageButOneHasAStemmerAndItsOwnCodes() {
        for language in Language.allCases {
            #expect((Stemmer(language) == nil) == (language == .other))
            for code in language.codes { #expect(Language(tag: code) == language) }
        }
        #expect(Set(Language.allCases.flatMap(\.codes)).count == Language.allCases.flatMap(\.codes).count)
    }
}

@Suite struct TermTableTests {
    @Test func numbersFollowTheOrderAndComeBack() {
        var table = TermTable()
        let words = (0..<5_000).map { "w\($0 * 7_919 % 4_000)" }
        var expected: [String: UInt32] = [:]
        for word in words {
            let number = Array(word.utf8).withUnsafeBufferPointer { table.intern($0) }
            if expected[word] == nil { expected[word] = UInt32(expected.count) }
            #expect(number == expected[word])
        }
        for (word, number) in expected {
            let bytes = table.withBytes(number) { Array($0) }
            #expect(bytes == Array(word.utf8))
        }
        table.truncate(to: 10)
        let count = table.count
        #expect(count == 10)
        let first = Array("w0".utf8).withUnsafeBufferPointer { table.number(of: $0) }
        #expect(first == 0)
        let forgotten = Array(words[20].utf8).withUnsafeBufferPointer { table.number(of: $0) }
        #expect(forgotten == nil)
    }
}
