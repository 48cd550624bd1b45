import Articles
import Formats
import Testing

@testable import Documents

/// Messages one behind the other, and pages in one message.
@Suite struct MailboxTests {
    private static func messages(_ text: String) -> [String] {
        Mailbox(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    private static let boxes: [(name: String, text: String, messages: [String])] = [
        ("two", "From a Mon\nSubject: 1\n\nOne\n\nFrom b Tue\nSubject: 2\n\nTwo\n", ["Subject: 1\n\nOne\n\n", "Subject: 2\n\nTwo\n"]),
        ("CRLF", "From a\r\nS: 1\r\n\r\nOne\r\n\r\nFrom b\r\nS: 2\r\n\r\nTwo", ["S: 1\r\n\r\nOne\r\n\r\n", "S: 2\r\n\r\nTwo"]),
        ("a sentence", "From a\nS: 1\n\nOne\n\nFrom there they went.\nOn.\n", ["S: 1\n\nOne\n\nFrom there they went.\nOn.\n"]),
        ("no empty line", "From a\nS: 1\n\nOne\nFrom b: x\nS: 2\n", ["S: 1\n\nOne\nFrom b: x\nS: 2\n"]),
        ("quoted", "From a\nS: 1\n\n>From here\n>>From there\n> From\n", ["S: 1\n\nFrom here\n>From there\n> From\n"]),
        ("no mark", "S: 1\n\nOne\n", ["S: 1\n\nOne\n"]),
        ("nothing", "\n\n", []), ("only a mark", "From a", [""]),
    ]

    @Test(arguments: boxes) func parts(name: String, text: String, messages: [String]) {
        #expect(Self.messages(text) == messages, "\(name)")
    }

    @Test func articlesOneByOne() throws {
        let text = (1...5).map { "From a@b Mon Jan  1\nFrom: A\($0) <a@b.c>\nSubject: S\($0)\nMessage-ID: <\($0)@x>\n\nText \($0).\n\n" }.joined()
        let file = SourceFile(name: "box", bytes: Array(text.utf8))
        #expect(try Formats.format(of: file) == .mailbox)
        let articles = try Documents.readings(in: file).map { try $0.get().article }
        #expect(articles.map(\.title) == ["S1", "S2", "S3", "S4", "S5"])
        #expect(articles.map(\.text) == (1...5).map { "Text \($0)." })
        var some = try MailReader.mailboxReadings(in: file)
        #expect(try some.next()?.get().article.id == "1@x")
    }

    /// The names that a Maildir gives its files say nothing of what they are.
    @Test(arguments: ["cur/1204.M1P2.host:2,S", "new/1204.M1P2.host", "cur/1:2,"]) func maildir(name: String) throws {
        let file = SourceFile(name: name, bytes: Array(Mail.message("text/plain", "Text.").utf8))
        #expect(try Formats.format(of: file) == .mail)
        #expect(try Documents.readings(in: file).map { try $0.get().article.text } == ["Text."])
    }

    @Test func appleMail() throws {
        let message = "From: a@b.c\nSubject: s\nTo: d@e.f\nDate: 4 Mar 2025 10:00 GMT\n\nText."
        let bytes = Array("\(message.utf8.count)\n\(message)<?xml version=\"1.0\"?><plist><string>no</string></plist>".utf8)
        #expect(try Mail.readings(bytes, name: "1.emlx")[0].article.text == "Text.")
    }

    private static let page = """
        From: <Saved by Blink>
        Snapshot-Content-Location: https://example.org/fines
        Subject: Fines
        MIME-Version: 1.0
        Content-Type: multipart/related; type="text/html"; boundary="b"

        --b
        Content-Type: text/html
        Content-ID: <frame@mhtml>
        Content-Transfer-Encoding: quoted-printable
        Content-Location: https://example.org/fines

        <html><head><meta charset=3D"utf-8"><title>B=C3=A4nk fined</title></head><body><article><h1>B=C3=A4nk fined</h1>
        <p>The regulator fined the bank a million on Tuesday, said the <a href=3D"/law">office</a> in a notice of four pages.</p>
        <p>It had looked at none of the transfers that its systems had marked, the notice says, and had told nobody of it.</p></article></body></html>
        --b
        Content-Type: image/png
        Content-Location: https://example.org/a.png

        xx
        --b--
        """

    @Test func webArchive() throws {
        let file = SourceFile(name: "a.mhtml", bytes: Array(Self.page.utf8))
        #expect(try Formats.format(of: file) == .webArchive)
        let article = try Documents.readings(in: file).map { try $0.get().article }[0]
        #expect(article.title == "Bänk fined")
        #expect(article.url == "https://example.org/fines")
        #expect(article.blocks.map(\.kind) == [.paragraph, .paragraph])
        #expect(article.blocks[0].spans.map(\.target) == ["https://example.org/law"])
    }

    @Test func webArchiveWithoutAPage() {
        let text = "From: <Saved by Blink>\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: image/png\n\nxx\n--b--\n"
        #expect(throws: FormatError(file: "a.mht", reason: .notInFormat(.webArchive))) {
            try MailReader.webArchive(SourceFile(name: "a.mht", bytes: Array(text.utf8)))
        }
    }
}
