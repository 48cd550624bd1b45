import Articles
import Library
import Terminal
import TestSupport
import Testing

@testable import Reader

/// Whatever is typed, clicked and resized: the state stays sound and every screen can be drawn.
@Suite struct PropertyTests {
    static let keys: [String] =
        ["j", "k", "Down", "Up", "h", "l", "Left", "Right", "g", "G", "Enter", "Esc", "Tab", "S-Tab", "BS", "Space", "PgDn", "PgUp"]
        + ["C-d", "C-u", "C-e", "C-y", "C-f", "C-b", "Home", "End", "J", "K", "]", "[", "}", "{", "n", "N", "/", "?", "t", "b", "B", "r"]
        + ["d", "u", "U", "z", "<", ">", "1", "2", "3", "4", "y", "M", "C-l", "C-r", "o", "e", "x", "a", "+", "-", "T", "p", "é", "界", "Del", "C-w", "C-k", "F1"]

    @Test(arguments: 0..<Soak.pick(sample: 8, full: 16))
    func randomKeys(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let articles = seed % 4 == 0 ? Fixture.hard : Fixture.articles(Int(seed % 5) * 12)
        let bench = Bench(articles)
        for step in 0..<160 {
            act(bench, &random)
            Self.check(bench, "seed \(seed), step \(step)", isSettled: true)
            if step % 8 == 0 { _ = bench.canvas }
        }
    }

    private func act(_ bench: Bench, _ random: inout SplitMix64) {
        switch Int.random(in: 0..<20, using: &random) {
        case 0:
            bench.resize(Int.random(in: 0...210, using: &random), Int.random(in: 0...62, using: &random))
        case 1:
            let kinds: [Mouse.Kind] = [.wheelUp, .wheelDown, .press(.left), .press(.right), .drag(.left)]
            bench.send(
                .mouse(
                    Mouse(
                        column: Int.random(in: -1...210, using: &random), row: Int.random(in: -1...62, using: &random),
                        kind: kinds.randomElement(using: &random) ?? .wheelUp)))
        case 2: bench.wait(Int64.random(in: 0...900, using: &random))
        case 3:
            bench.library.add(Fixture.article(100 + Int.random(in: 0...9, using: &random)))
            bench.send(.answer(.changedElsewhere))
        default:
            if let name = Self.keys.randomElement(using: &random), let key = Key(name: name) { bench.send(.key(key)) }
        }
    }

    /// What holds after whatever was pressed.
    /// - Parameter isSettled: whether all that was asked for is answered.
    static func check(_ bench: Bench, _ place: String, isSettled: Bool) {
        let state = bench.state
        check(state.library.listing, place)
        check(state.search.results, place)
        check(state.notes.listing, place)
        #expect(state.topics.cursor >= 0 && state.topics.cursor <= max(0, state.topics.lines.count - 1), "\(place)")
        if let reading = state.reading {
            #expect(reading.page.clamped(reading.top) == reading.top, "\(place)")
            if let block = reading.block { #expect(!reading.page.blockRanges[block].isEmpty, "\(place)") }
        }
        #expect(state.pane != .article || state.reading != nil || state.awaited != nil, "\(place)")
        #expect(state.context != .help || state.help != nil, "\(place)")
        #expect(state.context != .chooser || state.chooser != nil, "\(place)")
        guard isSettled else { return }
        #expect(state.judging == 0, "\(place)")
        // What is shown of judgements is what the library keeps.
        // Undo in the library of these tests takes out what came from elsewhere in between: then there is nothing to compare.
        if let reading = state.reading, state.awaited == nil, let kept = bench.library.articles[reading.id] {
            #expect(reading.article.decisions == kept.decisions, "\(place)")
        }
    }

    private static func check<Row>(_ listing: Listing<Row>, _ place: String) {
        #expect(listing.cursor >= 0 && listing.cursor <= max(0, listing.count - 1), "\(place)")
        #expect(listing.top >= 0 && listing.top <= max(0, listing.count - 1), "\(place)")
        #expect(Set(listing.ids).count == listing.count, "\(place)")
        #expect(listing.rows.count <= max(Listing<Row>.capacity + 200, listing.count), "\(place)")
    }

    /// Only what is seen, and a page around it, is ever fetched.
    @Test func longListsFetchWindows() {
        let ids = (1...50_000).map { ArticleID(Int64($0)) }
        var listing = Listing<ArticleRow>()
        listing.replace(ids: ids, keepsCursorRow: false)
        var random = SplitMix64(seed: 7)
        let row = Fixture.article(1).row
        for _ in 0..<500 {
            listing.move(to: Int.random(in: 0..<50_000, using: &random), visible: 40)
            let missing = listing.takeMissing(visible: 40)
            #expect(missing.count <= 120)
            listing.store(missing.map { id in
                var copy = row
                copy.id = id
                return copy
            })
            let again = listing.takeMissing(visible: 40)
            #expect(again.isEmpty)
            #expect(listing.rows.count <= Listing<ArticleRow>.capacity + 120)
        }
    }

    /// The cursor stays on its row through every change of the order; where the row goes, on a neighbour.
    @Test func cursorKeepsItsRow() {
        var random = SplitMix64(seed: 11)
        for _ in 0..<300 {
            let count = Int.random(in: 1...40, using: &random)
            var listing = Listing<ArticleRow>()
            listing.replace(ids: (0..<count).map { ArticleID(Int64($0)) }, keepsCursorRow: false)
            listing.move(to: Int.random(in: 0..<count, using: &random), visible: 10)
            let selected = listing.selected
            let new = (0..<60).map { ArticleID(Int64($0)) }.filter { _ in Bool.random(using: &random) }
            var pinned = listing
            pinned.replace(ids: new, keepsCursorRow: true)
            #expect(pinned.selected == selected)
            listing.replace(ids: new, keepsCursorRow: false)
            if let selected, new.contains(selected) { #expect(listing.selected == selected) }
            if !new.isEmpty { #expect(listing.selected != nil) }
        }
    }

    @Test(arguments: [
        (.character("x"), "x"), (.backspace, ""), (.delete, ""), (.control("w"), ""), (.control("k"), ""),
        (.left, "two words"), (.end, "two words"), (.down, "two words"),
    ] as [(Key, String)])
    func whatIsTypedTakesThePlaceOfASelection(key: Key, text: String) {
        var field = Field("two words")
        field.select()
        _ = field.edit(key)
        #expect(field.text == text)
        #expect(!field.isSelected)
        #expect(field.cursor <= field.text.count)
    }

    /// What is found on the bytes is what is found in general.
    @Test func findingOnTheBytesIsTheSame() {
        var random = SplitMix64(seed: 5)
        let pieces = ["a", "A", "b", "aa", "k", "K", "\u{212A}", " ", "\n", "\u{A0}", "'", "’", "-", "–", "\"", "é", "É", "界", "\u{301}", "1"]
        for _ in 0..<4_000 {
            func text(_ count: Int) -> String { (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined() }
            let (words, hay) = (text(Int.random(in: 0...3, using: &random)), text(Int.random(in: 0...24, using: &random)))
            let finder = Finder(words)
            #expect(finder.hits(in: hay) == finder.generalHits(in: hay), "\(words.debugDescription) in \(hay.debugDescription)")
        }
    }

    @Test func fieldStaysSound() {
        var random = SplitMix64(seed: 3)
        let texts = ["a", "é", "👩🏽‍💻", "\u{301}", "界", " ", "🇺", "🇳", "\n", "word word"]
        let keys: [Key] = [.backspace, .delete, .left, .right, .home, .end, .control("w"), .control("u"), .control("k")]
        var field = Field()
        for _ in 0..<3_000 {
            if Bool.random(using: &random) {
                field.insert(texts.randomElement(using: &random) ?? "")
            } else if let key = keys.randomElement(using: &random) {
                let isEdit = field.edit(key)
                #expect(isEdit)
            }
            #expect(field.cursor >= 0 && field.cursor <= field.text.count)
            #expect(field.text.count <= field.limit)
            #expect(!field.text.contains { $0.isNewline })
            #expect(field.head == String(field.text.prefix(field.cursor)))
        }
    }
}
