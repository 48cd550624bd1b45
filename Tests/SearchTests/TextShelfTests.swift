@testable import Search
import TestSupport
import Testing
import Text

@Suite struct TextShelfTests {
    private static let words = ["govern", "governs", "government", "fraud", "frauds", "U.N.", "un", "l'accord", "accords", "résumés", "resumes", "état", "报告", "the", "3.5"]
    private static let languages: [Language] = [.english, .french]

    private struct Text {
        var text: String
        var language: Language
        var owner: Int64
    }

    /// What is found is what marking finds in each text, after texts were added, replaced and taken away again and again.
    @Test(arguments: 0..<4) func findsWhatMarkingFinds(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        func words(_ most: Int) -> String {
            (0..<Int.random(in: 1...most, using: &random)).map { _ in Self.words.randomElement(using: &random) ?? "" }.joined(separator: " ")
        }
        let analyser = WordAnalyser()
        var shelf = TextShelf()
        var texts: [Int64: Text] = [:]
        for step in 0..<600 {
            let id = Int64.random(in: 0..<90, using: &random)
            let text = Int.random(in: 0..<4, using: &random) == 0 ? nil : Text(text: words(6), language: Self.languages[step % 2], owner: id / 3)
            texts[id] = text
            shelf.set(text?.text, id: id, owner: id / 3, language: text?.language ?? .other, analyser: analyser)
            #expect(shelf.count == texts.count)
            guard step % 12 == 0 else { continue }
            let match: WordMatch = [.stem, .stem, .prefix, .fuzzy(1)].randomElement(using: &random) ?? .stem
            let query = TextQuery(words(2), match: match)
            let found = shelf.owners(matching: query, languages: Self.languages, analyser: analyser)
            let finder = HitFinder(.text(query), languages: Self.languages)
            let expected = texts.values.filter { !finder.hits(in: $0.text, language: $0.language).isEmpty }.map(\.owner)
            #expect(members(found) == Set(expected), "\(query)")
        }
    }

    /// A set that is brought up to date is the one that is made anew.
    @Test func setsAreBroughtUpToDate() {
        var random = SplitMix64(seed: 9)
        var members: Set<Int64> = []
        var set = ArticleSet([Int64]())
        for _ in 0..<300 {
            let changed = (0..<Int.random(in: 0...5, using: &random)).map { _ in Int64.random(in: 0..<700, using: &random) }
            let now = changed.filter { _ in Bool.random(using: &random) }
            members.subtract(changed)
            members.formUnion(now)
            set = set.updated(changed + [-1, 1 << 31], members: ArticleSet(now))
            #expect(set.count == members.count)
            #expect(self.members(set) == members)
        }
    }

    private func members(_ set: ArticleSet) -> Set<Int64> {
        var members: Set<Int64> = []
        set.forEach { members.insert($0) }
        return members
    }
}
