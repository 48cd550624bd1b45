import Library
import Testing

@testable import Reader

/// Screens of what is done in lists, at every size.
@Suite struct ListScreenTests {
    static let scenes = [
        ScreenTests.Scene(name: "selected", keys: "Space j Space *"),
        ScreenTests.Scene(name: "selected-range", keys: "j v j j j"),
        ScreenTests.Scene(name: "bulk-question", keys: "C-a d"),
        ScreenTests.Scene(name: "bulk-tag", keys: "Space Space Space t 'han"),
        ScreenTests.Scene(name: "starred", keys: "* j j *"),
        ScreenTests.Scene(name: "trash", keys: "d d g d"),
        ScreenTests.Scene(name: "trash-empty", keys: "g d"),
        ScreenTests.Scene(name: "topic-page", keys: "3 G i"),
        ScreenTests.Scene(name: "topic-page-end", keys: "3 G i G"),
        ScreenTests.Scene(name: "topic-page-empty", keys: "3 i"),
        ScreenTests.Scene(name: "saved-search", keys: "/ 'extradition Esc S 'To_watch"),
        ScreenTests.Scene(name: "saved", keys: "/ 'extradition Esc S 'To_watch Enter 3 g g"),
        ScreenTests.Scene(name: "tour", keys: "g ? j *"),
        ScreenTests.Scene(name: "only-pane", keys: "C-w o"),
        ScreenTests.Scene(name: "wide-list", keys: "C-w > C-w > C-w >"),
    ]

    @Test(arguments: scenes, ScreenTests.sizes)
    func many(_ scene: ScreenTests.Scene, _ size: ScreenTests.Size) throws {
        let bench = Bench(columns: size.columns, rows: size.rows)
        bench.press(scene.keys)
        try Screens.expect(bench.canvas, "\(scene.name)-\(size.testDescription)")
    }

    @Test(arguments: ScreenTests.sizes)
    func welcome(_ size: ScreenTests.Size) throws {
        let bench = Bench([], columns: size.columns, rows: size.rows)
        bench.state.hasExamples = true
        try Screens.expect(bench.canvas, "welcome-\(size.testDescription)")
        bench.library.paths = [.init("~/articles/", note: "folder"), .init("~/archive.jsonl")]
        bench.press("i 'a")
        try Screens.expect(bench.canvas, "welcome-add-\(size.testDescription)")
    }

    /// Selected and starred, with names of saved searches that are as hard as the titles.
    @Test(arguments: ScreenTests.sizes)
    func hard(_ size: ScreenTests.Size) throws {
        let bench = Bench(Fixture.hard, columns: size.columns, rows: size.rows)
        bench.press("C-a * y")
        try Screens.expect(bench.canvas, "hard-selected-\(size.testDescription)")
        bench.press("d")
        try Screens.expect(bench.canvas, "hard-question-\(size.testDescription)")
        bench.press("n")
        bench.library.saved = Fixture.hard.enumerated().map { SavedSearch(id: "\($0)", name: $1.row.title, query: $1.row.title) }
        bench.send(.answer(.changedElsewhere))
        bench.press("3 g g")
        try Screens.expect(bench.canvas, "hard-saved-\(size.testDescription)")
    }

    @Test func inASCII() throws {
        let bench = Bench(columns: 80, rows: 24, glyphs: .ascii)
        bench.press("* j Space Space")
        try Screens.expect(bench.canvas, "ascii-selected-80x24")
        bench.press("Esc 3 G i C-d C-d")
        try Screens.expect(bench.canvas, "ascii-topic-page-80x24")
    }
}
