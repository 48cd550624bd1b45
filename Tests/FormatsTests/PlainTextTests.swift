import Articles
import TestSupport
import Testing

@testable import Formats

@Suite struct PlainTextTests {
    @Test func pastedPage() throws {
        let article = try Read.reading(
            Read.fixture("port-authority-tests-its-call-back-rule.txt"),
            name: "port-authority-tests-its-call-back-rule.txt"
        ).article
        #expect(article.title == "Port authority tests its call back rule")
        #expect(
            article.kickers == ["Fraud Management & Cybercrime", "Payments Fraud", "Governance, Risk & Compliance"])
        #expect(article.deck == "Harbour Accountants Find That Ten Minutes on the Telephone Beat Any Filter")
        #expect(article.language == "en")
        #expect(article.blocks.map(\.kind) == [.paragraph, .promotion, .paragraph, .paragraph, .paragraph, .paragraph])
        let references = article.blocks.flatMap(\.spans).filter { $0.kind == .reference }.map(\.target)
        #expect(
            references == [
                "How a Ledger Remembers What a Mailbox Forgets", "Ghost Suppliers: What the Registry Won’t Tell You",
            ])
        #expect(article.blocks[5].spans.map(\.target) == ["https://example.org/port/rule?v=2"])
        expectSound(article)
    }

    @Test func wrappedLetter() throws {
        let article = try Read.reading(Read.fixture("wrapped-letter.txt")).article
        #expect(article.title == "A Short Letter About Long Lines")
        #expect(article.bylines == ["Ana Ruiz", "Tom O'Hara"])
        #expect(article.published?.description == "2025-03-12T10:30:00-05:00")
        #expect(
            article.blocks.map { "\($0.kind.rawValue) \($0.level ?? 0) \($0.marker ?? "") \($0.text.prefix(20))" } == [
                "paragraph 0  This letter was writ", "heading 2  What the list says",
                "paragraph 0  The list below has i",
                "list-item 1 • the first item, whic", "list-item 1 • the second item;",
                "list-item 2 1. a numbered item insi", "list-item 2 2. and another one.",
                "quotation 1  A quotation in the m", "rule 0  ", "paragraph 0  Yours, with regards ",
            ])
        #expect(article.blocks[0].text.hasSuffix("and a well-known word that was divided at its hyphen keeps it."))
        #expect(article.blocks[9].spans == [Span(.link, start: 23, end: 48, target: "https://example.com/a_(b)")])
    }

    /// What stands above a text, and what is made of it: title, deck, bylines, date, first words of the text.
    struct Header: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var file = "notes.txt"
        var title: String
        var deck: String?
        var bylines: [String] = []
        var published: String?
        var first = "The body"
        var testDescription: String { name }
    }

    private static let body =
        "The body begins here and is long enough to be taken for a paragraph of running text, which it is, as anyone can see who reads it to its end.\n\nA second one follows it."

    @Test(arguments: [
        Header(name: "title between blanks", text: "A Plain Title\n\n", title: "A Plain Title"),
        Header(name: "title with one line end", text: "A Plain Title\n", title: "A Plain Title"),
        Header(name: "underlined", text: "A plain title.\n-----------\n", title: "A plain title."),
        Header(
            name: "labelled", text: "Title: A Plain Title\nAuthor: Ana Ruiz\nDate: 2025-03-12\n\n",
            title: "A Plain Title", bylines: ["Ana Ruiz"], published: "2025-03-12"),
        Header(
            name: "title and date", text: "A Plain Title\n12 March 2025\n\n", title: "A Plain Title",
            published: "2025-03-12"),
        Header(
            name: "title, deck, byline and date in one",
            text: "A Plain Title\nWhat is under it says a little more\nAna Ruiz • March 12, 2025\n",
            title: "A Plain Title",
            deck: "What is under it says a little more", bylines: ["Ana Ruiz"], published: "2025-03-12"),
        Header(
            name: "date first", text: "2025-03-12\nA Plain Title\n\n", title: "A Plain Title", published: "2025-03-12"),
        Header(
            name: "title and deck between blanks", text: "A Plain Title\n\nWhat is under it says a little more\n\n",
            title: "A Plain Title", deck: "What is under it says a little more"),
        Header(
            name: "no title", text: "", file: "2024-08-12-an_older-note.txt", title: "An older note",
            published: "2024-08-12"),
        Header(
            name: "a byline without a title", text: "By Ana Ruiz, Senior Editor\n", title: "Notes",
            bylines: ["Ana Ruiz"]),
        Header(
            name: "kickers, title and deck", text: "Cybercrime\n,\nFraud\nA Plain Title\nWhat Is Under It Says More\n",
            title: "A Plain Title", deck: "What Is Under It Says More"),
        Header(
            name: "kickers and a title for which the file is named", text: "Cybercrime\n,\nFraud\nA Plain Title\n",
            file: "a-plain-title.txt", title: "A Plain Title"),
        Header(
            name: "kickers, deck and date",
            text: "Cybercrime\n,\nFraud\nA deck of a sentence. And of another.\n\n12 March 2025\n\n", title: "Notes",
            deck: "A deck of a sentence. And of another.", published: "2025-03-12"),
        Header(
            name: "furniture", text: "A Plain Title\nBy Ana Ruiz\n5 min read\nShare\n\n", title: "A Plain Title",
            bylines: ["Ana Ruiz"]),
        Header(
            name: "a first heading is no deck", text: "A Plain Title\n2025-03-12\n\nRisk evaluation\n\n",
            title: "A Plain Title", published: "2025-03-12", first: "Risk eval"),
    ])
    func header(_ header: Header) throws {
        let article = try Read.article(header.text + Self.body, name: header.file)
        #expect(article.title == header.title)
        #expect(article.deck == header.deck)
        #expect(article.bylines == header.bylines)
        #expect(article.published?.description == header.published)
        #expect(article.blocks.first?.text.hasPrefix(header.first) == true)
        #expect(article.blocks.last?.text == "A second one follows it.")
    }

    @Test func kickersOnOneLine() throws {
        let article = try Read.article("Cybercrime , Fraud Management & Cybercrime , Rules, Laws & More\n" + Self.body)
        #expect(article.kickers == ["Cybercrime", "Fraud Management & Cybercrime", "Rules, Laws & More"])
    }

    @Test func kickersBelowTheTitle() throws {
        let article = try Read.article("A Plain Title\nCybercrime\n,\nFraud\n" + Self.body)
        #expect(article.title == "A Plain Title")
        #expect(article.kickers == ["Cybercrime", "Fraud"])
        #expect(article.blocks.count == 2)
    }

    /// Nothing of a text is lost between header and body.
    @Test func everyWordIsKept() throws {
        var random = SplitMix64(seed: 7)
        let pieces = [
            "A Title Line", "12 March 2025", "By Ana Ruiz", ",", "", "", "Cybercrime",
            "A sentence that is a paragraph of the text, and long enough to be one by itself, I think.",
            "- an item", "2. another", "> quoted", "See Also: Something Else", "Short line", "Image: Somebody",
            "a lower line", "====", "Date: 2025-01-02",
        ]
        for _ in 0..<2_000 {
            let lines = (0..<Int.random(in: 1...9, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            let text = lines.joined(separator: "\n")
            guard lines.contains(where: { !$0.isEmpty }) else { continue }
            let article = try Read.article(text)
            var kept =
                article.text + " "
                + ([article.title, article.deck ?? ""] + article.kickers + article.bylines).joined(separator: " ")
            kept +=
                article.published.map { $0.description == "2025-03-12" ? " 12 March 2025" : " Date: 2025-01-02" } ?? ""
            for word in [
                "Title", "sentence", "item", "another", "quoted", "Something", "Short", "Somebody", "lower", "Ana",
                "Cybercrime",
            ] where text.contains(word) {
                #expect(kept.contains(word), "\(word) of \(text.debugDescription)")
            }
            expectSound(article, "\(text.debugDescription)")
        }
    }

    @Test func titleTakesItsCaseFromTheText() throws {
        let article = try Read.article(
            "The UN met in Hanoi on Monday. A convention on cybercrime was signed there, and the US stayed away from the signing of it for now.\nThe rest of Hanoi did not notice us at all, nor did the convention.",
            name: "un-and-us-in-hanoi-convention.txt")
        #expect(article.title == "UN and us in Hanoi convention")
    }

    @Test func longLineIsSplit() throws {
        let article = try Read.article(String(repeating: "A sentence of some words. ", count: 100_000))
        #expect(article.blocks.count > 30)
        #expect(article.blocks.dropLast().allSatisfy { $0.text.hasSuffix(".") })
        #expect(article.blocks.reduce(0) { $0 + $1.text.utf8.count + 1 } == 2_600_000)
        let solid = try Read.article(String(repeating: "ü", count: 200_000))
        #expect(solid.blocks.map(\.text).joined() == String(repeating: "ü", count: 200_000))
    }
}
