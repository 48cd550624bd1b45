import Foundation
import PseudoTerminal
import TestSupport
import Testing

/// What is kept from one run to the next, and what shows up by itself while the reader is open.
@Suite struct RestartTests {
    /// Ten articles named by letters, of thirty passages each, the newest first: `j` is listed above `a`.
    private func bench() throws -> Workbench {
        var generator = SplitMix64(seed: 11)
        let names = "abcdefghij".map { "letter-\($0)" }
        let bench = try Workbench(files: Dictionary(uniqueKeysWithValues: names.map {
            ($0 + ".txt", GeneratedArticle.text($0, paragraphs: 30, using: &generator))
        }))
        try bench.run("sync")
        return bench
    }

    private func open(_ bench: Workbench, columns: Int = 80, rows: Int = 24) throws -> PseudoTerminal {
        let terminal = try bench.open(columns: columns, rows: rows)
        try #require(terminal.wait { $0.text.contains("? help") && $0.text.contains("letter-") }, "\(terminal.text)")
        return terminal
    }

    private func leave(_ terminal: PseudoTerminal) {
        terminal.send("\u{3}\u{3}")
        #expect(terminal.exitStatus() == .exited(0), "\(terminal.text)")
    }

    /// The row under the cursor of a list, or the first of the passage under it.
    private func cursorLine(_ terminal: PseudoTerminal) -> String { terminal.lines.first { $0.hasPrefix("▌") } ?? "" }

    private func passageLine(_ terminal: PseudoTerminal) -> String {
        terminal.lines.first { $0.hasPrefix("▌") && $0.contains("Passage ") } ?? ""
    }

    /// Presses `j` and waits for the cursor's row to be another: what a row says changes also when its topics come, and half a
    /// frame has no cursor.
    private func step(_ terminal: PseudoTerminal) throws {
        func row(_ terminal: PseudoTerminal) -> Int? { terminal.lines.firstIndex { $0.hasPrefix("▌") } }
        let before = row(terminal)
        terminal.send("j")
        try #require(terminal.wait { row($0) != nil && row($0) != before }, "\(terminal.text)")
    }

    private func move(_ terminal: PseudoTerminal, to name: String) throws {
        for _ in 0..<12 where !cursorLine(terminal).contains(name) {
            try step(terminal)
        }
        try #require(cursorLine(terminal).contains(name), "\(terminal.text)")
    }

    /// Presses `j` in an article and waits for the passage under the cursor to be another.
    private func nextPassage(_ terminal: PseudoTerminal) throws {
        let before = Self.number(passageLine(terminal))
        terminal.send("j")
        try #require(terminal.wait { !passageLine($0).isEmpty && Self.number(passageLine($0)) != before }, "\(terminal.text)")
    }

    /// `Passage 13 of` out of a line that begins with a gutter.
    private static func number(_ line: String) -> String {
        line.range(of: "Passage [0-9]+ of", options: .regularExpression).map { String(line[$0]) } ?? "no passage"
    }

    // MARK: From one run to the next

    @Test func listCursorAndReadMarks() throws {
        let bench = try bench()
        let terminal = try open(bench)
        try move(terminal, to: "Letter g")
        terminal.press(.enter)
        try #require(terminal.wait(for: "Passage 3 of letter-g"))
        terminal.send("q")
        try #require(terminal.wait { cursorLine($0).contains("Letter g") && $0.text.contains("9 unread") }, "\(terminal.text)")
        try move(terminal, to: "Letter d")
        leave(terminal)

        let again = try open(bench)
        #expect(again.wait { cursorLine($0).contains("Letter d") }, "\(again.text)")
        #expect(again.lines.contains { $0.contains("Letter g") && !$0.contains("●") }, "\(again.text)")
        #expect(again.lines.contains { $0.contains("Letter d") && $0.contains("●") }, "\(again.text)")
        #expect(again.wait(for: "9 unread"))
    }

    @Test func readingPlace() throws {
        let bench = try bench()
        let terminal = try open(bench)
        try move(terminal, to: "Letter h")
        terminal.press(.enter)
        try #require(terminal.wait(for: "Passage 3 of letter-h"), "\(terminal.text)")
        for _ in 0..<12 { try nextPassage(terminal) }
        _ = terminal.waitForQuiet()
        let top = try #require(terminal.lines.first { $0.contains("Passage ") })
        #expect(!top.contains("Passage 1 of"))
        let cursor = try #require(terminal.lines.first { $0.hasPrefix("▌") && $0.contains("Passage ") })
        leave(terminal)

        let same = try open(bench)
        same.press(.enter)
        #expect(same.wait { $0.lines.first { $0.contains("Passage ") }.map(Self.number) == Self.number(top) }, "\(top)\n\(same.text)")
        #expect(same.wait { $0.lines.contains { $0.hasPrefix("▌") && $0.contains(Self.number(cursor)) } }, "\(cursor)\n\(same.text)")
        leave(same)

        // In another width, where the lines break elsewhere, and with fewer rows: the passage under the cursor is what counts.
        let again = try open(bench, columns: 66, rows: 20)
        try #require(again.wait { cursorLine($0).contains("Letter h") }, "\(again.text)")
        again.press(.enter)
        #expect(again.wait { $0.lines.contains { $0.hasPrefix("▌") && $0.contains(Self.number(cursor)) } }, "\(cursor)\n\(again.text)")
    }

    @Test func filters() throws {
        let bench = try bench()
        let terminal = try open(bench)
        terminal.press(.enter)
        try #require(terminal.wait(for: "Passage 3 of letter-j"))
        terminal.send("qgu")
        try #require(terminal.wait { $0.text.contains("9 of 10") || !$0.text.contains("Letter j") }, "\(terminal.text)")
        leave(terminal)

        let again = try open(bench)
        #expect(again.wait { !$0.text.contains("Letter j") && $0.text.contains("unread") && $0.text.contains("Letter i") }, "\(again.text)")
        again.press(.escape)
        #expect(again.wait(for: "Letter j"), "\(again.text)")
    }

    /// Who has not moved yet looks at the newest articles when a new folder has been read, and not at those that came first.
    @Test func aNewLibraryIsShownFromItsTop() throws {
        let bench = try Workbench(files: GeneratedArticle.files("stone", count: 120, seed: 8))
        let terminal = try bench.open()
        try #require(terminal.wait(timeout: .seconds(60)) { $0.text.contains("/120") && $0.text.contains("120 added") }, "\(terminal.text)")
        #expect(terminal.wait(for: "1/120"), "\(terminal.text)")
        leave(terminal)
        let again = try bench.open()
        #expect(again.wait(for: "1/120"), "\(again.text)")
    }

    // MARK: Files that change while the reader is open

    @Test func filesShowUpByThemselves() throws {
        let bench = try bench()
        let terminal = try open(bench)
        try move(terminal, to: "Letter e")
        let marked = GeneratedArticle.passage(2, of: "letter-e")
        try bench.run("bookmark", id(bench, "letter-e.txt"), "--quote", marked)

        try bench.write("A brand new article that speaks of extradition and of nothing else at all.\n", to: "newest.txt")
        #expect(terminal.wait { $0.text.contains("Newest") && $0.text.contains("/11") }, "\(terminal.text)")
        #expect(cursorLine(terminal).contains("Letter e"), "\(terminal.text)")

        try bench.remove("letter-h.txt")
        #expect(terminal.wait { !$0.text.contains("Letter h") && $0.text.contains("/10") }, "\(terminal.text)")
        #expect(cursorLine(terminal).contains("Letter e"), "\(terminal.text)")

        try bench.rename("letter-e.txt", to: "moved-away.txt")
        #expect(terminal.wait { cursorLine($0).contains("Moved away") && $0.text.contains("/10") }, "\(terminal.text)")
        terminal.send("kj")
        #expect(terminal.wait(for: "moved-away.txt"), "\(terminal.text)")
        #expect(try bench.bookmarkedQuotes() == [marked])

        try FileManager.default.createDirectory(atPath: bench.path("deeper/still"), withIntermediateDirectories: true)
        try bench.write("Another new article, in a folder that has just been made, on money laundering.\n", to: "deeper/still/inner.txt")
        #expect(terminal.wait { $0.text.contains("Inner") && $0.text.contains("/11") }, "\(terminal.text)")
        leave(terminal)
        try bench.expectSound()
    }

    /// A changed article that is being read is shown anew, at the same passage, and its bookmark is found again.
    @Test func aChangedArticleKeepsPlaceAndBookmark() throws {
        let bench = try bench()
        let terminal = try open(bench)
        try move(terminal, to: "Letter c")
        terminal.press(.enter)
        try #require(terminal.wait(for: "Passage 3 of letter-c"))
        for _ in 0..<12 where !passageLine(terminal).contains("Passage 9 of") {
            try nextPassage(terminal)
        }
        terminal.send("b")
        try #require(terminal.wait { passageLine($0).contains("◆") })
        let quotes = try bench.bookmarkedQuotes()

        let old = try String(contentsOfFile: bench.path("letter-c.txt"), encoding: .utf8)
        let before = "Passage 0 of letter-c: A paragraph was put before all others, so that every place moved.\n\n"
        try bench.write(before + old + "\nAnd one after them.\n", to: "letter-c.txt")
        #expect(terminal.wait { screen in screen.text.contains("Passage 9 of") && passageLine(screen).contains("◆") && passageLine(screen).contains("Passage 9 of") })
        #expect(try waitFor { try bench.run("show", id(bench, "letter-c.txt")).contains("Passage 0 of letter-c") })
        #expect(terminal.waitForQuiet(.milliseconds(300)))
        #expect(passageLine(terminal).contains("◆") && passageLine(terminal).contains("Passage 9 of"), "\(terminal.text)")
        terminal.send("gg")
        #expect(terminal.wait(for: "Passage 0 of letter-c"), "\(terminal.text)")
        #expect(try bench.bookmarkedQuotes() == quotes)
        leave(terminal)
        try bench.expectSound()
    }

    @Test func aDeletedArticleKeepsItsBookmark() throws {
        let bench = try bench()
        let quote = GeneratedArticle.passage(4, of: "letter-b")
        try bench.run("bookmark", id(bench, "letter-b.txt"), "--quote", quote)
        let terminal = try open(bench)
        try bench.remove("letter-b.txt")
        #expect(terminal.wait { $0.text.contains("/9") && !$0.text.contains("Letter b") }, "\(terminal.text)")
        #expect(try bench.bookmarkedQuotes() == [quote])
        terminal.send("4")
        #expect(terminal.wait { $0.text.contains(quote) }, "\(terminal.text)")
        terminal.press(.enter)
        #expect(terminal.wait { $0.text.contains("Passage 5 of letter-b") }, "\(terminal.text)")
        leave(terminal)
        #expect(try bench.objects("list").count == 9)
        try bench.expectSound()
    }

    /// What another process writes is seen within a second or so.
    @Test func aSecondProcessIsNoticed() throws {
        let bench = try bench()
        let terminal = try open(bench)
        try move(terminal, to: "Letter i")
        terminal.press(.enter)
        try #require(terminal.wait(for: "Passage 3 of letter-i"))
        let article = id(bench, "letter-i.txt")
        try bench.run("bookmark", article, "--quote", GeneratedArticle.passage(3, of: "letter-i"))
        #expect(terminal.wait { screen in screen.lines.contains { $0.contains("◆") } }, "\(terminal.text)")
        try bench.run("tag", article, "from the shell")
        terminal.send("q4")
        #expect(terminal.wait(for: GeneratedArticle.passage(3, of: "letter-i")), "\(terminal.text)")
        leave(terminal)
    }

    /// Two readers on one library: what one does, the other shows, and neither stands in the other's way.
    @Test func twoReaders() throws {
        let bench = try bench()
        let (one, two) = (try open(bench), try open(bench))
        for terminal in [one, two] {
            terminal.press(.enter)
            try #require(terminal.wait(for: "Passage 3 of letter-j"), "\(terminal.text)")
        }
        one.send("jjb")
        #expect(one.wait { passageLine($0).contains("◆") }, "\(one.text)")
        #expect(two.wait { screen in screen.lines.contains { $0.contains("◆") } }, "\(two.text)")
        two.send("jjjjjb")
        #expect(one.wait(for: "◆ 2"), "\(one.text)")
        leave(one)
        leave(two)
        #expect(try bench.bookmarkedQuotes().count == 2)
        try bench.expectSound()
    }

    private func id(_ bench: Workbench, _ file: String) -> String {
        let row = (try? bench.objects("list"))?.first { $0["file"] as? String == file }
        return row?["id"] as? String ?? "no article is in \(file)"
    }

    /// Looks again and again, for what no screen shows.
    private func waitFor(_ predicate: () throws -> Bool) throws -> Bool {
        for _ in 0..<100 {
            if try predicate() { return true }
            usleep(100_000)
        }
        return false
    }
}
