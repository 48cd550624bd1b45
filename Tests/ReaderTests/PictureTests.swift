import Articles
import Foundation
import Library
import Terminal
import Testing
import Topics

@testable import Reader

/// The pictures of the main screens in `Documentation/Screens`, drawn from the grid: as they are drawn now, or `make screens`.
@Suite struct PictureTests {
    /// A screen by the keys that lead to it.
    struct Scene: Sendable, CustomTestStringConvertible {
        var name: String
        var title: String
        var keys: String
        var columns = 120
        var rows = 34
        var testDescription: String { name }
    }

    static let scenes = [
        Scene(name: "library", title: "The library: articles with their dates and topics, and the one under the cursor beside them", keys: "j j"),
        Scene(
            name: "reading", title: "An article with the topics of each passage in the margin, and why beside it",
            keys: "j j Enter ] z z Tab", columns: 156, rows: 36),
        Scene(name: "search", title: "A search with its hits marked", keys: "/ 'extradition Enter q"),
        Scene(name: "topics", title: "The topics of the treaties", keys: "3 j j"),
        Scene(name: "links", title: "The links of an article, host first", keys: "j Enter g f", columns: 100, rows: 30),
    ]

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Documentation/Screens")

    @Test(arguments: scenes)
    func picture(_ scene: Scene) throws {
        let theme = Theme(try BuiltInTheme.standard(for: .dark).palette, depth: .direct)
        let bench = Bench(Self.articles, columns: scene.columns, rows: scene.rows, theme: theme)
        bench.press(scene.keys)
        let palette = theme.page
        let ground = (text: palette.foreground ?? Colour(0xD0D0D0), page: palette.background ?? Colour(0x101010))
        let drawn = bench.canvas.svg(title: scene.title, ground: ground)
        let file = Self.folder.appending(path: scene.name + ".svg")
        if ProcessInfo.processInfo.environment["DOSSIER_PICTURES"] == "1" {
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
            return try drawn.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect((try? String(contentsOf: file, encoding: .utf8)) == drawn, "\(scene.name).svg is no longer what is drawn: make screens")
    }

    // MARK: What is shown

    /// Made up for the pictures.
    private static let texts: [(String, String, String, [String])] = [
        (
            "Two states ratify the convention as the count passes thirty", "The Docket", "2026-11-12",
            [
                "Two more governments deposited their instruments this week, which brings the convention within sight of the number it needs to enter into force.",
                "Officials said that the network of contact points, which answers at any hour, was used forty times in its first month.",
                "Under Article 37 of the Convention, extradition requires that the act be an offence in both states.",
            ]
        ),
        (
            "Court orders providers to keep traffic data for ninety days", "Harbour Wire", "2026-11-11",
            [
                "The order is the first under the new rules on expedited preservation, and providers have three days to comply.",
                "A request from abroad must say which data, for how long, and for which offence; extradition of the suspect is not asked for yet.",
            ]
        ),
        (
            "Hidden SIM farm led to 3,200 cloned accounts", "The Docket", "2026-11-11",
            [
                "Investigators seized forty-one boxes after a bank reported that accounts were opened with cloned numbers. The request went through the network of contact points within hours, and the data were kept.",
                "Under Article 37 of the Convention, extradition requires that the act be an offence in both states. Ransomware is one, whatever the ransom was paid in; and a state may refuse extradition of its own nationals.",
                "The regulator said that the rule applies from the first of the month, and that reports are due within seventy-two hours. Banks that miss the date pay for what their customers lose.",
                "Ransomware gangs rented the same boxes to reach victims by text message, the indictment says.",
            ]
        ),
        (
            "Banks must refund victims of push payments within five days", "Ledger Daily", "2026-11-09",
            [
                "The rule puts half of each loss on the bank that received the money, unless it can show that it asked the questions the regulator lists.",
                "Lawyers expect a wave of claims in spring.",
            ]
        ),
        (
            "Ransomware crew's treasurer arrested at the border", "Harbour Wire", "2026-11-07",
            ["Ransomware paid for three flats and a boat, prosecutors say.", "An extradition hearing is set for Monday, and dual criminality is expected to be argued."]
        ),
        (
            "What the second protocol changes for requests to registrars", "Treaty Notes", "2026-11-04",
            ["Requests may go to the registrar directly, with notice to the state.", "Three states have made declarations, and extradition is left as it was."]
        ),
        (
            "Extradition refused over dual criminality in a phishing case", "Treaty Notes", "2026-10-30",
            ["The court found that the act was not an offence where it was done, and extradition therefore refused.", "The prosecutor may ask again under the newer treaty."]
        ),
        (
            "Insurers stop paying for ransom without a police report", "Ledger Daily", "2026-10-28",
            ["Ransomware clauses now ask for a report within a day.", "Brokers call the change overdue."]
        ),
    ]

    static let articles: [StoredArticle] = texts.enumerated().map { index, entry in
        let blocks = entry.3.enumerated().map { place, text in
            Block(.paragraph, text, spans: place == 0 ? [Span(.link, start: 0, end: text.prefix { $0 != " " }.utf8.count, target: "https://example.org/\(index + 1)")] : [])
        } + [Block(.paragraph, "The file is public.", spans: [Span(.link, start: 4, end: 8, target: "https://docket.example/files?case=\(100 + index)")])]
        return Fixture.stored(
            Article(
                title: entry.0, kickers: ["Cybercrime"], bylines: ["A. Writer"], publisher: entry.1, published: ArticleDate(iso8601: entry.2),
                language: "en", url: "https://docket.example/\(index + 1)", blocks: blocks), number: index + 1)
    }
}
