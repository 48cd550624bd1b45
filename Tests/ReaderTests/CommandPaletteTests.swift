import Articles
import Library
import Search
import Terminal
import TestSupport
import Testing
import Topics

@testable import Reader

/// The palette: every command by name, verbs with their words, and what would come of them.
@Suite struct CommandPaletteTests {
    private func names(_ bench: Bench) -> [String] { bench.state.palette?.rows.map(\.name) ?? [] }

    private func opened(_ typed: String, after keys: String = "", columns: Int = 80, rows: Int = 24) -> Bench {
        let bench = Bench(columns: columns, rows: rows)
        bench.press(keys)
        bench.press(":")
        if !typed.isEmpty { bench.press("'" + typed) }
        return bench
    }

    // MARK: What it lists

    @Test(arguments: [Context.library, .results, .article, .passage, .topics, .notes])
    func everyCommandOfAViewIsListedAndCanBeFoundByItsName(_ context: Context) {
        let empty = rows("", in: context)
        for command in Command.allCases where command.isForPalette && command.entry.contexts.contains(context) {
            #expect(empty.contains { $0.act == .command(command) }, "\(command.name)")
            #expect(rows(command.name, in: context).first?.act == .command(command), "\(command.name)")
        }
        for verb in Verb.allCases { #expect(empty.contains { $0.fill == verb.name + " " }, "\(verb.name)") }
    }

    /// An alias finds its command before all that only mention the word, wherever the command can be given.
    @Test func aliasesFindTheirCommands() {
        for command in Command.allCases where command.isForPalette {
            guard let context = command.entry.contexts.intersection(Context.browsing).min(by: { $0.rawValue < $1.rawValue }) else { continue }
            for alias in command.aliases {
                #expect(rows(alias, in: context).first?.act == .command(command), "\(alias)")
            }
        }
    }

    @Test func noTwoCommandsShareAName() {
        var owners: [String: String] = [:]
        for command in Command.allCases {
            for name in [command.name] + command.aliases {
                if let other = owners[name] { Issue.record("\(name) is \(other) and \(command.name)") }
                owners[name] = command.name
            }
        }
        var verbs: [String: String] = [:]
        for verb in Verb.allCases {
            for name in [verb.name] + verb.entry.aliases {
                if let other = verbs[name] { Issue.record("\(name) is \(other) and \(verb.name)") }
                verbs[name] = verb.name
            }
        }
    }

    @Test func namesStayNames() {
        let letters = Set("abcdefghijklmnopqrstuvwxyz-")
        for name in Command.allCases.map(\.name) + Verb.allCases.map(\.name) {
            #expect(!name.isEmpty && name.allSatisfy(letters.contains) && name.first != "-", "\(name)")
        }
    }

    private func rows(_ typed: String, in context: Context) -> [CommandPalette.Row] {
        PaletteRows(
            context: context, keymap: .standard, recent: [], names: QueryNames(), themes: ThemeChoice.builtIn, files: nil, articles: [],
            orders: [.newest, .oldest, .title], count: 30, measure: 72
        ).rows(for: typed)
    }

    @Test func whatHasNoKeySaysSo() {
        #expect(rows("quit", in: .library).first?.note == "no key")
        #expect(rows("help", in: .library).first?.note == "?")
        #expect(rows("find", in: .library).first { $0.name == "find" }?.note == "not here")
    }

    @Test func theLastOnesComeFirst() {
        let bench = opened("unread-only")
        bench.press("Enter :")
        #expect(names(bench).first == "unread-only")
        bench.press("'sort_oldest Enter :")
        #expect(names(bench).prefix(2) == ["sort oldest", "unread-only"])
        // They are kept for the next run.
        let kept = Session(encoded: bench.state.session.encoded)
        #expect(kept.recentCommands == ["sort oldest", "unread-only"])
        // What was given last does not come before what fits better.
        bench.press("'undo")
        #expect(names(bench).first == "undo")
    }

    // MARK: What it does

    struct Case: Sendable, CustomTestStringConvertible {
        var typed: String
        var keys = ""
        var isDone: @Sendable (Bench) -> Bool
        var testDescription: String { typed }
    }

    static let cases: [Case] = [
        Case(typed: "topics") { $0.state.pane == .topics },
        Case(typed: "delete") { $0.library.effects.contains { if case .trash = $0 { true } else { false } } },
        Case(typed: "sort_oldest") { $0.state.library.order == .oldest },
        Case(typed: "sort_ol") { $0.state.library.order == .oldest },
        Case(typed: "topic_ransom") { $0.state.library.filter.topic == "ransomware" && $0.state.pane == .list },
        Case(typed: "filter_is:unread") { $0.state.library.filter.words == "is:unread" },
        Case(typed: "since_2024") { $0.state.library.filter.words == "since:2024" },
        Case(typed: "before_2024-08") { $0.state.library.filter.words == "before:2024-08" },
        Case(typed: "search_extradition") { $0.state.source == .search && $0.state.search.answered == "extradition" && $0.state.context == .results },
        Case(typed: "/extradition") { $0.state.source == .search && $0.state.search.answered == "extradition" },
        Case(typed: "12") { $0.state.library.listing.cursor == 11 },
        Case(typed: "goto_9999") { $0.state.library.listing.cursor == 29 },
        Case(typed: "#hanoi") { $0.state.library.listing.selectedRow?.tags == ["hanoi"] },
        Case(typed: "tag_to_cite") { $0.state.library.listing.selectedRow?.tags == ["to cite"] },
        Case(typed: "measure_60") { $0.state.measure == 60 },
        Case(typed: "theme_old-ledger") { $0.state.theme.name == "Old Ledger" && $0.state.isThemeChosen },
        Case(typed: "theme_terminal") { $0.state.theme.palette == nil && $0.state.isThemeChosen },
        Case(typed: "export_markdown_notes.md") { $0.library.effects.last == .palette(.export(.markdown, file: "notes.md")) },
        Case(typed: "find_regulator", keys: "j Enter") { $0.state.reading?.find?.hits.isEmpty == false && $0.state.context == .article },
        Case(typed: "goto_5", keys: "j Enter") { $0.state.context == .article },
        Case(typed: "#hanoi", keys: "j Enter ]") { $0.state.reading?.article.passages.first?.tags == ["hanoi"] },
        Case(typed: "set_measure_60") { $0.state.measure == 60 },
        Case(typed: "set_dates_day-first") { $0.state.settings.dates == .dayFirst && $0.state.status?.text == "dates day-first until you leave; the configuration keeps it" },
        Case(typed: "set_dates_day", keys: "j Enter") { $0.text.contains(".2026") && $0.state.reading?.page.layout.header.dates == .dayFirst },
        Case(typed: "set_mouse_off") { !$0.state.isMouseOn && $0.library.effects.last == .setMouse(false) },
        Case(typed: "set_possible-topics_no") { !$0.state.showsPossible },
        Case(typed: "set_popup-delay_900") { $0.state.settings.popupDelay == 900 },
        Case(typed: "set_right-to-left_terminal", keys: "j Enter") { !$0.state.ordersRightToLeft && $0.state.reading?.page.ordersRightToLeft == false },
        Case(typed: "set_theme_old-ledger") { $0.state.theme.name == "Old Ledger" },
        Case(typed: "q") { $0.hasQuit },
    ]

    @Test(arguments: cases) func doesWhatIsTyped(_ example: Case) {
        let bench = opened(example.typed, after: example.keys)
        bench.press("Enter")
        #expect(bench.state.palette == nil)
        #expect(example.isDone(bench), "\(bench.state.status?.text ?? "")")
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        var typed: String
        var words: String
        var testDescription: String { typed }
    }

    static let refusals = [
        Refusal(typed: "measure_200", words: "200 is no measure: write a number of columns from 40 to 80"),
        Refusal(typed: "sort_upwards", words: "no order is called «upwards»: newest, oldest, title"),
        Refusal(typed: "theme_noon", words: "no theme is called «noon»"),
        Refusal(typed: "goto_x", words: "x is no line number: write a number from 1"),
        Refusal(typed: "set_editor_vim", words: "editor is read when the reader starts: set it in the configuration"),
        Refusal(typed: "set_nothing", words: "no setting is called «nothing» that can be set here"),
        Refusal(typed: "set_dates_roman", words: "roman is no value of dates: it takes iso, day-first or month-first"),
        Refusal(typed: "set_mouse_perhaps", words: "perhaps is no value of mouse: it takes on or off"),
        Refusal(typed: "set_popup-delay_99999", words: "99999 is no value of popup-delay: it takes a number from 0 to 10000"),
        Refusal(typed: "saved_watch", words: "no search is saved"),
        Refusal(typed: "save_watch", words: "nothing to save: search or filter first"),
        Refusal(typed: "find_words", words: "not here: find words in the article"),
        Refusal(typed: "topic_zzz", words: "no topic is called «zzz»"),
        Refusal(typed: "export_xml", words: "no format is called «xml»: jsonl, jsonld, markdown, csv"),
        Refusal(typed: "open_zz", words: "no article of this list is called so, and it is no id"),
    ]

    /// What cannot be done changes nothing, says why, and leaves the line to be mended.
    @Test(arguments: refusals) func saysWhyNot(_ refusal: Refusal) {
        let bench = opened(refusal.typed)
        let before = bench.state.library
        #expect(bench.state.palette?.words == refusal.words)
        bench.press("Enter")
        #expect(bench.state.status == Status(.hint, refusal.words))
        #expect(bench.state.palette != nil)
        #expect(bench.state.library == before)
    }

    @Test func aWrongQuerySaysWhere() {
        let bench = opened("filter_is:unraed")
        #expect(bench.state.palette?.words.contains("at character") == true, "\(bench.state.palette?.words ?? "")")
        bench.press("Enter")
        #expect(bench.state.library.filter.isEmpty)
    }

    @Test func nothingIsCalledSo() {
        let bench = opened("qqzzqq")
        #expect(names(bench).isEmpty)
        bench.press("Enter")
        #expect(bench.state.status?.text == "no command is called so")
    }

    // MARK: Completing

    @Test func tabFillsAndGoesOn() {
        let bench = opened("sort-m")
        bench.press("Tab")
        #expect(bench.state.palette?.field.text == "sort")
        let verb = opened("measur")
        verb.press("Tab")
        #expect(verb.state.palette?.field.text == "measure ")
        #expect(names(verb).first == "80 columns")
        verb.press("Down Down Tab")
        #expect(verb.state.palette?.field.text == "measure 72")
        #expect(verb.state.palette?.words == "now 76; will be 72")
    }

    @Test func pathsAreCompleted() {
        let bench = opened("export_csv_~/d")
        #expect(bench.library.effects.last == .palette(.listFiles("~/")))
        #expect(names(bench) == ["~/d", "~/drafts/"])
        bench.press("Down Tab")
        #expect(bench.state.palette?.field.text == "export csv ~/drafts/")
        #expect(bench.library.effects.last == .palette(.listFiles("~/drafts/")))
    }

    @Test func queriesAreCompleted() {
        let bench = opened("filter_topic:ext")
        #expect(names(bench).contains("topic:extradition") || names(bench).contains("extradition"))
        bench.press("Down Enter")
        #expect(bench.state.palette?.field.text == "filter topic:extradition")
    }

    @Test func articlesAreCompletedByTheirTitles() {
        let bench = Bench()
        let row = bench.state.library.listing.nearRows[4]
        bench.press(":")
        bench.press("'open_" + row.name)
        #expect(bench.state.palette?.selected?.act == .instruction(.open(row.id)))
        bench.press("Enter")
        #expect(bench.state.reading?.id == row.id)
    }

    // MARK: Previews

    @Test func themesAreSeenAndPutBack() {
        let bench = Bench(theme: Theme(try? BuiltInTheme.nightDocket.palette, depth: .direct))
        let before = bench.state.theme
        bench.press(":")
        bench.press("'theme_")
        #expect(bench.state.theme.name == "Night Docket")
        bench.press("Down")
        #expect(bench.state.theme.name == "Day Docket")
        bench.press("Esc")
        #expect(bench.state.theme == before)
        #expect(!bench.state.isThemeChosen)
        bench.press(":")
        bench.press("'theme_ledger C-u")
        #expect(bench.state.theme == before)
    }

    @Test func ownThemesAreListed() throws {
        let bench = Bench()
        bench.library.themes = [ThemeChoice(name: "mine", palette: try BuiltInTheme.oldLedger.palette, note: "light, yours")]
        bench.press(":")
        bench.press("'theme_mine")
        #expect(names(bench).first == "mine")
        bench.press("Enter")
        #expect(bench.state.theme.name == "Old Ledger")
    }

    @Test func saysWhatWillBeTagged() {
        let bench = opened("#hanoi")
        let title = bench.state.library.listing.selectedRow?.title ?? ""
        #expect(bench.state.palette?.words == "will tag the article «\(title)»")
        bench.press("Enter :")
        bench.press("'#hanoi")
        #expect(bench.state.palette?.words == "will take «hanoi» from the article «\(title)»")
    }

    @Test func saysHowManyWillBeTagged() {
        let bench = Bench()
        bench.press("v j v j v :")
        bench.press("'#hanoi")
        #expect(bench.state.palette?.words == "will tag 3 articles")
    }

    @Test func settingsAreCompleted() {
        let bench = opened("set_dat")
        #expect(names(bench) == ["dates"])
        bench.press("Tab")
        #expect(bench.state.palette?.field.text == "set dates ")
        #expect(names(bench) == ["iso", "day-first", "month-first"])
        bench.press("Down Tab")
        #expect(bench.state.palette?.field.text == "set dates day-first")
        #expect(bench.state.palette?.words == "now iso; will be day-first, until you leave")
    }

    @Test func savedSearchesAreSavedRunAndForgotten() {
        let bench = Bench()
        bench.press("/ 'extradition Esc :")
        bench.press("'save_To_watch")
        #expect(bench.state.palette?.words == "will save «extradition» as «To watch»")
        bench.press("Enter / 'ransom Esc :")
        #expect(bench.library.saved.map(\.name) == ["To watch"])
        bench.press("'saved_watch")
        #expect(bench.state.palette?.words == "will search for «extradition»")
        bench.press("Enter")
        #expect(bench.state.search.answered == "extradition")
        bench.press(":")
        bench.press("'forget_to Enter")
        #expect(bench.library.saved.isEmpty)
    }

    @Test func saysHowManyATopicLists() {
        let bench = opened("topic_extradition")
        #expect(bench.state.palette?.words.hasPrefix("will list ") == true)
        #expect(bench.state.palette?.words.contains("article") == true)
    }

    // MARK: Ways in and out

    @Test func escapeLeavesEverythingAsItWas() {
        let bench = Bench()
        let before = bench.state
        bench.press("C-p")
        bench.press("'sort_old Esc")
        #expect(bench.state.palette == nil)
        #expect(bench.state.library == before.library)
        #expect(bench.state.pane == before.pane)
    }

    @Test func clicksRunRowsAndCloseOutside() {
        let bench = opened("sort_", columns: 120, rows: 40)
        let area = bench.state.layout.paletteArea
        bench.click(area.column + 3, area.row + 1)
        #expect(bench.state.library.order == .oldest)
        bench.press(":")
        bench.click(0, 0)
        #expect(bench.state.palette == nil)
    }

    @Test func pastingTypes() {
        let bench = opened("")
        bench.send(.paste("sort oldest"))
        bench.press("Enter")
        #expect(bench.state.library.order == .oldest)
    }

    /// Whatever is typed: no crash, the selection on a row, nothing done before Enter.
    @Test(arguments: UInt64(1)...Soak.pick(sample: 5, full: 20)) func anythingCanBeTyped(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let bench = Bench(columns: 60, rows: 14)
        let before = bench.state.library.filter
        bench.press(":")
        let letters = Array("abcdefgorst /#:-1\"(é字") + Array("tag sort filter topic theme open export csv ")
        for _ in 0..<60 {
            switch Int.random(in: 0..<12, using: &random) {
            case 0: bench.press("Tab")
            case 1: bench.press("Down")
            case 2: bench.press("C-w")
            case _: bench.send(.key(.character(letters.randomElement(using: &random) ?? "a")))
            }
            guard let palette = bench.state.palette else {
                Issue.record("closed by itself")
                return
            }
            #expect(palette.rows.isEmpty || palette.rows.indices.contains(palette.selection))
            _ = bench.text
        }
        #expect(bench.state.library.filter == before)
    }

    @Test(arguments: [("", "palette"), ("sort_", "palette-words"), ("theme_", "palette-themes"), ("tag", "palette-typed"), ("filter_is:unraed", "palette-wrong")], ScreenTests.sizes)
    func looks(_ scene: (typed: String, name: String), _ size: ScreenTests.Size) throws {
        let bench = Bench(columns: size.columns, rows: size.rows)
        bench.press(":")
        if !scene.typed.isEmpty { bench.press("'" + scene.typed) }
        try Screens.expect(bench.canvas, "\(scene.name)-\(size.testDescription)")
    }
}
