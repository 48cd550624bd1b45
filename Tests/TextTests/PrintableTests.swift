import TestSupport
import Testing

@testable import Text

@Suite struct PrintableTests {
    @Test(arguments: [
        ("plain text", "plain text"), ("Übergröße 中文 😀", "Übergröße 中文 😀"),
        ("a\u{1B}[31mred", "a␛[31mred"), ("\0\u{7F}", "␀␡"), ("a\u{9B}m", "a‹U+009B›m"), ("a\tb", "a b"),
        ("a\nb", "a␊b"), ("a\r\nb", "a␍␊b"), ("a\u{2028}b", "a‹U+2028›b"),
        ("in\u{202E}txt", "in‹U+202E›txt"), ("\u{2066}a\u{2069}", "‹U+2066›a‹U+2069›"), ("\u{200E}\u{200F}\u{61C}", "‹U+200E›‹U+200F›‹U+061C›"),
        ("a\u{200B}b", "a‹U+200B›b"), ("ខ្មែរ\u{200B}ខ្មែរ", "ខ្មែរខ្មែរ"), ("\u{FEFF}a", "‹U+FEFF›a"), ("Wort\u{AD}teil", "Wortteil"),
        ("pay\u{200D}pal", "pay‹U+200D›pal"), ("👩‍👩‍👧", "👩‍👩‍👧"), ("👩🏽‍⚖️", "👩🏽‍⚖️"), ("👩\u{200D}", "👩‹U+200D›"), ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("क्\u{200D}ष", "क्\u{200D}ष"),
        ("a\u{200C}b", "a‹U+200C›b"), ("☺\u{FE0F}", "☺\u{FE0F}"), ("a\u{FE0F}", "a‹U+FE0F›"), ("☺\u{FE0F}\u{FE0F}", "☺\u{FE0F}‹U+FE0F›"),
        ("漢\u{E0100}", "漢\u{E0100}"), ("a\u{E0100}", "a‹U+E0100›"), ("a\u{E0041}", "a‹U+E0041›"),
        ("🏴\u{E0067}\u{E0062}\u{E007F}", "🏴\u{E0067}\u{E0062}\u{E007F}"), ("🏴\u{E0067}", "🏴‹U+E0067›"),
        ("\u{FFF9}a\u{FFFB}", "‹U+FFF9›a‹U+FFFB›"), ("\u{E000}", "‹U+E000›"), ("\u{FFFE}", "‹U+FFFE›"), ("\u{378}", "‹U+0378›"),
        ("\u{3164}", "‹U+3164›"), ("a\u{301}\u{302}\u{303}\u{304}", "a\u{301}\u{302}\u{303}\u{304}"),
        ("a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}b", "a\u{301}\u{302}\u{303}\u{304}‹+2›b"), ("\u{600}12", "\u{600}12"),
    ])
    func visible(_ text: String, is shown: String) {
        #expect(Printable.visible(text) == shown)
        #expect(Array(Printable.visible(text).unicodeScalars) == Array(shown.unicodeScalars))
    }

    @Test(arguments: [
        ("a\nb\r\nc\rd", "a\nb\nc\nd"), ("a\u{2028}b\u{2029}c\u{85}d\u{B}e\u{C}f", "a\nb\nc\nd\ne\nf"), ("a\tb\u{1B}", "a\tb␛"),
    ])
    func keepsWhatIsAskedFor(_ text: String, as shown: String) {
        #expect(Printable.visible(text, keeping: [.lineBreaks, .tabs]) == shown)
    }

    @Test(arguments: [
        ("a\u{1B}[31m", "a [31m"), ("in\u{202E}txt", "intxt"), ("a\u{200B}b\u{FEFF}", "ab"), ("a\u{E000}", "a\u{E000}"), ("a\nb", "a b"),
        ("👩‍👩‍👧", "👩‍👩‍👧"), ("a\u{301}\u{302}\u{303}\u{304}\u{305}", "a\u{301}\u{302}\u{303}\u{304}\u{305}"),
    ])
    func stripped(_ text: String, is left: String) {
        #expect(Printable.stripped(text) == left)
    }

    /// What may never reach a terminal, said without the tables that the code uses.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
        case 0xE000...0xF8FF, 0xF0000...0x10FFFF, 0xFDD0...0xFDEF, 0xE0000...0xE0FFF: true
        case 0x3164, 0xFFA0, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200C, 0x200D, 0xFE00...0xFE0F: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }

    /// Every scalar there is, between letters: nothing forbidden comes out, and nothing but a soft hyphen goes unseen.
    @Test func noScalarGetsThroughThatMustNot() {
        var wrong: [UInt32] = []
        for block in stride(from: UInt32(0), to: 0x110000, by: 256) {
            let scalars = (block..<block + 256).compactMap(Unicode.Scalar.init).filter { $0 != "x" }
            var text = ""
            for scalar in scalars { text.unicodeScalars.append(contentsOf: ["x", scalar]) }
            let shown = Printable.visible(text)
            let parts = shown.unicodeScalars.split(separator: "x", omittingEmptySubsequences: false).dropFirst()
            let isSafe = !shown.unicodeScalars.contains(where: Self.isForbidden)
            let unseen = zip(scalars, parts).filter { $1.isEmpty && $0 != "\u{AD}" }
            if !isSafe || parts.count != scalars.count || !unseen.isEmpty || Printable.visible(shown) != shown { wrong.append(block) }
        }
        #expect(wrong == [])
    }

    @Test func twiceIsOnceAndNothingDangerousIsLeft() {
        var random = SplitMix64(seed: 3)
        for _ in 0..<6_000 {
            let text = randomText(&random)
            for kept in [[], Printable.Kept.lineBreaks, [.lineBreaks, .tabs]] {
                let shown = Printable.visible(text, keeping: kept)
                #expect(Array(Printable.visible(shown, keeping: kept).utf8) == Array(shown.utf8), "\(text.debugDescription)")
                #expect(!shown.unicodeScalars.contains { isDangerous($0.value, kept) }, "\(text.debugDescription)")
                let left = Printable.stripped(text, keeping: kept)
                #expect(Array(Printable.stripped(left, keeping: kept).utf8) == Array(left.utf8), "\(text.debugDescription)")
                #expect(!left.unicodeScalars.contains { isDangerous($0.value, kept) && !(0x200B...0x200F).contains($0.value) })
            }
        }
    }

    private func isDangerous(_ scalar: UInt32, _ kept: Printable.Kept) -> Bool {
        switch scalar {
        case 0x0A: !kept.contains(.lineBreaks)
        case 0x09: !kept.contains(.tabs)
        case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
        default: false
        }
    }

    /// The look that finds nothing to do agrees with doing it.
    @Test func theShortLookAgreesWithTheWork() {
        var random = SplitMix64(seed: 4)
        let cleaner = Cleaner(form: .marks, kept: [])
        for _ in 0..<6_000 {
            let text = Array(randomText(&random).utf8)
            text.withUnsafeBufferPointer { bytes in
                var result: [UInt8] = []
                cleaner.append(bytes, range: 0..<bytes.count, to: &result)
                if !cleaner.hasWork(in: bytes) { #expect(result == text) }
            }
        }
    }

    @Test func aLongRunOfMarksIsCountedAndCut() {
        let text = "a" + String(repeating: "\u{301}", count: 10_000)
        #expect(Printable.visible(text) == "a" + String(repeating: "\u{301}", count: 4) + "‹+9996›")
    }
}
