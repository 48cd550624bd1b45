import Library
import Terminal
import Testing

@testable import Reader

/// The empty library, adding files, and the tour.
@Suite struct WelcomeTests {
    private func empty() -> Bench {
        let bench = Bench([])
        bench.state.hasExamples = true
        return bench
    }

    @Test func showsWhatCanBeDone() {
        let bench = empty()
        #expect(bench.state.context == .welcome)
        for words in ["Your library is empty.", "i   add a folder or files…", "e   explore the example articles", "t   take a two-minute tour", "dossier add ~/articles"] {
            #expect(bench.text.contains(words), "\(words)")
        }
        #expect(Bench([]).text.contains("explore") == false)
    }

    @Test func addsAFolder() {
        let bench = empty()
        bench.library.added["/data/clippings"] = AddedFiles(copied: 3, present: 2, failures: ["b.bin: no article"])
        bench.press("i")
        #expect(bench.state.context == .prompt)
        bench.press("C-u '/data/clippings/")
        #expect(bench.press("Enter").contains(.addFiles("/data/clippings")))
        bench.send(.answer(.syncing(SyncProgress(done: 1, total: 3))))
        #expect(bench.text.contains("syncing 1/3"))
        bench.send(.answer(.synced(SyncSummary(added: 3))))
        #expect(bench.text.contains("3 added, 2 there already, b.bin: no article"))
        bench.press("!")
        #expect(bench.text.contains("b.bin: no article"))
    }

    @Test func whatCannotBeAddedIsTold() {
        let bench = empty()
        bench.press("i C-u '/nothing Enter")
        #expect(bench.text.contains("/nothing: no such file or directory"))
    }

    @Test(arguments: [
        ("/a/b.html", "/a/b.html"), ("'/a/b c.html'", "/a/b c.html"), ("\"/a/b c.html\" ", "/a/b c.html"), ("file:///a/b%20c%C3%A9.html", "/a/b cé.html"),
        ("~/x/", "~/x"), ("/", "/"),
    ])
    func aPathThatIsDroppedIsAskedAbout(text: String, path: String) {
        let bench = empty()
        bench.send(.paste(text))
        #expect(bench.state.context == .prompt)
        #expect(bench.state.prompt?.field.text == path)
    }

    @Test(arguments: ["hello", "a/b", "/a\n/b", ""])
    func otherTextIsNoPath(text: String) {
        let bench = empty()
        bench.send(.paste(text))
        #expect(bench.state.prompt == nil)
    }

    @Test func examplesAndTour() {
        #expect(empty().press("e").contains(.explore(isTour: false)))
        #expect(empty().press("t").contains(.explore(isTour: true)))
        let none = Bench([])
        #expect(!none.press("e").contains(.explore(isTour: false)))
        #expect(none.text.contains("no example articles: make install puts them beside the program"))
    }

    /// Each step asks for a key that does what it says, in the real screens, to the end.
    @Test(arguments: [(80, 24), (120, 40), (200, 60), (59, 11), (20, 5)])
    func theTourGoesToItsEnd(columns: Int, rows: Int) {
        let bench = Bench(columns: columns, rows: rows)
        bench.press("g ?")
        let keys = ["j", "*", "u", "Space", "Enter", "]", "Tab", "+", "b", "1", "/", "'extradition Enter", "H", "3", "i", "?"]
        for (index, key) in keys.enumerated() {
            #expect(bench.state.tour?.index == index, "before \(key)")
            #expect(rows < 12 || bench.text.contains("Tour \(index + 1)/16"))
            bench.press(key)
        }
        #expect(bench.state.tour == nil)
        #expect(bench.state.context == .help)
    }

    @Test func theTourEndsWhenItIsAskedTo() {
        let bench = Bench()
        bench.press("g ? j g ?")
        #expect(bench.state.tour == nil)
        #expect(bench.text.contains("the tour has ended"))
    }
}
