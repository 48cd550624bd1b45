import Articles
import Glibc
import Library
import Topics

@testable import Reader

/// Articles for tests, made by rule from their number.
enum Fixture {
    static let vocabulary: [TopicTree.Node] = [
        node("cybercrime", "Cybercrime", "CYBER", nil, ["malware", "ransomware"]),
        node("malware", "Malware", "MALWAR", "cybercrime", []),
        node("ransomware", "Ransomware and cyber extortion", "RANSOM", "cybercrime", []),
        node("fraud-management", "Fraud management", "FRAUD", nil, ["payment-fraud"]),
        node("payment-fraud", "Payment fraud", "PAYFRD", "fraud-management", []),
        node("international-cooperation", "International cooperation", "COOP", nil, ["extradition"]),
        node("extradition", "Extradition", "EXTRAD", "international-cooperation", []),
    ]

    static let book = TopicBook(
        nodes: vocabulary,
        provisions: [
            "extradition": [
                .init(source: "UN Convention against Cybercrime", number: "Article 37", title: "Extradition"),
                .init(source: "Budapest Convention", number: "Article 24", title: "Extradition"),
            ]
        ],
        labels: [
            "extradition": [Label("extradition", language: "en", kind: .preferred), Label("surrender", language: "en", kind: .alternative)],
            "ransomware": [Label("ransomware", language: "en", kind: .preferred)],
        ],
        cited: [
            extraditionArticle: .init(
                source: "UN Convention against Cybercrime", number: "Article 37", title: "Extradition")
        ],
        treaties: [treaty: "UN Convention against Cybercrime"])

    static let treaty = Vocabulary.builtIn.treaties[0].id
    static let extraditionArticle = ProvisionID(treaty: treaty, article: "37")

    /// What becomes of «Article 37 of the Convention»: it is resolved, or unresolved, or a draft's, by turns.
    static func citations(in stored: StoredArticle) -> [Citation] {
        let words = "Article 37 of the Convention"
        guard let start = offset(of: words, in: stored.article.text) else { return [] }
        let reading: Citation.Reading
        switch stored.id.rawValue % 3 {
        case 0: reading = .unresolved(.otherInstrument)
        case 1: reading = .draft(treaty)
        default: reading = .resolved([extraditionArticle])
        }
        return [Citation(range: start..<start + words.utf8.count, text: words, reading: reading, scope: .clause)]
    }

    private static func node(
        _ id: TopicID, _ label: String, _ code: String, _ parent: TopicID?, _ children: [TopicID]
    ) -> TopicTree.Node {
        TopicTree.Node(id: id, label: label, code: code, parent: parent, children: children)
    }

    private static let subjects = [
        "Banks must refund victims of push payments", "Second Protocol: three more states sign",
        "Hidden SIM farm led to 3,200 cloned accounts", "Court orders that data be kept for ninety days",
        "Extradition refused over dual criminality",
    ]

    /// The article of a number, from 1. Every fifth is about extradition; every third is unread no more.
    static func article(_ number: Int) -> StoredArticle {
        let subject = subjects[(number - 1) % subjects.count]
        let title = number <= subjects.count ? subject : "\(subject) (\(number))"
        var blocks = [
            Block(
                .paragraph,
                "Investigators seized forty-one boxes after a bank reported that accounts were opened with cloned numbers. "
                    + "The request went through the network of contact points within hours, and the data were kept."),
            Block(.heading, "What follows", level: 2),
            Block(
                .paragraph,
                "Under Article 37 of the Convention, extradition requires that the act be an offence in both states. "
                    + "Ransomware is one, whatever the ransom was paid in; and a state may refuse extradition of its own nationals."),
        ]
        for index in 0..<12 {
            blocks.append(
                Block(.paragraph, "Paragraph \(index + 1). The regulator said that the rule applies from the first of the month, and that reports are due within seventy-two hours."))
        }
        let day = 1 + (number * 7) % 28
        let article = Article(
            title: title, deck: "What the ruling changes, and for whom.", kickers: ["Cybercrime", "Fraud Management & Cybercrime"],
            bylines: ["A. Writer"], publisher: "The Docket", published: ArticleDate(year: 2026, month: 11, day: day), language: "en",
            blocks: blocks)
        return stored(article, number: number)
    }

    static func stored(_ article: Article, number: Int) -> StoredArticle {
        let id = ArticleID(Int64(number))
        let isExtradition = article.text.contains("extradition")
        let row = ArticleRow(
            id: id, name: "00000000000\(number)", title: article.title, deck: article.deck, published: article.published,
            sortDate: article.published ?? ArticleDate(timestamp: 1_790_000_000), kickers: article.kickers,
            publisher: article.publisher, topics: isExtradition ? ["extradition", "ransomware"] : [], tags: [],
            wordCount: article.wordCount, isRead: number % 3 == 0, bookmarkCount: 0, file: "article-\(number).txt")
        return StoredArticle(row: row, article: article, links: links(of: article), passages: [], place: 0)
    }

    /// A link wherever «extradition» or «Ransomware» stands.
    private static func links(of article: Article) -> [TopicLink] {
        zip(article.blocks, article.blockRanges).flatMap { block, range in
            [("extradition", "extradition", 1.8), ("Ransomware", "ransomware", 0.4)].compactMap { word, topic, score -> TopicLink? in
                guard let found = offset(of: word, in: block.text) else { return nil }
                let start = range.lowerBound + found
                let evidence = Explanation.Evidence(start: start, end: start + word.utf8.count, text: word, contribution: score + 2)
                let explanation = Explanation(prior: -2, evidence: [evidence], context: [], threshold: 0.6)
                return TopicLink(passage: Passage(range), topic: TopicID(topic), origin: .engine, explanation: explanation)
            }
        }
    }

    static func offset(of word: String, in text: String) -> Int? {
        var (word, text) = (word, text)
        return word.withUTF8 { needle in
            text.withUTF8 { hay in
                guard let words = needle.baseAddress, let start = hay.baseAddress else { return nil }
                var index = 0
                while index + needle.count <= hay.count {
                    if hay[index] == needle[0], memcmp(start + index, words, needle.count) == 0 { return index }
                    index += 1
                }
                return nil
            }
        }
    }
}

extension Fixture {
    static func articles(_ count: Int) -> [StoredArticle] {
        known.prefix(count) + (known.count..<max(known.count, count)).map { article($0 + 1) }
    }

    /// The first of them, made once for all tests.
    private static let known = (1...100).map(article)

    /// Titles and texts that are hard to draw.
    static var hard: [StoredArticle] {
        let long = String(repeating: "An exceedingly long title that never comes to its end, ", count: 20)
        let texts: [(String, String)] = [
            (long, String(repeating: "word ", count: 400)),
            ("关于网络犯罪公约的十个问题以及各国的答复", "各国代表在河内签署了该公约。公约第三十七条涉及引渡。"),
            ("Family 👨‍👩‍👧‍👦 and flags 🇺🇳🇻🇳, a heart ❤️ and a keycap 1️⃣", "The 👩🏽‍💻 wrote: ✌🏽."),
            ("الاتفاقية الدولية لمكافحة الجريمة السيبرانية", "وقّعت الدول على الاتفاقية في هانوي."),
            ("ש\u{5C1}ל\u{5D5}\u{5B9}ם: Hebrew and English", "טקסט בעברית with English inside."),
            ("Zalgo z\u{335}\u{321}\u{317}\u{306}\u{30D}\u{300}a\u{334}\u{317}lgo", "e" + String(repeating: "\u{301}", count: 200)),
            ("Escape \u{1B}[31mred\u{1B}[0m \u{202E}gnp.exe and \u{9B}2J", "A bell \u{7} and OSC \u{1B}]52;c;AAAA\u{7} here."),
            ("", "An article without a title."),
            ("No text at all", ""),
        ]
        return texts.enumerated().map { index, entry in
            stored(Article(title: entry.0, blocks: entry.1.isEmpty ? [] : [Block(.paragraph, entry.1)]), number: index + 1)
        }
    }
}
