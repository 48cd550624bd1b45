import Articles
import Library
import Search
import Terminal
import Testing
import Text
import Topics

@testable import Reader

/// What once went wrong, each with what it went wrong on.
@Suite struct MendTests {
    /// A hit that is marked at the cut of a title drew the ellipsis twice, into the codes of the topics.
    @Test func oneEllipsisInATitleWithHits() {
        let title = "Malabo Budapest Hanoi three treaties for one prosecutor and his extradition requests"
        let found = Finder("extradition").hits(in: title) + Finder("prosecutor").hits(in: title)
        var stored = Fixture.stored(Article(title: title, blocks: [Block(.paragraph, "On extradition.")]), number: 1)
        stored.row.topics = ["extradition", "ransomware"]
        for cut in 10...title.utf8.count {
            var painter = Painter(canvas: Canvas(columns: 120, rows: 1), theme: Bench.plain, glyphs: .unicode)
            painter.write(title, marking: found, as: .searchHit, 0, 0, Bench.plain.page, columns: cut)
            let line = painter.canvas.text
            #expect(line.count { $0 == "…" } == (cut < title.utf8.count ? 1 : 0), "\(cut): \(line)")
            #expect(DisplayWidth.of(line) <= cut)
        }
        let bench = Bench([stored])
        bench.press("/ 'extradition")
        #expect(bench.text.split(separator: "\n").contains { $0.contains("… EXTRAD RANSOM") || $0.contains("…  EXTRAD RANSOM") }, "\(bench.text)")
    }

    @Test(arguments: [
        ("a.txt: it is no text; convert it", 40, "a.txt: it is no text; convert it"),
        ("2024/united-kingdom/a-long-name.txt: a NUL byte; save it as text", 64, "2024/united-kingdom/a-long-name.txt: a NUL byte; save it as text"),
        ("2024/united-kingdom/a-long-name.txt: a NUL byte; save it as text", 60, "2024/united-…om/a-long-name.txt: a NUL byte; save it as text"),
        ("2024/united-kingdom/a-long-name.txt: a NUL byte; save it as text", 40, "2024/unite…m/a-long-name.txt: a NUL byte"),
        ("no colon in this sentence at all", 12, "no colon in…"),
    ])
    func failuresKeepTheirReason(_ sentence: String, _ columns: Int, _ expected: String) {
        #expect(Clip.failure(sentence, columns: columns) == expected)
    }

    @Test func theStatusLineKeepsTheReason() {
        let bench = Bench()
        let sentence = "2024/cases/united-kingdom/the-very-long-name-of-a-report-on-payment-fraud.txt: it holds a NUL byte; save it as text"
        bench.send(.answer(.synced(SyncSummary(added: 3, failures: [sentence]))))
        let line = bench.text.split(separator: "\n", omittingEmptySubsequences: false)[22]
        #expect(line.contains("it holds a NUL byte"), "\(line)")
        #expect(line.contains("fraud.txt"), "\(line)")
        #expect(line.contains("3 added"), "\(line)")
    }

    /// The cursor came back to the first passage that is seen.
    @Test func theCursorReturnsToItsPassage() {
        let bench = Bench()
        bench.press("j Enter j j j j")
        let (block, top) = (bench.state.reading?.block, bench.state.reading?.top)
        #expect(block == 4)
        bench.press("q q")
        let again = Bench(Array(bench.library.articles.values).sorted { $0.id < $1.id }, session: bench.library.session ?? Session())
        again.press("Enter")
        #expect(again.state.reading?.id == ArticleID(2))
        #expect(again.state.reading?.block == block)
        #expect(again.state.reading?.top == top)
        // In the same run too, and after another article.
        again.press("J K")
        #expect(again.state.reading?.block == block)
        // At a size where it would be out of sight it is shown.
        let small = Bench(Array(bench.library.articles.values).sorted { $0.id < $1.id }, rows: 12, session: bench.library.session ?? Session())
        small.press("Enter")
        #expect(small.state.reading?.block == block)
        let bottom = small.state.reading.map { $0.page.place($0.top, movedBy: small.state.articleRows - 1) }
        #expect(small.state.reading.map { $0.page.place(ofBlock: 4) <= bottom ?? .start } == true)
    }

    @Test func cursorsAreKeptForTheLastArticlesOnly() {
        var session = Session()
        for number in 1...250 { session.setCursor(number, in: ArticleID(Int64(number))) }
        session.setCursor(nil, in: ArticleID(250))
        #expect(session.cursors.count == 99)
        #expect(session.cursors.last?.article == ArticleID(249))
        #expect(Session(encoded: session.encoded) == session)
        #expect(Session(encoded: "cursors=1:2,x,3:-4,5,:,6:7").cursors.map(\.offset) == [2, 7])
    }

    /// Enter on nothing was silent, and the keys that followed were typed into the line.
    @Test func enterOnNothingFoundSaysSo() {
        let bench = Bench()
        bench.press("/ 'zzz Enter")
        #expect(bench.text.contains("nothing found for «zzz»"))
        #expect(bench.state.context == .results)
        bench.press("?")
        #expect(bench.state.help != nil)
        bench.press("Esc")
        #expect(bench.state.search.field.text == "zzz")
        bench.press("/ 'own_nationals Enter")
        #expect(bench.state.reading != nil)
        bench.press("q / 'zzz Enter q")
        #expect(bench.state.source == .library)
    }

    private static var withAdvertisements: StoredArticle {
        let blocks = [
            Block(.promotion, "See Also: One"), Block(.paragraph, "The first passage."), Block(.promotion, "See Also: Two"),
            Block(.promotion, "See Also: Three"), Block(.paragraph, "The second passage, on extradition."), Block(.promotion, "See Also: Four"),
        ]
        return Fixture.stored(Article(title: "Advertised", blocks: blocks), number: 1)
    }

    /// The cursor stopped on advertisements.
    @Test func theCursorPassesOverAdvertisements() {
        for keys in ["", "j", "j j j", "G", "G k", "PgDn", "PgUp", "C-d", "g g", "C-e C-e C-e", "]", "] ["] {
            for rows in [8, 24] {
                let bench = Bench([Self.withAdvertisements], rows: rows)
                bench.press("Enter " + keys)
                #expect([1, 4].contains(bench.state.reading?.block), "\(keys) at \(rows)")
            }
        }
        let bench = Bench([Self.withAdvertisements])
        bench.press("Enter")
        #expect(bench.state.reading?.block == 1)
        bench.press("j")
        #expect(bench.state.reading?.block == 4)
        bench.press("j j")
        #expect(bench.state.reading?.block == 4)
        bench.press("k")
        #expect(bench.state.reading?.block == 1)
    }

    @Test func nothingButAdvertisements() {
        let bench = Bench([Fixture.stored(Article(title: "Ads", blocks: [Block(.promotion, "See Also: One")]), number: 1)])
        bench.press("Enter j k G g g PgDn + - T b t")
        _ = bench.canvas
    }

    /// Their names were cut to sixteen columns.
    @Test func topicNamesHaveRoom() {
        for (columns, rows) in [(120, 40), (200, 60)] {
            let bench = Bench(columns: columns, rows: rows)
            bench.press("3")
            #expect(bench.text.contains("Ransomware and cyber extortion"), "\(columns)x\(rows)")
        }
    }

    /// In ASCII the reader drew typographic signs, its own and the text's.
    @Test(arguments: [
        ("“a” – ‘b’ · c…", "\"a\" - 'b' - c...", "\"a\" - 'b' - c."), ("été", "été", "été"), ("plain", "plain", "plain"),
        ("«x» › y → z", "\"x\" > y > z", "\"x\" > y > z"),
    ])
    func typewriterForms(_ text: String, _ plain: String, _ even: String) {
        #expect(Glyphs.unicode.plain(text) == text)
        #expect(Glyphs.ascii.plain(text) == plain)
        #expect(Glyphs.ascii.plain(text, keepsColumns: true) == even)
        #expect(DisplayWidth.of(even) == DisplayWidth.of(text))
    }

    @Test func signalsAreToldToTheShell() {
        #expect(ReaderEnd.left.signal == nil)
        #expect(ReaderEnd.signalled(.terminate).signal == 15)
        #expect(ReaderEnd.signalled(.interrupt).signal == 2)
        #expect(ReaderEnd.signalled(.quit).signal == 3)
        #expect(ReaderEnd.hungUp.signal == 1)
    }

    /// The first frame was dark on light terminals.
    @Test func aSchemeFollowsTheBackground() {
        let light = Colour(red: 250, green: 250, blue: 245)
        let dark = Colour(red: 10, green: 12, blue: 20)
        var wait = BackgroundWait(isWanted: true)
        #expect(wait.step(answer: light, isSilent: false, at: Moment(milliseconds: 3)) == .light)
        #expect(wait.due == nil)
        #expect(wait.step(answer: dark, isSilent: false, at: Moment(milliseconds: 900)) == .dark)
        // A terminal that cannot tell.
        wait = BackgroundWait(isWanted: true)
        #expect(wait.step(answer: nil, isSilent: true, at: Moment(milliseconds: 3)) == .dark)
        // One that is far away: its own colours until it tells, or until nobody waits any more.
        wait = BackgroundWait(isWanted: true)
        #expect(wait.step(answer: nil, isSilent: false, at: Moment(milliseconds: 30)) == nil)
        #expect(wait.due == Moment(milliseconds: 1_030))
        var answered = wait
        #expect(answered.step(answer: light, isSilent: false, at: Moment(milliseconds: 80)) == .light)
        #expect(answered.due == nil)
        #expect(answered.step(answer: nil, isSilent: true, at: Moment(milliseconds: 1_030)) == nil)
        #expect(wait.step(answer: nil, isSilent: true, at: Moment(milliseconds: 1_030)) == .dark)
        // A scheme that was chosen.
        wait = BackgroundWait(isWanted: false)
        #expect(wait.step(answer: light, isSilent: false, at: Moment(milliseconds: 3)) == nil)
    }
}
