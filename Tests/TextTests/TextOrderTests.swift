import Testing

@testable import Text

/// What is written from right to left, as it stands on a line.
@Suite struct TextOrderTests {
    private func seen(_ text: String) -> String { VisualText.pieces(of: text)?.map(\.text).joined() ?? text }

    @Test(arguments: [
        ("plain text", "plain text"), ("", ""), ("ещё текст 报告 é", "ещё текст 报告 é"),
        ("אבג", "גבא"), ("abc אבג def", "abc גבא def"), ("אבג abc דהו", "והד abc גבא"), ("אבג 123 ד", "ד 123 גבא"),
        ("(אבג)", "(גבא)"), ("א (ב) [ג]", "[ג] (ב) א"), ("א\u{5B8}ב", "בא\u{5B8}"), ("سلام 24", "24 مالس"),
    ])
    func order(text: String, shown: String) {
        #expect(seen(text) == shown)
    }

    /// Controls that turn the direction turn nothing: each is shown as a mark, and the letters beside it stay where they are.
    @Test(arguments: ["\u{202E}", "\u{202D}", "\u{2067}", "\u{2066}", "\u{202B}"])
    func controlsTurnNothing(control: String) {
        #expect(VisualText.pieces(of: "abc" + control + "def") == nil)
        let shown = seen("אב " + control + "abc דה")
        #expect(shown.contains("abc") && shown.hasSuffix("בא") && shown.hasPrefix("הד"))
    }

    @Test func marksFollow() {
        let pieces = VisualText.pieces(of: "אבגד", marking: [2..<4])
        #expect(pieces?.map(\.text) == ["דג", "ב", "א"])
        #expect(pieces?.map(\.isMarked) == [false, true, false])
    }

    /// Lines of a paragraph are ordered each by itself; every byte is in one run.
    @Test func linesOfAParagraph() throws {
        let text = "אבג דהו abc זחט\nיכל"
        let order = try #require(TextOrder(text, isRightToLeft: true))
        for end in [7, 14, 18, text.utf8.count] {
            let ranges = order.runs(of: 0..<end).map(\.range).sorted { $0.lowerBound < $1.lowerBound }
            var reached = 0
            for range in ranges {
                #expect(range.lowerBound == reached)
                reached = range.upperBound
            }
            #expect(reached == end)
        }
        #expect(order.runs(of: 0..<0) == [.init(range: 0..<0, isRightToLeft: false)])
    }

    @Test(arguments: [
        ("example.org", "example.org", "example.org"), ("EXÄMPLE.org", "xn--exmple-cua.org", "exämple.org"),
        ("xn--exmple-cua.org", "xn--exmple-cua.org", "exämple.org"), ("exаmple.org", "xn--exmple-4nf.org", "exаmple.org"),
    ])
    func hosts(name: String, ascii: String, unicode: String) {
        #expect(HostName(name)?.ascii == ascii)
        #expect(HostName(name)?.unicode == unicode)
        #expect(HostName(name)?.isInternational == (ascii != unicode))
    }

    @Test(arguments: ["", "a b", "a..b", "-a.org", "xn--\u{0}", "a/b", String(repeating: "a", count: 64) + ".org", "ex\u{202E}ample.org"])
    func noHosts(name: String) { #expect(HostName(name) == nil) }
}
