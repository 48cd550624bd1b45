import Articles
import Formats
import Testing

@testable import Documents

/// What the fields of a header become.
@Suite struct MailFieldTests {
    private static let words: [(String, String)] = [
        ("plain", "plain"),
        ("=?utf-8?Q?B=C3=A4nk_fined?=", "Bänk fined"),
        ("=?UTF-8?B?QsOkbms=?= fined", "Bänk fined"),
        ("=?iso-8859-1?q?B=E4nk?=  =?iso-8859-1?q?_fined?=", "Bänk fined"),
        // A character cut between two words of one encoding.
        ("=?utf-8?B?QsM=?= =?utf-8?B?pG5r?=", "Bänk"),
        ("=?utf-8?Q?B=C3?=\n =?utf-8?Q?=A4nk?=", "Bänk"),
        // Blanks inside, no padding, no end, a language, quotation marks around.
        ("=?utf-8?Q?B=C3=A4nk fined?=", "Bänk fined"),
        ("=?utf-8?B?QsOkbms?=", "Bänk"),
        ("=?utf-8?Q?B=C3=A4nk", "Bänk"),
        ("=?utf-8*de?Q?B=C3=A4nk?=", "Bänk"),
        ("\"=?utf-8?Q?B=C3=A4nk?=\"", "\"Bänk\""),
        ("Re:=?utf-8?Q?_B=C3=A4nk?=x", "Re: Bänkx"),
        ("=?koi8-r?B?8NLJ18XU?=", "Привет"),
        ("=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本"),
        ("=?us-ascii?Q?B=C3=A4nk?=", "Bänk"),
        ("=?no-such-thing?Q?B=E4nk?=", "Bänk"),
        // No encoded words, though they look a little like some.
        ("=?utf-8?X?abc?=", "=?utf-8?X?abc?="), ("=?", "=?"), ("a =? b ?= c", "a =? b ?= c"), ("=?utf-8?Q", "=?utf-8?Q"),
    ]

    @Test(arguments: words) func encodedWords(value: String, text: String) {
        #expect(EncodedWords.decode(Array(value.utf8)[...]) == text)
    }

    @Test func rawBytes() {
        #expect(EncodedWords.decode(Array("Bänk".utf8)[...]) == "Bänk")
        #expect(EncodedWords.decode([0x42, 0xE4, 0x6E, 0x6B]) == "Bänk")
    }

    private static let senders: [(String, [String])] = [
        ("Ada Example <ada@example.org>", ["Ada Example"]),
        ("ada@example.org", ["ada@example.org"]),
        ("\"Example, Ada\" <ada@example.org>", ["Example, Ada"]),
        ("=?utf-8?Q?B=C3=A4rbel?= <b@example.org>, Carl <c@example.org>", ["Bärbel", "Carl"]),
        ("ada@example.org (Ada Example)", ["ada@example.org (Ada Example)"]),
        ("somebody", ["somebody"]),
        ("Desk: Ada <a@example.org>;", ["Desk"]),
    ]

    @Test(arguments: senders) func bylines(value: String, names: [String]) throws {
        #expect(try Mail.article("From: \(value)\nSubject: s\n\ntext").bylines == names)
    }

    private static let dates: [(String, String?)] = [
        ("Tue, 4 Mar 2025 10:15:00 +0100", "2025-03-04T10:15:00+01:00"),
        ("4 Mar 2025 10:15 GMT", "2025-03-04T10:15:00Z"),
        ("Tue, 04 Mar 25 10:15:00 -0000", "2025-03-04T10:15:00Z"),
        ("Tue, 4 Mar 2025 10:15:00 +0100 (CET)", "2025-03-04T10:15:00+01:00"),
        ("2025-03-04T10:15:00Z", "2025-03-04T10:15:00Z"),
        ("soon", nil),
    ]

    @Test(arguments: dates) func date(value: String, expected: String?) throws {
        let reading = try Mail.readings("From: a@b.c\nSubject: s\nDate: \(value)\n\ntext")[0]
        #expect(reading.article.published == expected.flatMap { ArticleDate(iso8601: $0) })
        let note = FormatNote(file: "a.eml", reason: .dateNotUnderstood(field: "Date", value: value))
        #expect(reading.notes == (expected == nil ? [note] : []))
    }

    @Test func titleIsTheSubject() throws {
        #expect(try Mail.article("From: a@b.c\nSubject: Re: [list] The\n\tledger\n\ntext").title == "Re: [list] The ledger")
        #expect(try Mail.article("From: a@b.c\nTo: b@c.d\n\nThe bank was fined.").title == "The bank was fined.")
        #expect(try Mail.article("From: a@b.c\n\n" + Mail.words(40)).title.utf8.count <= 84)
    }

    @Test func idAndList() throws {
        let article = try Mail.article(
            "From: Ada <a@b.c>\nMessage-ID: <x.1@example.org> (kept)\nList-Id: \"The Watch\" <watch.example.org>\nSubject: s\n\ntext")
        #expect(article.id == "x.1@example.org")
        #expect(article.publisher == "The Watch")
        #expect(try Mail.article("From: a@b.c\nList-Id: <watch.example.org>\nSubject: s\n\ntext").publisher == "watch.example.org")
        #expect(try Mail.article("From: a@b.c\nSubject: s\n\ntext").publisher == nil)
    }

    @Test func noMail() {
        #expect(throws: FormatError(file: "a.eml", reason: .notInFormat(.mail))) { try Mail.readings("no field here\n\ntext") }
        #expect(throws: FormatError(file: "a.eml", reason: .empty)) { try Mail.readings("") }
    }
}
