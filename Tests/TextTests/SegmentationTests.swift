import FoundationEssentials
import TestSupport
import Testing
import Text

/// The break tests of Unicode 15, where Debian's `unicode-data` is installed.
@Suite struct SegmentationTests {
    private static let folder = "/usr/share/unicode/auxiliary/"

    private static func isThere(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: folder + name)
    }

    /// Of the cases of a test file, how many have exactly the boundaries it names.
    private func score(_ name: String, _ boundaries: (String) -> [Int]) throws -> (right: Int, all: Int) {
        let data = try #require(FileManager.default.contents(atPath: Self.folder + name))
        var right = 0
        var all = 0
        for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
            guard let test = line.split(separator: "#", omittingEmptySubsequences: false).first, let parsed = parse(String(test))
            else { continue }
            all += 1
            // The line test says that no line breaks before the first character; our lists begin with 0 all the same.
            right += boundaries(parsed.text).dropFirst() == parsed.boundaries.filter { $0 > 0 }[...] ? 1 : 0
        }
        return (right, all)
    }

    private func parse(_ test: String) -> (text: String, boundaries: [Int])? {
        var text = ""
        var boundaries: [Int] = []
        for part in test.split(whereSeparator: \.isWhitespace) {
            switch part {
            case "÷": boundaries.append(text.utf8.count)
            case "×": break
            default:
                guard let scalar = UInt32(part, radix: 16).flatMap(Unicode.Scalar.init) else { return nil }
                text.unicodeScalars.append(scalar)
            }
        }
        return text.isEmpty ? nil : (text, boundaries)
    }

    @Test(.enabled(if: isThere("GraphemeBreakTest.txt"), "Debian's unicode-data is not installed"))
    func graphemeBreaks() throws {
        let score = try score("GraphemeBreakTest.txt", Segmentation.graphemes)
        #expect(score.all > 500)
        #expect(score.right == score.all)
    }

    @Test(.enabled(if: isThere("LineBreakTest.txt"), "Debian's unicode-data is not installed"))
    func lineBreaks() throws {
        let score = try score("LineBreakTest.txt", Segmentation.lineBreaks)
        #expect(score.all > 7_000)
        #expect(Double(score.right) >= 0.99 * Double(score.all))
    }

    @Test(.enabled(if: isThere("SentenceBreakTest.txt"), "Debian's unicode-data is not installed"))
    func sentenceBreaks() throws {
        let score = try score("SentenceBreakTest.txt", Segmentation.sentences)
        #expect(score.all > 450)
        #expect(Double(score.right) >= 0.98 * Double(score.all))
    }

    @Test(.enabled(if: isThere("WordBreakTest.txt"), "Debian's unicode-data is not installed"))
    func wordBreaks() throws {
        let score = try score("WordBreakTest.txt", Segmentation.words)
        #expect(score.all > 1_500)
        #expect(Double(score.right) >= 0.99 * Double(score.all))
    }

    @Test(arguments: [
        ("", [0]), ("a", [0, 1]), ("e\u{301}a", [0, 3, 4]), ("👩‍👩‍👧🇦🇺", [0, 18, 26]), ("\r\n", [0, 2]), ("a\0b", [0, 1, 2, 3]),
    ])
    func graphemes(of text: String, are offsets: [Int]) {
        #expect(Segmentation.graphemes(in: text) == offsets)
    }

    @Test func everyListBeginsAndEndsWithTheText() {
        var random = SplitMix64(seed: 1)
        for _ in 0..<500 {
            let text = randomText(&random)
            let count = text.utf8.count
            for list in [
                Segmentation.graphemes(in: text), Segmentation.words(in: text), Segmentation.sentences(in: text),
                Segmentation.lineBreaks(in: text),
            ] {
                #expect(list.first == 0 && list.last == count)
                #expect(zip(list, list.dropFirst()).allSatisfy { $0 < $1 })
            }
        }
    }

    @Test func threadsShareIteratorsWithoutHarm() async {
        let text = String(repeating: "The convention of 2024. Das Übereinkommen. ", count: 50)
        let expected = Segmentation.lineBreaks(in: text)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<32 { group.addTask { Segmentation.lineBreaks(in: text) == expected } }
            for await isEqual in group { #expect(isEqual) }
        }
    }
}

/// A short text of scalars from all corners: letters, marks, joiners, emoji, controls.
func randomText(_ random: inout SplitMix64) -> String {
    let scalars: [UInt32] = [
        0x61, 0x41, 0x31, 0x20, 0x20, 0x2E, 0x2D, 0x2F, 0x28, 0x29, 0x22, 0x27, 0x0A, 0x0D, 0x09, 0x1B, 0x7F, 0x85, 0xA0, 0xAD, 0xDF,
        0x301, 0x327, 0x345, 0x34F, 0x5D0, 0x5B0, 0x600, 0x627, 0x644, 0x915, 0x94D, 0x93F, 0xE01, 0xE33, 0x1000, 0x1039, 0x1100, 0x1161,
        0x115F, 0x1160, 0x11A8, 0x17B4, 0x180B, 0x1820, 0x200B, 0x200C, 0x200D, 0x200E, 0x2013, 0x2019, 0x201C, 0x2028, 0x202E, 0x2066, 0x2060,
        0x263A, 0x3000, 0x3001, 0x3042, 0x4E2D, 0xAC00, 0xE000, 0xFE0E, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFD, 0xFFFF, 0x1F1E6, 0x1F1FA,
        0x1F3F4, 0x1F3FB, 0x1F469, 0x1F600, 0xE0062, 0xE007F, 0xE0100,
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...16, using: &random) {
        guard let scalar = scalars.randomElement(using: &random).flatMap(Unicode.Scalar.init) else { continue }
        text.unicodeScalars.append(scalar)
    }
    return text
}
