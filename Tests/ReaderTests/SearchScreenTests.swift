import Library
import Search
import Testing

@testable import Reader

/// The screens of searching: completion, suggestions, notes, orders, what is alike, and the progress of the index.
@Suite struct SearchScreenTests {
    static let sizes = ScreenTests.sizes.filter { $0.columns > 20 }

    static let scenes = [
        ScreenTests.Scene(name: "complete-field", keys: "/ 'ti"),
        ScreenTests.Scene(name: "complete-topic", keys: "/ 'nationals_topic:"),
        ScreenTests.Scene(name: "complete-spaced", keys: "/ 'topic:ransomware_and Tab"),
        ScreenTests.Scene(name: "complete-stepped", keys: "/ 'ti Tab Tab"),
        ScreenTests.Scene(name: "complete-words", keys: "/ 'extra"),
        ScreenTests.Scene(name: "complete-cjk", keys: "/ '网络"),
        ScreenTests.Scene(name: "did-you-mean", keys: "/ 'extradtion"),
        ScreenTests.Scene(name: "did-you-mean-list", keys: "/ 'extradtion Enter"),
        ScreenTests.Scene(name: "sort", keys: "/ 'extradition Enter q s"),
        ScreenTests.Scene(name: "sort-library", keys: "j s Down"),
        ScreenTests.Scene(name: "sorted-library", keys: "j s 'title Enter"),
        ScreenTests.Scene(name: "sorted-search", keys: "/ 'extradition_sort:oldest"),
        ScreenTests.Scene(name: "filter", keys: "f 'sim"),
        ScreenTests.Scene(name: "filter-wrong", keys: "f 'sim_colour:red Enter"),
        ScreenTests.Scene(name: "filter-names", keys: "f 'is:"),
        ScreenTests.Scene(name: "filter-applied", keys: "f 'sim Enter"),
        ScreenTests.Scene(name: "like-article", keys: "j &"),
        ScreenTests.Scene(name: "like-passage", keys: "j Enter ] &"),
        ScreenTests.Scene(name: "long-query", keys: "/ '\(String(repeating: "extradition_OR_", count: 18))ransom_colour:red"),
    ]

    @Test(arguments: scenes, sizes)
    func many(_ scene: ScreenTests.Scene, _ size: ScreenTests.Size) throws {
        let bench = Bench(columns: size.columns, rows: size.rows)
        bench.press(scene.keys)
        try Screens.expect(bench.canvas, "\(scene.name)-\(size.testDescription)")
    }

    /// The same in ASCII: nothing of what the reader says itself is anything else.
    @Test(arguments: scenes.filter { $0.name != "complete-cjk" }.map(\.keys))
    func inASCII(_ keys: String) {
        for size in [(80, 24), (200, 60)] {
            let bench = Bench(columns: size.0, rows: size.1, glyphs: .ascii)
            bench.press(keys)
            bench.wait(500)
            let strange = bench.text.unicodeScalars.filter { $0.value >= 0x80 }
            #expect(strange.isEmpty, "\(String(String.UnicodeScalarView(strange)))")
        }
    }

    @Test(arguments: sizes)
    func emptyLibrary(_ size: ScreenTests.Size) throws {
        let bench = Bench([], columns: size.columns, rows: size.rows)
        bench.press("/ 'topic:")
        try Screens.expect(bench.canvas, "empty-complete-\(size.testDescription)")
    }

    @Test(arguments: sizes)
    func manyHits(_ size: ScreenTests.Size) throws {
        let bench = Bench(columns: size.columns, rows: size.rows)
        bench.library.count = .moreThan(10_000)
        bench.press("/ 'extradition Enter q")
        try Screens.expect(bench.canvas, "many-hits-\(size.testDescription)")
    }

    @Test(arguments: sizes)
    func indexing(_ size: ScreenTests.Size) throws {
        let bench = Bench(columns: size.columns, rows: size.rows)
        bench.press("/ 'extradition")
        bench.send(.answer(.notice("search index «words-4»: a checksum is wrong; it is made anew from the library")))
        bench.send(.answer(.indexing(IndexingProgress(done: 4_120, total: 98_310, rate: 1_204, missing: 94_190))))
        try Screens.expect(bench.canvas, "indexing-\(size.testDescription)")
        // What was said goes with the next key, the progress stays.
        bench.press("Down")
        try Screens.expect(bench.canvas, "indexing-quiet-\(size.testDescription)")
    }
}
