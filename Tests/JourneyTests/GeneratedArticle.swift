import TestSupport

/// Articles of numbered paragraphs, each found by its number on the screen as in the store.
enum GeneratedArticle {
    private static let subjects = [
        "A court", "The regulator", "An analyst", "The bank", "A prosecutor", "The registrar", "A police unit", "The exchange",
    ]
    private static let acts = [
        "asked for subscriber data under the Budapest Convention", "froze the account after a ransomware payment",
        "reported money laundering through mule accounts", "refused extradition for want of dual criminality",
        "kept the evidence for ninety days", "told the victims of the fraud late", "published guidance on phishing",
        "sent a request for mutual legal assistance",
    ]

    /// `Passage 17 of harbour: …`, as the test finds it again.
    static func passage(_ number: Int, of name: String) -> String { "Passage \(number) of \(name):" }

    static func text(
        _ name: String, paragraphs: Int, using generator: inout SplitMix64, sentences: ClosedRange<Int> = 1...1
    ) -> String {
        let body = (1...paragraphs).map { number in
            let said = (0..<Int.random(in: sentences, using: &generator)).map { _ in
                "\(subjects.randomElement(using: &generator) ?? "") \(acts.randomElement(using: &generator) ?? "")."
            }
            return passage(number, of: name) + " " + said.joined(separator: " ")
        }
        return body.joined(separator: "\n\n") + "\n"
    }

    /// Files with articles, by name, a `tag` in each name to tell sets apart.
    static func files(_ tag: String, count: Int, seed: UInt64) -> [String: String] {
        var generator = SplitMix64(seed: seed)
        let pairs = (1...count).map { number in
            let name = "\(tag)-\(number)"
            return (name + ".txt", text(name, paragraphs: 12, using: &generator, sentences: 1...4))
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}
