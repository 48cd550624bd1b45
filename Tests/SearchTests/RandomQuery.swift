import Search
import TestSupport

/// Queries of every shape, also of shapes that no parser makes.
struct RandomQuery {
    var random: SplitMix64

    private static let words = [
        "fraud", "cyber crime", "U.N.", "don't", "AND", "or", "NOT", "-x", "a:b", "title:", "\"quoted\"", "back\\slash",
        "“curly”", "(group)", "star*", "é", "报告", "e\u{301}", "", " ", "&", "«x»", "12:30", "http://a.b/c", "x\ny", "🎣", "NEAR", "NEAR/5", "any:", "tilde~", "~2",
    ]

    mutating func query(depth: Int = 3) -> Query {
        switch Int.random(in: 0..<(depth > 0 ? 20 : 15), using: &random) {
        case 0: .all
        case 1, 2, 3: .text(TextQuery(pick(Self.words), match: match(), field: field()))
        case 4: .topic(TopicQuery(pick(["extradition", "a b", "x*y"]), isExact: .random(using: &random), isPrefix: .random(using: &random)))
        case 5: .tag(TagQuery(pick(["hanoi", "two words", "AND", "\""]), isPrefix: .random(using: &random)))
        case 6: .state(pick(ArticleState.allCases))
        case 7: .dates(span())
        case 8: .language(pick(["en", "pt-br", "x y"]))
        case 9: .file(pick(["a/b.txt", "two words", "(1)", "-", "x\\y"]))
        case 10: .note(TextQuery(pick(Self.words), match: match()))
        case 11: .treaty(TreatyQuery(pick(["uncc", "BC-P1", "two words"]), provision: pick([nil, "7", "12 bis"]), isPrefix: .random(using: &random)))
        case 12: .has(pick(ArticlePart.allCases))
        case 13: .id(pick(["a1", "two words", "x~"]))
        case 14: .near(NearQuery(texts(), texts(), within: Int.random(in: 0...100, using: &random), field: field()))
        case 15, 16: .and(parts(depth))
        case 17: .or(parts(depth))
        case 18: .any(parts(depth))
        default: .not(query(depth: depth - 1))
        }
    }

    private mutating func parts(_ depth: Int) -> [Query] {
        (0..<Int.random(in: 0...3, using: &random)).map { _ in query(depth: depth - 1) }
    }

    private mutating func match() -> WordMatch {
        pick([.stem, .stem, .prefix, .fuzzy(1), .fuzzy(2)])
    }

    private mutating func texts() -> [TextQuery] {
        (0..<Int.random(in: 1...2, using: &random)).map { _ in TextQuery(pick(Self.words), match: match(), field: field()) }
    }

    private mutating func field() -> TextField? {
        Bool.random(using: &random) ? nil : pick(TextField.allCases)
    }

    private mutating func span() -> DateSpan {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: .since(bound())
        case 1: .before(bound())
        case 2: .through(bound())
        default: .between(bound(), bound())
        }
    }

    private mutating func bound() -> DateBound {
        let texts = ["2024", "0001-12", "2024-02-29", "7d", "2w", "12m", "9999y"]
        return DateBound(pick(texts)) ?? .ago(1, .days)
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: elements.indices, using: &random)]
    }
}
