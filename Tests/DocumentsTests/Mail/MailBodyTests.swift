import Articles
import Formats
import Testing

@testable import Documents

/// Which parts of a message are read, and what becomes of them.
@Suite struct MailBodyTests {
    private static let rich = "<h2>Fines</h2><p>The bank was fined a million.</p><ul><li>One</li><li>Two</li></ul>"

    private static let trees: [(name: String, message: String, blocks: [String])] = [
        ("plain", Mail.message("text/plain", "The bank was fined."), ["paragraph: The bank was fined."]),
        ("base64", Mail.message("text/plain; charset=utf-8", "QsOkbmsgZmluZWQu\n", fields: "Content-Transfer-Encoding: base64\n"), ["paragraph: Bänk fined."]),
        ("quoted-printable", Mail.message("text/plain; charset=iso-8859-1", "B=E4nk fi=\nned.", fields: "Content-Transfer-Encoding: quoted-printable\n"), ["paragraph: Bänk fined."]),
        ("no subtype", Mail.message("text", "The bank."), ["paragraph: The bank."]),
        ("html", Mail.message("text/html", rich), ["heading 2: Fines", "paragraph: The bank was fined a million.", "list-item 1: One", "list-item 1: Two"]),
        (
            "html says as much and is arranged",
            Mail.multipart("alternative", [Mail.plain("Fines\n\nThe bank was fined a million.\n\nOne\n\nTwo"), Mail.html(rich)]),
            ["heading 2: Fines", "paragraph: The bank was fined a million.", "list-item 1: One", "list-item 1: Two"]
        ),
        (
            "html says less",
            Mail.multipart("alternative", [Mail.plain("Fines and penalties of all kinds.\n\nThe bank was fined a million."), Mail.html(rich)]),
            ["paragraph: Fines and penalties of all kinds.", "paragraph: The bank was fined a million."]
        ),
        (
            "html is not arranged",
            Mail.multipart("alternative", [Mail.plain("The bank was fined."), Mail.html("<p>The bank was fined.</p>")]),
            ["paragraph: The bank was fined."]
        ),
        (
            "plain part is a stub",
            Mail.multipart("alternative", [Mail.plain("Please use another program."), Mail.html("<p>\(Mail.words(20))</p>")]),
            ["paragraph: \(Mail.words(20))"]
        ),
        (
            "plain part is empty",
            Mail.multipart("alternative", [Mail.plain("  \n"), Mail.html("<p>The bank.</p>")]), ["paragraph: The bank."]
        ),
        (
            "mixed",
            Mail.multipart("mixed", [Mail.plain("First."), "Content-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nAttached.", "Content-Type: image/png\n\nxx", Mail.plain("Second.")]),
            ["paragraph: First.", "paragraph: Second."]
        ),
        (
            "signed",
            Mail.multipart("signed", [Mail.plain("Signed."), "Content-Type: application/pgp-signature\n\nxx"]), ["paragraph: Signed."]
        ),
        (
            "related, whose root is named",
            Mail.message("multipart/related; boundary=b; start=\"<root>\"", "--b\nContent-Type: image/png\n\nxx\n--b\nContent-Type: text/html\nContent-ID: <other>\n\n<p>No.</p>\n--b\nContent-Type: text/html\nContent-ID: <root>\n\n<p>Yes.</p>\n--b--\n"),
            ["paragraph: Yes."]
        ),
        (
            "calendar",
            Mail.multipart("alternative", [Mail.plain("Meeting."), "Content-Type: text/calendar\n\nBEGIN:VCALENDAR"]),
            ["paragraph: Meeting."]
        ),
        (
            "forwarded",
            Mail.multipart("mixed", [Mail.plain("See below."), "Content-Type: message/rfc822\n\nFrom: Carl <c@example.org>\nSubject: Raid\nDate: Mon, 3 Mar 2025 09:00:00 +0000\n\nThey were raided."]),
            ["paragraph: See below.", "heading 2: Raid", "caption: Carl, Mon, 3 Mar 2025 09:00:00 +0000", "paragraph: They were raided."]
        ),
        (
            "no empty line before the text",
            Mail.message("multipart/mixed; boundary=b", "--b\nContent-Type: text/plain\nThe bank was fined.\n--b--\n"),
            ["paragraph: The bank was fined."]
        ),
        (
            "boundary never closed",
            Mail.message("multipart/mixed; boundary=b", "--b\nContent-Type: text/plain\n\nThe bank was fined.\n"),
            ["paragraph: The bank was fined."]
        ),
        (
            "layout tables and furniture",
            Mail.message("text/html", "<table><tr><td><table><tr><td><h1>Watch</h1><p>\(Mail.words(30))</p></td></tr></table></td></tr></table><p><a href='https://example.org/u'>Unsubscribe</a> from this list</p>"),
            ["heading 1: Watch", "paragraph: \(Mail.words(30))", "promotion: Unsubscribe from this list"]
        ),
    ]

    @Test(arguments: trees) func blocks(name: String, message: String, blocks: [String]) throws {
        let readings = try Mail.readings(message)
        #expect(readings.count == 1)
        #expect(Mail.outline(readings[0].article.blocks) == blocks, "\(name)")
        #expect(readings[0].notes == [], "\(name)")
    }

    @Test func encrypted() throws {
        let message = Mail.multipart("encrypted", ["Content-Type: application/pgp-encrypted\n\nVersion: 1", "Content-Type: application/octet-stream\n\nxx"])
        let reading = try Mail.readings(message)[0]
        #expect(reading.article.title == "The ledger")
        #expect(reading.article.blocks == [])
        #expect(reading.notes == [FormatNote(file: "a.eml", reason: .encrypted)])
    }

    /// Each message of a digest is an article, behind what is said of them all.
    @Test func digest() throws {
        let messages = (1...3).map { "\nFrom: A\($0) <a@example.org>\nSubject: Part \($0)\nMessage-ID: <\($0)@x>\n\nText \($0)." }
        let inner = "Content-Type: multipart/digest; boundary=d\n\n" + messages.map { "--d\n\($0)\n" }.joined() + "--d--"
        let articles = try Mail.readings(Mail.multipart("mixed", [Mail.plain("Three messages."), inner])).map(\.article)
        #expect(articles.map(\.title) == ["The ledger", "Part 1", "Part 2", "Part 3"])
        #expect(articles.map(\.text) == ["Three messages.", "Text 1.", "Text 2.", "Text 3."])
        #expect(articles.map(\.id) == ["1@example.org", "1@x", "2@x", "3@x"])
    }

    // MARK: Newsletters

    private static func section(_ title: String, words: Int = 90, link: Bool = true) -> String {
        "<h2>\(title)</h2><p>\(Mail.words(words, title.lowercased()))\(link ? " <a href='https://example.org/\(title)'>more</a>" : "")</p>"
    }

    private static func newsletter(_ body: String, fields: String = "List-Unsubscribe: <https://example.org/u>\n") throws -> [Article] {
        try Mail.readings(Mail.message("text/html; charset=utf-8", body, fields: fields)).map(\.article)
    }

    @Test func newsletterIsParted() throws {
        let articles = try Self.newsletter("<h1>Weekly</h1>" + ["Fines", "Raids", "Laws"].map { Self.section($0) }.joined() + "<p>Unsubscribe</p>")
        #expect(articles.map(\.title) == ["Fines", "Raids", "Laws"])
        #expect(articles.map(\.id) == ["1@example.org#1", "1@example.org#2", "1@example.org#3"])
        #expect(articles.map(\.kickers) == [["The ledger"], ["The ledger"], ["The ledger"]])
        #expect(articles.map(\.publisher) == ["Ada Example", "Ada Example", "Ada Example"])
        #expect(articles[0].blocks.map(\.kind) == [.heading, .paragraph])
        #expect(articles[2].blocks.map(\.kind) == [.paragraph, .promotion])
    }

    @Test func newsletterWithAnOpening() throws {
        let articles = try Self.newsletter("<p>\(Mail.words(60))</p>" + ["Fines", "Raids", "Laws"].map { Self.section($0) }.joined())
        #expect(articles.map(\.title) == ["The ledger", "Fines", "Raids", "Laws"])
    }

    private static let whole: [(String, String, String)] = [
        ("one reader", ["A", "B", "C"].map { section($0) }.joined(), ""),
        ("two headings", ["A", "B"].map { section($0) }.joined(), "List-Id: <x>\n"),
        ("a short part", section("A") + section("B") + section("C", words: 10), "List-Id: <x>\n"),
        ("a part without a link", section("A") + section("B") + section("C", link: false), "List-Id: <x>\n"),
        ("short parts", ["A", "B", "C"].map { section($0, words: 50) }.joined(), "List-Id: <x>\n"),
        ("two titles above", "<h1>A</h1><h1>B</h1>" + ["A", "B", "C"].map { section($0) }.joined(), "List-Id: <x>\n"),
    ]

    @Test(arguments: whole) func staysWhole(name: String, body: String, fields: String) throws {
        #expect(try Self.newsletter(body, fields: fields).map(\.title) == ["The ledger"], "\(name)")
    }
}
