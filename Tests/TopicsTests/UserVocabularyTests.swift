import Articles
import Testing
import Text

@testable import Topics

@Suite("A vocabulary file of the user's own")
struct UserVocabularyTests {
    private static func read(_ text: String) -> (vocabulary: Vocabulary, problems: [String]) {
        let (vocabulary, problems) = Vocabulary.builtIn.adding(VocabularyFile(name: "own.tsv", text: text))
        return (vocabulary, problems.map(\.message))
    }

    private static func topics(_ text: String, _ vocabulary: Vocabulary) -> [TopicID] {
        Tagger(vocabulary: vocabulary).session().tag(passage: text).map(\.topic).sorted()
    }

    @Test("adds topics and labels, switches labels off, and leaves the rest as it was")
    func all() {
        let (vocabulary, problems) = Self.read(
            """
            # mine
            id\tcode\tbroader\tlabel_en\talt_en\tlabel_fr\tprovisions\toff
            deep-sea-cables\tCABLE\tcritical-infrastructure\tSubmarine cables\tcable cut|=SEACOM\tcâbles sous-marins\tUNCC:10
            extradition\t\t\t\thanding over of suspects\t\t\textradite
            ransomware\t\t\t\t\t\t\t*
            """)
        #expect(problems == [])
        #expect(vocabulary.topics.count == Vocabulary.builtIn.topics.count + 1)
        #expect(vocabulary.ancestors(of: "deep-sea-cables") == ["critical-infrastructure", "cybercrime"])
        #expect(vocabulary.topics(standingFor: ProvisionID("UNCC:10") ?? ProvisionID(treaty: Vocabulary.builtIn.treaties[0].id, article: "")).contains("deep-sea-cables"))
        #expect(Self.topics("A cable cut was reported by SEACOM.", vocabulary) == ["deep-sea-cables"])
        #expect(Self.topics("They want the handing over of suspects.", vocabulary) == ["extradition"])
        #expect(!Self.topics("The ransomware gang came.", vocabulary).contains("ransomware"))
        #expect(vocabulary.topic("ransomware")?.label == Vocabulary.builtIn.topic("ransomware")?.label)
    }

    @Test("a malformed entry is named with its line and skipped, and the rest counts")
    func faults() {
        let (vocabulary, problems) = Self.read(
            """
            id\tcode\tbroader\tlabel_en\talt_en\toff
            Bad Id\tBAD\t\tBad
            own-topic\tOWN\tno-such-topic\tMy own topic\textradition|--
            no-code\t\t\tNo code
            no-label\tNOLAB
            extradition\tNEW\tcompliance\t\tcable cut\tno label of it
            other\tOWN\t\tOther
            """)
        #expect(
            problems == [
                "own.tsv, line 2: «Bad Id» is no topic id; use lower-case letters, digits and hyphens, at most 64",
                "own.tsv, line 3: the label «extradition» belongs to «extradition»; remove it from one of the two topics",
                "own.tsv, line 3: «--» is no label; write words of at most 200 bytes, with at least one letter or digit",
                "own.tsv, line 4: the column «code» is empty; fill it in",
                "own.tsv, line 5: the column «label_en» is empty; fill it in",
                "own.tsv, line 6: the column «code» of a built-in topic cannot be changed; leave it empty",
                "own.tsv, line 6: the column «broader» of a built-in topic cannot be changed; leave it empty",
                "own.tsv, line 6: «no label of it» is no label of «extradition»; correct it or leave it out",
                "own.tsv, line 7: the code «OWN» belongs to «own-topic»; choose another code",
                "own.tsv, line 3: the broader topic «no-such-topic» does not exist; correct the id or add the topic",
            ])
        #expect(vocabulary.topic("own-topic")?.broader == nil)
        #expect(Self.topics("A cable cut.", vocabulary) == ["extradition"])
        #expect(vocabulary.topic("no-code") == nil && vocabulary.topic("other") == nil)
    }

    @Test("a file without columns changes nothing")
    func empty() {
        let (vocabulary, problems) = Self.read("# nothing\n")
        #expect(problems == ["own.tsv: no line names the columns; start with a line of column names separated by tabs"])
        #expect(vocabulary.topics == Vocabulary.builtIn.topics)
    }
}
