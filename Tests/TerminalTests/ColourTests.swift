import Testing

@testable import Terminal

@Suite struct ColourTests {
    @Test func hexadecimal() {
        #expect(Colour(hexadecimal: "#1e28ff") == Colour(0x1E28FF))
        #expect(Colour(hexadecimal: "1E28FF") == Colour(red: 0x1E, green: 0x28, blue: 0xFF))
        for wrong in ["", "#", "12345", "1234567", "+12345", "-12345", "gggggg", "##12345", "１２３４５６"] {
            #expect(Colour(hexadecimal: wrong) == nil)
        }
        #expect(Colour(0x00000A).description == "#00000a")
    }

    static let nearest: [(UInt32, ColourDepth, Int)] = [
        (0x000000, .twoHundredFiftySix, 16), (0xFFFFFF, .twoHundredFiftySix, 231), (0xFF0000, .twoHundredFiftySix, 196),
        (0x5F87AF, .twoHundredFiftySix, 67), (0x808080, .twoHundredFiftySix, 244), (0x8A8A8A, .twoHundredFiftySix, 245),
        (0x585858, .sixteen, 8), (0xFF1010, .sixteen, 9), (0x0000EE, .sixteen, 4), (0xE5E5E5, .sixteen, 7),
        (0x585858, .eight, 0), (0xA0A0A0, .eight, 7), (0xFF0000, .eight, 1), (0x00FFFF, .eight, 6), (0xFFFFFF, .eight, 7),
    ]

    @Test(arguments: nearest) func nearestOfThePalette(_ value: UInt32, _ depth: ColourDepth, _ index: Int) {
        #expect(Palette(depth).nearest(to: Colour(value)) == index)
    }

    /// The colours that a palette has are their own nearest.
    @Test func cubeAndGreysAreExact() {
        let levels: [UInt32] = [0, 95, 135, 175, 215, 255]
        let palette = Palette(.twoHundredFiftySix)
        for index in 0..<216 {
            let value = levels[index / 36] << 16 | levels[index / 6 % 6] << 8 | levels[index % 6]
            #expect(palette.nearest(to: Colour(value)) == 16 + index)
        }
        for step in 0..<24 {
            let level = UInt32(8 + 10 * step)
            #expect(palette.nearest(to: Colour(level << 16 | level << 8 | level)) == 232 + step)
        }
    }

    @Test func differentColoursStayDifferent() {
        var map = ColourMap(.eight)
        let grey = Style(foreground: Colour(0x585858), background: Colour(0x181818))
        #expect(map.numbers(for: grey) == (7, 0))
        let same = Style(foreground: Colour(0x181818), background: Colour(0x181818))
        #expect(map.numbers(for: same) == (0, 0))
        #expect(map.numbers(for: .plain) == (-1, -1))
    }

    @Test func directColoursAvoidTheBasicOnes() {
        var map = ColourMap(.direct)
        #expect(map.numbers(for: Style(foreground: Colour(0x000000), background: Colour(0x123456))) == (8, 0x123456))
        #expect(map.numbers(for: Style(foreground: Colour(0x000007), background: nil)) == (8, -1))
    }

    @Test func withoutColourThereAreNoNumbers() {
        var map = ColourMap(.none)
        #expect(map.numbers(for: Style(foreground: Colour(0xFF0000), background: Colour(0x00FF00))) == (-1, -1))
    }

    @Test func depths() {
        let depths = [0, -1, 2, 8, 16, 88, 256, 1 << 24].map { ColourDepth(colours: $0, isDirect: false, isRefused: false) }
        #expect(depths == [.none, .none, .none, .eight, .sixteen, .sixteen, .twoHundredFiftySix, .twoHundredFiftySix])
        #expect(ColourDepth(colours: 1 << 24, isDirect: true, isRefused: false) == .direct)
        #expect(ColourDepth(colours: 1 << 24, isDirect: true, isRefused: true) == .none)
    }

    @Test func packedStylesGoRound() {
        let styles = [
            Style.plain, Style(foreground: Colour(0)), Style(background: Colour(0xFFFFFF)),
            Style(foreground: Colour(0x123456), background: Colour(0x654321), attributes: [.bold, .dim, .italic, .underline, .reverse]),
        ]
        for style in styles { #expect(PackedStyle(style).style == style) }
        #expect(Set(styles.map { PackedStyle($0) }).count == styles.count)
    }

    @Test func mapIsBounded() {
        var map = ColourMap(.twoHundredFiftySix)
        for value in 0..<UInt32(6000) { _ = map.numbers(for: Style(foreground: Colour(value))) }
        #expect(map.numbers(for: Style(foreground: Colour(0xFF0000))) == (196, -1))
    }
}
