import Foundation

/// The library that journeys are made in: twelve articles, the newest, «Lagoon», listed first and «Amber» last.
enum JourneyShelf {
    /// Each word is in one article alone, in its twentieth passage.
    private static let words = [
        "amber": "quinine", "birch": "obsidian", "cedar": "parchment", "delta": "turnstile", "ember": "cardamom", "fjord": "gantry",
        "grove": "lacquer", "harbour": "ballast", "inlet": "sextant", "jetty": "marmalade", "knoll": "bellows", "lagoon": "tarpaulin",
    ]

    private static let sentences = [
        "The court refused extradition for want of dual criminality.", "The bank reported money laundering through mule accounts.",
        "A ransomware payment was frozen before it left the exchange.", "The regulator published guidance on phishing for smaller firms.",
        "Nobody at the conference spoke of the weather, which was mild.", "A request for mutual legal assistance went through the contact point.",
        "The evidence was kept for ninety days under the Budapest Convention.",
    ]

    static let files: [String: String] = {
        var files: [String: String] = [:]
        for (name, word) in words { files["\(name)-and-its-matter.txt"] = text(name, word) }
        files["knoll-and-its-matter.txt"] = nil
        files["knoll-and-its-matter.md"] = markdown
        files["inlet-and-its-matter.txt"] = text("inlet", "sextant").replacing("\n\nPassage 2 ", with: "\n\n\(scripts)\n\nPassage 2 ")
        files["broken.txt"] = ""
        return files
    }()

    private static func text(_ name: String, _ word: String) -> String {
        let passages = (1...40).map { number in
            let told = number == 20 ? " Here stands \(word), and nowhere else." : ""
            return "Passage \(number) of \(name): \(sentences[(number + name.utf8.count) % sentences.count])\(told)"
        }
        return passages.joined(separator: "\n\n") + "\n"
    }

    /// Every kind of block.
    private static let markdown = """
        # Knoll and its matter

        ## The first part

        Passage 1 of knoll: a paragraph with *emphasis*, `code` and [a link](https://example.org/knoll).

        ## What is listed

        - one of the list
        - two of the list, with **weight**

        > A quotation about extradition and ransomware.

        | Treaty | Article | Title |
        |---|---|---|
        | Budapest Convention | 24 | Extradition |
        | Convention against Cybercrime | 37 | Extradition, as it was adopted in the end after years of talks |

        ```
        let knoll = "a line of code"
        ```

        Passage 2 of knoll: here stands bellows, and nowhere else.
        """

    /// What is hard to draw.
    private static let scripts = """
        各国代表在河内签署了该公约。公约第三十七条涉及引渡。

        Family 👨‍👩‍👧‍👦, flags 🇺🇳 and a heart ❤️; combining e\u{301}a\u{308}.

        وقّعت الدول على الاتفاقية في هانوي.
        """

    /// Files as an import brings them: old, so that they are listed last, and without the words that journeys look for.
    static func incoming(_ number: Int) -> (name: String, text: String) {
        let lines = (1...6).map { "Delivery \(number), part \($0): nothing in it matters to anybody here, and it is read all the same." }
        return ("zz-delivery-\(number).txt", lines.joined(separator: "\n\n") + "\n")
    }
}
