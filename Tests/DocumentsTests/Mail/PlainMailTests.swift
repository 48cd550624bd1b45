import Articles
import Formats
import TestSupport
import Testing

@testable import Documents

/// The plain text of a mail.
@Suite struct PlainMailTests {
    private static func outline(_ text: String) -> [String] {
        Mail.outline(PlainMail.blocks(of: Array(text.utf8), limits: FormatLimits()))
    }

    private static let texts: [(name: String, text: String, blocks: [String])] = [
        (
            "wrapped at 72 columns",
            """
            The regulator said on Tuesday that the bank had failed for four years to
            look at transfers that its own systems had marked as strange, and that
            it would be fined.

            A second paragraph.
            """,
            [
                "paragraph: The regulator said on Tuesday that the bank had failed for four years to look at transfers that its own systems had marked as strange, and that it would be fined.",
                "paragraph: A second paragraph.",
            ]
        ),
        (
            "quotations",
            "Ada wrote:\n> One line of a quotation that was wrapped at some seventy columns by\n> a program, and another.\n>\n> > Deeper.\n> Back.\n\nMy answer.",
            ["paragraph: Ada wrote:", "quotation 1: One line of a quotation that was wrapped at some seventy columns by a program, and another.", "quotation 2: Deeper.", "quotation 1: Back.", "paragraph: My answer."]
        ),
        ("quoted list", "> - one\n> - two", ["quotation 1: • one", "quotation 1: • two"]),
        ("signature", "Text.\n\n-- \nAda\nThe Ledger", ["paragraph: Text.", "promotion: Ada", "promotion: The Ledger"]),
        ("signature above a quotation", "Text.\n\n-- \nAda\n> quoted", ["paragraph: Text.", "promotion: Ada", "quotation 1: quoted"]),
        ("the last of two", "A.\n\n-- \nB.\n\n-- \nAda", ["paragraph: A.", "rule: ", "paragraph: B.", "promotion: Ada"]),
        ("list's footer", "Text.\n\n_______________________________________________\nThe list\nhttps://example.org/list", ["paragraph: Text.", "promotion: The list", "promotion: https://example.org/list"]),
        ("no signature", "Text.\n\n-- \n" + (1...30).map { "Line \($0).\n\n" }.joined(), []),
        (
            "a change",
            "Please apply.\n\ndiff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-old\n+new\n\nThanks.",
            ["paragraph: Please apply.", "code: diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-old\n+new", "paragraph: Thanks."]
        ),
        ("empty", "", []),
        ("blank", "\n \n", []),
    ]

    @Test(arguments: texts) func blocks(name: String, text: String, blocks: [String]) {
        let outline = Self.outline(text)
        if name == "no signature" {
            #expect(!outline.contains { $0.hasPrefix("promotion") } && outline.contains("paragraph: Line 30."))
        } else if name == "the last of two" {
            #expect(outline.filter { !$0.hasPrefix("rule") && !$0.hasPrefix("paragraph: --") } == blocks.filter { !$0.hasPrefix("rule") })
        } else {
            #expect(outline == blocks, "\(name)")
        }
    }

    @Test func depthOfQuotationsIsBounded() {
        let text = String(repeating: ">", count: 10_000) + " deep\n"
        #expect(PlainMail.blocks(of: Array(text.utf8), limits: FormatLimits()).map(\.kind) == [.quotation])
    }

    /// No word of a text is lost, whatever it is made of.
    @Test func keepsEveryWord() {
        var random = SplitMix64(seed: 7)
        let pieces = ["> ", ">", "\n", "\n\n", "-- \n", "--\n", "- ", "word ", "other ", "@@ -1 @@\n", "diff --git ", "--- a\n", "+++ b\n", "____", " "]
        for _ in 0..<400 {
            let text = (0..<30).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
            let blocks = PlainMail.blocks(of: Array(text.utf8), limits: FormatLimits())
            for word in ["word", "other"] {
                #expect(Self.count(word, in: blocks.map(\.text).joined(separator: " ")) == Self.count(word, in: text), "\(text)")
            }
        }
    }

    private static func count(_ word: String, in text: String) -> Int { text.ranges(of: word).count }

    private static let flowed: [(String, Bool, String)] = [
        ("One line \nand more.\nNext.", false, "One line and more.\nNext."),
        ("One li \nne.", true, "One line."),
        ("> quoted \n> on.\nAnswer.", false, "> quoted on.\nAnswer."),
        ("> quoted \nAnswer.", false, "> quoted \nAnswer."),
        (">> deep \n> less", false, ">> deep \n> less"),
        ("Text \n-- \nAda", false, "Text \n-- \nAda"),
        ("  stuffed\n>not", false, " stuffed\n> not"),
        ("a\n\nb", false, "a\n\nb"), ("", false, ""), ("\n\na", false, "\n\na"),
    ]

    @Test(arguments: flowed) func flowedText(text: String, deletes: Bool, expected: String) {
        #expect(String(decoding: FlowedText.unflowed(Array(text.utf8), deletesBlanks: deletes), as: UTF8.self) == expected)
    }

    @Test func flowedMessage() throws {
        let article = try Mail.article(Mail.message("text/plain; format=flowed", "The bank was \nfined.\n\nTwice."))
        #expect(article.text == "The bank was fined.\n\nTwice.")
    }
}
