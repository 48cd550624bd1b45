import Testing

@testable import Terminal

@Suite struct KeyTests {
    static let all: [Key] = {
        let characters: [Character] = ["a", "Z", "?", "-", "é", "日", " ", "+", "["]
        var keys = characters.map(Key.character) + characters.map(Key.alt)
        keys += "abcdefgklnopqrstuvwxyz0 \\]^_".map(Key.control) + "abx ".map(Key.controlAlt)
        let modifiers: [Modifiers] = [[], .shift, .alt, .control, [.control, .alt, .shift]]
        for held in modifiers {
            keys += Key.Named.allCases.map { .named($0, held) } + [1, 12, 20].map { .function($0, held) }
        }
        return keys
    }()

    @Test(arguments: all) func namesGoRound(_ key: Key) {
        #expect(Key(name: key.name) == key)
    }

    @Test func namesAreDifferent() {
        #expect(Set(KeyTests.all.map(\.name)).count == KeyTests.all.count)
    }

    static let names: [(String, Key?)] = [
        ("g", .character("g")), ("G", .character("G")), ("C-d", .control("d")), ("C-D", .control("d")), ("^D", .control("d")),
        ("^", .character("^")), ("Ctrl-f", .control("f")), ("PgDn", .pageDown), ("pagedown", .pageDown), ("Return", .enter),
        ("Esc", .escape), ("S-Tab", .backTab), ("BackTab", .backTab), ("A-←", .named(.left, .alt)), ("Alt-Left", .named(.left, .alt)),
        ("M-x", .alt("x")), ("Meta-x", .alt("x")), ("S-a", .character("A")), ("Space", .character(" ")), ("C-Space", .control(" ")),
        ("C-@", .control(" ")), ("C-i", .tab), ("C-m", .enter), ("C-j", .enter), ("C-h", .backspace), ("C-[", .escape), ("F1", .function(1)),
        ("f12", .function(12)), ("S-F5", .function(5, .shift)), ("C-A-x", .controlAlt("x")), ("-", .character("-")), ("A--", .alt("-")),
        ("C-", nil), ("", nil), ("ab", nil), ("F0", nil), ("F99", nil), ("F+1", nil), ("S-1", nil), ("C-é", nil), ("Hyper-x", nil), ("C-S-d", nil),
    ]

    @Test(arguments: names) func otherNames(_ name: String, _ key: Key?) {
        #expect(Key(name: name) == key)
    }
}
