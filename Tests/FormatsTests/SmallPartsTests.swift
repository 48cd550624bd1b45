import Articles
import Foundation
import Testing
import Text

@testable import Formats

@Suite struct SmallPartsTests {
    @Test(arguments: [
        ("12 March 2025", "2025-03-12"), ("12th March 2025", "2025-03-12"), ("March 12, 2025", "2025-03-12"),
        ("Mar. 12, 2025", "2025-03-12"),
        ("Wednesday, March 12, 2025", "2025-03-12"), ("2025-03-12", "2025-03-12"), ("2025/03/12", "2025-03-12"),
        ("12.03.2025", "2025-03-12"),
        ("3/25/2025", "2025-03-25"), ("March 2025", "2025-03"), ("12 mars 2025", "2025-03-12"),
        ("12. März 2025", "2025-03-12"), ("12 de marzo de 2025", "2025-03-12"),
        ("1er juillet 2004", "2004-07-01"), ("12 марта 2025 г.", "2025-03-12"),
        ("12 March 2025 at 10:30", "2025-03-12T10:30:00"),
        ("March 12, 2025 10:30 PM", "2025-03-12T22:30:00"), ("March 12, 2025 12:05am EST", "2025-03-12T00:05:00-05:00"),
        ("Wed, 12 Mar 2025 10:00:05 +0200", "2025-03-12T10:00:05+02:00"),
        ("2016-04-01 09:00:00 -4", "2016-04-01T09:00:00-04:00"), ("Sept 5, 2024", "2024-09-05"),
        ("12 March 2025, 9 AM", "2025-03-12T09:00:00"),
    ])
    func dates(text: String, date: String) {
        #expect(DateText.date(text)?.description == date)
    }

    @Test(arguments: [
        "", "March", "2025", "12", "12 March", "31 February 2025", "March came in 2025", "12 March 2025 was a day",
        "3/4/2025", "1 2 3", "99 March 2025", "12 March 2025 2026", "10:30",
        "May 2025 be good", "-", "12--2025", "+0200",
    ])
    func noDates(text: String) {
        #expect(DateText.date(text) == nil)
    }

    @Test(
        arguments: [
            ("By Ana Ruiz", ["Ana Ruiz"]), ("By Ana Ruiz and Tom O’Hara", ["Ana Ruiz", "Tom O’Hara"]),
            ("by A. B. Smith, Jr., Chief Editor", ["A. B. Smith", "Jr."]),
            ("By Chris Doe (@chris)", ["Chris Doe"]), ("Von Lena van der Berg", ["Lena van der Berg"]),
            ("By the time it was over", nil), ("By 2025 all was done", nil),
            ("By Ana Ruiz, who was there.", nil), ("Ana Ruiz", nil),
        ] as [(String, [String]?)])
    func bylines(text: String, names: [String]?) {
        #expect(Byline.names(afterPrefixIn: text) == names)
    }

    @Test(
        arguments: [
            ("see https://example.org/a.", "https://example.org/a"),
            ("(http://a.example/b_(c))", "http://a.example/b_(c)"), ("<https://a.example>", "https://a.example"),
            ("xhttps://a.example", nil), ("ftp://a.example", nil),
            ("mailto:a@example.org, and", "mailto:a@example.org"), ("https:// a", nil),
            ("HTTPS://A.EXAMPLE!", "HTTPS://A.EXAMPLE"),
            ("“https://a.example/x”", "https://a.example/x"), ("(see: https://a.example/x)", "https://a.example/x"),
        ] as [(String, String?)])
    func links(text: String, target: String?) {
        #expect(InlineMarks.spans(in: text).map(\.target) == (target.map { [$0] } ?? []))
    }

    @Test(
        arguments: [
            ("(see: A Title)", "A Title"), ("(See: A (Second) Title )", "A (Second) Title"),
            ("(see also: A Title)", "A Title"), ("[see: A Title]", "A Title"), ("(see page 3)", nil),
            ("(see: )", nil), ("(see: open", nil), ("(see: Two\u{2019}s: A Title?)", "Two’s: A Title?"),
        ] as [(String, String?)])
    func references(text: String, target: String?) {
        #expect(InlineMarks.spans(in: text).map(\.target) == (target.map { [$0] } ?? []))
    }

    @Test(arguments: [
        (
            "en",
            "The committee said that it would not be able to finish the draft before the end of the year, and that is what was expected by most of those who were there."
        ),
        (
            "fr",
            "Le comité a dit que le projet ne serait pas terminé avant la fin de l’année, et c’est ce que la plupart des délégués attendaient de lui."
        ),
        (
            "de",
            "Der Ausschuss sagte, dass der Entwurf nicht vor dem Ende des Jahres fertig wird, und das ist auch, was die meisten von ihm erwartet haben."
        ),
        (
            "es",
            "El comité dijo que no podría terminar el proyecto antes del fin de año, y eso es lo que la mayoría de los delegados esperaba de él."
        ),
        (
            "it",
            "Il comitato ha detto che non potrà finire la bozza prima della fine dell’anno, e questo è quello che si aspettava la maggior parte dei delegati."
        ),
        (
            "pt",
            "O comité disse que não poderia terminar o projeto antes do fim do ano, e isso é o que a maioria dos delegados esperava dele, mas não todos."
        ),
        (
            "nl",
            "De commissie zei dat het ontwerp niet voor het einde van het jaar klaar zou zijn, en dat is wat de meeste van de leden ook hadden verwacht."
        ),
        (
            "ru",
            "Комитет заявил, что он не сможет закончить проект до конца года, и это то, чего от него ждали все, кто был там, но не так скоро."
        ),
        ("uk", "Комітет заявив, що він не зможе завершити проєкт до кінця року, і це те, чого від нього чекали."),
        ("zh", "委员会表示无法在年底之前完成草案，这也是大多数代表所预期的。"), ("ja", "委員会は年末までに草案を完成させることができないと述べた。"),
        ("ar", "قالت اللجنة إنها لن تتمكن من إنهاء المشروع قبل نهاية العام"), ("ko", "위원회는 연말까지 초안을 완성할 수 없다고 밝혔다"),
        ("el", "Η επιτροπή δήλωσε ότι δεν θα μπορέσει να ολοκληρώσει"),
    ])
    func languages(tag: String, text: String) {
        #expect(LanguageGuess.language(of: text) == tag)
    }

    @Test(arguments: [
        "", "12345 67890", "Budapest Convention Hanoi Malabo", "xyzzy plugh frotz gnusto rezrov vaxum", "A.",
    ])
    func noLanguage(text: String) {
        #expect(LanguageGuess.language(of: text) == nil)
    }

    @Test(
        arguments: [
            ("en_US", "en-US"), ("EN", "en"), ("zh-hans-cn", "zh-Hans-CN"), ("English", "en"), ("klingonish", nil),
            ("", nil), ("e", nil),
        ] as [(String, String?)])
    func languageTags(value: String, tag: String?) {
        #expect(LanguageTag.normalised(value) == tag)
    }

    @Test(
        arguments: [
            ("a/b/2024-08-12-some-title.md", "some title", "2024-08-12"),
            ("Some Title v1.2 final.txt", "Some Title v1.2 final", nil), ("2024-08-12.md", "2024 08 12", "2024-08-12"),
            ("2024-13-12-x.md", "2024 13 12 x", nil), (".hidden", ".hidden", nil), ("name", "name", nil),
            ("a\nb.txt", "a b", nil),
        ] as [(String, String, String?)])
    func fileNames(path: String, words: String, date: String?) {
        #expect(FileName.words(of: path).joined(separator: " ") == words)
        #expect(FileName.stemAndDate(of: path).date?.description == date)
    }

    // MARK: JSON

    @Test func jsonKeepsOrderAndEscapes() {
        let value = JSONValue.object([
            ("z", .number(-1)), ("a", .string("q\"\\\n\t\u{1}\u{7F}\u{85}\u{9B}é\u{2028}\u{2029}\u{2027}𝄞")),
            ("list", .array([.null, .bool(true), .bool(false), .double(0.5), .double(.nan)])),
            ("empty", .object([])),
        ])
        #expect(
            value.text == #"{"z":-1,"a":"q\"\\\n\t\u0001\u007f\u0085\u009bé\u2028\u2029"# + "\u{2027}𝄞"
                + #"","list":[null,true,false,0.5,null],"empty":{}}"#)
    }

    @Test func jsonOfAnArticleIsItsCodableForm() throws {
        for name in try Read.fixtureNames() {
            let article = try Read.reading(Read.fixture(name), name: name).article
            let json = article.json.text
            #expect(!json.contains("\n"))
            #expect(try JSONDecoder().decode(Article.self, from: Data(json.utf8)) == article)
        }
    }

    @Test func jsonFieldsAreInTheirDocumentedOrder() throws {
        guard case .object(let members) = try Read.reading(Read.fixture("front-matter.md"), name: "a.md").article.json
        else {
            Issue.record("no object")
            return
        }
        #expect(
            members.map(\.0) == [
                "id", "title", "deck", "kickers", "bylines", "publisher", "published", "updated", "language", "url",
                "tags", "blocks", "text",
            ])
    }

    @Test func anArticleOfAFileIsReadOnce() throws {
        let file = SourceFile(name: "a.txt", bytes: Array("Text of an article.".utf8))
        #expect(Array(try Formats.articles(in: file)).count == 1)
        var readings = try Formats.readings(in: file)
        #expect(readings.next() != nil)
        #expect(readings.next() == nil)
    }
}
