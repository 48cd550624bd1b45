import Testing
import Text

@testable import Terminal

/// The fast path of `Canvas.write` against the general rules, for every scalar it takes.
@Suite struct SimpleScalarTests {
    static let simple = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init).filter { SimpleScalar.width($0.value) > 0 }

    @Test func thereAreMany() {
        #expect(SimpleScalarTests.simple.count > 30_000)
    }

    @Test func widthsAreThoseOfTheGeneralRules() {
        let wrong = SimpleScalarTests.simple.filter { DisplayWidth.of($0) != SimpleScalar.width($0.value) }
        #expect(wrong == [])
    }

    @Test func nothingHasToBeMadeVisible() {
        let wrong = SimpleScalarTests.simple.filter { Printable.visible(String($0)) != String($0) }
        #expect(wrong == [])
    }

    /// Any two are two clusters: tried with one of each class of grapheme breaks on either side.
    @Test(arguments: ["a", "é", "я", "あ", "字", "가", "각", "│"] as [Unicode.Scalar]) func noTwoJoin(_ other: Unicode.Scalar) {
        var text = String.UnicodeScalarView()
        for scalar in SimpleScalarTests.simple { text += [scalar, other] }
        #expect(Segmentation.graphemes(in: String(text)).count == text.count + 1)
    }

    /// ncurses asks the C library for widths.
    @Test func widthsAreThoseOfTheLibrary() {
        ScreenLocale.set()
        let wrong = SimpleScalarTests.simple.filter { Curses.width(of: $0) != SimpleScalar.width($0.value) }
        #expect(wrong == [])
    }
}
