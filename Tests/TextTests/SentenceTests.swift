import TestSupport
import Testing
import Text

/// Each case is a text whose sentences are parted by `|`, the bar itself not being part of the text.
@Suite struct SentenceTests {
    private func check(_ marked: String, _ language: Language) {
        let expected = marked.split(separator: "|").map { $0.trimmed }
        let text = String(marked.filter { $0 != "|" })
        let bytes = Array(text.utf8)
        let found = Segmentation.sentenceRanges(in: text, language: language).map { String(decoding: bytes[$0], as: UTF8.self) }
        #expect(found == expected)
    }

    @Test(arguments: [
        "The U.N. General Assembly voted. |The treaty has 68 articles.",
        "It was adopted by the U.N. |The treaty has 68 articles.",
        "The U.S. and the U.K. agreed. |Russia did not.",
        "He works in the U.S. |She does not.",
        "See Art. 7 of the treaty. |It is short.",
        "Under Arts. 16–18 a party may act.",
        "Resolution No. 3 passed. |No. |He said no. |It failed.",
        "Dr. Smith met Mr. Jones and Mrs. Hall. |They talked.",
        "Use strong passwords, e.g. Correct horse. |Then rest.",
        "Acme Inc. Chief Executive Jo Bloggs left. |Acme Inc. |The firm closed.",
        "J. K. Rowling wrote it. |W. Kurz did not.",
        "Losses rose 3.5 percent to $1.2 million. |Banks paid.",
        "“We back it,” he said. |“It is good.” |The vote follows.",
        "He said: “It is over.” |The (second) vote came.",
        "“Why?” he asked. |“Because!” she said. |They left.",
        "Did it pass? |It did! |Good.",
        "(It passed.) |The rest followed.",
        "The law [see sec. 4] holds.[1] |The court agreed.[23] |It ended.",
        "Wait … what? |Nothing...",
        "The court in Smith v. Jones ruled. |It was late.",
        "It closed at 5 p.m. |The doors shut.",
        "It closed at 5 p.m. Friday.",
        "On Jan. 5 the vote came. |On Feb. 6 it passed.",
        "1. The parties shall act. |2. They shall report.",
        "Heading without stop\n\n|Then a paragraph.",
        "A line that\nwas wrapped goes on. |And ends.",
        "Negotiations on the treaty of the United\nNations concluded in July. |It was late.",
        "Standards\n|US to Advocate for Human Rights Safeguards\n|The government plans to back it.",
        "Items:\n|- one\n|- two",
        "Gen. Lee and Sen. Warren spoke. |Prof. Li did not.",
        "See vol. 2, pp. 3–4, para. 5. |The end.",
        "It is the state of the art. |The rest is not.",
        "Chapter V. |The parties agree.",
        "Yahoo! was breached. |Nobody knew.",
        "Version 2.0.1 is out. |Update now.",
        "", "One", "| Leading blank. |Next. ",
    ])
    func english(_ marked: String) {
        check(marked, .english)
    }

    @Test(arguments: [
        "M. Dupont et Mme Durand ont voté. |La loi est passée.",
        "Voir l’art. 7 et le n° 3. |Il est court.",
        "Les délits (p. ex. Fraude) sont punis. |La peine est lourde.",
        "Il vend des logiciels, des données, etc. |La police enquête.",
        "« C’est fini. » |La séance est levée.",
        "« Pourquoi ? » demanda-t-il. |Personne ne répondit.",
        "Selon l’O.N.U. Genève est prête. |Paris aussi.",
    ])
    func french(_ marked: String) {
        check(marked, .french)
    }

    @Test(arguments: [
        "Am 3. Mai trat das Gesetz in Kraft. |Am 24. Dezember folgte das Abkommen.",
        "Nach Art. 7 Abs. 2 und Nr. 3 gilt das nicht. |Es gilt § 263a StGB.",
        "Viele Delikte, z.B. Betrug, nehmen zu. |Die Polizei warnt.",
        "Dr. Müller und Prof. Weiß sagten aus. |Der Richter schwieg.",
        "Das war im Jahr 2024. |Danach kam nichts.",
        "„Das ist vorbei.“ |Die Sitzung endete.",
        "Banken, Börsen usw. |Die Liste ist lang.",
    ])
    func german(_ marked: String) {
        check(marked, .german)
    }

    @Test func blankTextHasNoSentence() {
        #expect(Segmentation.sentenceRanges(in: " \n \u{A0}\n") == [])
    }

    @Test func rangesAreOrderedAndHoldAllThatIsNotBlank() {
        var random = SplitMix64(seed: 7)
        let pieces = ["U.S. ", "Art. ", "7", ". ", "The ", "end", "? ", "“", ".” ", "\n", "\n\n", "é", "[1] ", "M. ", "  ", "!", "中。", "\u{2029}"]
        for _ in 0..<2_000 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            let bytes = Array(text.utf8)
            var last = 0
            var kept = 0
            for range in Segmentation.sentenceRanges(in: text) {
                #expect(range.lowerBound >= last && !range.isEmpty)
                let sentence = String(decoding: bytes[range], as: UTF8.self)
                #expect(sentence == sentence.trimmed)
                kept += sentence.unicodeScalars.count { !$0.properties.isWhitespace }
                last = range.upperBound
            }
            #expect(kept == text.unicodeScalars.count { !$0.properties.isWhitespace })
        }
    }
}
