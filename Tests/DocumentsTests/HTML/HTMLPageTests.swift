import Articles
import Documents
import Foundation
import Formats
import Testing
import Text

@Suite("Whole pages")
struct HTMLPageTests {
    struct Page: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var title: String
        var deck: String?
        var kickers: [String] = []
        var bylines: [String] = []
        var publisher: String?
        var published: String?
        var updated: String?
        var language: String?
        var url: String?
        var tags: [String] = []
        /// How the blocks begin, in their order: all of them.
        var openings: [String]
        var notes: [FormatNote.Reason] = []
    }

    static let pages = [
        Page(
            testDescription: "newspaper", title: "Court orders bank to repay victims of invoice fraud",
            deck: "Forty small firms win a case that lawyers call a turning point.", kickers: ["Business"],
            bylines: ["Ruth Amsel", "Tom Okoro"], publisher: "The Harbour Herald", published: "2025-03-12T08:15:00Z",
            updated: "2025-03-12T17:40:00Z", language: "en-GB",
            url: "https://herald.example/business/2025/03/12/court-invoice-fraud", tags: ["fraud", "banking", "courts"],
            openings: [
                "paragraph|A commercial court", "caption|The commercial court", "paragraph|The judge said",
                "heading 2|What the ruling says", "paragraph|Three findings", "list-item 1 1.|Warnings",
                "list-item 1 2.|A new payee", "list-item 1 3.|Silence", "quotation 1|We did", "paragraph|The bank said",
                "paragraph|A hearing on costs",
            ]),
        Page(
            testDescription: "blog", title: "Notes on reading breach notices", bylines: ["Ines Halloran"],
            published: "2024-11-05", language: "en",
            openings: [
                "paragraph|Every week", "paragraph|The first is", "code|grep", "paragraph|Twelve times",
                "list-item 1 •|Longest", "list-item 1 •|Shortest", "paragraph|Next time",
            ]),
        Page(
            testDescription: "release", title: "Four Charged in Romance Scam Targeting Retirees",
            publisher: "Office of the Inspector", published: "2023-06-21", language: "en-US",
            openings: [
                "paragraph|ALBANY", "paragraph|According to", "paragraph|“These crimes", "table|Defendant⇥Age⇥Charge⏎",
                "paragraph|A complaint",
            ]),
        Page(
            testDescription: "listicle", title: "Seven signs that a caller is no bank", publisher: "Moneywise Weekly",
            published: "2025-01-09T10:00:00Z", language: "en",
            openings: [
                "paragraph|Criminals", "heading 2|1. They", "paragraph|A bank can wait", "heading 2|2. They",
                "paragraph|Your name", "heading 2|3. They", "paragraph|No bank", "caption|Losses by channel",
                "table|Channel⇥2023⇥2024⏎Phone⇥41⇥55⏎Text⇥22⇥31", "paragraph|Source: our own", "paragraph|Spoofing",
                "paragraph|Showing a number",
            ]),
        Page(
            testDescription: "divsoup", title: "Regulator opens inquiry into crypto exchange", bylines: ["Mona Feld"],
            published: "2025-02-03", language: "en",
            openings: [
                "paragraph|The financial regulator", "paragraph|Officials asked", "paragraph|The exchange said",
                "paragraph|Lawyers for customers",
            ]),
        Page(
            testDescription: "french", title: "Fraude au président : une PME perd deux millions d’euros",
            bylines: ["Hélène Garrigue"], publisher: "Le Courrier du Port", published: "2024-06-14", language: "fr-FR",
            openings: ["paragraph|Une entreprise", "paragraph|Selon", "paragraph|« Personne"]),
        Page(
            testDescription: "chinese", title: "警方破获跨境电信诈骗案", published: "2024-05-20", language: "zh-CN",
            openings: ["paragraph|警方周一", "paragraph|据介绍", "paragraph|警方提醒"]),
        Page(
            testDescription: "hebrew", title: "הרשות הזהירה מפני הונאת השקעות חדשה", language: "he",
            openings: ["paragraph|הרשות", "paragraph|לדברי"]),
        Page(
            testDescription: "windows-1252", title: "Verbraucherschützer warnen vor „Abo-Fallen“", language: "de",
            openings: [
                "paragraph|Wer im Internet auf ein Gratisangebot klickt, schließt oft unbemerkt ein Abo für 29 €",
                "paragraph|„Die Gebühr",
            ]),
        Page(
            testDescription: "shift-jis", title: "投資詐欺の被害が過去最多に", language: "ja",
            openings: ["paragraph|警察庁は火曜日", "paragraph|担当者は「"]),
        Page(
            testDescription: "undeclared", title: "投資詐欺の被害が過去最多に", language: "ja",
            openings: ["paragraph|警察庁は火曜日", "paragraph|担当者は「"], notes: [.encodingDetected(name: "EUC-JP")]),
        Page(
            testDescription: "breaks", title: "Minutes of the meeting on card fraud", language: "en",
            openings: [
                "paragraph|The meeting was opened",
                "paragraph|It was reported that losses fell by a tenth in the last quarter, mostly because chips replaced stripes,⏎and",
                "paragraph|Action: the secretary",
            ]),
        Page(
            testDescription: "singlefile", title: "Inside a SIM swap ring", publisher: "weekly.example",
            published: "2025-02-17", language: "en", url: "https://weekly.example/2025/02/17/sim-swap-ring/",
            openings: ["paragraph|The ring had", "paragraph|What ended it", "paragraph|See the new law and this. {link"]),
    ]

    static func file(_ name: String) throws -> SourceFile {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/HTML/\(name)", withExtension: "html"))
        return SourceFile(name: "\(name).html", bytes: Array(try Data(contentsOf: url)))
    }

    @Test("The article of a page, and what it says of it", arguments: pages)
    func page(_ page: Page) throws {
        let reading = try HTMLReader.page(Self.file(page.testDescription))
        let article = reading.article
        #expect(article.title == page.title)
        #expect(article.deck == page.deck)
        #expect(article.kickers == page.kickers)
        #expect(article.bylines == page.bylines)
        #expect(article.publisher == page.publisher)
        #expect(article.published?.description == page.published)
        #expect(article.updated?.description == page.updated)
        #expect(article.language == page.language)
        #expect(article.url == page.url)
        #expect(article.tags == page.tags)
        let lines = article.blocks.map(\.line)
        #expect(lines.count == page.openings.count, "\(lines)")
        for (line, opening) in zip(lines, page.openings) { #expect(line.hasPrefix(opening)) }
        #expect(reading.notes == page.notes.map { FormatNote(file: "\(page.testDescription).html", reason: $0) })
    }

    @Test("Links of a page are resolved against its own address")
    func links() throws {
        let article = try HTMLReader.page(Self.file("singlefile")).article
        #expect(article.blocks.last?.spans == [Span(.link, start: 4, end: 15, target: "https://weekly.example/2025/02/17/sim-law/")])
    }

    @Test("An encoding that came with the page counts before what it declares")
    func charset() throws {
        let html = "<meta charset=utf-8><title>x</title><p>" + String(repeating: "приватность данных, ", count: 8)
        var bytes: [UInt8] = []
        // KOI8-R by its table: capitals and small letters are not needed beyond these.
        let table: [Character: UInt8] = [
            "п": 0xD0, "р": 0xD2, "и": 0xC9, "в": 0xD7, "а": 0xC1, "т": 0xD4, "н": 0xCE, "о": 0xCF, "с": 0xD3, "ь": 0xD8,
            "д": 0xC4, "ы": 0xD9, "х": 0xC8,
        ]
        for character in html { bytes.append(try #require(table[character] ?? character.asciiValue)) }
        let reading = try HTMLReader.page(SourceFile(name: "a.html", bytes: bytes), charset: "koi8-r")
        #expect(reading.article.text.hasPrefix("приватность данных, приватность"))
        #expect(reading.notes.isEmpty)
    }

    @Test("A page that is UTF-8 and declares another encoding is UTF-8")
    func wrongDeclaration() throws {
        let html = "<meta charset=iso-8859-1><title>é</title><p>Voilà — déjà vu, où ça ?"
        let reading = try HTMLReader.page(SourceFile(name: "a.html", bytes: Array(html.utf8)))
        #expect(reading.article.text == "Voilà — déjà vu, où ça ?")
    }

    @Test("UTF-16 and UTF-32 by their marks")
    func wide() throws {
        let html = "<p>Überweisung ohne Prüfung, 😀 sagt die Bank."
        let narrow: [UInt8] = [0xFF, 0xFE] + html.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let wide: [UInt8] = [0, 0, 0xFE, 0xFF] + html.unicodeScalars.flatMap { scalar in
            (0..<4).map { UInt8(scalar.value >> UInt32(24 - 8 * $0) & 0xFF) }
        }
        for bytes in [narrow, wide] {
            let reading = try HTMLReader.page(SourceFile(name: "a.html", bytes: bytes))
            #expect(reading.article.text == "Überweisung ohne Prüfung, 😀 sagt die Bank.")
        }
    }

    @Test("Pages that hold nothing to read are refused with a sentence")
    func refusals() {
        let cases: [([UInt8], FormatError.Reason)] = [
            ([], .empty), (Array("<html><script>run()</script>".utf8), .pageWithoutText),
            (Array("<p>abc".utf8), .tooLarge(size: 6, limit: 5)),
        ]
        for (bytes, reason) in cases {
            var limits = FormatLimits()
            if case .tooLarge = reason { limits.fileSize = 5 }
            #expect(throws: FormatError(file: "a.html", reason: reason)) {
                try HTMLReader.page(SourceFile(name: "a.html", bytes: bytes), limits: limits)
            }
        }
        #expect(
            FormatError(file: "a.html", reason: .pageWithoutText).message
                == "a.html: the page holds no text; save it again when the browser shows all of it")
    }

    @Test("The reader is reached by what a file holds")
    func dispatch() throws {
        let file = try Self.file("newspaper")
        var readings = try Documents.readings(in: file)
        let reading = try #require(try readings.next()?.get())
        #expect(reading.article.title == "Court orders bank to repay victims of invoice fraud")
        #expect(readings.next() == nil)
    }
}
