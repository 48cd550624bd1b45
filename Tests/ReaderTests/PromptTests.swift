import Foundation
import Library
import Terminal
import TestSupport
import Testing

@testable import Reader

/// One line of input: what is typed, what completes it, and what Enter does.
@Suite struct PromptTests {
    private func opened(_ keys: String = "j Enter ] a", columns: Int = 80, rows: Int = 24) -> Bench {
        let bench = Bench(columns: columns, rows: rows)
        bench.press(keys)
        return bench
    }

    private func notes(_ bench: Bench) -> [String] {
        bench.state.reading?.article.passages.compactMap { $0.note?.text } ?? []
    }

    @Test func noteIsKept() {
        let bench = opened()
        #expect(bench.state.context == .prompt)
        bench.press("'compare_Art._29 Enter")
        #expect(bench.state.prompt == nil)
        #expect(notes(bench) == ["compare Art. 29"])
        #expect(bench.state.status == Status(.done, "wrote a note", isUndoable: true))
    }

    @Test func theNoteThereIsStandsInTheLine() {
        let bench = opened()
        bench.press("'first Enter a")
        #expect(bench.state.prompt?.field.text == "first")
        #expect(bench.state.prompt?.purpose.title == "Change the note")
        bench.press("'_and_more Enter")
        #expect(notes(bench) == ["first and more"])
        bench.press("a C-u Enter")
        #expect(notes(bench) == [])
    }

    @Test func escapeDropsTheLineAndAnEmptyOneDoesNothing() {
        let bench = opened()
        bench.press("'not_this Esc")
        #expect(bench.state.context == .article)
        #expect(notes(bench) == [])
        bench.library.forgetEffects()
        bench.press("a 'x BS Enter")
        #expect(bench.state.context == .article)
        #expect(!bench.library.effects.contains { if case .mark = $0 { true } else { false } })
    }

    @Test func lettersAreText() {
        let bench = opened()
        bench.press("'jqd/?: Tab Down Up")
        #expect(bench.state.prompt?.field.text == "jqd/?:")
        #expect(bench.state.context == .prompt)
    }

    @Test func pastedLinesAreOneLine() {
        let bench = opened()
        bench.send(.paste("two\nlines\tof 網路"))
        #expect(bench.state.prompt?.field.text == "two lines of 網路")
        bench.send(.paste(String(repeating: "x", count: 30_000)))
        #expect(bench.state.prompt?.field.text.count == 20_000)
    }

    @Test func aNoteOfSeveralLinesKeepsThem() {
        var field = Field("one\ntwo", limit: 100)
        _ = field.edit(.character("!"))
        #expect(field.text == "one\ntwo!")
    }

    // MARK: The mouse

    @Test func clickInTheLineMovesTheCursor() throws {
        let bench = opened()
        bench.press("'abcdef")
        let box = try #require(bench.state.promptBox)
        for column in [0, 3, 6, 40] {
            bench.click(box.field.column + column, box.field.row)
            #expect(bench.state.prompt?.field.cursor == min(column, 6))
        }
    }

    /// Wherever a click lands in what is seen, the cursor goes before the character that was seen there.
    @Test func clickInALongLine() {
        var field = Field("網路" + String(repeating: "abc", count: 40) + "網路犯罪")
        for column in stride(from: 19, through: 0, by: -1) {
            let seen = field.seenHead(columns: 20)
            var used = 0
            var before = 0
            for character in seen {
                used += character.isASCII ? 1 : 2
                if used > column { break }
                before += 1
            }
            let expected = field.cursor - seen.count + before
            field.moveCursor(toColumn: column, columns: 20)
            #expect(field.cursor == expected)
            _ = field.edit(.end)
        }
    }

    @Test func clickBesideClosesOnlyWhatIsUnchanged() {
        let bench = opened()
        bench.press("'x")
        bench.click(1, 3)
        #expect(bench.state.prompt?.field.text == "x")
        #expect(bench.state.status == Status(.hint, "Enter keeps the line, Esc drops it"))
        bench.press("BS")
        bench.click(1, 3)
        #expect(bench.state.prompt == nil)
    }

    // MARK: Completion

    private static let items = [
        Prompt.Item("mail/", note: "folder"), Prompt.Item("marks.md"), Prompt.Item("marks.json"), Prompt.Item("notes.md"),
    ]

    @Test func itemsThatFit() {
        // A note has no completion; the list is what is looked at here.
        var prompt = Prompt(.note(MarkTarget(article: ArticleID(1), range: nil, words: "")), items: Self.items)
        #expect(prompt.items.isEmpty)
        let isCompleted = prompt.complete()
        #expect(!isCompleted)
        prompt.select(by: 1)
        #expect(prompt.selected == nil)
    }

    // MARK: Paths

    @Test func pathsBeginAsTyped() throws {
        let folder = try TemporaryFolder()
        for name in ["one.md", "once.txt", "two.md", ".hidden"] {
            try Data().write(to: URL(filePath: folder.path + "/" + name))
        }
        try FileManager.default.createDirectory(atPath: folder.path + "/only", withIntermediateDirectories: true)
        let paths = PathCompletion(home: folder.path)
        #expect(paths.items(for: folder.path + "/on").map(\.text) == ["once.txt", "one.md", "only/"].map { folder.path + "/" + $0 })
        #expect(paths.items(for: "~/").map(\.text) == ["~/once.txt", "~/one.md", "~/only/", "~/two.md"])
        #expect(paths.items(for: "~/").map(\.note) == ["", "", "folder", ""])
        #expect(paths.items(for: "~/.h").map(\.text) == ["~/.hidden"])
        #expect(paths.items(for: "~/nowhere/").isEmpty)
        #expect(paths.expanded("~/x") == folder.path + "/x")
        #expect(paths.expanded("~other") == "~other")
        #expect(PathCompletion(home: nil).expanded("~/x") == "~/x")
    }

    // MARK: Screens

    @Test(arguments: ScreenTests.sizes)
    func screens(_ size: ScreenTests.Size) throws {
        let bench = opened(columns: size.columns, rows: size.rows)
        try Screens.expect(bench.canvas, "prompt-\(size.testDescription)")
        bench.press("'" + String(repeating: "compare_the_expedited_preservation_of_Budapest_16_", count: 3) + "網路")
        try Screens.expect(bench.canvas, "prompt-typed-\(size.testDescription)")
    }
}
