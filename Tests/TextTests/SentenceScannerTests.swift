import TestSupport
import Testing

@testable import Text

/// The boundaries found without ICU are those of ICU.
@Suite struct SentenceScannerTests {
    private func check(_ text: String) {
        let expected = Segmentation.boundaries(.sentence, in: text)
        #expect(Segmentation.sentences(in: text) == expected, "\(text.debugDescription)")
    }

    /// A letter of every kind that the rules know.
    private static let kinds = ["a", "É", "1", ".", "?", ")", " ", ",", "\n", "\r", ";", "«", "\u{AD}", "“", "–", "…", "漢"]

    @Test func shortTextsOverEveryKind() {
        for text in strings(over: Self.kinds, upTo: 3) { check(text) }
        for middle in strings(over: [".", ")", " ", ",", "1", "B", "b", "\n"], upTo: 4) { check("a." + middle + "A") }
    }

    /// Each scalar of the ranges that the scanner knows, and those around them, where it can decide something.
    @Test func everyScalarWhereItDecides() {
        for value in Array(0..<0x530 as Range<UInt32>) + Array(0x2000..<0x2150) + Array(0x3000..<0x3010) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for text in ["a.\(scalar)", "a. \(scalar)b", "a. \(scalar) B", "\(scalar).B c", "? \(scalar)B", "1.\(scalar)2. X"] { check(text) }
        }
    }

    @Test func randomTexts() {
        var random = SplitMix64(seed: 11)
        let pieces = Self.kinds + ["The ", "law. ", "Art. 7 ", "U.S. ", "e.g. ", "ŵ", "Ж", "é", ".)", "?” ", "!\u{301}", "\u{200D}", "😀", "Ω. "]
        for _ in 0..<3_000 {
            let length = Int.random(in: 1...40, using: &random)
            check((0..<length).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined())
        }
    }

    /// Long enough for the two to take turns.
    @Test func longTextsWithAnObstacleNowAndThen() {
        var random = SplitMix64(seed: 12)
        let sentences = ["The bank paid. ", "It said: “No!” ", "See sec. 4. It holds. ", "漢字。", "Ω is a letter. ", "Why? ", "\n\n"]
        for _ in 0..<50 {
            check((0..<200).map { _ in
                sentences[Int.random(in: 0..<100, using: &random) == 0 ? 3 : [0, 1, 2, 5, 6][Int.random(in: 0..<5, using: &random)]]
            }.joined())
        }
    }

    // MARK: Sentences as a reader sees them

    private func plainRanges(_ text: String, _ language: Language) -> [Range<Int>] {
        var text = text
        return text.withUTF8 { bytes in
            var joiner = PlainSentenceJoiner(bytes, Abbreviations.of(language))
            ICU.forEachBoundary(.sentence, in: bytes) { boundary in
                joiner.add(boundary.offset)
                return true
            }
            return joiner.finish()
        }
    }

    @Test(arguments: [Language.english, .french, .german, .spanish, .dutch])
    func sentencesAreThoseOfThePlainJoiner(_ language: Language) {
        var random = SplitMix64(seed: 13)
        let abbreviations = Abbreviations.of(language)
        let words = abbreviations.leading.union(abbreviations.numbering).union(abbreviations.closing).sorted()
            + ["law", "fraud", "constitutionally", "Ärzte", "x", "V", "7", "12", "1a", "no-name", "é", "U.S", "The", "the", "In", "XIV", "b1abc"]
        let ends = [". ", ". ", ". ", " ", ".\n", "\n", "? ", ".” ", ".) ", ".[1] ", ". »", ".\n\n", ", "]
        for _ in 0..<2_000 {
            var text = ""
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                let word = words[Int.random(in: 0..<words.count, using: &random)]
                let kind = Int.random(in: 0..<5, using: &random)
                text += ["", "(", "“", "", "- "][kind] + (kind == 3 ? word.prefix(1).uppercased() + word.dropFirst() : word)
                text += ends[Int.random(in: 0..<ends.count, using: &random)]
            }
            #expect(Segmentation.sentenceRanges(in: text, language: language) == plainRanges(text, language), "\(text.debugDescription)")
        }
    }
}
