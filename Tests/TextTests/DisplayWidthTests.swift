import TestSupport
import Testing

@testable import Text

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("中文", 4), ("ﾊﾝ", 2), ("Ａ", 2), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
        ("😀", 2), ("👩‍👩‍👧‍👦", 2), ("👍🏽", 2), ("🇫🇷", 2), ("🇫🇷🇩🇪", 4), ("☺", 1), ("☺\u{FE0F}", 2), ("1\u{FE0F}\u{20E3}", 2), ("⌚\u{FE0E}", 2),
        ("🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", 2), ("\u{200B}", 0), ("\u{202E}", 0), ("\u{AD}", 1), ("a\u{0}b", 2),
        ("…“”–—", 5), ("±§°", 3), ("हिन्दी", 5), ("กำ", 2), ("\u{600}1", 2), ("⚖\u{FE0F}", 2), ("a\u{FE0F}", 1), ("\u{115F}\u{1161}", 2),
    ])
    func width(of text: String, is columns: Int) {
        #expect(DisplayWidth.of(text) == columns)
    }

    @Test func aClusterIsMeasuredAsOne() {
        #expect(DisplayWidth.of(Character("👩‍👩‍👧‍👦")) == 2)
        #expect(DisplayWidth.of(Character("e\u{301}")) == 1)
        #expect(DisplayWidth.of(Unicode.Scalar(0x4E2D as UInt16) ?? "a") == 2)
        #expect(DisplayWidth.of("\u{301}" as Unicode.Scalar) == 0)
    }

    /// The short way gives what the long one gives, for each simple scalar alone and beside each of its kind.
    @Test func simpleScalarsAreWhatTheTablesSay() {
        for value in UInt32(0x20)...0x10FFFF {
            guard let simple = SimpleScalar.width(value), let scalar = Unicode.Scalar(value) else { continue }
            #expect(DisplayWidth.ofScalar(value) == simple)
            #expect(!ICU.isInsideCluster(0x61, value) && !ICU.isInsideCluster(value, 0x61), "U+\(String(value, radix: 16))")
            #expect(DisplayWidth.of(scalar) == simple)
        }
    }

    @Test func shortAndLongWayAgreeOnPairs() {
        let ends: [UInt32] = [
            0x20, 0x7E, 0xA0, 0xA8, 0xAA, 0xAC, 0xAF, 0x2FF, 0x370, 0x377, 0x38E, 0x3A1, 0x3A3, 0x482, 0x48A, 0x52F, 0x2010, 0x2027,
            0x2030, 0x203B, 0x203D, 0x2048, 0x3001, 0x3029, 0x3041, 0x3096, 0x30A1, 0x30FF, 0x3400, 0x4DBF, 0x4E00, 0x9FFC, 0xAC00, 0xAC01,
            0xD7A3, 0xFF01, 0xFF60, 0x0A,
        ]
        let letters = ends.compactMap(Unicode.Scalar.init).map { String(Character($0)) }
        for text in strings(over: letters, upTo: 2) {
            expectEqualWays(text)
        }
    }

    @Test func shortAndLongWayAgreeOnRandomText() {
        var random = SplitMix64(seed: 2)
        for _ in 0..<5_000 { expectEqualWays(randomText(&random)) }
    }

    private func expectEqualWays(_ text: String) {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            guard let simple = SimpleScalar.width(of: bytes) else { return }
            #expect(simple == DisplayWidth.clusterWidth(bytes), "\(text.debugDescription)")
            #expect(SimpleScalar.boundaries(in: bytes) == Segmentation.boundaries(.grapheme, in: text), "\(text.debugDescription)")
        }
    }
}
