import TestSupport
import Testing

@testable import Text

@Suite struct WrappingTests {
    private func lines(_ text: String, _ width: Int, first: Int = 0, hanging: Int = 0) -> [String] {
        let bytes = Array(text.utf8)
        return Wrapping.lines(of: text, width: width, firstIndent: first, hangingIndent: hanging).map {
            String(decoding: bytes[$0.range], as: UTF8.self) + ($0.endsInSoftHyphen ? "-" : "")
        }
    }

    private struct Case: CustomTestStringConvertible, Sendable {
        let text: String
        let width: Int
        let lines: [String]
        var testDescription: String { "\(text.debugDescription) in \(width)" }

        init(_ text: String, _ width: Int, _ lines: [String]) {
            self.text = text
            self.width = width
            self.lines = lines
        }
    }

    @Test(arguments: [
        Case("", 10, [""]), Case("\n", 10, [""]), Case("a\n", 10, ["a"]), Case("a\n\nb", 10, ["a", "", "b"]), Case("   ", 2, [""]),
        Case("one two three", 7, ["one two", "three"]), Case("one two three", 100, ["one two three"]), Case("one two   three", 7, ["one two", "three"]),
        Case("one  two", 8, ["one  two"]), Case("  one two", 5, ["  one", "two"]), Case("          one", 5, ["one"]), Case("one\r\ntwo\rthree\u{2028}four", 9, ["one", "two", "three", "four"]),
        Case("cross-border crime", 8, ["cross-", "border", "crime"]), Case("(one) two", 5, ["(one)", "two"]), Case("“one two”", 6, ["“one", "two”"]),
        Case("costs 3.5 million", 8, ["costs", "3.5", "million"]), Case("in 1,204,000 cases", 6, ["in", "1,204,", "000", "cases"]), Case("a 2024-08-12 b", 10, ["a", "2024-08-12", "b"]),
        Case("$1,200.50", 9, ["$1,200.50"]), Case("at 12:30 h", 5, ["at", "12:30", "h"]), Case("2024/847 of", 8, ["2024/847", "of"]),
        Case("see https://a.example/b-c now", 21, ["see", "https://a.example/b-c", "now"]),
        Case("see https://a.example/b-c now", 23, ["see", "https://a.example/b-c", "now"]), Case("see https://a.example/b-c now", 14, ["see", "https://", "a.example/b-c", "now"]),
        Case("(https://a.example/b), then", 12, ["(https://", "a.example/", "b), then"]), Case("www.example.org/law/7", 10, ["www.", "example.", "org/law/7"]),
        Case("https://abcdefghijklmnop.example/", 10, ["https://", "abcdefghij", "klmnop.", "example/"]),
        Case("abcdefghij", 4, ["abcd", "efgh", "ij"]), Case("ab abcdefghij", 4, ["ab", "abcd", "efgh", "ij"]), Case("abcd efg", 1, ["a", "b", "c", "d", "e", "f", "g"]),
        Case("中文没有空格", 5, ["中文", "没有", "空格"]), Case("中文。没有", 4, ["中", "文。", "没有"]), Case("中", 1, ["中"]), Case("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
        Case("👩‍👩‍👧👩‍👩‍👧", 3, ["👩‍👩‍👧", "👩‍👩‍👧"]), Case("🇫🇷🇩🇪", 2, ["🇫🇷", "🇩🇪"]),
        Case("Daten\u{AD}schutz\u{AD}gesetz", 7, ["Daten\u{AD}-", "schutz\u{AD}-", "gesetz"]), Case("Daten\u{AD}schutz", 11, ["Daten\u{AD}schutz"]), Case("Daten\u{AD}schutz", 20, ["Daten\u{AD}schutz"]),
        Case("a\tb", 3, ["a\tb"]), Case("ab\tcd", 3, ["ab", "cd"]), Case("a\u{200B}b", 12, ["a\u{200B}b"]), Case("no\u{A0}break here", 8, ["no\u{A0}break", "here"]),
        Case("a \u{301}b", 2, ["a", " \u{301}b"]), Case("a\u{1B}[31mb", 4, ["a\u{1B}[3", "1mb"]), Case("x\u{202E}yy", 9, ["x\u{202E}", "yy"]),
    ])
    private func wraps(_ example: Case) {
        #expect(lines(example.text, example.width) == example.lines)
    }

    @Test func indentsTakeTheirColumns() {
        #expect(lines("one two three four", 9, first: 4, hanging: 2) == ["one", "two", "three", "four"])
        #expect(lines("one two three four", 11, first: 4, hanging: 2) == ["one two", "three", "four"])
        #expect(lines("one two\nthree four", 11, first: 8, hanging: 2) == ["one", "two", "thr", "ee four"])
        #expect(lines("ab", 3, first: 9, hanging: 9) == ["a", "b"])
    }

    @Test func tellsWidthAndEndOfParagraph() {
        #expect(
            Wrapping.lines(of: "中文 ab \u{AD}c\nd", width: 6) == [
                WrappedLine(range: 0..<6, width: 4, endsParagraph: false),
                WrappedLine(range: 7..<13, width: 4, endsParagraph: true),
                WrappedLine(range: 14..<15, width: 1, endsParagraph: true),
            ])
    }

    @Test func tenMegabytesWithoutABlankTakeLinearTime() {
        let text = String(repeating: "a", count: 1_000_000)
        let lines = Wrapping.lines(of: text, width: 80)
        #expect(lines.count == 12_500)
        #expect(lines.allSatisfy { $0.width == 80 })
        let url = "https://" + text
        #expect(Wrapping.lines(of: url, width: 80).count == 12_501)
        let joined = "a" + String(repeating: "\u{200D}\u{301}", count: 100_000)
        #expect(Wrapping.lines(of: joined, width: 80).count == 1)
    }
}

/// The fast way gives what the general one gives.
@Suite struct WrappingEquivalenceTests {
    private func expectEqualWays(_ text: String, widths: [Int]) {
        let cleaner = Cleaner(form: .marks, kept: [])
        for width in widths {
            let measure = Wrapping.Measure(first: width, others: max(1, width - 1))
            let fast = Wrapping.lines(of: text, measure: measure, cleaner: cleaner)
            let general = Wrapping.lines(of: text, measure: measure, cleaner: cleaner, isFast: false)
            #expect(fast == general, "\(text.debugDescription) in \(width)")
        }
    }

    @Test func exhaustivelyOverASmallAlphabet() {
        for text in strings(over: ["a", " ", "-", "1", "/", "(", "\n"], upTo: 5) { expectEqualWays(text, widths: [1, 2, 3]) }
        for text in strings(over: ["a", " ", "中", "”", "\u{301}", "\u{AD}"], upTo: 5) { expectEqualWays(text, widths: [1, 2, 3, 4]) }
    }

    @Test func onRandomText() {
        var random = SplitMix64(seed: 5)
        let pieces = ["a", "word", " ", "  ", "-", "3.5", "https://a.b/c-d?e=f", "中文", "é", "e\u{301}", "“", "”", "\n", "\t", "(x)", "😀", "กขค", "\u{AD}", ", "]
        for _ in 0..<3_000 {
            let text = (0..<Int.random(in: 0...20, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            expectEqualWays(text, widths: [1, 3, 8, 20])
        }
        for _ in 0..<3_000 { expectEqualWays(randomText(&random), widths: [1, 2, 5, 12]) }
    }

    /// What must hold for any text: lines in order, nothing lost but blanks and line breaks, no cluster split, no line
    /// too wide unless it is one cluster, and its width told rightly.
    @Test func invariantsOnRandomText() {
        var random = SplitMix64(seed: 6)
        for _ in 0..<3_000 {
            let text = randomText(&random)
            let clusters = Set(Segmentation.graphemes(in: text))
            let width = Int.random(in: 1...12, using: &random)
            let bytes = Array(text.utf8)
            var position = 0
            for line in Wrapping.lines(of: text, width: width) {
                let between = String(decoding: bytes[position..<line.range.lowerBound], as: UTF8.self)
                #expect(between.unicodeScalars.allSatisfy(isBlank), "\(text.debugDescription)")
                #expect(clusters.contains(line.range.lowerBound) && clusters.contains(line.range.upperBound), "\(text.debugDescription)")
                let content = String(decoding: bytes[line.range], as: UTF8.self)
                let hyphen = line.endsInSoftHyphen ? 1 : 0
                #expect(DisplayWidth.of(Printable.visible(content)) + hyphen <= line.width, "\(text.debugDescription) in \(width)")
                #expect(columns(of: line.range, in: bytes) + hyphen == line.width, "\(text.debugDescription) in \(width)")
                let inside = clusters.count { $0 > line.range.lowerBound && $0 < line.range.upperBound }
                #expect(line.width <= width || inside == 0, "\(text.debugDescription) in \(width)")
                position = line.range.upperBound
            }
            let rest = String(decoding: bytes[position...], as: UTF8.self)
            #expect(rest.unicodeScalars.allSatisfy(isBlank))
        }
    }

    /// The columns of a part of a text as shown where it stands.
    private func columns(of range: Range<Int>, in text: [UInt8]) -> Int {
        text.withUnsafeBufferPointer { bytes in
            var shown: [UInt8] = []
            Cleaner(form: .marks, kept: []).append(bytes, range: range, to: &shown)
            return DisplayWidth.of(String(decoding: shown, as: UTF8.self))
        }
    }

    private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\u{200B}"
    }
}

@Suite struct PlainTextTests {
    @Test(arguments: [
        ("", ""), ("one two three", "one two\nthree\n"), ("a\u{1B}[2J\u{7}", "a␛[2J␇\n"), ("Daten\u{AD}schutz", "Daten-\nschutz\n"), ("a\n\nb\n", "a\n\nb\n"),
        ("a\tb", "a b\n"), ("x\u{202E}y", "x\n‹U+202E›\ny\n"),
    ])
    func wrap(_ text: String, is wrapped: String) {
        #expect(PlainText.wrap(text, width: 8) == wrapped)
    }

    @Test(arguments: [("a\u{1B}[2J\u{7}b", "a [2J b\n"), ("x\u{202E}y", "xy\n"), ("\u{1B}", " \n")])
    func wrapForAProgram(_ text: String, is wrapped: String) {
        #expect(PlainText.wrap(text, width: 8, controls: .removed) == wrapped)
    }

    @Test func outputIsSafeAndNotTooWide() {
        var random = SplitMix64(seed: 8)
        for _ in 0..<3_000 {
            let text = randomText(&random)
            for controls in [PlainText.Controls.shown, .removed] {
                let wrapped = PlainText.wrap(text, width: 10, controls: controls)
                #expect(!wrapped.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) })
                // Only what stands for one cluster may be wider, and only a mark is.
                for line in wrapped.split(separator: "\n") where !line.contains("‹") {
                    #expect(DisplayWidth.of(String(line)) <= 10, "\(text.debugDescription)")
                }
            }
        }
    }
}
