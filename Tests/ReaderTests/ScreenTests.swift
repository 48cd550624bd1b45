import Library
import Testing

@testable import Reader

/// Every screen at every size, empty, with one article, with many, and with what is hard to draw.
@Suite struct ScreenTests {
    static let sizes = [(20, 5), (59, 11), (80, 24), (120, 40), (200, 60)].map(Size.init)

    struct Size: Sendable, CustomTestStringConvertible {
        var columns: Int
        var rows: Int
        var testDescription: String { "\(columns)x\(rows)" }
    }

    /// A screen by the keys that lead to it.
    struct Scene: Sendable, CustomTestStringConvertible {
        var name: String
        var keys: String
        var testDescription: String { name }
    }

    static let scenes = [
        Scene(name: "library", keys: "j j"),
        Scene(name: "reading", keys: "j Enter ]"),
        Scene(name: "passage", keys: "j Enter ] Tab"),
        Scene(name: "marked", keys: "j Enter ] b t 'hanoi Enter"),
        Scene(name: "find", keys: "j Enter / 'reg"),
        Scene(name: "search", keys: "/ 'extradition"),
        Scene(name: "search-hit", keys: "/ 'extradition Enter n"),
        Scene(name: "search-none", keys: "/ 'zzz"),
        Scene(name: "search-note", keys: "/ 'colour:red"),
        Scene(name: "topics", keys: "3 j j j"),
        Scene(name: "filtered", keys: "3 j j Enter"),
        Scene(name: "selecting", keys: "j Enter ] v w w w e"),
        Scene(name: "sentence", keys: "j Enter ] )"),
        Scene(name: "overlapping", keys: "j Enter ] m v w w e g 2 a 'compare_Art._29 Enter v w g 3 b"),
        Scene(name: "overlapping-panel", keys: "j Enter ] m v w w e g 2 a 'compare_Art._29 Enter b Tab G"),
        Scene(name: "which-passage", keys: "j Enter ] v w w e a 'one Enter a"),
        Scene(name: "colours", keys: "j Enter ] g m"),
        Scene(name: "notes-grouped", keys: "j Enter ] b j j t 'hanoi Enter m q j Enter ] a 'visa_for_the_talks Enter q B s 'art Enter"),
        Scene(name: "notes-filtered", keys: "j Enter ] b j j t 'hanoi Enter q j Enter ] a 'visa_for_the_talks Enter q B f 'visa"),
        Scene(name: "notes-selected", keys: "j Enter ] b j j t 'hanoi Enter m q B Space"),
        Scene(name: "notes-export", keys: "j Enter ] b q B x '~/notes.tx Enter"),
        Scene(name: "notes", keys: "j Enter ] b j j t 'hanoi Enter q B"),
        Scene(name: "help", keys: "?"),
        Scene(name: "help-filtered", keys: "j Enter ? 'mark"),
        Scene(name: "picker", keys: "j Enter t 'han"),
        Scene(name: "unknown-key", keys: "="),
        Scene(name: "zen", keys: "j Enter z"),
        Scene(name: "accepted", keys: "j Enter ] Tab +"),
        Scene(name: "rejected", keys: "j Enter ] Tab -"),
        Scene(name: "taken-back", keys: "j Enter ] Tab - -"),
        Scene(name: "possible", keys: "j Enter ] Tab j"),
        Scene(name: "possible-hidden", keys: "j Enter ] p Tab"),
        Scene(name: "judge-which", keys: "j Enter ] T 'r"),
        Scene(name: "added", keys: "j Enter T 'payf Enter"),
        Scene(name: "never-match", keys: "j Enter ] Tab g x"),
        Scene(name: "cited-draft", keys: "Enter ] Tab"),
        Scene(name: "unresolved", keys: "j j Enter ] Tab"),
        Scene(name: "judge-all", keys: "3 G Enter g +"),
        Scene(name: "judged-all", keys: "3 G Enter g - y"),
    ]

    @Test(arguments: scenes, sizes)
    func many(_ scene: Scene, _ size: Size) throws {
        let bench = Bench(columns: size.columns, rows: size.rows)
        bench.press(scene.keys)
        try Screens.expect(bench.canvas, "\(scene.name)-\(size.testDescription)")
    }

    @Test(arguments: [Scene(name: "library", keys: ""), Scene(name: "search", keys: "/"), Scene(name: "topics", keys: "3"), Scene(name: "notes", keys: "4")], sizes)
    func empty(_ scene: Scene, _ size: Size) throws {
        let bench = Bench([], columns: size.columns, rows: size.rows)
        bench.press(scene.keys)
        try Screens.expect(bench.canvas, "empty-\(scene.name)-\(size.testDescription)")
    }

    @Test(arguments: [Scene(name: "library", keys: ""), Scene(name: "reading", keys: "Enter G")], sizes)
    func one(_ scene: Scene, _ size: Size) throws {
        let bench = Bench(Fixture.articles(1), columns: size.columns, rows: size.rows)
        bench.press(scene.keys)
        try Screens.expect(bench.canvas, "one-\(scene.name)-\(size.testDescription)")
    }

    @Test(arguments: sizes)
    func hardTitles(_ size: Size) throws {
        let bench = Bench(Fixture.hard, columns: size.columns, rows: size.rows)
        try Screens.expect(bench.canvas, "hard-library-\(size.testDescription)")
    }

    @Test(arguments: Fixture.hard.indices)
    func hardArticles(_ index: Int) throws {
        let bench = Bench(Fixture.hard)
        bench.press(Array(repeating: "j", count: index).joined(separator: " ") + " Enter")
        try Screens.expect(bench.canvas, "hard-reading-\(index + 1)")
    }

    @Test func popupAfterPrefix() throws {
        let bench = Bench()
        bench.press("g")
        #expect(bench.state.pending?.isPopupShown == false)
        bench.wait(400)
        try Screens.expect(bench.canvas, "prefix-80x24")
        bench.press("g")
        #expect(bench.state.pending == nil)
    }

    @Test func progress() throws {
        let bench = Bench()
        bench.send(.answer(.syncing(SyncProgress(done: 120, total: 300, failures: 2))))
        try Screens.expect(bench.canvas, "syncing-80x24")
        bench.resize(120, 40)
        try Screens.expect(bench.canvas, "syncing-120x40")
    }

    @Test func learning() throws {
        let bench = Bench()
        bench.press("j Enter ]")
        bench.send(.answer(.learning(LearningProgress())))
        #expect(bench.text.contains("learning…"))
        bench.send(.answer(.learning(LearningProgress(done: 64, total: 1_204))))
        try Screens.expect(bench.canvas, "learning-80x24")
        bench.send(.answer(.learning(nil)))
        #expect(!bench.text.contains("learning"))
    }

    /// The same states in ASCII: nothing of what the reader says itself is anything else.
    @Test(arguments: scenes.map(\.keys) + ["!", "C-r", "C-c", "j Enter n", "g", "t", "j Enter b / 'zzz Enter"])
    func inASCII(_ keys: String) {
        for size in [Size(columns: 80, rows: 24), Size(columns: 200, rows: 60)] {
            let bench = Bench(columns: size.columns, rows: size.rows, glyphs: .ascii)
            bench.press(keys)
            bench.wait(500)
            let strange = bench.text.unicodeScalars.filter { $0.value >= 0x80 }
            #expect(strange.isEmpty, "\(size.testDescription): \(String(String.UnicodeScalarView(strange)))")
        }
    }

    @Test func judgingInASCII() throws {
        let bench = Bench(columns: 120, rows: 40, glyphs: .ascii)
        bench.press("j Enter ] Tab j -")
        try Screens.expect(bench.canvas, "judging-ascii-120x40")
    }

    @Test func orphanedNote() throws {
        let bench = Bench()
        bench.press("j Enter ] b q")
        bench.library.orphan(bench.library.firstRows(2)[1].id)
        bench.press("4")
        try Screens.expect(bench.canvas, "orphan-80x24")
    }
}
