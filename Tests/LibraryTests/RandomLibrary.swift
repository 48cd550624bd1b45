import Articles
import Library
import Search
import TestSupport
import Topics

/// Small libraries and queries over few words, so that queries often hit.
struct RandomLibrary {
    private var random: SplitMix64
    private static let words = [
        "govern", "governs", "government", "governance", "fraud", "frauds", "fraudulent", "U.N.", "un", "back", "backs", "treaty", "treaties",
        "cyber-crime", "cybercrime", "accord", "accords", "l'accord", "don't", "état", "etat", "résumé", "resume", "the", "a", "3.5", "2024", "报告",
    ]
    private static let prefixes = ["g", "go", "governm", "fr", "t", "a", "u", "cyber-c", "é", "2", "back t", "zz"]
    private static let topics: [TopicID] = ["extradition", "csam", "law"]

    init(seed: UInt64) { random = SplitMix64(seed: seed &+ 1_000) }

    mutating func chance(_ odds: Int) -> Bool { Int.random(in: 0..<odds, using: &random) == 0 }

    mutating func word() -> String { pick(Self.words) }

    mutating func files(_ count: Int) -> [FileOutcome] {
        (0..<count).map { number in
            .file(
                "\(number)",
                [
                    .test(
                        sentence(3), sentence(12) + "\n\n" + sentence(6), date: pick([nil, "2023", "2024-02", "2024-02-03", "2024-02-03T10:00:00Z"]),
                        topics: Self.topics.filter { _ in chance(3) }, id: "id \(number)", language: pick(["en", "en", "fr", nil, "zh"]),
                        deck: chance(2) ? sentence(2) : nil, kickers: chance(2) ? [word(), word()] : [], publisher: chance(2) ? word() : nil)
                ], stamp: Int64(number))
        }
    }

    private mutating func sentence(_ length: Int) -> String { (0..<length).map { _ in word() }.joined(separator: " ") }

    mutating func query(depth: Int = 2) -> Query {
        switch Int.random(in: 0..<(depth > 0 ? 13 : 9), using: &random) {
        case 0, 1, 2: .text(TextQuery(word(), field: field()))
        case 3: .text(TextQuery(sentence(2), field: field()))
        case 4, 5: .text(TextQuery(pick(Self.prefixes), isPrefix: true, field: field()))
        case 6: .topic(TopicQuery(pick(["law", "extradition", "international-cooperation", "none"]), isExact: chance(3)))
        case 7: .state(pick([.read, .unread]))
        case 8: chance(2) ? .tag(TagQuery(word())) : .dates(.between(.date(CalendarDate("2024-02")!), .date(CalendarDate("2024-02")!)))
        case 9, 10: .and([query(depth: depth - 1), query(depth: depth - 1)])
        case 11: .or([query(depth: depth - 1), query(depth: depth - 1)])
        default: .not(query(depth: depth - 1))
        }
    }

    private mutating func field() -> TextField? { chance(2) ? nil : pick(TextField.allCases) }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: elements.indices, using: &random)]
    }
}
