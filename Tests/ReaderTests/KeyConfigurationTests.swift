import Configuration
import Terminal
import Testing
import Text

@testable import Reader

/// Changes of keys laid over the table.
@Suite struct KeyConfigurationTests {
    private func configured(_ changes: KeyChange...) -> (keys: KeyMap, messages: [String]) {
        let (keys, problems) = KeyMap.configured(by: changes, file: "config.yaml")
        return (keys, problems.map(\.message))
    }

    private func keys(_ map: KeyMap, _ command: Command, _ context: Context) -> [String] { map.keys(for: command, in: context).map(\.description) }

    @Test func withoutChangesItIsTheTable() {
        #expect(configured().keys == .standard)
        #expect(configured().messages.isEmpty)
    }

    @Test func aCommandTakesItsKeysInAllItsViews() {
        let (map, messages) = configured(KeyChange(command: "undo", keys: ["A-z", "F9"], line: 1))
        #expect(messages.isEmpty)
        for context in Context.browsing where Command.undo.entry.contexts.contains(context) {
            #expect(keys(map, .undo, context) == ["A-z", "F9"], "\(context)")
            #expect(map.meaning(of: [.character("u")], in: context) == .unknown, "\(context)")
        }
    }

    @Test func orInOne() {
        let (map, messages) = configured(KeyChange(view: "library", command: "delete", keys: [], line: 1))
        #expect(messages.isEmpty)
        #expect(keys(map, .trash, .library).isEmpty)
        #expect(keys(map, .trash, .article) == keys(.standard, .trash, .article))
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        var name: String
        var changes: [KeyChange]
        var message: String
        var testDescription: String { name }
    }

    static let faults = [
        Fault(
            name: "no command", changes: [KeyChange(command: "trahs", keys: ["D"], line: 3)],
            message: "config.yaml, line 3: “trahs” is no command; perhaps “trash” was meant"),
        Fault(
            name: "no view", changes: [KeyChange(view: "libary", command: "trash", keys: ["D"], line: 3)],
            message: "config.yaml, line 3: “libary” is no view; perhaps “library” was meant"),
        Fault(
            name: "no key", changes: [KeyChange(view: "library", command: "trash", keys: ["Dell"], line: 3)],
            message: "config.yaml, line 3: “Dell”, given to trash, is no key; write a letter, or a name such as C-d, A-x, Enter, PgDn, F5; several one after the other as “g g”; none for no key"),
        Fault(
            name: "not in that view", changes: [KeyChange(view: "topics", command: "toggle-branch", keys: ["F8"], line: 1), KeyChange(view: "library", command: "toggle-branch", keys: ["F8"], line: 2)],
            message: "config.yaml, line 2: toggle-branch cannot be given in library; it can be given in topics"),
        Fault(
            name: "text while typing", changes: [KeyChange(view: "help", command: "leave", keys: ["x", "F8"], line: 4)],
            message: "config.yaml, line 4: “x” is text in help; give it a key with Ctrl or Alt, or one that types nothing"),
        Fault(
            name: "two lines on one key",
            changes: [KeyChange(view: "library", command: "trash", keys: ["F8"], line: 1), KeyChange(view: "library", command: "sort", keys: ["F8"], line: 2)],
            message: "config.yaml, line 2: “F8” in library is sort, and was trash in line 1; the later line counts; give one of them another key"),
        Fault(
            name: "the only key of another", changes: [KeyChange(view: "library", command: "trash", keys: ["s"], line: 5)],
            message: "config.yaml, line 5: sort has no key in library any more: “s” was its only one; give it another, or write “none” for it if that is meant"),
        Fault(
            name: "a key that begins others", changes: [KeyChange(view: "passage", command: "never-match", keys: ["F8 x"], line: 1), KeyChange(view: "passage", command: "never-learn", keys: ["F8"], line: 2)],
            message: "config.yaml, line 1: “F8” in passage is never-learn, and keeps never-match from being reached; give one of them another key"),
    ]

    @Test(arguments: faults) func whatCannotBeIsSaid(_ fault: Fault) {
        let messages = KeyMap.configured(by: fault.changes, file: "config.yaml").problems.map(\.message)
        #expect(messages.contains(fault.message), "\(messages)")
    }

    /// Of two lines the later has the key; a bad name leaves what was there.
    @Test func theLaterLineCounts() {
        let (map, _) = configured(
            KeyChange(view: "library", command: "trash", keys: ["F8"], line: 1), KeyChange(view: "library", command: "sort", keys: ["F8"], line: 2))
        #expect(map.meaning(of: [.function(8)], in: .library) == .command(.sort))
        let broken = configured(KeyChange(view: "library", command: "trash", keys: ["Dell"], line: 1)).keys
        #expect(broken == .standard)
    }

    /// What is in force is what help, footer and palette show.
    @Test func everythingShowsTheConfiguredKeys() {
        let bench = Bench()
        bench.state.keymap = configured(KeyChange(view: "library", command: "sort", keys: ["F8"], line: 1)).keys
        bench.press("F8")
        #expect(bench.state.chooser != nil)
        bench.press("Esc :")
        bench.press("'sort-m")
        #expect(bench.state.palette?.rows.first?.note == "F8")
    }

    @Test func settingsAreGoneBy() {
        let bench = Bench()
        var settings = ReaderSettings()
        (settings.measure, settings.showsPossible, settings.isMouseOn, settings.popupDelay, settings.dates) = (500, false, false, 0, .dayFirst)
        settings.notice = "config.yaml, line 1: no"
        bench.state.apply(settings)
        #expect(bench.state.measure == Session.widestMeasure)
        #expect(!bench.state.showsPossible && !bench.state.isMouseOn)
        #expect(bench.state.status == Status(.failure, "config.yaml, line 1: no"))
        #expect(bench.text.contains("01.11.2026") || bench.text.contains("08.11.2026"))
        bench.press("g")
        #expect(bench.state.pending?.isPopupShown == true)
        // The popup never takes the key that follows.
        bench.press("t")
        #expect(bench.state.pane == .topics)
    }

    @Test func readerAndTableAgree() {
        #expect(Setting.measure.entry.standard == .number(PageGeometry.standardMeasure))
        #expect(Setting.measure.entry.kind == .number(Session.narrowestMeasure...Session.widestMeasure))
        #expect(Setting.popupDelay.entry.standard == .number(Int(ReaderSettings().popupDelay)))
        #expect(Setting.dates.entry.kind == .choice(DateStyle.allCases.map(\.rawValue)))
        #expect(Setting.colours.entry.kind == .choice(ColourWish.allCases.map(\.rawValue)))
        #expect(Setting.darkTheme.entry.standard == .text(BuiltInTheme.standard(for: .dark).rawValue))
        #expect(Setting.lightTheme.entry.standard == .text(BuiltInTheme.standard(for: .light).rawValue))
    }

    @Test func themesOfTheConfiguration() {
        var configuration = Configuration(file: Array("dark-theme: moss-archve\nlight-theme: slate-brief\nbackground: light\nmarks: ascii\n".utf8), path: "/c.yaml", environment: [:])
        var options = ReaderOptions(environment: [:])
        options.apply(&configuration)
        #expect(options.themes[.light]?.name == "Slate Brief")
        #expect(options.variant == .light)
        #expect(options.glyphs == .ascii)
        #expect(configuration.problems.map(\.message) == ["/c.yaml, line 1: there is no theme “moss-archve”; perhaps “moss-archive” was meant"])
    }

    @Test(arguments: [("right-to-left: terminal\n", false), ("right-to-left: reader\n", true), ("", true), ("right-to-left: both\n", true)])
    func whoOrdersTextFromRightToLeft(_ file: String, _ isReader: Bool) {
        var configuration = Configuration(file: Array(file.utf8), path: "/c.yaml", environment: [:])
        var options = ReaderOptions(environment: [:])
        options.apply(&configuration)
        #expect(options.ordersRightToLeft == isReader)
    }
}
