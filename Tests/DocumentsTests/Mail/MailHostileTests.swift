import Articles
import Formats
import TestSupport
import Testing

@testable import Documents

/// Messages made to do harm: each is an article or a sentence.
@Suite struct MailHostileTests {
    private static let share = Fuzz.isSoak ? 1 : 10

    @Test func tenThousandParts() throws {
        let count = 10_000 / Self.share * 2
        let parts = [String](repeating: Mail.plain("x"), count: count)
        let reading = try Mail.readings(Mail.multipart("mixed", parts))[0]
        let limit = MailLimits().parts - 1
        #expect(reading.article.blocks.count == min(count, limit))
        #expect(reading.notes == (count > limit ? [FormatNote(file: "a.eml", reason: .partsLeftOut)] : []))
    }

    @Test func moreBoundariesThanAreRead() throws {
        var limits = MailLimits()
        limits.boundaries = 4
        let text = Mail.multipart("mixed", (0..<9).map { Mail.plain("part \($0)") })
        let message = try #require(MimeParser.message(Array(text.utf8)[...], limits: limits))
        #expect(message.isCut)
        guard case .parts(let parts) = message.body?.content else {
            Issue.record("no parts")
            return
        }
        #expect(parts.count < 9 && parts.count >= 3)
        #expect(MimeParser.message(Array(text.utf8)[...])?.isCut == false)
    }

    @Test(arguments: [
        String(repeating: "X-A: b\n", count: 200), "To: " + String(repeating: "a@example.org, ", count: 100) + "\n",
        "To: a@example.org\n" + String(repeating: " folded\n", count: 100),
    ])
    func moreHeaderThanIsRead(_ fields: String) throws {
        var limits = MailLimits()
        limits.headerSize = 300
        let text = "From: a@example.org\nSubject: The ledger\nMessage-ID: <1@example.org>\n" + fields + "\nThe text.\n"
        let message = try #require(MimeParser.message(Array(text.utf8)[...], limits: limits))
        #expect(message.isHeaderCut && !message.isCut && message.subject == "The ledger" && message.id == "1@example.org")
        guard case .leaf(let bytes) = message.body?.content else {
            Issue.record("no text")
            return
        }
        #expect(String(decoding: bytes, as: UTF8.self) == "The text.\n")
        let mended = MailMender.mended(Array(text.utf8)[...], limits: limits)
        #expect(mended.bytes.count <= 300 + "\n\nThe text.\n".utf8.count)
        #expect(MimeParser.message(Array(text.utf8)[...])?.isHeaderCut == false)
    }

    /// What is left out of a header is no part, and the sentence says so.
    @Test func aHeaderLongerThanIsRead() throws {
        let field = "X-A: " + String(repeating: "b", count: MailLimits().headerLineSize) + "\n"
        let reading = try Mail.readings("From: a@example.org\nSubject: The ledger\n" + field + "\nThe text.\n")[0]
        #expect(reading.article.title == "The ledger" && reading.article.text == "The text.")
        #expect(reading.notes == [FormatNote(file: "a.eml", reason: .headerCut)])
        #expect(reading.notes[0].description == "a.eml: a header of the message is longer than is read; the rest of it was left out")
    }

    @Test func tenThousandLevels() throws {
        let count = 10_000 / Self.share
        let open = (0..<count).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
        let reading = try Mail.readings(Mail.head + open + Mail.plain("deep"))[0]
        #expect(reading.article.title == "The ledger")
        #expect(reading.notes == [FormatNote(file: "a.eml", reason: .partsLeftOut)])
    }

    @Test func messagesInMessages() throws {
        let count = 10_000 / Self.share
        let text = Mail.head + String(repeating: "Content-Type: message/rfc822\n\nFrom: q@z\n", count: count) + "\nx"
        #expect(try Mail.readings(text)[0].notes == [FormatNote(file: "a.eml", reason: .partsLeftOut)])
    }

    @Test func hugeFields() throws {
        let long = String(repeating: "word ", count: 4_000_000 / Self.share)
        let article = try Mail.article("From: \(long)\nSubject: \(long)\nDate: \(long)\nMessage-ID: <\(long)>\n\ntext")
        #expect(article.title.utf8.count <= 1_000)
        #expect(article.bylines.allSatisfy { $0.utf8.count <= 1_000 })
        #expect(article.id == "word")
    }

    @Test func manyFields() throws {
        let fields = String(repeating: "X-A: b\n", count: 1_000_000 / Self.share)
        #expect(try Mail.article("From: a@b.c\n\(fields)Subject: s\n\ntext").title == "s")
    }

    @Test func manySenders() throws {
        let senders = (0..<(100_000 / Self.share)).map { "A\($0) <a@b.c>" }.joined(separator: ", ")
        #expect(try Mail.article("From: \(senders)\nSubject: s\n\ntext").bylines.count == MailLimits().senders)
    }

    @Test func longTexts() throws {
        let size = MailLimits().textSize
        let text = String(repeating: String(repeating: "word ", count: 40) + "\n", count: size / 201 + 10)
        let reading = try Mail.readings(Mail.message("text/x-diff", text))[0]
        #expect(reading.notes == [FormatNote(file: "a.eml", reason: .textCut(limit: size))])
        #expect(reading.article.text.utf8.count > size * 9 / 10)
    }

    @Test func manyLines() throws {
        let lines = MailLimits().lines
        let reading = try Mail.readings(Mail.message("text/x-diff", String(repeating: "a\n", count: lines + 10)))[0]
        #expect(reading.notes == [FormatNote(file: "a.eml", reason: .textCut(limit: lines * 2 - 1))])
        let whole = try Mail.readings(Mail.message("text/x-diff", String(repeating: "a\n", count: lines)))[0]
        #expect(whole.notes == [])
    }

    @Test func nulls() throws {
        let article = try Mail.article("From: A\u{0}da <a@b.c>\nSubject: The \u{0}ledger\n\nThe\u{0} bank\u{0}.")
        #expect(article.blocks.allSatisfy { !$0.text.utf8.contains(0) })
        #expect(!article.title.utf8.contains(0))
    }

    /// Encodings whose bytes are no letters, and surrogates alone.
    @Test(arguments: ["utf-16", "utf-32", "utf-7", "x-none", "iso-2022-jp", "utf-8"]) func encodings(charset: String) throws {
        let bytes = Array(Mail.message("text/plain; charset=\(charset)", "").utf8) + [0xED, 0xA0, 0x80, 0xFF, 0xFE, 0x1B, 0x24, 0x42, 0x41]
        #expect(try Mail.readings(bytes).count == 1)
    }

    // MARK: Prefixes and mutations

    private static let seeds: [String] = [
        Mail.multipart(
            "mixed",
            [
                "Content-Type: multipart/alternative; boundary=c\n\n--c\n" + Mail.plain("Text > more") + "\n--c\n" + Mail.html("<p>Text <a href='https://example.org'>more</a></p>") + "\n--c--",
                "Content-Type: message/rfc822\n\nFrom: =?utf-8?Q?B=C3=A4?= <b@c.d>\nSubject: =?koi8-r?B?8NLJ18XU?=\nContent-Transfer-Encoding: base64\n\nQsOkbmsgZmluZWQu\n",
                "Content-Type: application/pdf; name*0*=utf-8''a; name*1*=%C3\nContent-Disposition: attachment\n\nxx",
            ], fields: "List-Id: x <x.y>\n"),
        "From a Mon\nFrom: A <a@b.c>\nSubject: S\n\n> quoted\n\n-- \nAda\n\nFrom b Tue\nFrom: B <b@b.c>\nContent-Type: text/plain; format=flowed\n\nOn \nand on.\n",
    ]

    private static let pieces: [[UInt8]] = [
        "\n\n", "\r\n", "--b\n", "--b--\n", "--c", "Content-Type: multipart/mixed; boundary=b\n", "Content-Type: message/rfc822\n\n", "boundary=\"\"",
        "Content-Transfer-Encoding: x-uuencode\n", "begin 644 a\n", "=?utf-8?B?", "?=", "=?", "From x\n", ">From ", "<", ">", "\"", "(", ")", "\u{0}", ":",
        ";", "=", "=\n", "charset=utf-16", "Subject:", "From: ", "Date: Mon, 99 Foo 2025", "<script>",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xFE, 0xFF]]

    private static func read(_ bytes: [UInt8], _ hint: String) {
        let file = SourceFile(name: "a", bytes: bytes)
        Fuzz.check(hint) { () throws(FormatError) in try MailReader.readings(in: file) }
        Fuzz.check(hint) { () throws(FormatError) in try MailReader.mailboxReadings(in: file) }
        Fuzz.check(hint) { () throws(FormatError) in Readings(one: try MailReader.webArchive(file)) }
    }

    @Test func everyPrefix() {
        for seed in Self.seeds {
            let bytes = Array(seed.utf8)
            for end in stride(from: 1, through: bytes.count, by: Fuzz.isSoak ? 1 : 3) { Self.read(Array(bytes[..<end]), "\(end) bytes") }
        }
    }

    @Test func mutations() {
        var random = SplitMix64(seed: 20_250_304)
        for round in 0..<(Fuzz.isSoak ? 20_000 : 200) {
            for seed in Self.seeds { Self.read(Fuzz.mutated(Array(seed.utf8), pieces: Self.pieces, &random), "round \(round)") }
        }
    }
}
