import Articles
import TestSupport

/// Articles with everything in them, from a seed.
struct RandomArticle {
    private static let words = [
        "data", "convention", "Art. 29", "naïve", "café", "e\u{301}te\u{301}", "日本語", "電子的証拠の保全", "한국어", "👩‍👩‍👧", "🇪🇺", "العربية",
        "עברית", "https://example.org/a/very/long/path?with=query&and=more", "co\u{AD}op\u{AD}er\u{AD}a\u{AD}tion", "\u{1B}[31m",
        "\u{202E}live", "a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}", "—", "“quoted”", "x", "3,200", "U.N.", "\t", "ﬁ", "क्षि",
    ]

    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    mutating func article() -> Article {
        let blocks = (0..<Int.random(in: 0...8, using: &random)).map { _ in block() }
        return Article(
            title: text(), deck: Bool.random(using: &random) ? text() : nil, kickers: ["Fraud", text()], bylines: [text()],
            publisher: text(), published: ArticleDate(year: 2024, month: 8, day: 12), url: "https://example.org/", blocks: blocks)
    }

    mutating func range(in text: String) -> Range<Int> {
        let count = text.utf8.count
        let start = Int.random(in: 0...count, using: &random)
        return start..<Int.random(in: start...count, using: &random)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    private mutating func block() -> Block {
        let kind = Block.Kind.allCases.randomElement(using: &random) ?? .paragraph
        guard kind != .rule else { return Block(.rule, "") }
        var block = Block(kind, kind == .table ? table() : kind == .code ? code() : text())
        block.level = Bool.random(using: &random) ? Int.random(in: 1...7, using: &random) : nil
        block.marker = kind == .listItem ? ["•", "10.", "iv)", nil].randomElement(using: &random) ?? nil : nil
        block.spans = (0..<Int.random(in: 0...4, using: &random)).map { _ in span(in: block.text) }.sorted { $0.start < $1.start }
        return block
    }

    /// Anywhere, inside characters and across others too: nothing may break for it.
    private mutating func span(in text: String) -> Span {
        let range = range(in: text)
        let kind = Span.Kind.allCases.randomElement(using: &random) ?? .link
        return Span(kind, start: range.lowerBound, end: range.upperBound + Int.random(in: 0...2, using: &random), target: "https://example.org/\(range.count % 3)")
    }

    private mutating func text() -> String {
        (0..<Int.random(in: 1...25, using: &random)).map { _ in Self.words.randomElement(using: &random) ?? "" }
            .joined(separator: " ")
    }

    private mutating func table() -> String {
        (0..<Int.random(in: 1...5, using: &random)).map { _ in
            (0..<Int.random(in: 1...5, using: &random)).map { _ in
                (0..<Int.random(in: 0...6, using: &random)).map { _ in Self.words.filter { $0 != "\t" }.randomElement(using: &random) ?? "" }
                    .joined(separator: " ")
            }.joined(separator: "\t")
        }.joined(separator: "\n")
    }

    private mutating func code() -> String {
        (0..<Int.random(in: 1...5, using: &random)).map { _ in Bool.random(using: &random) ? "" : text() }
            .joined(separator: "\n")
    }
}
