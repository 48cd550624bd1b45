import Articles
@testable import Briefings
import Library
import Search
import TestSupport
import Testing
import Topics

/// What no format may take for more than text.
enum Hostile {
    static let text = "<script>alert('1')</script> & \"q\" *b* [l](javascript:x) {\\x} $m$ %c #h _u_ ~t ^k | `c` @key =1+1\u{202E}rtl"
}

extension BriefingSource {
    static func sample(
        _ number: Int, title: String? = nil, authors: [String] = [], publisher: String? = nil, date: String? = nil, url: String? = nil
    ) -> BriefingSource {
        let digits = String(number)
        return BriefingSource(
            identity: String(repeating: "0", count: 64 - digits.count) + digits, title: title ?? "Title \(number)", authors: authors,
            publisher: publisher, published: date.flatMap { ArticleDate(iso8601: $0) }, url: url, language: "en")
    }
}

extension Briefing.Quote {
    static func sample(_ text: String, _ source: BriefingSource, paragraph: Int? = 2) -> Briefing.Quote {
        Briefing.Quote(source: source, anchor: Anchor(start: 5, end: 5 + text.utf8.count, quote: text, prefix: "a ", suffix: " b"), paragraph: paragraph)
    }
}

extension Briefing {
    /// One item of each kind, with everything that a person can say.
    static var sample: Briefing {
        let (one, two) = (
            BriefingSource.sample(
                1, title: "Ünïcode & Sons", authors: ["Ada and Sons", "Béa, C."], publisher: "The Wire", date: "2024-08-12T09:30:00Z", url: "https://example.org/a?b=1&c=\"2\""),
            BriefingSource.sample(2, title: Hostile.text, date: "2024")
        )
        var briefing = Briefing(
            title: "The week", query: "topic:law is:unread",
            items: [
                Item(content: .heading("Courts")), Item(content: .text("A paragraph.\nOf two lines.")),
                Item(content: .quote(.sample("A quote of “words”.", one))),
                Item(content: .story(Story(source: two, sentences: [.sample(Hostile.text, two), .sample("From one.", one, paragraph: nil)], others: [one]))),
            ],
            appendices: [Appendix(treaty: TreatyID("UNCC")!, beside: TreatyID("BC"))])
        briefing.introduction = "To begin."
        briefing.items[2].comment = "My comment."
        briefing.items[3].title = "My title"
        return briefing
    }

    func page(_ facts: [String: BriefingPage.Facts] = [:], maps: [TreatyMap] = []) -> BriefingPage {
        BriefingPage(self, date: ArticleDate(iso8601: "2026-11-24T10:00:00Z")!, facts: facts, maps: maps, vocabulary: .builtIn)
    }
}
