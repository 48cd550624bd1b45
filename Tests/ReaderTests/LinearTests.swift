import Articles
import Foundation
import Library
import Testing
import Text

@testable import Reader

/// Screens as lines that are read one after the other.
@Suite struct LinearTests {
    @Test func theLibrary() {
        let bench = Bench(Fixture.articles(3))
        let lines = linear(bench.state)
        #expect(lines.count == 4)
        #expect(lines[0].hasPrefix("Library. 3 articles. 2 unread."))
        #expect(lines[1].hasPrefix("1. "))
        #expect(lines.dropFirst().allSatisfy { $0.contains("id 00000000000") })
        #expect(lines.contains { $0.contains("2026-11-08. The Docket. 1 minute. unread. about Extradition; Ransomware and cyber extortion.") }, "\(lines)")
    }

    @Test func anArticleWithItsTopicsAndReasons() {
        let bench = Bench()
        bench.press("Enter ] b")
        let lines = linear(bench.state)
        #expect(lines.contains { $0.hasPrefix("Title: ") })
        #expect(lines.contains("Heading: What follows"))
        let passage = lines.firstIndex { $0.hasPrefix("Under Article 37 of the Convention") } ?? 0
        #expect(passage > 0)
        #expect(lines[passage + 1].hasPrefix("  Topic: Extradition. "))
        #expect(lines[passage + 1].contains("because: "))
        #expect(lines.contains("  Bookmarked."))
        #expect(lines.contains { $0.hasPrefix("  Cited: “Article 37 of the Convention”") })
    }

    @Test func otherScreens() {
        let bench = Bench()
        bench.press("3")
        #expect(linear(bench.state)[0].hasPrefix("Topics."))
        #expect(linear(bench.state).contains { $0.hasPrefix("Cybercrime, CYBER.") })
        bench.press("/ 'extradition Enter q")
        #expect(linear(bench.state)[0].hasPrefix("Search for «extradition»."))
        #expect(linear(bench.state).contains { $0.hasPrefix("  Hit: ") })
        bench.press("1 Enter b q 4")
        #expect(linear(bench.state)[0] == "Notes. 1 passage.")
    }

    /// No boxes, signs or columns: what the reader adds is words.
    @Test(arguments: ["", "Enter ] b", "3", "/ 'extradition", "j Enter b q 4"])
    func noSigns(keys: String) {
        let bench = Bench()
        bench.press(keys)
        let signs = "│┃┊┌┐└┘─━▸▾●★◆✎▌▎‹›↪∗·"
        for line in linear(bench.state) {
            #expect(!line.contains { signs.contains($0) }, "\(line)")
            #expect(!line.contains("   "), "\(line)")
        }
    }

    @Test func hostileTextBecomesSafe() {
        for index in Fixture.hard.indices {
            let bench = Bench(Fixture.hard)
            bench.press(Array(repeating: "j", count: index).joined(separator: " ") + " Enter")
            let text = linear(bench.state).map { Printable.visible($0) }.joined(separator: "\n")
            #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0.value != 0x0A || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E })
        }
    }

    /// The same from a library, without a terminal; nothing is changed or kept.
    @Test func fromALibrary() throws {
        let desk = try RunnerTests.Desk()
        let id = try desk.library.order()[0]
        func lines(_ name: PlainScreen.Name) -> [String] {
            PlainScreen(desk.library, vocabulary: desk.vocabulary).lines(of: name, limit: 50)
        }
        #expect(lines(.library).count == 3)
        #expect(lines(.library)[0].hasPrefix("Library. 2 articles. 2 unread."))
        #expect(lines(.search("mules"))[0].hasPrefix("Search for «mules». 1 result."))
        #expect(lines(.search("mules")).count == 3)
        #expect(lines(.topics)[0].hasPrefix("Topics."))
        #expect(lines(.notes) == ["Notes. 0 passages."])
        let article = lines(.article(id))
        #expect(article.contains { $0.hasPrefix("  Topic: Money laundering.") }, "\(article)")
        #expect(try desk.library.article(id).row.isRead == false)
        try desk.library.close()
    }
}
